/// The footnotes of a document, put together so that cmark reads all of them at once.
///
/// Each becomes a list of one item: what a note leaves open ends with its item, and two lists in a row
/// stay apart because their marks differ.
struct NoteParts {
    private(set) var text: [UInt8]
    private(set) var map = LineMap()

    init(_ notes: [Outline.Note], definitions: [UInt8]) {
        text = definitions
        for _ in definitions.filter({ $0 == UInt8(ascii: "\n") }) { map.append(0) }
        for (number, note) in notes.enumerated() { add(note, mark: number % 2 == 0 ? "1.  " : "1)  ") }
    }

    private mutating func add(_ note: Outline.Note, mark: String) {
        // An item without text cannot follow the line of a paragraph.
        if note.content[0].isEmpty { addLine([], of: note.line) }
        for (offset, content) in note.content.enumerated() {
            text += (offset == 0 ? mark : "    ").utf8
            addLine(content, of: note.line + offset)
        }
    }

    private mutating func addLine(_ content: ArraySlice<UInt8>, of line: Int) {
        text += content
        text.append(UInt8(ascii: "\n"))
        map.append(line)
    }

    /// The items in the tree that `text` was parsed to, one for each note in order.
    static func items(in tree: borrowing DocumentTree) -> [Node] {
        InlineParts.nodes(in: tree).compactMap(\.firstChild)
    }
}
