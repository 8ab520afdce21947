import Bytes
import Model
import Output

/// addresses.csv: one line `id,url` for each address ever published, sorted by bytes.
///
/// It is written before public/ is, so that a clean build with the same file gives the same bytes.
enum AddressBook {
    private static let name = "addresses.csv"
    private static var newline: UInt8 { UInt8(ascii: "\n") }

    static func exists(_ siteRoot: String) -> Bool { WholeFile.exists(siteRoot + "/" + name) }

    /// Adds `lines`, which are in order, and returns the hash of the file; does nothing and returns nil when there
    /// are none.
    static func append(_ lines: [Address], siteRoot: String) throws(OutputFailure) -> ContentHash? {
        let path = siteRoot + "/" + name
        WholeFile.removeLeftover(of: path)
        guard !lines.isEmpty else { return nil }
        let old = WholeFile.exists(path) ? try WholeFile.read(path) : []
        let added = text(of: lines)
        let bytes = old.isEmpty ? added : sorted(old, added)
        try WholeFile.write(bytes, to: path)
        return ContentHash(of: bytes)
    }

    private static func sorted(_ old: [UInt8], _ added: [UInt8]) -> [UInt8] {
        let lines = (old.split(separator: newline) + added.split(separator: newline))
            .sorted { $0.precedesInBytes($1) }
        var text = ByteBuffer(capacity: old.count + added.count + 1)
        for line in lines {
            text.append(line)
            text.append(newline)
        }
        return text.copy()
    }

    private static func text(of addresses: [Address]) -> [UInt8] {
        var text = ByteBuffer(capacity: addresses.count * 128)
        for address in addresses {
            text.append(address.id)
            text.append(UInt8(ascii: ","))
            text.append(address.url)
            text.append(newline)
        }
        return text.copy()
    }
}

extension ArraySlice<UInt8> {
    fileprivate func precedesInBytes(_ other: ArraySlice<UInt8>) -> Bool {
        withUnsafeBytes { left in other.withUnsafeBytes { left.comparedBytes(to: $0) < 0 } }
    }
}
