import CCMark

/// Finds the bytes of a text node that the source escapes (`\~`) or writes as a reference (`&#126;`).
///
/// cmark's tree has only the resulting text, but also the columns it comes from: where text and source have
/// the same length nothing is escaped, otherwise both are read side by side.
struct SourceMarks {
    let lines: TextLines
    /// The paragraph or heading that is being read, and how many quotes it stands in, once that is asked.
    private var block: Node?
    private var depth: Int?

    init(lines: TextLines) { self.lines = lines }

    mutating func enter(_ block: Node) {
        self.block = block
        depth = nil
    }

    /// Offsets into the literal of `node`. When text and source do not fit together, all of them.
    mutating func escapedBytes(of node: Node) -> Set<Int> {
        let text = node.text
        guard text.count != node.endColumn - node.startColumn + 1 else { return [] }
        guard let start = sourceStart(of: node) else { return Set(0..<text.count) }
        return Self.align(text, with: lines.bytes[start..<lines.ranges[node.startLine - 1].upperBound])
    }

    /// Where the node starts in the text. On the later lines of a paragraph cmark counts columns as if they
    /// were indented like the first.
    private mutating func sourceStart(of node: Node) -> Int? {
        guard node.startLine > 0, node.startLine <= lines.count, let block else { return nil }
        let range = lines.ranges[node.startLine - 1]
        var start = range.lowerBound + node.startColumn - 1
        if node.startLine > block.startLine {
            let depth = depth ?? block.quoteDepth
            self.depth = depth
            let content = lines[node.startLine - 1].withoutQuotes(depth: depth)
            start = content.startIndex + node.startColumn - block.startColumn
        }
        return range.lowerBound...range.upperBound ~= start ? start : nil
    }

    private static func align(_ text: UnsafeBufferPointer<UInt8>, with source: ArraySlice<UInt8>) -> Set<Int>
    {
        var escaped: Set<Int> = []
        var at = 0
        var from = source.startIndex
        while at < text.count {
            guard from < source.endIndex else { return Set(0..<text.count) }
            if source[from] == UInt8(ascii: "\\"), from + 1 < source.endIndex, source[from + 1] == text[at],
                isPunctuation(text[at])
            {
                escaped.insert(at)
                from += 2
                at += 1
            } else if source[from] == UInt8(ascii: "&"), let end = referenceEnd(source[from...], text[at...])
            {
                let length = scalarLength(text[at])
                escaped.formUnion(at..<min(at + length, text.count))
                from = end
                at += length
            } else if source[from] == text[at] {
                from += 1
                at += 1
            } else {
                return Set(0..<text.count)
            }
        }
        return escaped
    }

    /// The end of the character reference `source` starts with, unless `text` shows the same characters.
    private static func referenceEnd(
        _ source: ArraySlice<UInt8>, _ text: Slice<UnsafeBufferPointer<UInt8>>
    ) -> Int? {
        let name = source.dropFirst().prefix(33).prefix { $0.isAlphanumeric || $0 == UInt8(ascii: "#") }
        guard !name.isEmpty, name.endIndex < source.endIndex, source[name.endIndex] == UInt8(ascii: ";")
        else {
            return nil
        }
        return text.starts(with: source[source.startIndex...name.endIndex]) ? nil : name.endIndex + 1
    }

    private static func scalarLength(_ first: UInt8) -> Int {
        switch first {
        case 0..<0x80: 1
        case 0..<0xE0: 2
        case 0..<0xF0: 3
        default: 4
        }
    }

    private static func isPunctuation(_ byte: UInt8) -> Bool {
        0x21...0x7E ~= byte && !byte.isAlphanumeric
    }
}
