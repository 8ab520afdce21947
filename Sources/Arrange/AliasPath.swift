import Bytes
import VietnameseText

/// An old address as `aliases:` writes it, in the one form in which addresses are compared.
struct AliasPath {
    /// A path has no percent-encoding, and a slash at its end when it names a folder: `/tin-cu` is
    /// `/tin-cu/`, and so is `/tin-cu/index.html`. An address with a query stays as it is written.
    let path: String
    let hasQuery: Bool

    /// Nil for what is no path from `/`: an address of another site, a step upwards, a fragment.
    init?(_ written: String) {
        let bytes = written.utf8
        guard bytes.first == UInt8(ascii: "/"), !bytes.starts(with: "//".utf8),
            !bytes.contains(UInt8(ascii: "#"))
        else { return nil }
        hasQuery = bytes.contains(UInt8(ascii: "?"))
        path = hasQuery ? written : Self.normalized(UnicodeNormalization.nfc(PercentEncoding.decode(written)))
        let hasControls = path.utf8.contains { $0 < 0x20 || $0 == 0x7F || $0 == UInt8(ascii: "\\") }
        let steps = path.prefix { $0 != "?" }.split(separator: "/")
        if hasControls || steps.contains(where: { $0 == "." || $0 == ".." }) { return nil }
    }

    private static func normalized(_ path: String) -> String {
        var segments = path.split(separator: "/")
        if segments.last == "index.html" {
            segments.removeLast()
        } else if path.utf8.last != UInt8(ascii: "/"), segments.last?.utf8.contains(UInt8(ascii: ".")) == true
        {
            return "/" + segments.joined(separator: "/")
        }
        return segments.isEmpty ? "/" : "/" + segments.joined(separator: "/") + "/"
    }
}
