import Bytes
import VietnameseText

/// A destination as it is written in a source, taken apart.
struct LinkPath {
    let written: String
    /// Percent-decoded, NFC, without query and fragment; starts with `/` when it is from the root.
    let path: String
    /// Percent-decoded, without `#`; what anchors are compared with.
    let fragment: String
    /// `?query#fragment` as written.
    let suffix: String
    let isExternal: Bool

    init(_ destination: String) {
        self.written = destination
        isExternal = Self.hasScheme(destination)
        if destination.utf8.allSatisfy(Self.isUnmarked) {
            (path, fragment, suffix) = (destination, "", "")
            return
        }
        let end = destination.utf8.firstIndex { $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "#") }
        let written = destination[..<(end ?? destination.endIndex)]
        suffix = String(destination[(end ?? destination.endIndex)...])
        fragment = Self.fragment(of: suffix)
        path = UnicodeNormalization.nfc(PercentEncoding.decode(written))
    }

    /// ASCII without the marks that take a destination apart: most destinations are made of nothing else.
    private static func isUnmarked(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "?"), UInt8(ascii: "#"), UInt8(ascii: "%"): false
        default: byte < 0x80
        }
    }

    private static func fragment(of suffix: String) -> String {
        guard let mark = suffix.utf8.firstIndex(of: UInt8(ascii: "#")) else { return "" }
        return UnicodeNormalization.nfc(PercentEncoding.decode(suffix[suffix.utf8.index(after: mark)...]))
    }

    /// True for `//host/…` and for everything that starts with a URL scheme (`https:`, `mailto:`).
    private static func hasScheme(_ destination: String) -> Bool {
        if destination.utf8.starts(with: "//".utf8) { return true }
        for (index, byte) in destination.utf8.enumerated() {
            switch byte {
            case UInt8(ascii: ":"): return index > 1
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): continue
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "."),
                UInt8(ascii: "-"):
                if index == 0 { return false }
            default: return false
            }
        }
        return false
    }

    /// The path from content/, without a slash in front: `..` and `.` resolved against `folder`; nil when
    /// it climbs out of content/.
    func resolved(from folder: String) -> String? {
        let isFromRoot = path.utf8.first == UInt8(ascii: "/")
        let tail = isFromRoot ? path.dropFirst() : path[...]
        if Self.isPlain(tail) { return isFromRoot || folder.isEmpty ? String(tail) : folder + "/" + tail }
        var segments = isFromRoot ? [] : folder.split(separator: "/")
        for segment in path.split(separator: "/") where segment != "." {
            guard segment == ".." else {
                segments.append(segment)
                continue
            }
            if segments.popLast() == nil { return nil }
        }
        return segments.joined(separator: "/")
    }

    /// True for nearly all links: no steps in the path, and no slash too many.
    private static func isPlain(_ path: Substring) -> Bool {
        var last = UInt8(ascii: "/")
        for byte in path.utf8 {
            if last == UInt8(ascii: "/"), byte == last || byte == UInt8(ascii: ".") { return false }
            last = byte
        }
        return last != UInt8(ascii: "/")
    }

    /// The folder of a source, from content/: `tin-tuc/2024` for `content/tin-tuc/2024/x.md`.
    static func folder(of source: String) -> String {
        let path = fromContent(source)
        guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "" }
        return String(path[..<slash])
    }

    /// `path`, which is from the site's folder, from content/.
    static func fromContent(_ path: String) -> String {
        path.utf8.starts(with: "content/".utf8) ? String(Substring(path.utf8.dropFirst(8))) : path
    }

    /// True when the name has the ending of a file that readers download, not of a source, a web page or a
    /// feed.
    var namesFile: Bool {
        let ending = Self.fileExtension(of: path)
        return !ending.isEmpty && !Self.pageEndings.contains(ending.lowercased())
    }

    private static let pageEndings: Set<String> = [
        "md", "markdown", "html", "htm", "aspx", "asp", "php", "jsp", "xml",
    ]

    /// What follows the last point of the name; empty when it has none.
    static func fileExtension(of path: String) -> String {
        let name = name(of: path)
        guard let point = name.utf8.lastIndex(of: UInt8(ascii: ".")), point > name.startIndex else {
            return ""
        }
        return String(name[name.utf8.index(after: point)...])
    }

    /// What stands behind the last slash.
    static func name(of path: String) -> Substring {
        path[(path.utf8.lastIndex(of: UInt8(ascii: "/")).map(path.utf8.index(after:)) ?? path.startIndex)...]
    }
}
