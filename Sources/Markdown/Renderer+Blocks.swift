import Bytes
import CCMark
import Model

extension Renderer {
    mutating func blockQuote(_ entering: Bool) {
        startLine()
        entering ? html.markup("<blockquote>\n") : html.markup("</blockquote>\n")
    }

    mutating func list(_ node: Node, _ entering: Bool) {
        let isBullet = cmark_node_get_list_type(node.pointer) == CMARK_BULLET_LIST
        guard entering else {
            isBullet ? html.markup("</ul>\n") : html.markup("</ol>\n")
            return
        }
        startLine()
        let start = Int(cmark_node_get_list_start(node.pointer))
        if isBullet {
            html.markup("<ul>\n")
        } else if start == 1 {
            html.markup("<ol>\n")
        } else {
            html.markup("<ol start=\"")
            html.append(decimal: start)
            html.markup("\">\n")
        }
    }

    mutating func item(_ entering: Bool) {
        guard entering else {
            html.markup("</li>\n")
            return
        }
        startLine()
        html.markup("<li>")
    }

    mutating func codeBlock(_ node: Node) {
        startLine()
        html.markup("<pre><code")
        let language = Node.bytes(of: cmark_node_get_fence_info(node.pointer)).prefix { !$0.isSpace }
        if !language.isEmpty {
            html.markup(" class=\"language-")
            html.append(cmarkText: UnsafeBufferPointer(rebasing: language))
            html.markup("\"")
        }
        html.markup(">")
        html.append(cmarkText: node.literal)
        html.markup("</code></pre>\n")
    }

    // MARK: - Headings

    /// A page has one `h1`, its title: `#` in a body is an `h2` like `##`.
    mutating func headingStart(_ node: Node) {
        startLine()
        let level = headingLevel(node)
        html.markup("<h")
        html.append(decimal: level)
        if settings.extensions {
            let text = PlainText.of(node, pieces: plan.overlay)
            let id = anchors.heading(text)
            headings.append(Heading(level: level, id: id, text: text))
            html.markup(" id=\"")
            html.append(cmarkText: id)
            html.markup("\"")
        }
        html.markup(">")
    }

    mutating func headingEnd(_ node: Node) {
        html.markup("</h")
        html.append(decimal: headingLevel(node))
        html.markup(">\n")
    }

    private func headingLevel(_ node: Node) -> Int {
        let level = Int(cmark_node_get_heading_level(node.pointer))
        return settings.extensions ? max(level, 2) : level
    }

    // MARK: - Paragraphs

    /// False when the paragraph is a table or a table of contents, which are written as a whole.
    mutating func paragraph(_ node: Node, _ entering: Bool) -> Bool {
        if entering, settings.extensions, isExtension(node) { return false }
        if isTight(node) { return true }
        if entering {
            startLine()
            figureOrParagraphStart(node)
        } else if figure == node {
            figure = nil
            html.markup("</figure>\n")
        } else {
            if let note, node.parent == note.item, node.next == nil { reserveBackLinks() }
            html.markup("</p>\n")
        }
        return true
    }

    private mutating func figureOrParagraphStart(_ node: Node) {
        if settings.extensions, node.onlyChild?.type == CMARK_NODE_IMAGE {
            figure = node
            html.markup("<figure>")
            return
        }
        html.markup("<p>")
        if lead.isEmpty, node.parent?.type == CMARK_NODE_DOCUMENT {
            lead = PlainText.lead(node, pieces: plan.overlay)
        }
    }

    /// Writes `node` when it is a table or a table of contents.
    private mutating func isExtension(_ node: Node) -> Bool {
        if let table = node.mark {
            self.table(plan.tables[table])
            return true
        }
        guard plan.traces.contents, contents == nil, let text = node.onlyChild, Contents.isMark(text) else {
            return false
        }
        startLine()
        contents = insertions.reserve(at: html.count)
        return true
    }

    private func isTight(_ node: Node) -> Bool {
        guard let parent = node.parent, parent != note?.item, let list = parent.parent,
            list.type == CMARK_NODE_LIST
        else { return false }
        return cmark_node_get_list_tight(list.pointer) != 0
    }
}

extension UInt8 {
    /// White space as C's `isspace` has it in the "C" locale.
    fileprivate var isSpace: Bool { self == UInt8(ascii: " ") || 9...13 ~= self }
}
