import Bytes
import Diagnostics
import Templates

/// A small portal that templates in tests speak of.
final class Portal {
    struct Article {
        var title = ""
        var summary: String?
        var body = Markup(html: [])
        var category = 0
        var image: Int?
        var tags: [String] = []
        var date = 0
        var views = 0
        var isPinned = false
    }

    struct Category {
        var title = ""
        var articles: [Int32] = []
    }

    var title = "Đoàn khối"
    var slogan: String?
    var articles: [Article] = []
    var categories: [Category] = []
    var images: [String] = []
    var latest: [Int32] = []
    var pageNumber = 1

    /// Three articles in two categories; the second has no image, no summary and no tags.
    static func sample() -> Portal {
        let portal = Portal()
        portal.articles = [
            Article(
                title: "Đại hội \"Đoàn\" & <b>", summary: "Tóm tắt",
                body: Markup(html: Array("<p>một</p>".utf8)),
                category: 0, image: 0, tags: ["Đoàn", "Hội"], date: 86_400, views: 7, isPinned: true),
            Article(title: "Hai", category: 1, date: 2 * 86_400, views: 0),
            Article(title: "Ba", category: 0, image: 1, tags: ["Trẻ"], date: 3 * 86_400, views: 12),
        ]
        portal.categories = [
            Category(title: "Tin tức", articles: [0, 2]), Category(title: "Văn bản", articles: [1]),
        ]
        portal.images = ["/a.jpg", "/b.jpg"]
        portal.latest = [2, 1, 0]
        return portal
    }

    static func read<Result>(_ world: AnyObject, _ body: (Portal) -> Result) -> Result {
        body(unsafeDowncast(world, to: Portal.self))
    }
}

extension Schema {
    /// The schema of `Portal`, with pages of kind `article`, `category` and `home`.
    static let portal = Schema(
        objects: [site, article, category, image, pager],
        globals: [Variable("site", .object("site"), "The site.")],
        pages: [
            PageKind(
                "article", template: "article.html", doc: "One article.",
                variables: [Variable("article", .object("article"), "The article.")]),
            PageKind(
                "category", template: "category.html", doc: "One page of a category.",
                variables: [
                    Variable("category", .object("category"), "The category.", recurs: true),
                    Variable("pager", .object("pager"), "The pages."),
                ]),
            PageKind(
                "home", template: "home.html", doc: "The front page.",
                variables: [
                    Variable("heading", .text, "A heading."),
                    Variable("lead", .optional(.object("article")), "The leading article."),
                    Variable("count", .int, "A number."), Variable("flag", .bool, "A truth."),
                    Variable("names", .list(.text), "Names."),
                    Variable("note", .optional(.text), "A note."),
                ]),
        ], filters: [iso, stamp])

    private static let site = ObjectType(
        "site", doc: "The whole site.",
        fields: [
            Field("title", .text, "Its name.") { world, _ in Portal.read(world) { .text($0.title) } },
            Field("slogan", .optional(.text), "Its slogan.") { world, _ in
                Portal.read(world) { $0.slogan.map(Value.text) ?? .none }
            },
            Field("latest", .list(.object("article")), "The latest articles.") { world, _ in
                Portal.read(world) { .list(.objects($0.latest[...])) }
            },
            Field("categories", .list(.object("category")), "All categories.") { world, _ in
                Portal.read(world) { .list(.range(0..<$0.categories.count)) }
            },
        ])

    private static let article = ObjectType(
        "article", doc: "A news post.",
        fields: [
            Field("title", .text, "Its headline.") { world, index in
                Portal.read(world) { .text($0.articles[index].title) }
            },
            Field("summary", .optional(.text), "Its lead.") { world, index in
                Portal.read(world) { $0.articles[index].summary.map(Value.text) ?? .none }
            },
            Field("body", .html, "Its text.", isReplaced: true) { world, index in
                Portal.read(world) { .markup($0.articles[index].body) }
            },
            Field("category", .object("category"), "Where it belongs.") { world, index in
                Portal.read(world) { .object($0.articles[index].category) }
            },
            Field("image", .optional(.object("image")), "Its picture.") { world, index in
                Portal.read(world) { $0.articles[index].image.map(Value.object) ?? .none }
            },
            Field("tags", .list(.text), "Its tags.") { world, index in
                Portal.read(world) { .list(.values($0.articles[index].tags.map(Value.text))) }
            },
            Field("date", .date, "When it was published.") { world, index in
                Portal.read(world) { .date($0.articles[index].date) }
            },
            Field("views", .int, "How often it was read.") { world, index in
                Portal.read(world) { .int($0.articles[index].views) }
            },
            Field("pinned", .bool, "Whether it stays on top.") { world, index in
                Portal.read(world) { .bool($0.articles[index].isPinned) }
            },
        ])

    private static let category = ObjectType(
        "category", doc: "A section of the site.",
        fields: [
            Field("title", .text, "Its name.") { world, index in
                Portal.read(world) { .text($0.categories[index].title) }
            },
            Field("articles", .list(.object("article")), "Its articles.") { world, index in
                Portal.read(world) { .list(.objects($0.categories[index].articles[...])) }
            },
        ])

    private static let image = ObjectType(
        "image", doc: "A picture.",
        fields: [
            Field("src", .text, "Its address.") { world, index in
                Portal.read(world) { .text($0.images[index]) }
            }
        ])

    private static let pager = ObjectType(
        "pager", doc: "The pages of a list.", shared: false,
        fields: [
            Field("number", .int, "This page.") { world, _ in Portal.read(world) { .int($0.pageNumber) } }
        ])

    /// Seconds as digits with a prefix that is checked when the template is compiled.
    private static let stamp = Filter(
        "stamp", doc: "Digits.", input: [.date],
        arguments: [.init("prefix", .text, literal: true)], result: .text
    ) { literals throws(FilterError) in
        guard case .text(let prefix)? = literals[0], prefix.utf8.count <= 4 else {
            throw FilterError(argument: 0, PrefixProblem())
        }
        return .append { value, _, out in
            out.append(prefix)
            if case .date(let seconds) = value { out.append(decimal: seconds) }
        }
    }

    private static let iso = Filter("days", doc: "Days since 1970.", input: [.date], result: .int) {
        value, _ in
        if case .date(let seconds) = value { .int(seconds / 86_400) } else { .none }
    }
}

struct PrefixProblem: Problem {
    var kind: String { "prefix" }
    func message(in language: Language) -> String { "prefix too long" }
    func remedy(in language: Language) -> String? { nil }
}

// MARK: Running

/// Templates by name; a name with `layer:` in front belongs to that layer, others to `sen`.
struct Theme {
    var files: [(layer: String, name: String, text: String)] = []

    init(_ files: KeyValuePairs<String, String>) {
        self.files = files.map { name, text in
            let parts = name.split(separator: ":")
            return parts.count == 2 ? (String(parts[0]), String(parts[1]), text) : ("sen", name, text)
        }
    }

    /// Compiled with the schema cut to the page kinds that have a template, so that tests stay small.
    func compile(
        _ schema: Schema = .portal, fragments: FragmentStyle = .inline
    ) -> (TemplateSet?, [Diagnostic]) {
        let names = Set(files.map(\.name))
        let schema = Schema(
            objects: schema.objects, globals: schema.globals,
            pages: schema.pages.filter { names.contains($0.template) }, filters: schema.filters,
            fragments: fragments)
        return TemplateSet.compile(
            files.map { file in
                TemplateSource(
                    name: file.name, layer: file.layer,
                    text: SourceText(file: "\(file.layer)/\(file.name)", bytes: Array(file.text.utf8)))
            }, schema: schema)
    }

    /// What the page of `kind` looks like; the diagnostics when the theme does not compile.
    func render(
        _ kind: String, _ variables: [Value], world: Portal = .sample(), memoryLimit: Int = 1 << 20
    ) -> String {
        let (set, diagnostics) = compile()
        guard let template = set?.template(forPage: kind) else {
            return DiagnosticPrinter(language: .english).text(diagnostics)
        }
        let renderer = Renderer(world: world, globals: [.object(0)], memoryLimit: memoryLimit)
        var out = ByteBuffer()
        renderer.render(template, variables, into: &out)
        return String(decoding: out.bytes, as: UTF8.self)
    }

    /// All that is wrong with it, as a person reads it.
    func problems(_ language: Language = .english) -> String {
        DiagnosticPrinter(language: language).text(compile().1)
    }
}

/// `text` as the home page of the sample portal, whose variables have simple values.
func home(_ text: String) -> String {
    Theme(["home.html": text]).render(
        "home",
        [
            .text("Chào"), .object(0), .int(5), .bool(true),
            .list(.values([.text("An"), .text("Bình"), .text("Chi")])),
            .none,
        ])
}
