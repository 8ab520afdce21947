import Bytes
import Model
import Output

/// addresses.csv: one line `id,url` for each address ever published, sorted by bytes.
///
/// It is written before public/ is, so that a clean build with the same file gives the same bytes.
enum AddressBook {
    private static let name = "addresses.csv"

    /// Adds `lines` and returns the hash of the file; does nothing and returns nil when there are none.
    static func append(_ lines: [Address], siteRoot: String) throws(OutputFailure) -> ContentHash? {
        let path = siteRoot + "/" + name
        WholeFile.removeLeftover(of: path)
        guard !lines.isEmpty else { return nil }
        let old = WholeFile.exists(path) ? try WholeFile.read(path) : []
        let written = old.split(separator: UInt8(ascii: "\n"))
        let added = lines.map { Array("\($0.id),\($0.url)".utf8)[...] }
        let bytes = Self.text(of: (written + added).sorted { $0.precedesInBytes($1) })
        try WholeFile.write(bytes, to: path)
        return ContentHash(of: bytes)
    }

    private static func text(of lines: [ArraySlice<UInt8>]) -> [UInt8] {
        var text: [UInt8] = []
        text.reserveCapacity(lines.reduce(0) { $0 + $1.count + 1 })
        for line in lines {
            text += line
            text.append(UInt8(ascii: "\n"))
        }
        return text
    }
}

extension ArraySlice<UInt8> {
    fileprivate func precedesInBytes(_ other: ArraySlice<UInt8>) -> Bool {
        withUnsafeBytes { left in other.withUnsafeBytes { left.comparedBytes(to: $0) < 0 } }
    }
}
