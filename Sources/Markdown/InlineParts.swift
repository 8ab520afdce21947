import CCMark

/// Inline text that stands apart from the document (cells of tables, lines of `:::` blocks), put together
/// so that cmark reads all of it at once.
///
/// Each part becomes one heading: its content can be no block of any kind, and a closing `#` keeps the
/// part's own `#` at the end from being taken for one.
struct InlineParts {
    private(set) var text: [UInt8]
    private(set) var map = LineMap()
    private(set) var count = 0

    /// `definitions`: link reference definitions that hold in every part, whole lines.
    init(definitions: [UInt8]) {
        text = definitions
        for _ in definitions.filter({ $0 == UInt8(ascii: "\n") }) { map.append(0) }
    }

    /// Adds a text without line ends; gives its number.
    mutating func add(_ content: ArraySlice<UInt8>, line: Int) -> Int {
        text += "# ".utf8
        text += content
        text += " #\n".utf8
        map.append(line)
        count += 1
        return count - 1
    }

    /// Adds the lines of a paragraph as one part.
    mutating func add(paragraph lines: [ArraySlice<UInt8>], line: Int) -> Int {
        for (offset, content) in lines.enumerated() {
            // Indented this far, a line can only continue the paragraph, as it did where it comes from.
            if offset > 0 { text += "    ".utf8 }
            text += content
            text.append(UInt8(ascii: "\n"))
            map.append(line + offset)
        }
        text += "===\n".utf8
        map.append(line)
        count += 1
        return count - 1
    }

    /// The nodes of the parts, by number, in the tree that `text` was parsed to.
    static func nodes(in tree: borrowing DocumentTree) -> [Node] {
        Array(sequence(first: Node(tree.root).firstChild) { $0?.next }.prefix { $0 != nil }.compactMap { $0 })
    }
}
