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
        let written = old.split(separator: UInt8(ascii: "\n")).map { Array($0) }
        let added = lines.map { Array("\($0.id),\($0.url)".utf8) }
        let all = (written + added).sorted { $0.lexicographicallyPrecedes($1) }
        let bytes = Array(all.joined(separator: [UInt8(ascii: "\n")])) + [UInt8(ascii: "\n")]
        try WholeFile.write(bytes, to: path)
        return ContentHash(of: bytes)
    }
}
