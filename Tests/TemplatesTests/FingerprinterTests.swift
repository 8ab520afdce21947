import Bytes
import Diagnostics
import Templates
import Testing

/// A page's fingerprint stands for every value that its template may read, and for nothing else.
struct FingerprinterTests {
    @Test(arguments: ReadingSample.all)
    func changesExactlyWithWhatTheTemplateReads(_ sample: ReadingSample) throws {
        let template = try sample.theme.newsstandPage()
        let world = Newsstand.sample()
        let before = world.fingerprint(template)
        #expect(before.isKnown)
        let changing = WorldChange.allCases.filter {
            $0.applied(to: world).fingerprint(template) != before
        }
        #expect(Set(changing) == sample.changes.union(WorldChange.handed))
    }

    // MARK: Templates

    private static let files: KeyValuePairs<String, String> = [
        "page.html":
            "{% extends 'base' %}{% import 'm' as m %}{% block b %}{{ m.card(article) }}{% include 'a' %}{% endblock %}",
        "base": "{% block b %}{% endblock %}", "m": "{% macro card(a) %}{{ a.title }}{% endmacro %}",
        "a": "{{ heading }}", "unused": "{{ site.title }}",
    ]

    private static func edited(_ name: String?) -> Theme {
        var theme = Theme(files)
        for index in theme.files.indices where theme.files[index].name == name {
            theme.files[index].text += "{# sửa #}"
        }
        return theme
    }

    @Test(arguments: ["page.html", "base", "m", "a"])
    func anEditInAUsedFileChangesIt(_ name: String) throws {
        let world = Newsstand.sample()
        let before = world.fingerprint(try Self.edited(nil).newsstandPage())
        #expect(world.fingerprint(try Self.edited(name).newsstandPage()) != before)
    }

    @Test func anEditElsewhereDoesNot() throws {
        let world = Newsstand.sample()
        let before = world.fingerprint(try Self.edited(nil).newsstandPage())
        #expect(world.fingerprint(try Self.edited("unused").newsstandPage()) == before)
        var theme = Self.edited(nil)
        theme.files.append(("sen", "another", "x"))
        #expect(world.fingerprint(try theme.newsstandPage()) == before)
    }

    @Test func aFileThatAnotherLayerOverridesDoesNotCount() throws {
        let world = Newsstand.sample()
        var theme = Self.edited(nil)
        let before = world.fingerprint(try theme.newsstandPage())
        theme.files.append(("con", "a", "{{ heading }}"))
        let overridden = world.fingerprint(try theme.newsstandPage())
        #expect(overridden != before)
        for index in theme.files.indices
        where theme.files[index].layer == "sen" && theme.files[index].name == "a" {
            theme.files[index].text = "khác"
        }
        #expect(world.fingerprint(try theme.newsstandPage()) == overridden)
    }

    // MARK: What is compiled in

    private static func schema(_ fragments: FragmentStyle = .inline, seed: String = "") -> Schema {
        let schema = Schema.newsstand
        return Schema(
            objects: schema.objects, globals: schema.globals, pages: schema.pages, fragments: fragments,
            filterSeed: seed)
    }

    private static func compiled(_ schema: Schema) throws -> TemplateSet {
        let theme = Theme([
            "page.html": "{{ article.title }}{% fragment 'x' %}{{ heading }}{% endfragment %}",
            "fragments/x.html": "{% for a in site.latest %}{{ a.title }}{% endfor %}",
        ])
        let sources = theme.files.map {
            TemplateSource(
                name: $0.name, layer: $0.layer, text: SourceText(file: $0.name, bytes: Array($0.text.utf8)))
        }
        return try #require(TemplateSet.compile(sources, schema: schema).0)
    }

    @Test func whatFiltersAreMadeWithAndTheStyleOfFragmentsCount() throws {
        let styles: [FragmentStyle] = [
            .inline, .server(folder: "/manh/"), .server(folder: "/a/manh/"), .script(folder: "/manh/"),
        ]
        let schemas =
            styles.map { Self.schema($0) } + [Self.schema(seed: "+07:00"), Self.schema(seed: "+08:00")]
        let prints = try schemas.map { schema in
            try Newsstand.sample().fingerprint(#require(Self.compiled(schema).template(forPage: "page")))
        }
        #expect(Set(prints).count == prints.count)
        let again = try Self.compiled(schemas[0]).template(forPage: "page")
        #expect(Newsstand.sample().fingerprint(try #require(again)) == prints[0])
    }

    @Test(arguments: [FragmentStyle.server(folder: "/manh/"), .script(folder: "/manh/")])
    func aFragmentOfItsOwnCountsForItselfAndNotForPages(_ style: FragmentStyle) throws {
        let set = try Self.compiled(Self.schema(style))
        let page = try #require(set.template(forPage: "page"))
        let fragment = try #require(set.template(forFragment: "x"))
        func changes(_ template: Template, _ variables: [Value]?) -> Set<WorldChange> {
            func fingerprint(_ world: Newsstand) -> ContentHash {
                Fingerprinter(world: world, globals: [.object(0)])
                    .fingerprint(template, variables ?? world.variables)
            }
            let before = fingerprint(.sample())
            return Set(WorldChange.allCases.filter { fingerprint($0.applied(to: .sample())) != before })
        }
        #expect(changes(page, nil) == WorldChange.handed.union([.title0]))
        #expect(changes(fragment, []) == [.title2, .title3, .latestOrder, .latestFewer])
    }

    // MARK: What cannot be told

    @Test(arguments: [
        "{% for a in list %}{% if a == article %}*{% endif %}{% endfor %}",
        "{% for a in list %}{% if a != article %}{{ a.views }}{% endif %}{% endfor %}",
        "{% if article in list %}*{% endif %}",
        "{% if other not in [article, list[0]] %}*{% endif %}",
        "{% if article.image == other.image %}={% endif %}",
        "{% if article.image in [other.image] %}={% endif %}",
        "{% for a in list %}{% if a.image != article.image %}={% endif %}{% endfor %}",
    ])
    func objectsThatAreComparedMakeItUnknown(_ comparison: String) throws {
        let page = try Theme(["page.html": "{% if other %}\(comparison){% endif %}"]).newsstandPage()
        #expect(Newsstand.sample().fingerprint(page) == .unknown)
    }

    @Test func comparingWithNothingComparesNoObjects() throws {
        let page = try Theme(["page.html": "{% if article.image != none %}={% endif %}"]).newsstandPage()
        #expect(Newsstand.sample().fingerprint(page).isKnown)
    }

    /// Two articles may bear one address (as two pictures, links or banners of a site do): which of them is meant
    /// still matters.
    @Test func objectsThatShareAnAddressAreToldApart() throws {
        let page = try Theme([
            "page.html": "{% for a in list %}{{ '*' if a == other else '-' }}{% endfor %}"
        ]).newsstandPage()
        let worlds = [1, 2].map { number in
            let world = Newsstand.sample()
            world.articles[2].url = world.articles[1].url
            (world.list, world.other) = ([1, 2], number)
            return world
        }
        #expect(worlds.map { String(decoding: $0.page(page), as: UTF8.self) } == ["*-", "-*"])
        let prints = worlds.map { $0.fingerprint(page) }
        #expect(prints[0] != prints[1] || !prints[0].isKnown)
    }

    // MARK: Working it out

    @Test func aValueWithADigestIsNotRead() throws {
        let world = Newsstand.sample()
        let page = try Theme(["page.html": "{{ article.body }}"]).newsstandPage()
        #expect(world.fingerprint(page).isKnown)
        #expect(world.bodiesRead == 0)
        _ = world.page(page)
        #expect(world.bodiesRead == 1)
    }

    /// What was worked out for one page serves the next one, in any order.
    @Test func pagesOfOneFingerprinterDoNotDisturbEachOther() throws {
        let world = Newsstand.sample()
        let files = ReadingSample.all.prefix(30).map(\.theme)
        let pages = try files.map { try $0.newsstandPage() }
        for page in pages {
            let alone = (0..<4).map { number in
                let copy = world.copy()
                copy.article = number
                return copy.fingerprint(page)
            }
            let together = Fingerprinter(world: world, globals: [.object(0)])
            for number in [3, 1, 1, 0, 2, 3] {
                var variables = world.variables
                variables[0] = .object(number)
                #expect(together.fingerprint(page, variables) == alone[number])
            }
        }
    }

    @Test func valuesThatLookAlikeAreNotTheSame() throws {
        func fingerprint(_ edit: (Newsstand) -> Void) throws -> ContentHash {
            let world = Newsstand.sample()
            edit(world)
            let page = try Theme(["page.html": "{{ article.tags | join }}{{ heading }}{{ note }}"])
                .newsstandPage()
            return world.fingerprint(page)
        }
        let worlds = try [
            fingerprint { $0.articles[0].tags = [] },
            fingerprint { $0.articles[0].tags = [""] },
            fingerprint { $0.articles[0].tags = ["", ""] },
            fingerprint { $0.articles[0].tags = ["ab", "c"] },
            fingerprint { $0.articles[0].tags = ["a", "bc"] },
            fingerprint { $0.articles[0].tags = ["abc"] },
            fingerprint { ($0.heading, $0.note) = ("a", "bc") },
            fingerprint { ($0.heading, $0.note) = ("ab", "c") },
            fingerprint { ($0.heading, $0.note) = ("abc", "") },
            fingerprint { ($0.heading, $0.note) = ("abc", nil) },
            // One text in two Unicode forms.
            fingerprint { $0.heading = "\u{1EA1}" },
            fingerprint { $0.heading = "a\u{323}" },
        ]
        #expect(Set(worlds).count == worlds.count)
    }

    /// Where one list ends and the next begins counts, though their elements are the same one after another.
    @Test func listsKeepTheirEnds() throws {
        let page = try Theme([
            "page.html":
                "{% for c in site.categories %}{{ c.title }}{% endfor %}|{% for a in site.latest %}{{ a.title }}{% endfor %}"
        ]).newsstandPage()
        let worlds = (0...3).map { count in
            let world = Newsstand.sample()
            let titles = ["Một", "Hai", "Ba"]
            world.categories = titles.prefix(count).map { Newsstand.Category(title: $0) }
            for (number, title) in titles.enumerated() { world.articles[number].title = title }
            world.latest = (count..<3).map { Int32($0) }
            return world
        }
        #expect(Set(worlds.map { $0.fingerprint(page) }).count == 4)
    }
}
