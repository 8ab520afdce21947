import CCMark
import Model

/// What the inline extensions see in text nodes of cmark's trees.
///
/// The trees stay as they are: a text node that holds a link, a footnote reference, a task box or a mark of
/// struck-out text is tied to a list of pieces, which the renderer writes instead of the text.
struct InlineOverlay {
    private(set) var pieces: [InlinePiece] = []
    private var runs: [Range<Int>] = []

    /// The pieces of the text node with that mark.
    func run(_ mark: Int) -> Range<Int> { runs[mark] }

    /// Reads every text of `tree`. `lines` are those of the text it was parsed from.
    mutating func read(_ tree: borrowing DocumentTree, lines: TextLines, citations: Bool) {
        let iterator = cmark_iter_new(tree.root)
        defer { cmark_iter_free(iterator) }
        var reader = TextReader(lines: lines, citations: citations)
        while true {
            let event = cmark_iter_next(iterator)
            guard event != CMARK_EVENT_DONE, let node = Node(cmark_iter_get_node(iterator)) else { return }
            if event == CMARK_EVENT_EXIT {
                if node.type == CMARK_NODE_LINK { reader.isInLink = false }
            } else if node.type == CMARK_NODE_IMAGE {
                // The text of an image is an attribute: nothing in it can be marked up.
                cmark_iter_reset(iterator, node.pointer, CMARK_EVENT_EXIT)
            } else {
                reader.enter(node)
                if let first = node.firstChild { read(first, &reader) }
            }
        }
    }

    /// Reads the texts among the siblings that start with `first`, and pairs their marks of struck-out text.
    private mutating func read(_ first: Node, _ reader: inout TextReader) {
        var openers: [Int] = []
        var child: Node? = first
        while let node = child {
            child = node.next
            guard node.type == CMARK_NODE_TEXT else { continue }
            let start = pieces.count
            guard reader.read(node, into: &pieces) else { continue }
            node.mark = runs.count
            runs.append(start..<pieces.count)
            for index in start..<pieces.count { pair(index, &openers) }
        }
    }

    private mutating func pair(_ index: Int, _ openers: inout [Int]) {
        guard case .strike(let canOpen, let canClose) = pieces[index].kind else { return }
        if canClose, let opener = openers.popLast() {
            pieces[opener].kind = .strikeStart
            pieces[index].kind = .strikeEnd
        } else if canOpen {
            openers.append(index)
        }
    }
}

/// A stretch of a text node's literal, and what it stands for.
struct InlinePiece {
    enum Kind {
        case text
        /// `~~` that has found no partner: plain text.
        case strike(canOpen: Bool, canClose: Bool)
        case strikeStart
        case strikeEnd
        case address(Autolink.Scheme)
        /// The number of an official document.
        case citation(key: String, issued: CivilDate?)
        /// `[^label]`.
        case note
        /// `[ ]` or `[x]` at the start of a list item.
        case task(isDone: Bool)
    }

    var kind: Kind
    /// Bytes of the literal.
    let range: Range<Int>
}
