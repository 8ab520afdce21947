import Bytes
import CCMark
import Diagnostics
import Model

extension Renderer {
    /// Writes block number `index` of the outline.
    mutating func block(_ index: Int) {
        let source = plan.outline.blocks[index]
        startLine()
        if startsFoot(index) { html.markup("<div class=\"official-foot\">\n") }
        block = source.kind
        switch source.kind {
        case .officialHeader: officialHeader(index)
        case .signature: linesBlock(index)
        case .recipients: recipients(index)
        case .gallery: gallery(index)
        case .video: video(source, index)
        case .attachment: attachment(index)
        }
        block = nil
        if index > 0, startsFoot(index - 1) { html.markup("</div>\n") }
    }

    /// Whether block `index` is a list of recipients right above a signature.
    private func startsFoot(_ index: Int) -> Bool {
        let blocks = plan.outline.blocks
        return index + 1 < blocks.count && blocks[index].kind == .recipients
            && blocks[index + 1].kind == .signature && blocks[index + 1].followsDirectly
    }

    // MARK: - Official documents

    private mutating func officialHeader(_ index: Int) {
        html.markup("<div class=\"official-header\">\n<div class=\"official-left\">\n")
        for part in plan.blockParts[index] {
            guard let part else {
                html.markup("</div>\n<div class=\"official-right\">\n")
                continue
            }
            shownLine(part)
        }
        html.markup("</div>\n</div>\n")
    }

    private mutating func linesBlock(_ index: Int) {
        html.markup("<div class=\"signature\">\n")
        for part in plan.blockParts[index] { if let part { shownLine(part) } }
        html.markup("</div>\n")
    }

    private mutating func shownLine(_ part: Int) {
        html.markup("<p>")
        walkPart(plan.parts[part])
        html.markup("</p>\n")
    }

    private mutating func recipients(_ index: Int) {
        html.markup("<div class=\"recipients\">\n<p>Nơi nhận:</p>\n")
        listOfParts(index)
        html.markup("</div>\n")
    }

    private mutating func listOfParts(_ index: Int) {
        html.markup("<ul>\n")
        for part in plan.blockParts[index] {
            guard let part else { continue }
            html.markup("<li>")
            walkPart(plan.parts[part])
            html.markup("</li>\n")
        }
        html.markup("</ul>\n")
    }

    // MARK: - Pictures, films, files

    private mutating func gallery(_ index: Int) {
        html.markup("<div class=\"gallery\">\n")
        for part in plan.blockParts[index] {
            guard let part else { continue }
            let node = plan.parts[part]
            guard node.onlyChild?.type == CMARK_NODE_IMAGE else {
                let line = plan.partLines[node.startLine]
                reporter.report(.error, .notAnImage, line: line, mark: "")
                continue
            }
            html.markup("<figure>")
            walkPart(node)
            html.markup("</figure>\n")
        }
        html.markup("</div>\n")
    }

    private mutating func video(_ source: Outline.Block, _ index: Int) {
        guard !source.argument.isEmpty else {
            reporter.report(.error, .videoWithoutFile, line: source.openingLine, mark: ":::")
            return
        }
        html.markup("<figure class=\"video\"><video controls preload=\"metadata\"")
        videoSource(source)
        html.markup("></video>")
        let parts = plan.blockParts[index].compactMap { $0 }
        for (number, part) in parts.enumerated() {
            number == 0 ? html.markup("<figcaption>") : html.markup(" ")
            walkPart(plan.parts[part])
        }
        if !parts.isEmpty { html.markup("</figcaption>") }
        html.markup("</figure>\n")
    }

    private mutating func videoSource(_ source: Outline.Block) {
        var path = source.argument
        path.withUTF8 { bytes in
            guard Destination.isExternal(bytes) else {
                addHole(.media(destination: source.argument), line: source.openingLine)
                return
            }
            html.markup(" src=\"")
            appendSafe(bytes, line: source.openingLine)
            html.markup("\"")
        }
    }

    private mutating func attachment(_ index: Int) {
        for case let part? in plan.blockParts[index] where !Self.holdsLink(plan.parts[part]) {
            reporter.report(.error, .notALink, line: plan.partLines[plan.parts[part].startLine], mark: "")
        }
        html.markup("<div class=\"attachments\">\n")
        listOfParts(index)
        html.markup("</div>\n")
    }

    private static func holdsLink(_ part: Node) -> Bool {
        sequence(first: part.firstChild) { $0?.next }.prefix { $0 != nil }.contains {
            $0?.type == CMARK_NODE_LINK
        }
    }
}
