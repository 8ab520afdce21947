/// A value as it will stand in the file, texts quoted where they must be.
enum FrontMatterEditForm {
    case text(String)
    case fields([(key: String, text: String)])

    /// What follows the colon of a key that is `indent` spaces in, without the last line's end.
    func written(indent: Int, _ lineEnd: [UInt8]) -> [UInt8] {
        switch self {
        case .text(let text): Array(" ".utf8) + text.utf8
        case .fields(let fields):
            fields.flatMap { field in
                lineEnd + Self.spaces(indent + 2) + Array("\(field.key): \(field.text)".utf8)
            }
        }
    }

    static func spaces(_ count: Int) -> [UInt8] {
        [UInt8](repeating: UInt8(ascii: " "), count: count)
    }

    // MARK: Quotes

    /// `text` as a double-quoted scalar of YAML on one line, whatever it holds.
    static func quoted(_ text: String) -> String {
        var out = "\""
        var isBehindEscape = false
        for scalar in text.unicodeScalars {
            // NFC would join a mark to the letter or digit that an escape ends with.
            let isJoined = isBehindEscape && scalar.properties.canonicalCombiningClass != .notReordered
            let escape = isJoined ? numeric(scalar) : escape(scalar)
            out += escape ?? String(scalar)
            isBehindEscape = escape != nil
        }
        return out + "\""
    }

    /// What stands for a character that YAML refuses, takes for a line end, or that ends the scalar.
    private static func escape(_ scalar: Unicode.Scalar) -> String? {
        switch scalar {
        case "\"", "\\": "\\" + String(scalar)
        case "\n": "\\n"
        case "\r": "\\r"
        case "\t": "\\t"
        case "\0"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{2028}", "\u{2029}", "\u{FEFF}", "\u{FFFE}", "\u{FFFF}":
            numeric(scalar)
        default: nil
        }
    }

    private static func numeric(_ scalar: Unicode.Scalar) -> String {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        let width = scalar.value <= 0xFF ? 2 : scalar.value <= 0xFFFF ? 4 : 8
        let letter = [2: "x", 4: "u"][width] ?? "U"
        return "\\" + letter + String(repeating: "0", count: width - digits.count) + digits
    }
}
