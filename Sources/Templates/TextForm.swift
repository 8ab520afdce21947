/// The text functions behind the built-in filters. They count characters as Unicode scalars and never
/// cut before a combining mark, which for NFC text is what a reader counts.
enum TextForm {
    private static let space = UInt8(ascii: " ")

    static func trimmed(_ text: String) -> String {
        let bytes = text.utf8
        guard let first = bytes.firstIndex(where: { !Scanner.isSpace($0) }),
            let last = bytes.lastIndex(where: { !Scanner.isSpace($0) })
        else { return "" }
        return String(text[first...last])
    }

    /// At most `limit` characters with `end`, which marks that something was cut off.
    static func truncated(_ text: String, to limit: Int, end: String) -> String {
        let scalars = text.unicodeScalars
        guard scalars.count > limit else { return text }
        let room = max(0, limit - end.unicodeScalars.count)
        var cut = scalars.index(scalars.startIndex, offsetBy: room)
        if !isSpace(scalars[cut]) {
            if let space = scalars[..<cut].lastIndex(where: isSpace) {
                cut = space
            } else {
                while cut > scalars.startIndex, isMark(scalars[cut]) { cut = scalars.index(before: cut) }
            }
        }
        return trimmed(String(scalars[..<cut])) + end
    }

    private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "\u{A0}" || scalar.isASCII && Scanner.isSpace(UInt8(scalar.value))
    }

    private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
        (0x0300...0x036F).contains(scalar.value)
    }

    /// `text` with every `old` replaced; nothing happens when `old` is empty.
    static func replacing(_ old: String, by new: String, in text: String) -> String {
        let (pattern, source) = (Array(old.utf8), Array(text.utf8))
        guard !pattern.isEmpty, pattern.count <= source.count else { return text }
        var out: [UInt8] = []
        var at = 0
        while at < source.count {
            if source[at...].starts(with: pattern) {
                out += new.utf8
                at += pattern.count
            } else {
                out.append(source[at])
                at += 1
            }
        }
        return String(decoding: out, as: UTF8.self)
    }

    static func contains(_ text: String, _ part: String) -> Bool {
        let (pattern, source) = (Array(part.utf8), Array(text.utf8))
        guard pattern.count <= source.count else { return false }
        return (0...(source.count - pattern.count)).contains { source[$0...].starts(with: pattern) }
    }

    /// The text of `html`: tags and comments removed, the five escapes of HTML undone, runs of whitespace
    /// as one space.
    static func withoutTags(_ html: String) -> String {
        var out: [UInt8] = []
        var rest = Array(html.utf8)[...]
        while let byte = rest.first {
            if byte == UInt8(ascii: "<") {
                rest = afterTag(rest)
            } else if Scanner.isSpace(byte) {
                rest.removeFirst()
                if let last = out.last, last != space { out.append(space) }
            } else if let (character, length) = entity(rest) {
                out.append(character)
                rest = rest.dropFirst(length)
            } else {
                out.append(byte)
                rest.removeFirst()
            }
        }
        if out.last == space { out.removeLast() }
        return String(decoding: out, as: UTF8.self)
    }

    /// What follows the tag or comment that `rest` starts with; nothing when it is never closed.
    private static func afterTag(_ rest: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        if rest.starts(with: "<!--".utf8) {
            var at = rest.startIndex + 4
            while at < rest.endIndex, !rest[at...].starts(with: "-->".utf8) { at += 1 }
            return rest[min(at + 3, rest.endIndex)...]
        }
        var quote: UInt8?
        for at in rest.indices {
            if let open = quote {
                if rest[at] == open { quote = nil }
            } else if rest[at] == UInt8(ascii: "\"") || rest[at] == UInt8(ascii: "'") {
                quote = rest[at]
            } else if rest[at] == UInt8(ascii: ">") {
                return rest[(at + 1)...]
            }
        }
        return []
    }

    private static let entities: [(String, Unicode.Scalar)] = [
        ("&amp;", "&"), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"),
    ]

    private static func entity(_ rest: ArraySlice<UInt8>) -> (UInt8, Int)? {
        guard rest.first == UInt8(ascii: "&") else { return nil }
        let match = entities.first { rest.starts(with: $0.0.utf8) }
        return match.map { (UInt8(ascii: $0.1), $0.0.utf8.count) }
    }
}
