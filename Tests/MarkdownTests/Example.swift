import Testing

/// A text and the HTML it becomes, its holes filled as cmark would fill them.
struct Example: Sendable, CustomTestStringConvertible {
    let name: String
    let markdown: String
    let html: String

    init(_ name: String, _ markdown: String, _ html: String) {
        self.name = name
        self.markdown = markdown
        self.html = html
    }

    var testDescription: String { name }

    func check(_ location: SourceLocation = #_sourceLocation) {
        #expect(Conversion(markdown).html == html, sourceLocation: location)
    }
}
