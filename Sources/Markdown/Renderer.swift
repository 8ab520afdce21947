import Bytes
import CCMark
import Model

/// Writes trees of cmark as HTML, with holes.
///
/// It mirrors cmark's own renderer: with extensions off and raw HTML on, filling the holes with what cmark
/// would have written gives cmark's bytes. It walks with cmark's iterator and keeps no stack, so that no
/// depth of nesting is too deep.
struct Renderer: ~Copyable {
    let settings: MarkdownSettings
    /// Reused from body to body.
    var html = ByteBuffer(capacity: 16_384)
    /// What the steps before found.
    var plan: RenderPlan

    var holes: [Hole] = []
    var headings: [Heading] = []
    var anchors = AnchorRegistry()
    var insertions = Insertions()
    /// The insertion that is the table of contents; a body has one at most.
    var contents: Int?
    var footnotes: Footnotes
    /// The tables written so far.
    var tableCount = 0
    var lead = ""
    var reporter: Reporter

    /// The line map of the tree that is walked.
    var lines = LineMap.identity
    /// Set while the parts of a block are written that are not ordinary text.
    var block: BlockKind?
    /// The image whose description is being written: only its text counts.
    var image: (node: Node, altStart: Int)?
    /// The paragraph that is written as a figure.
    var figure: Node?
    /// The item whose paragraphs are footnote text, and the insertion that takes its links back.
    var note: (item: Node, backLinks: Int?)?
    /// The first region of the outline that was not passed yet.
    var nextRegion = 0

    init(settings: MarkdownSettings, plan: RenderPlan, reporter: Reporter) {
        self.settings = settings
        self.plan = plan
        self.reporter = reporter
        footnotes = Footnotes(plan.outline.notes)
    }

    /// Forgets the last body and keeps the memory of its HTML.
    mutating func begin(plan: RenderPlan, reporter: Reporter) {
        html.removeAll()
        self.plan = plan
        self.reporter = reporter
        (holes, headings, contents) = ([], [], nil)
        (anchors, insertions, footnotes) = (AnchorRegistry(), Insertions(), Footnotes(plan.outline.notes))
        (tableCount, lead, lines, nextRegion) = (0, "", .identity, 0)
    }

    /// Writes a whole tree.
    mutating func walk(_ tree: borrowing DocumentTree) { walk(Node(tree.root)) }

    /// Writes everything inside `root`.
    mutating func walk(_ root: Node) {
        let iterator = cmark_iter_new(root.pointer)
        defer { cmark_iter_free(iterator) }
        while true {
            let event = cmark_iter_next(iterator)
            guard event != CMARK_EVENT_DONE, let node = Node(cmark_iter_get_node(iterator)) else { return }
            if node == root { continue }
            let entering = event == CMARK_EVENT_ENTER
            if let image {
                inImage(image, node, entering)
            } else if !visit(node, entering) {
                cmark_iter_reset(iterator, node.pointer, CMARK_EVENT_EXIT)
            }
        }
    }

    /// Writes one event; false when what is inside the node is dealt with.
    private mutating func visit(_ node: Node, _ entering: Bool) -> Bool {
        switch node.type {
        case CMARK_NODE_TEXT: text(node)
        case CMARK_NODE_SOFTBREAK: html.append(UInt8(ascii: "\n"))
        case CMARK_NODE_LINEBREAK: html.markup("<br />\n")
        case CMARK_NODE_STRONG: entering ? html.markup("<strong>") : html.markup("</strong>")
        case CMARK_NODE_EMPH: entering ? html.markup("<em>") : html.markup("</em>")
        case CMARK_NODE_LINK: entering ? linkStart(node) : linkEnd(node)
        case CMARK_NODE_IMAGE: imageStart(node)
        case CMARK_NODE_CODE: code(node)
        case CMARK_NODE_HTML_INLINE: inlineHTML(node)
        case CMARK_NODE_PARAGRAPH: return paragraph(node, entering)
        default: blockNode(node, entering)
        }
        return true
    }

    private mutating func blockNode(_ node: Node, _ entering: Bool) {
        switch node.type {
        case CMARK_NODE_HEADING: entering ? headingStart(node) : headingEnd(node)
        case CMARK_NODE_BLOCK_QUOTE: blockQuote(entering)
        case CMARK_NODE_LIST: list(node, entering)
        case CMARK_NODE_ITEM: item(entering)
        case CMARK_NODE_CODE_BLOCK: codeBlock(node)
        case CMARK_NODE_HTML_BLOCK: htmlBlock(node)
        case CMARK_NODE_THEMATIC_BREAK:
            startLine()
            html.markup("<hr />\n")
        default: break
        }
    }

    /// Ends the line of HTML when it is not ended yet.
    mutating func startLine() {
        guard let last = html.bytes.last else { return }
        if last != UInt8(ascii: "\n") || holes.last?.offset == html.count { html.append(UInt8(ascii: "\n")) }
    }

    mutating func addHole(_ kind: Hole.Kind, line: Int) {
        holes.append(Hole(offset: html.count, kind: kind, line: reporter.firstLine + line - 1))
    }

    /// The line of the body on which an inline or block node starts.
    func line(of node: Node) -> Int { lines[node.startLine] }
}
