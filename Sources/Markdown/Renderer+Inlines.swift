import Bytes
import CCMark
import Diagnostics
import Model

extension Renderer {
    mutating func text(_ node: Node) {
        guard settings.extensions, let mark = node.mark else {
            html.append(cmarkText: node.literal)
            return
        }
        let literal = node.text
        for piece in plan.overlay.run(mark) { self.piece(plan.overlay.pieces[piece], of: literal, node) }
    }

    mutating func code(_ node: Node) {
        html.markup("<code>")
        html.append(cmarkText: node.literal)
        html.markup("</code>")
    }

    private mutating func piece(_ piece: InlinePiece, of literal: UnsafeBufferPointer<UInt8>, _ node: Node) {
        let text = UnsafeBufferPointer(rebasing: literal[piece.range])
        switch piece.kind {
        case .text, .strike: html.append(cmarkText: text)
        case .strikeStart: html.markup("<del>")
        case .strikeEnd: html.markup("</del>")
        case .address(let scheme): address(text, scheme)
        case .citation(let key, let issued):
            addHole(.citation(key: key, issued: issued), line: line(of: node))
            html.append(cmarkText: text)
            addHole(.linkEnd, line: line(of: node))
        case .note: footnoteReference(text, line: line(of: node))
        case .task(let isDone):
            isDone
                ? html.markup("<input type=\"checkbox\" disabled checked aria-label=\"Đã xong\">")
                : html.markup("<input type=\"checkbox\" disabled aria-label=\"Chưa xong\">")
        }
    }

    private mutating func address(_ text: UnsafeBufferPointer<UInt8>, _ scheme: Autolink.Scheme) {
        html.markup("<a href=\"")
        switch scheme {
        case .written: break
        case .http: html.markup("http://")
        case .mailto: html.markup("mailto:")
        }
        html.append(cmarkURL: text)
        if case .mailto = scheme { html.markup("\">") } else { html.markup("\" rel=\"noopener\">") }
        html.append(cmarkText: text)
        html.markup("</a>")
    }

    // MARK: - Links

    mutating func linkStart(_ node: Node) {
        let url = node.url
        let title = node.title
        guard Destination.isExternal(Node.bytes(of: url)) else {
            addHole(.link(destination: Self.string(url), title: Self.string(title)), line: line(of: node))
            return
        }
        html.markup("<a href=\"")
        appendSafe(Node.bytes(of: url), line: line(of: node))
        html.markup("\"")
        appendTitle(title)
        if settings.extensions, Destination.isWeb(Node.bytes(of: url)) { html.markup(" rel=\"noopener\"") }
        html.markup(">")
    }

    mutating func linkEnd(_ node: Node) {
        guard !Destination.isExternal(Node.bytes(of: node.url)) else {
            html.markup("</a>")
            return
        }
        addHole(.linkEnd, line: line(of: node))
        if block == .attachment {
            addHole(.fileSize(destination: Self.string(node.url)), line: line(of: node))
        }
    }

    /// Appends an address that is not a hole, or nothing when it could run a program.
    mutating func appendSafe(_ url: UnsafeBufferPointer<UInt8>, line: Int) {
        if settings.rawHTML || !Destination.isDangerous(url) {
            html.append(cmarkURL: url)
            return
        }
        let destination = String(decoding: url, as: UTF8.self)
        reporter.report(.warning, .unsafeLink(destination: destination), line: line, mark: destination)
    }

    private mutating func appendTitle(_ title: UnsafePointer<CChar>?) {
        guard let title, title.pointee != 0 else { return }
        html.markup(" title=\"")
        html.append(cmarkText: title)
        html.markup("\"")
    }

    static func string(_ text: UnsafePointer<CChar>?) -> String {
        String(decoding: Node.bytes(of: text), as: UTF8.self)
    }

    // MARK: - Images

    mutating func imageStart(_ node: Node) {
        html.markup("<img")
        imageSource(node)
        html.markup(" alt=\"")
        image = (node, html.count)
    }

    private mutating func imageSource(_ node: Node) {
        let url = Node.bytes(of: node.url)
        guard Destination.isExternal(url) else {
            addHole(.image(destination: Self.string(node.url)), line: line(of: node))
            return
        }
        html.markup(" src=\"")
        appendSafe(url, line: line(of: node))
        html.markup("\"")
    }

    /// Writes the text inside an image's description, and ends the image.
    mutating func inImage(_ image: (node: Node, altStart: Int), _ node: Node, _ entering: Bool) {
        switch node.type {
        case CMARK_NODE_TEXT, CMARK_NODE_CODE, CMARK_NODE_HTML_INLINE: html.append(cmarkText: node.literal)
        case CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK: html.append(UInt8(ascii: " "))
        case CMARK_NODE_IMAGE where node == image.node:
            self.image = nil
            imageEnd(node, alt: image.altStart..<html.count)
        default: break
        }
    }

    private mutating func imageEnd(_ node: Node, alt: Range<Int>) {
        html.markup("\"")
        if alt.isEmpty {
            let problem = MarkdownProblem.missingAlt(image: Self.string(node.url))
            reporter.report(.warning, problem, line: line(of: node), mark: "![")
        }
        let isFigure = figure != nil || block == .gallery
        if !isFigure { appendTitle(node.title) }
        if settings.extensions { html.markup(" loading=\"lazy\"") }
        html.markup(" />")
        if isFigure { caption(node, alt: alt) }
    }

    /// Writes the title of a figure's image as its caption.
    private mutating func caption(_ node: Node, alt: Range<Int>) {
        guard let title = node.title, title.pointee != 0 else { return }
        html.markup("<figcaption>")
        let start = html.count
        html.append(cmarkText: title)
        let isSame = html.bytes[alt].elementsEqual(html.bytes[start...])
        html.markup("</figcaption>")
        if isSame {
            let problem = MarkdownProblem.altIsCaption(image: Self.string(node.url))
            reporter.report(.warning, problem, line: line(of: node), mark: "![")
        }
    }
}
