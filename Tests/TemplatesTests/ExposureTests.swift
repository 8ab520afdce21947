import Diagnostics
import Templates
import Testing

/// What changes what a template reads: of its own objects, and of others.
struct ExposureTests {
    private static let count = Influences(rawValue: 1)
    private static let list = Influences(rawValue: 2)

    /// Articles belong to a shelf, which counts them and lists them; `site` knows all of both.
    private static var schema: Schema {
        func number(_ name: String) -> Field { Field(name, .int, "") { _, _ in .int(0) } }
        func object(_ name: String, _ type: String) -> Field {
            Field(name, .object(type), "") { _, _ in .object(0) }
        }
        func objects(_ name: String, _ type: String) -> Field {
            Field(name, .list(.object(type)), "") { _, _ in .list(.range(0..<0)) }
        }
        return Schema(
            objects: [
                ObjectType("article", doc: "", fields: [number("views"), object("shelf", "shelf")]),
                ObjectType(
                    "shelf", doc: "",
                    fields: [
                        number("height"), number("count").changing(with: count),
                        objects("articles", "article").changing(with: list), object("first", "article"),
                    ]),
                ObjectType("site", doc: "", fields: [number("year"), objects("shelves", "shelf")]),
            ],
            globals: [Variable("site", .object("site"), "")],
            pages: [
                PageKind(
                    "page", template: "page.html", doc: "",
                    variables: [Variable("article", .object("article"), "")])
            ])
    }

    private func exposure(_ template: String) -> Exposure? {
        let text = SourceText(file: "page.html", bytes: Array(template.utf8))
        let (set, found) = TemplateSet.compile(
            [TemplateSource(name: "page.html", layer: "t", text: text)], schema: Self.schema)
        #expect(found.isEmpty)
        return set?.template(forPage: "page")?.exposure
    }

    @Test(arguments: [
        ("{{ article.views }} {{ site.year }} {{ article.shelf.height }}", Exposure()),
        ("{{ article.shelf.count }}", Exposure(near: count)),
        ("{{ article.shelf.first.shelf.count }}", Exposure(near: count)),
        ("{% for a in article.shelf.articles %}{{ a.views }}{% endfor %}", Exposure(near: list)),
        (
            "{% for a in article.shelf.articles %}{{ a.shelf.count }}{% endfor %}",
            Exposure(near: list, far: count)
        ),
        ("{% for s in site.shelves %}{{ s.height }}{% endfor %}", Exposure()),
        ("{% for s in site.shelves %}{{ s.count }}{% endfor %}", Exposure(far: count)),
        (
            "{% macro m(s) %}{{ s.count }}{% endmacro %}{{ m(article.shelf) }}", Exposure(near: count)
        ),
        (
            "{% if article.shelf.first == article %}=={% endif %}", nil as Exposure?
        ),
    ])
    func whatIsReadTells(_ template: String, _ expected: Exposure?) {
        #expect(exposure(template) == expected)
    }
}
