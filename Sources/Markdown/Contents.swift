import Bytes
import CCMark
import Model

/// The table of contents of a body.
enum Contents {
    /// Whether a text is `[[muc-luc]]` or `[[toc]]`, written without escapes.
    static func isMark(_ node: Node) -> Bool {
        guard node.type == CMARK_NODE_TEXT, node.text.count == node.endColumn - node.startColumn + 1 else {
            return false
        }
        return node.text.elementsEqual("[[muc-luc]]".utf8) || node.text.elementsEqual("[[toc]]".utf8)
    }

    /// Headings of levels 2 and 3 as nested lists; nothing when there are none.
    static func html(_ headings: [Heading]) -> [UInt8] {
        let shown = headings.filter { $0.level <= 3 }
        guard !shown.isEmpty else { return [] }
        var out = ByteBuffer(capacity: 1024)
        out.markup("<nav class=\"toc\" aria-label=\"Mục lục\">\n<ol>\n")
        var isNested = false
        for (index, heading) in shown.enumerated() {
            out.markup("<li><a href=\"#")
            out.append(cmarkText: heading.id)
            out.markup("\">")
            out.append(cmarkText: heading.text)
            out.markup("</a>")
            let next = index + 1 < shown.count ? shown[index + 1].level : 2
            isNested = end(&out, isNested: isNested, level: heading.level, next: next)
        }
        out.markup("</ol>\n</nav>\n")
        return out.copy()
    }

    /// Ends an entry: opens the inner list before a first subheading, closes it after the last. Subheadings
    /// without a heading above stay in the outer list. True when the inner list is open afterwards.
    private static func end(_ out: inout ByteBuffer, isNested: Bool, level: Int, next: Int) -> Bool {
        if next > 2, level == 2 {
            out.markup("\n<ol>\n")
            return true
        }
        out.markup("</li>\n")
        guard isNested, next == 2 else { return isNested }
        out.markup("</ol>\n</li>\n")
        return false
    }
}
