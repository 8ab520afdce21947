/// Front matter as nearly every source has it, read without libyaml: lines `key: value`, lists and comments.
///
///     title: Đại hội Công đoàn tỉnh
///     date: 2024-06-19T08:30:00+07:00
///     tags: ["đại hội", nữ công]
///     authors:
///       - Nguyễn Thị Lan
///
/// libyaml takes as long for these few lines as cmark for the whole article, so what YAML can only mean one
/// way is taken as it stands: texts to the end of the line, double-quoted scalars without escapes, words,
/// numbers and dates, and lists of those. A block with anything else in it is libyaml's as a whole; nothing
/// is refused here.
struct PlainMapping {
    private let bytes: [UInt8]
    private let unquoted: UnquotedText
    private let end: Int
    /// The line to read next.
    private var line: Range<Int>
    /// Its number, from 0.
    private var number = 0

    private init(_ bytes: [UInt8], _ block: Range<Int>, _ unquoted: UnquotedText) {
        self.bytes = bytes
        self.unquoted = unquoted
        end = block.upperBound
        line = Self.line(bytes, block)
    }

    /// The entries that libyaml would give for `block` once `unquoted` has quoted its texts; nil to ask it.
    static func entries(_ bytes: [UInt8], _ block: Range<Int>, _ unquoted: UnquotedText) -> [YAMLEntry]? {
        var mapping = PlainMapping(bytes, block, unquoted)
        return mapping.entries()
    }

    // MARK: Lines

    private static func line(_ bytes: [UInt8], _ block: Range<Int>) -> Range<Int> {
        let end = bytes.firstOffset(of: UInt8(ascii: "\n"), from: block.lowerBound) ?? block.upperBound
        return block.lowerBound..<min(end, block.upperBound)
    }

    private mutating func advance() {
        line = Self.line(bytes, min(line.upperBound + 1, end)..<end)
        number += 1
    }

    private var isAtEnd: Bool { line.lowerBound >= end }

    private var isComment: Bool { line.isEmpty || bytes[line.lowerBound] == UInt8(ascii: "#") }

    // MARK: Entries

    private mutating func entries() -> [YAMLEntry]? {
        var entries: [YAMLEntry] = []
        entries.reserveCapacity(12)
        while !isAtEnd {
            if isComment {
                advance()
                continue
            }
            guard let entry = entry(), !entries.contains(where: { $0.key == entry.key }) else { return nil }
            entries.append(entry)
        }
        return entries
    }

    private mutating func entry() -> YAMLEntry? {
        guard let keyLine = KeyLine(bytes, line), keyLine.indent == 0, Self.isKey(keyLine.key),
            !bytes[line].contains(UInt8(ascii: "\t"))
        else { return nil }
        var reader = PlainValueReader(bytes: bytes, line: number, start: line.lowerBound)
        let keySpan = reader.span(line.lowerBound..<line.lowerBound + keyLine.key.utf8.count)
        advance()
        let value =
            keyLine.value.isEmpty
            ? list() : reader.value(keyLine.value, isText: unquoted.isText(keyLine, bytes))
        return value.map { YAMLEntry(key: keyLine.key, keySpan: keySpan, value: $0) }
    }

    /// A letter, and letters, digits, `_` and `-`.
    private static func isKey(_ key: String) -> Bool {
        guard let first = key.utf8.first, first.isLetter else { return false }
        return key.utf8.allSatisfy { $0.isLetter || $0.isDigit || $0 == UInt8(ascii: "_") || $0 == hyphen }
    }

    // MARK: Lists

    /// The list whose items start on the line to read next.
    private mutating func list() -> YAMLNode? {
        guard let indent = itemIndent else { return nil }
        let start = YAMLMark(line: number, column: indent)
        var items: [YAMLNode] = []
        while itemIndent == indent {
            var reader = PlainValueReader(bytes: bytes, line: number, start: line.lowerBound)
            guard let item = reader.listItem(line.dropFirst(indent + 1)) else { return nil }
            items.append(item)
            advance()
        }
        let end = YAMLMark(line: number, column: 0)
        return YAMLNode(value: .sequence(items), span: YAMLSpan(start: start, end: end))
    }

    /// The spaces in front of a line that starts `- `; nil on other lines.
    private var itemIndent: Int? {
        guard let dash = line.first(where: { bytes[$0] != space }), bytes[dash] == hyphen,
            dash + 1 < line.upperBound, bytes[dash + 1] == space
        else { return nil }
        return dash - line.lowerBound
    }
}

/// Reads values of one line, from left to right; nil stands for "ask libyaml".
private struct PlainValueReader {
    private let bytes: [UInt8]
    private let line: Int
    /// An offset, and the Unicode scalars between it and the start of the line.
    private var at: Int
    private var column = 0

    init(bytes: [UInt8], line: Int, start: Int) {
        self.bytes = bytes
        self.line = line
        at = start
    }

    mutating func span(_ range: Range<Int>) -> YAMLSpan {
        YAMLSpan(start: mark(range.lowerBound), end: mark(range.upperBound))
    }

    private mutating func mark(_ offset: Int) -> YAMLMark {
        while at < offset {
            if bytes[at] & 0xC0 != 0x80 { column += 1 }
            at += 1
        }
        return YAMLMark(line: line, column: column)
    }

    mutating func value(_ range: Range<Int>, isText: Bool) -> YAMLNode? {
        if isText {
            // It may stand in typographic quotes, which are refused.
            return bytes[range.lowerBound] == 0xE2 ? nil : scalar(range, .quoted, range)
        }
        if bytes[range.lowerBound] == UInt8(ascii: "[") { return sequence(range) }
        return item(range, isInBrackets: false)
    }

    mutating func listItem(_ range: Range<Int>) -> YAMLNode? { item(trimmed(range), isInBrackets: false) }

    private mutating func scalar(_ text: Range<Int>, _ style: YAMLNode.Style, _ place: Range<Int>) -> YAMLNode
    {
        YAMLNode(value: .scalar(String(decoding: bytes[text], as: UTF8.self), style), span: span(place))
    }

    private mutating func sequence(_ range: Range<Int>) -> YAMLNode? {
        let end = range.upperBound - 1
        guard bytes[end] == UInt8(ascii: "]") else { return nil }
        let start = mark(range.lowerBound)
        var items: [YAMLNode] = []
        var from = range.lowerBound + 1
        while from <= end {
            let to = itemEnd(from, end)
            guard let item = item(trimmed(from..<to), isInBrackets: true) else { return nil }
            items.append(item)
            from = to + 1
        }
        return YAMLNode(
            value: .sequence(items), span: YAMLSpan(start: start, end: mark(range.upperBound)))
    }

    /// The first comma from `start` on that stands outside of quotes, or `end`.
    private func itemEnd(_ start: Int, _ end: Int) -> Int {
        var isQuoted = false
        for at in start..<end {
            if bytes[at] == quote { isQuoted.toggle() }
            if bytes[at] == UInt8(ascii: ","), !isQuoted { return at }
        }
        return end
    }

    private func trimmed(_ range: Range<Int>) -> Range<Int> {
        var (from, to) = (range.lowerBound, range.upperBound)
        while from < to, bytes[from] == space { from += 1 }
        while from < to, bytes[to - 1] == space { to -= 1 }
        return from..<to
    }

    private mutating func item(_ range: Range<Int>, isInBrackets: Bool) -> YAMLNode? {
        guard let first = range.first else { return nil }
        guard bytes[first] == quote else {
            return isWord(range, isInBrackets: isInBrackets) ? scalar(range, .plain, range) : nil
        }
        let inner = first + 1..<max(first + 1, range.upperBound - 1)
        guard range.count > 1, bytes[inner.upperBound] == quote, inner.allSatisfy({ isQuotable(at: $0) })
        else { return nil }
        return scalar(inner, .quoted, range)
    }

    private func isQuotable(at index: Int) -> Bool {
        isCommon(at: index) && bytes[index] != quote && bytes[index] != UInt8(ascii: "\\")
    }

    /// Letters, digits and marks that mean nothing to YAML, and colons where they do not end a key.
    private func isWord(_ range: Range<Int>, isInBrackets: Bool) -> Bool {
        let first = bytes[range.lowerBound]
        guard first >= 0x80 || first.isLetter || first.isDigit || first == slash else { return false }
        return range.allSatisfy { at in
            switch bytes[at] {
            case UInt8(ascii: ":"): !isInBrackets && at + 1 < range.upperBound && bytes[at + 1] != space
            case space, hyphen, slash, UInt8(ascii: "."), UInt8(ascii: "+"), UInt8(ascii: "_"): true
            case let byte: byte >= 0x80 ? isCommon(at: at) : byte.isLetter || byte.isDigit
            }
        }
    }

    /// Whether a byte belongs to a character that YAML takes for no line end and never refuses.
    private func isCommon(at index: Int) -> Bool {
        switch bytes[index] {
        case 0xC2, 0xEF...: false
        // U+2028 and U+2029 end lines. Two more bytes follow in well-formed text.
        case 0xE2: bytes[index + 1] != 0x80 || bytes[index + 2] & 0xFE != 0xA8
        case let byte: byte >= 0x20 && byte != 0x7F
        }
    }
}

private let hyphen = UInt8(ascii: "-")
private let quote = UInt8(ascii: "\"")
private let slash = UInt8(ascii: "/")
private let space = UInt8(ascii: " ")

extension UInt8 {
    fileprivate var isLetter: Bool { UInt8(ascii: "a")...UInt8(ascii: "z") ~= self | 0x20 }
    fileprivate var isDigit: Bool { UInt8(ascii: "0")...UInt8(ascii: "9") ~= self }
}
