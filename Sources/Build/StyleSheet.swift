/// The files that a style sheet names: `url(…)` and `@import "…"`.
enum StyleSheet {
    /// Puts the published path of each file in the place of its name; `path` is the style sheet's own in the
    /// theme, and `publishedPath` gives nil for what is no file of the theme.
    static func replacing(
        in bytes: [UInt8], of path: String, publishedPath: (String) -> String?
    ) -> [UInt8] {
        var result: [UInt8] = []
        var at = 0
        while let reference = nextReference(bytes, from: at) {
            result += bytes[at..<reference.lowerBound]
            let written = String(decoding: bytes[reference], as: UTF8.self)
            result += Array((replacement(of: written, in: path, publishedPath) ?? written).utf8)
            at = reference.upperBound
        }
        return result + bytes[at...]
    }

    /// Where the next reference stands, without the quotes around it.
    private static func nextReference(_ bytes: [UInt8], from start: Int) -> Range<Int>? {
        var at = start
        while at < bytes.count {
            if bytes[at...].starts(with: "url(".utf8) {
                return reference(bytes, from: at + 4, unquotedEnd: UInt8(ascii: ")"))
            }
            // `@import url(…)` is found by its `url(`.
            if bytes[at...].starts(with: "@import".utf8),
                let found = reference(bytes, from: at + 7, unquotedEnd: nil)
            {
                return found
            }
            at += 1
        }
        return nil
    }

    /// What is written between quotes, or without them up to `unquotedEnd`.
    private static func reference(_ bytes: [UInt8], from start: Int, unquotedEnd: UInt8?) -> Range<Int>? {
        guard var first = bytes[start...].firstIndex(where: { !$0.isSpace }) else { return nil }
        let quote = bytes[first]
        var end = unquotedEnd
        if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
            end = quote
            first += 1
        }
        guard let end else { return nil }
        let last = bytes[first...].firstIndex { $0 == end || ($0.isSpace && end != quote) } ?? bytes.count
        return first..<last
    }

    /// The published name of a file, relative to the style sheet's; what follows `?` or `#` stays.
    private static func replacement(
        of written: String, in path: String, _ publishedPath: (String) -> String?
    ) -> String? {
        let end = written.firstIndex { $0 == "?" || $0 == "#" } ?? written.endIndex
        var folder = path.split(separator: "/").dropLast()
        let depth = folder.count
        for part in written[..<end].split(separator: "/") where part != "." {
            if part == ".." { _ = folder.popLast() } else { folder.append(part) }
        }
        guard written.utf8.first != UInt8(ascii: "/"),
            let published = publishedPath(folder.joined(separator: "/"))
        else { return nil }
        return String(repeating: "../", count: depth) + published.dropFirst("assets/".count) + written[end...]
    }
}

extension UInt8 {
    fileprivate var isSpace: Bool { self == 0x20 || (0x09...0x0D).contains(self) }
}
