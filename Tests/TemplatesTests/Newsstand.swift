import Bytes
import Diagnostics
import Templates

/// A world whose objects are tied to each other in every way that a schema allows, and the variables of its
/// one page: what fingerprints are tested with.
final class Newsstand {
    struct Article {
        var url = ""
        var title = ""
        var summary: String?
        var html = ""
        var fill = ""
        var views = 0
        var isPinned = false
        var date = 0
        var tags: [String] = []
        var category = 0
        var image: Int?
        var next: Int?
        var related: [Int32] = []
    }

    struct Category {
        var title = ""
        var articles: [Int32] = []
    }

    struct Image {
        var src = ""
        var alt = ""
    }

    var title = "Đoàn khối"
    var articles: [Article] = []
    var categories: [Category] = []
    var images: [Image] = []
    var latest: [Int32] = []
    /// How often a body was read, not only what stands for it.
    var bodiesRead = 0

    // The page.
    var article = 0
    var other: Int?
    var list: [Int32] = []
    var heading = "Chào"
    var note: String?
    var flag = true
    var number = 0

    var variables: [Value] {
        [
            .object(article), other.map(Value.object) ?? .none, .list(.objects(list[...])), .text(heading),
            note.map(Value.text) ?? .none, .bool(flag), .int(number),
        ]
    }

    /// The page shows article 0, has 2 as the other one and lists 1, 2 and 3.
    static func sample() -> Newsstand {
        let world = Newsstand()
        world.articles = (0..<4).map { number in
            Article(
                url: "/\(number)/", title: "Tin \(number)", summary: "Tóm tắt \(number)",
                html: "<p>Bài \(number)</p>", fill: "<i>\(number)</i>", views: 10 * (number + 1),
                date: 86_400 * (number + 1), tags: ["Hội", "Thẻ \(number)"], category: number % 2,
                image: number % 2 == 0 ? number / 2 : nil, next: number < 3 ? number + 1 : nil,
                related: [Int32((number + 1) % 4), Int32((number + 2) % 4)])
        }
        world.categories = [
            Category(title: "Tin tức", articles: [0, 2]), Category(title: "Văn bản", articles: [1, 3]),
        ]
        world.images = [Image(src: "/a.jpg", alt: "Một"), Image(src: "/b.jpg", alt: "Hai")]
        world.latest = [3, 2]
        world.other = 2
        world.list = [1, 2, 3]
        return world
    }

    func copy() -> Newsstand {
        let copy = Newsstand()
        (copy.title, copy.articles, copy.categories) = (title, articles, categories)
        (copy.images, copy.latest) = (images, latest)
        (copy.article, copy.other, copy.list) = (article, other, list)
        (copy.heading, copy.note, copy.flag, copy.number) = (heading, note, flag, number)
        return copy
    }

    /// The same world with other numbers for its articles: `places[n]` is the new number of article n.
    func renumbered(_ places: [Int]) -> Newsstand {
        let copy = copy()
        func new(_ number: Int32) -> Int32 { Int32(places[Int(number)]) }
        for (number, article) in articles.enumerated() {
            var moved = article
            moved.next = article.next.map { places[$0] }
            moved.related = article.related.map(new)
            copy.articles[places[number]] = moved
        }
        for number in categories.indices {
            copy.categories[number].articles = categories[number].articles.map(new)
        }
        (copy.latest, copy.list) = (latest.map(new), list.map(new))
        (copy.article, copy.other) = (places[article], other.map { places[$0] })
        return copy
    }
}

// MARK: What it gives

extension Newsstand {
    /// The fingerprint of its page, worked out from nothing.
    func fingerprint(_ template: Template) -> ContentHash {
        Fingerprinter(world: self, globals: [.object(0)]).fingerprint(template, variables)
    }

    func page(_ template: Template) -> [UInt8] {
        var out = ByteBuffer()
        Renderer(world: self, globals: [.object(0)], memoryLimit: 0).render(template, variables, into: &out)
        return out.copy()
    }
}

extension Theme {
    /// The page of a `Newsstand`; throws what is wrong with the templates.
    func newsstandPage(_ schema: Schema = .newsstand) throws -> Template {
        let (set, diagnostics) = compile(schema)
        guard let template = set?.template(forPage: "page") else {
            throw Refused(text: DiagnosticPrinter(language: .english).text(diagnostics))
        }
        return template
    }
}

struct Refused: Error {
    let text: String
}

// MARK: The schema

extension Schema {
    static let newsstand = Schema(
        objects: [site, article, category, image],
        globals: [Variable("site", .object("site"), "")],
        pages: [
            PageKind(
                "page", template: "page.html", doc: "",
                variables: [
                    Variable("article", .object("article"), ""),
                    Variable("other", .optional(.object("article")), ""),
                    Variable("list", .list(.object("article")), ""),
                    Variable("heading", .text, ""), Variable("note", .optional(.text), ""),
                    Variable("flag", .bool, ""), Variable("number", .int, ""),
                ])
        ])

    private static let site = ObjectType(
        "site", doc: "",
        fields: [
            field("title", .text) { world, _ in .text(world.title) },
            field("latest", .list(.object("article"))) { world, _ in .list(.objects(world.latest[...])) },
            field("categories", .list(.object("category"))) { world, _ in
                .list(.range(0..<world.categories.count))
            },
        ])

    private static let article = ObjectType(
        "article", doc: "",
        fields: [
            field("url", .text) { .text($0.articles[$1].url) },
            field("title", .text) { .text($0.articles[$1].title) },
            field("summary", .optional(.text)) { $0.articles[$1].summary.map(Value.text) ?? .none },
            Field("body", .html, "", digest: digest) { world, index in
                let world = unsafeDowncast(world, to: Newsstand.self)
                world.bodiesRead += 1
                let article = world.articles[index]
                return .markup(
                    Markup(
                        html: Array(article.html.utf8),
                        fills: [Markup.Fill(offset: 3, bytes: Array(article.fill.utf8))]))
            },
            field("views", .int) { .int($0.articles[$1].views) },
            field("pinned", .bool) { .bool($0.articles[$1].isPinned) },
            field("date", .date) { .date($0.articles[$1].date) },
            field("tags", .list(.text)) { .list(.values($0.articles[$1].tags.map(Value.text))) },
            field("category", .object("category")) { .object($0.articles[$1].category) },
            field("image", .optional(.object("image"))) {
                $0.articles[$1].image.map(Value.object) ?? .none
            },
            field("next", .optional(.object("article"))) {
                $0.articles[$1].next.map(Value.object) ?? .none
            },
            field("related", .list(.object("article"))) { .list(.objects($0.articles[$1].related[...])) },
        ])

    private static let digest: Digest = { world, index, bytes in
        let article = unsafeDowncast(world, to: Newsstand.self).articles[index]
        bytes.append(ContentHash(of: Array(article.html.utf8)))
        bytes.append(ContentHash(of: Array(article.fill.utf8)))
    }

    private static let category = ObjectType(
        "category", doc: "",
        fields: [
            field("title", .text) { .text($0.categories[$1].title) },
            field("articles", .list(.object("article"))) { .list(.objects($0.categories[$1].articles[...])) },
        ])

    /// Has no address.
    private static let image = ObjectType(
        "image", doc: "", shared: false,
        fields: [
            field("src", .text) { .text($0.images[$1].src) },
            field("alt", .text) { .text($0.images[$1].alt) },
        ])

    private static func field(
        _ name: String, _ type: ValueType, _ read: @escaping @Sendable (Newsstand, Int) -> Value
    ) -> Field {
        Field(name, type, "") { world, index in read(unsafeDowncast(world, to: Newsstand.self), index) }
    }
}
