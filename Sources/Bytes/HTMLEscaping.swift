/// The one place where text becomes HTML: every user's text goes through here on its way to a page.
///
/// `&`, `<`, `>`, `"` and `'` are replaced, so that the result is safe in text and in quoted attributes,
/// and in XML. Everything else is copied as it stands, in runs.
extension ByteBuffer {
    package mutating func append(escaping text: String) {
        var text = text
        text.withUTF8 { append(escaping: $0) }
    }

    package mutating func append(escaping text: [UInt8]) {
        text.withUnsafeBufferPointer { append(escaping: $0) }
    }

    package mutating func append(escaping text: UnsafeBufferPointer<UInt8>) {
        var start = 0
        for at in 0..<text.count {
            guard let entity = HTMLEscape.entity(for: text[at]) else { continue }
            append(UnsafeBufferPointer(rebasing: text[start..<at]))
            append(entity)
            start = at + 1
        }
        append(UnsafeBufferPointer(rebasing: text[start...]))
    }
}

package enum HTMLEscape {
    /// The text that stands for `byte` in HTML, or nil when the byte stands for itself.
    @inline(__always)
    static func entity(for byte: UInt8) -> StaticString? {
        // All five lie between `"` and `>`: one comparison passes over letters and all non-ASCII bytes.
        guard byte &- 0x22 <= 0x1C else { return nil }
        switch byte {
        case UInt8(ascii: "&"): return "&amp;"
        case UInt8(ascii: "<"): return "&lt;"
        case UInt8(ascii: ">"): return "&gt;"
        case UInt8(ascii: "\""): return "&quot;"
        case UInt8(ascii: "'"): return "&#39;"
        default: return nil
        }
    }

    /// `text` with HTML's special characters replaced; for places that are not hot.
    package static func escape(_ text: String) -> String {
        var buffer = ByteBuffer(capacity: text.utf8.count + 16)
        buffer.append(escaping: text)
        return String(decoding: buffer.bytes, as: UTF8.self)
    }
}
