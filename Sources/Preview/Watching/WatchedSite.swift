/// The files that a site is made of: what to watch, and which changes matter.
struct WatchedSite: Sendable {
    /// The site's folder.
    let root: String

    /// Folders whose every file matters, from the site's folder.
    static let trees = ["content", "themes"]
    /// Files beside them.
    static let files = ["site.yaml", "addresses.csv", "counts.json"]

    /// Whether something with this name directly in the site's folder matters.
    static func contains(_ name: String) -> Bool { trees.contains(name) || files.contains(name) }
}

/// Files that programs put beside those they work on, and take away again.
enum PassingFile {
    /// True for backups, locks and half-written files of vim, emacs, VS Code, Word, LibreOffice and `sed -i`.
    static func isNamed(_ name: String) -> Bool {
        let bytes = Array(name.utf8)
        guard let first = bytes.first, let last = bytes.last else { return true }
        // .a.md.swp, .#a.md, .~lock.a.docx#, .goutputstream-X1: hidden files are no sources anyway.
        if first == UInt8(ascii: ".") || last == UInt8(ascii: "~") { return true }
        if first == UInt8(ascii: "#"), last == UInt8(ascii: "#") { return true }
        if name.hasPrefix("~$") || name.hasSuffix(".tmp") || name.hasSuffix(".crswap") { return true }
        // Vim asks with a file of this name whether it may write in the folder.
        if name == "4913" { return true }
        return isOfSed(bytes)
    }

    /// `sed` and six letters or digits.
    private static func isOfSed(_ name: [UInt8]) -> Bool {
        name.count == 9 && name.starts(with: "sed".utf8)
            && name[3...].allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "a")...UInt8(ascii: "z"):
                    true
                default: false
                }
            }
    }
}
