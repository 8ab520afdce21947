import Model
import Output

/// addresses.csv: one line `id,url` for each address ever published, sorted by bytes.
///
/// It is written before public/ is, so that a clean build with the same file gives the same bytes.
enum AddressBook {
    private static let name = "addresses.csv"

    /// Adds `lines`; does nothing when there are none.
    static func append(_ lines: [Address], siteRoot: String) throws(OutputFailure) {
        let path = siteRoot + "/" + name
        WholeFile.removeLeftover(of: path)
        guard !lines.isEmpty else { return }
        let old = WholeFile.exists(path) ? try WholeFile.read(path) : []
        let written = old.split(separator: UInt8(ascii: "\n")).map { Array($0) }
        let added = lines.map { Array("\($0.id),\($0.url)".utf8) }
        let all = (written + added).sorted { $0.lexicographicallyPrecedes($1) }
        try WholeFile.write(
            Array(all.joined(separator: [UInt8(ascii: "\n")])) + [UInt8(ascii: "\n")], to: path)
    }
}
