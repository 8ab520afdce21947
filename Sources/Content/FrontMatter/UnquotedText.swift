internal import Diagnostics

/// The one kindness of front matter: a text field on one line takes the rest of the line as it stands.
///
///     title: Báo cáo: Kết quả 04 năm "3 trách nhiệm"   # cả dòng này là tiêu đề
///
/// Such lines are quoted before libyaml reads the block. Text before the value stays where it is, so that
/// libyaml's marks hold in the file too. Left to YAML are values that it reads as one quoted scalar, values
/// that start `|` or `>`, and values that go on in the next line.
struct UnquotedText {
    private let fields: [String: FieldEntry]
    /// Names under `params:` whose declared type is text.
    private let textParameters: Set<String>

    init(fields: [FieldEntry], textParameters: Set<String> = []) {
        var named: [String: FieldEntry] = [:]
        for field in fields {
            named[field.key] = field
            if let alias = field.alias { named[alias] = field }
        }
        self.fields = named
        self.textParameters = textParameters
    }

    /// The block of `text` as libyaml should read it; a value wrapped in typographic quotes is refused.
    func quoted(_ text: SourceText, _ block: Range<Int>) throws(SourceRefusal) -> [UInt8] {
        let bytes = text.bytes
        var out: [UInt8] = []
        out.reserveCapacity(block.count + 64)
        var nesting = Nesting()
        var at = block.lowerBound
        while at < block.upperBound {
            let end = bytes[at..<block.upperBound].firstIndex(of: UInt8(ascii: "\n")) ?? block.upperBound
            if let line = KeyLine(bytes, at..<end), let type = type(of: line, &nesting),
                stands(line.value, as: type, bytes),
                !continues(bytes, after: end, until: block.upperBound, indent: line.indent)
            {
                try refuseSmartQuotes(text, line.value)
                out += bytes[at..<line.value.lowerBound]
                Self.appendQuoted(bytes[line.value], to: &out)
            } else {
                out += bytes[at..<end]
            }
            out.append(UInt8(ascii: "\n"))
            at = end + 1
        }
        return out
    }

    /// Whether the value of a line that is not indented, and that no deeper line follows, is text as it stands.
    func isText(_ line: KeyLine, _ bytes: [UInt8]) -> Bool {
        fields[line.key].map { stands(line.value, as: $0.type, bytes) } ?? false
    }

    /// Which field's lines are being passed over, and how far its own fields are indented.
    private struct Nesting {
        var outer: FieldEntry?
        var indent: Int?
    }

    private func type(of line: KeyLine, _ nesting: inout Nesting) -> FieldType? {
        if line.indent == 0 {
            nesting = Nesting(outer: fields[line.key])
            return nesting.outer?.type
        }
        // Lines deeper than the first one belong to a value, not to the field.
        nesting.indent = nesting.indent ?? line.indent
        guard let outer = nesting.outer, line.indent == nesting.indent else { return nil }
        if outer.type == .parameters { return textParameters.contains(line.key) ? .text : nil }
        return outer.children.first { $0.isNamed(line.key) }?.type
    }

    private func refuseSmartQuotes(_ text: SourceText, _ value: Range<Int>) throws(SourceRefusal) {
        // Every typographic quote is U+2018 to U+201F.
        guard text.bytes[value].starts(with: [0xE2, 0x80]),
            let inner = SmartQuotes.inside(String(decoding: text.bytes[value], as: UTF8.self))
        else { return }
        let problem = SourceProblem.smartQuotes(inner)
        throw SourceRefusal(
            text.diagnostic(.error, problem, at: value.lowerBound, length: value.count))
    }

    /// Whether the value is text as it stands.
    private func stands(_ value: Range<Int>, as type: FieldType, _ bytes: [UInt8]) -> Bool {
        guard let first = bytes[value].first, type.takesWholeLine(startingWith: first) else { return false }
        switch first {
        case UInt8(ascii: "|"), UInt8(ascii: ">"): return false
        case UInt8(ascii: "\""), UInt8(ascii: "'"): return !QuotedScalar.isWhole(bytes[value])
        default: return true
        }
    }

    /// Whether the next line that is not blank is indented deeper than `indent`.
    private func continues(_ bytes: [UInt8], after end: Int, until limit: Int, indent: Int) -> Bool {
        var depth = 0
        for byte in bytes[min(end + 1, limit)..<limit] {
            switch byte {
            case UInt8(ascii: "\n"): depth = 0
            case UInt8(ascii: " "): depth += 1
            default: return depth > indent
            }
        }
        return false
    }

    /// Appends `text` as a double-quoted scalar: what YAML takes for a line end or refuses is escaped.
    private static func appendQuoted(_ text: ArraySlice<UInt8>, to out: inout [UInt8]) {
        out.append(UInt8(ascii: "\""))
        var at = text.startIndex
        while at < text.endIndex {
            if let (escape, length) = escape(text[at...]) {
                out += escape.utf8
                at += length
            } else {
                out.append(text[at])
                at += 1
            }
        }
        out.append(UInt8(ascii: "\""))
    }

    /// What stands for the character that `text` starts with, and that character's length in bytes.
    private static func escape(_ text: ArraySlice<UInt8>) -> (String, Int)? {
        switch text.first {
        case UInt8(ascii: "\""): ("\\\"", 1)
        case UInt8(ascii: "\\"): ("\\\\", 1)
        case 0xC2 where text.dropFirst().first ?? 0xFF <= 0x9F: ("\\x" + hex(text.dropFirst().prefix(1)), 2)
        case 0xE2 where text.starts(with: [0xE2, 0x80, 0xA8]): ("\\L", 3)
        case 0xE2 where text.starts(with: [0xE2, 0x80, 0xA9]): ("\\P", 3)
        case 0xEF where text.starts(with: [0xEF, 0xBB, 0xBF]): ("\\uFEFF", 3)
        case 0xEF where text.starts(with: [0xEF, 0xBF, 0xBE]): ("\\uFFFE", 3)
        case 0xEF where text.starts(with: [0xEF, 0xBF, 0xBF]): ("\\uFFFF", 3)
        default: nil
        }
    }

    private static func hex(_ bytes: ArraySlice<UInt8>) -> String {
        bytes.map { String($0, radix: 16) }.joined()
    }
}

/// Recognises a value that is one quoted scalar of YAML, with at most a comment after it.
private enum QuotedScalar {
    static func isWhole(_ value: ArraySlice<UInt8>) -> Bool {
        guard let quote = value.first, let end = closing(value, quote) else { return false }
        let rest = value[(end + 1)...]
        return rest.isEmpty
            || (rest.first?.isBlank == true && rest.first { !$0.isBlank } == UInt8(ascii: "#"))
    }

    /// The index of the quote that closes the scalar; nil when there is none or an escape is not YAML's.
    private static func closing(_ value: ArraySlice<UInt8>, _ quote: UInt8) -> Int? {
        var at = value.startIndex + 1
        while at < value.endIndex {
            if quote == UInt8(ascii: "\""), value[at] == UInt8(ascii: "\\") {
                guard at + 1 < value.endIndex, escapes.contains(value[at + 1]) else { return nil }
                at += 1
            } else if value[at] == quote {
                let isDoubled =
                    quote == UInt8(ascii: "'") && at + 1 < value.endIndex && value[at + 1] == quote
                if !isDoubled { return at }
                at += 1
            }
            at += 1
        }
        return nil
    }

    /// What may follow a backslash. `\x`, `\u` and `\U` are left to libyaml, which names a wrong digit.
    private static let escapes = Array("0abtnvfre \"/\\N_LPxuU\t".utf8)
}
