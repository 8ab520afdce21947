import Bytes
import CCMark
import Diagnostics

extension Renderer {
    /// Writes `[^label]` as a link to its note.
    mutating func footnoteReference(_ text: UnsafeBufferPointer<UInt8>, line: Int) {
        let label = String(decoding: text.dropFirst(2).dropLast(), as: UTF8.self)
        guard let note = footnotes.refer(to: label) else {
            reporter.report(.warning, .undefinedNote(label: label), line: line, mark: "[^\(label)]")
            html.append(cmarkText: text)
            return
        }
        let id = Self.referenceID(note.number, note.references)
        anchors.add(id)
        html.markup("<sup><a href=\"#fn-")
        html.append(decimal: note.number)
        html.markup("\" id=\"")
        html.append(id)
        html.markup("\" role=\"doc-noteref\">")
        html.append(decimal: note.number)
        html.markup("</a></sup>")
    }

    /// Writes the notes that the text, or a note before, refers to.
    mutating func footnoteSection() {
        if !footnotes.order.isEmpty { writeNotes() }
        reportRepeated()
        reportUnused()
    }

    private mutating func writeNotes() {
        lines = plan.noteLines
        startLine()
        html.markup("<section class=\"footnotes\" role=\"doc-endnotes\" aria-label=\"Chú thích\">\n<ol>\n")
        var written = 0
        while written < footnotes.order.count {
            footnote(footnotes.order[written], number: written + 1)
            written += 1
        }
        html.markup("</ol>\n</section>\n")
        for entry in footnotes.entries {
            if let insertion = entry.backLinks { insertions.fill(insertion, with: Self.backLinks(entry)) }
        }
    }

    private mutating func footnote(_ index: Int, number: Int) {
        anchors.add("fn-\(number)")
        html.markup("<li id=\"fn-")
        html.append(decimal: number)
        html.markup("\">\n")
        let item = plan.noteItems[index]
        note = (item, nil)
        walk(item)
        if note?.backLinks == nil { backLinkParagraph() }
        if let insertion = note?.backLinks { footnotes.setBackLinks(insertion, of: index) }
        note = nil
        startLine()
        html.markup("</li>\n")
    }

    private mutating func backLinkParagraph() {
        startLine()
        html.markup("<p>")
        reserveBackLinks()
        html.markup("</p>\n")
    }

    /// The links back stand at the end of the note's last paragraph; a note that ends otherwise gets one.
    mutating func reserveBackLinks() {
        note?.backLinks = insertions.reserve(at: html.count)
    }

    private static func backLinks(_ entry: Footnotes.Entry) -> [UInt8] {
        var out = ByteBuffer(capacity: 256)
        for reference in 1...max(entry.references, 1) {
            out.markup(" <a href=\"#")
            out.append(referenceID(entry.number, reference))
            out.markup("\" role=\"doc-backlink\" aria-label=\"Trở lại bài, chỗ chú thích ")
            out.append(decimal: entry.number)
            if entry.references > 1 {
                out.markup(" lần ")
                out.append(decimal: reference)
            }
            out.markup("\">↩</a>")
        }
        return out.copy()
    }

    private static func referenceID(_ number: Int, _ reference: Int) -> String {
        reference == 1 ? "fnref-\(number)" : "fnref-\(number)-\(reference)"
    }

    private mutating func reportRepeated() {
        for (index, entry) in footnotes.entries.enumerated() {
            guard let first = footnotes.first(entry.label), first != index else { continue }
            let firstLine = reporter.firstLine + footnotes.entries[first].line - 1
            let problem = MarkdownProblem.repeatedNote(label: entry.label, firstLine: firstLine)
            reporter.report(.warning, problem, line: entry.line, mark: "[^\(entry.label)]")
        }
    }

    private mutating func reportUnused() {
        for (index, entry) in footnotes.entries.enumerated() {
            guard entry.number == 0, footnotes.first(entry.label) == index else { continue }
            reporter.report(
                .warning, .unusedNote(label: entry.label), line: entry.line, mark: "[^\(entry.label)]")
        }
    }
}
