import Diagnostics
import Markdown
import Model

/// One text converted for a test.
struct Conversion {
    let body: Body
    let diagnostics: [Diagnostic]

    init(_ text: String, extensions: Bool = true, rawHTML: Bool = false, frontMatter: String = "") {
        var settings = MarkdownSettings()
        settings.extensions = extensions
        settings.rawHTML = rawHTML
        var converter = MarkdownConverter(settings: settings)
        self.init(text, with: &converter, frontMatter: frontMatter)
    }

    init(_ text: String, with converter: inout MarkdownConverter, frontMatter: String = "") {
        let bytes = Array((frontMatter + text).utf8)
        let source = SourceText(file: "bai.md", bytes: bytes)
        var found: [Diagnostic] = []
        body = converter.convert(source, body: frontMatter.utf8.count..<bytes.count, diagnostics: &found)
        diagnostics = found
    }

    /// The HTML with every hole filled as cmark itself would have written it.
    var html: String {
        var out: [UInt8] = []
        var start = 0
        for hole in body.holes {
            out += body.html[start..<hole.offset]
            out += Fragment.html(of: hole.kind).utf8
            start = hole.offset
        }
        return String(decoding: out + body.html[start...], as: UTF8.self)
    }

    /// What was reported, one `line:column message` each.
    var problems: [String] {
        diagnostics.map { diagnostic in
            let place = diagnostic.place.map { "\($0.line):\($0.column)" } ?? "-"
            return "\(place) \(diagnostic.problem.message(in: .english))"
        }
    }
}
