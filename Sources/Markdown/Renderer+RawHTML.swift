import Bytes
import CCMark
import Diagnostics
import Model

extension Renderer {
    /// A `:::` block, a place something was taken from, or HTML the author wrote.
    mutating func htmlBlock(_ node: Node) {
        if let region = region(markedBy: node) {
            if let block = region.block { self.block(block) }
            return
        }
        startLine()
        if settings.rawHTML {
            html.append(node.text)
        } else {
            shownHTML(node)
        }
        startLine()
    }

    mutating func inlineHTML(_ node: Node) {
        if settings.rawHTML {
            html.append(node.text)
        } else if !node.text.starts(with: "<!--".utf8) {
            reportHTML(node)
            html.append(cmarkText: node.literal)
        }
    }

    /// The region of the outline whose mark `node` is.
    private mutating func region(markedBy node: Node) -> Outline.Region? {
        guard note == nil else { return nil }
        let regions = plan.outline.regions
        while nextRegion < regions.count, regions[nextRegion].markLine < node.startLine { nextRegion += 1 }
        guard nextRegion < regions.count, regions[nextRegion].markLine == node.startLine else { return nil }
        return regions[nextRegion]
    }

    /// Writes a block of HTML as the text it is. Whole comments at its start are notes of the author.
    private mutating func shownHTML(_ node: Node) {
        let text = Self.withoutComments(node.text)
        guard text.contains(where: { $0 > UInt8(ascii: " ") }) else { return }
        reportHTML(node)
        html.markup("<p>")
        html.append(cmarkText: UnsafeBufferPointer(rebasing: Self.trimmingEnd(text)))
        html.markup("</p>\n")
    }

    /// A comment that is never closed is none: it would hide the rest of the article.
    private static func withoutComments(
        _ text: UnsafeBufferPointer<UInt8>
    ) -> Slice<UnsafeBufferPointer<UInt8>> {
        var rest = text[...].drop { $0 <= UInt8(ascii: " ") }
        while rest.starts(with: "<!--".utf8) {
            guard let end = commentEnd(rest.dropFirst(4)) else { return rest }
            rest = rest[end...].drop { $0 <= UInt8(ascii: " ") }
        }
        return rest
    }

    private static func commentEnd(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
        var hyphens = 0
        for at in text.indices {
            if text[at] == UInt8(ascii: ">"), hyphens >= 2 { return at + 1 }
            hyphens = text[at] == UInt8(ascii: "-") ? hyphens + 1 : 0
        }
        return nil
    }

    private static func trimmingEnd(
        _ text: Slice<UnsafeBufferPointer<UInt8>>
    ) -> Slice<UnsafeBufferPointer<UInt8>> {
        let last = text.lastIndex { $0 > UInt8(ascii: " ") } ?? text.startIndex
        return text[...last]
    }

    private mutating func reportHTML(_ node: Node) {
        reporter.report(.warning, .rawHTML, line: line(of: node), mark: "<", limit: 1)
    }
}
