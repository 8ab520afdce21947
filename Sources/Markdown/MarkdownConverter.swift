import Bytes
package import Diagnostics
package import Model

/// Turns the Markdown of sources into bodies: one for each thread, used for one body after the other.
///
/// CommonMark is cmark's: this module finds its extensions around and inside cmark's trees and writes the
/// HTML. docs/markdown.md states their grammar.
package struct MarkdownConverter: ~Copyable {
    private let settings: MarkdownSettings
    private var renderer: Renderer

    package init(settings: MarkdownSettings) {
        self.settings = settings
        let nothing = Reporter(source: SourceText(file: "", bytes: []), body: 0..<0)
        renderer = Renderer(settings: settings, plan: RenderPlan(), reporter: nothing)
    }

    /// The HTML of the bytes `range` of `source`, which are valid UTF-8 with LF line ends, and what is wrong
    /// with them.
    package mutating func convert(
        _ source: SourceText, body range: Range<Int>, diagnostics: inout [Diagnostic]
    ) -> Body {
        let reporter = Reporter(source: source, body: range)
        let text = source.bytes[range]
        let traces =
            settings.extensions ? SyntaxTraces(in: text, citations: settings.citations) : SyntaxTraces()
        let body = traces.isEmpty ? plain(text, reporter) : extended(text, traces, reporter)
        diagnostics += renderer.reporter.diagnostics
        return body
    }

    /// A body in which no extension has anything to find.
    private mutating func plain(_ text: ArraySlice<UInt8>, _ reporter: Reporter) -> Body {
        let tree = DocumentTree(parsing: text)
        renderer.begin(plan: RenderPlan(), reporter: reporter)
        return renderer.body(of: tree)
    }

    private mutating func extended(
        _ text: ArraySlice<UInt8>, _ traces: SyntaxTraces, _ reporter: Reporter
    ) -> Body {
        var reporter = reporter
        let document = ExtendedDocument(text, traces, &reporter)
        renderer.begin(plan: document.plan, reporter: reporter)
        // The plan's nodes are the document's, which outlives the call.
        return renderer.body(of: document)
    }
}

extension Renderer {
    // The bodies are taken while the trees live: freeing a thousand nodes first makes the allocation of
    // the HTML several microseconds slower.

    fileprivate mutating func body(of tree: borrowing DocumentTree) -> Body {
        walk(tree)
        return body()
    }

    fileprivate mutating func body(of document: borrowing ExtendedDocument) -> Body {
        walk(document.tree)
        footnoteSection()
        return body()
    }

    /// The body that was written.
    private mutating func body() -> Body {
        if let contents { insertions.fill(contents, with: Contents.html(headings)) }
        var body = Body()
        body.html = insertions.isEmpty ? html.copy() : insertions.apply(to: html.bytes)
        body.holes = insertions.isEmpty ? holes : insertions.shift(holes)
        body.headings = headings
        body.anchors = anchors.all
        body.lead = lead
        return body
    }
}
