import CCMark

/// The text of inline nodes without any markup.
enum PlainText {
    static let leadLength = 300

    /// All text inside `root`: breaks are spaces, images are left out.
    static func of(_ root: Node, pieces: InlineOverlay) -> String {
        if let only = root.onlyChild, only.type == CMARK_NODE_TEXT, only.mark == nil {
            return String(decoding: only.text, as: UTF8.self)
        }
        return String(decoding: bytes(of: root, pieces: pieces, limit: .max), as: UTF8.self)
    }

    /// The text of a paragraph, at most 300 characters: a longer one is cut behind a word and ends in `…`.
    static func lead(_ paragraph: Node, pieces: InlineOverlay) -> String {
        // No character has more than four bytes, and what lies beyond the limit only has to be noticed.
        let text = bytes(of: paragraph, pieces: pieces, limit: leadLength * 4 + 1)
        var characters = 0
        var end = 0
        var lastBlank: Int?
        for at in text.indices where text[at] & 0xC0 != 0x80 {
            characters += 1
            guard characters <= leadLength else {
                return String(decoding: text[..<(lastBlank ?? end)].trimmed, as: UTF8.self) + "…"
            }
            if text[at].isBlank { lastBlank = at }
            end = at
        }
        return String(decoding: text[...].trimmed, as: UTF8.self)
    }

    private static func bytes(of root: Node, pieces: InlineOverlay, limit: Int) -> [UInt8] {
        var text: [UInt8] = []
        let iterator = cmark_iter_new(root.pointer)
        defer { cmark_iter_free(iterator) }
        while text.count < limit {
            let event = cmark_iter_next(iterator)
            guard event != CMARK_EVENT_DONE, let node = Node(cmark_iter_get_node(iterator)) else { break }
            guard event == CMARK_EVENT_ENTER else { continue }
            switch node.type {
            case CMARK_NODE_TEXT: append(node, pieces, to: &text)
            case CMARK_NODE_CODE: text += node.text
            case CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK: text.append(UInt8(ascii: " "))
            case CMARK_NODE_IMAGE: cmark_iter_reset(iterator, node.pointer, CMARK_EVENT_EXIT)
            default: break
            }
        }
        return text
    }

    private static func append(_ node: Node, _ overlay: InlineOverlay, to text: inout [UInt8]) {
        let literal = node.text
        guard let mark = node.mark else {
            text += literal
            return
        }
        for piece in overlay.run(mark).lazy.map({ overlay.pieces[$0] }) {
            switch piece.kind {
            case .text, .strike, .address, .citation: text += literal[piece.range]
            case .strikeStart, .strikeEnd, .note, .task: break
            }
        }
    }
}
