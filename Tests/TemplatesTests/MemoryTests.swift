import Bytes
import Diagnostics
import Templates
import Testing

/// Remembering parts changes the time it takes and nothing else.
struct MemoryTests {
    /// How often the fields of `Counted` were read.
    final class Counted {
        var reads = 0
    }

    /// A schema whose reads are counted: `site.x`, and things `thing.x`, `thing.owner`, `note.x` (not shared).
    private static let counted: Schema = {
        func field(_ name: String, _ value: @escaping @Sendable (Int) -> Value, _ type: ValueType = .int)
            -> Field
        {
            Field(name, type, "") { world, index in
                unsafeDowncast(world, to: Counted.self).reads += 1
                return value(index)
            }
        }
        let letters = ["a", "b", "c", "d", "e", "f", "g", "h"].map { name in field(name) { .int($0) } }
        return Schema(
            objects: [
                ObjectType(
                    "site", doc: "",
                    fields: letters + [
                        field("things", { _ in .list(.range(0..<3)) }, .list(.object("thing")))
                    ]),
                ObjectType(
                    "thing", doc: "",
                    fields: letters + [field("owner", { .object($0 % 2) }, .object("owner"))]),
                ObjectType("owner", doc: "", fields: letters),
                ObjectType("note", doc: "", shared: false, fields: letters),
            ],
            globals: [Variable("site", .object("site"), "")],
            pages: [
                PageKind(
                    "page", template: "page.html", doc: "",
                    variables: [
                        Variable("thing", .object("thing"), ""), Variable("note", .object("note"), ""),
                        Variable("things", .list(.object("thing")), ""),
                    ])
            ])
    }()

    private static let all = "abcdefgh"

    private static func prints(_ name: String) -> String {
        all.map { "{{ \(name).\($0) }}" }.joined(separator: " ")
    }

    /// Reads of the first and of the second page made of `files`, which show the things 0 and 2.
    private func reads(_ files: KeyValuePairs<String, String>) throws -> [Int] {
        let (compiled, diagnostics) = Theme(files).compile(Self.counted)
        #expect(diagnostics.isEmpty)
        let template = try #require(compiled?.template(forPage: "page"))
        let world = Counted()
        let renderer = Renderer(world: world, globals: [.object(0)])
        var out = ByteBuffer()
        return [0, 2].map { number in
            world.reads = 0
            renderer.render(
                template, [.object(number), .object(number), .list(.range(0..<(number + 1)))], into: &out)
            return world.reads
        }
    }

    @Test func whatReadsOnlyTheSiteIsRenderedOnce() throws {
        #expect(try reads(["page.html": Self.prints("site")]) == [8, 0])
        #expect(try reads(["page.html": Self.prints("site") + "{{ thing.a }}"]) == [9, 1])
    }

    @Test func theSubjectOfThePageIsNotRemembered() throws {
        #expect(try reads(["page.html": Self.prints("thing")]) == [8, 8])
        #expect(try reads(["page.html": "{% include 'a' %}", "a": Self.prints("thing")]) == [8, 8])
    }

    @Test func whatIsReachedFromTheSubjectIs() throws {
        // Both pages have the same owner; its number is read each time.
        #expect(try reads(["page.html": Self.prints("thing.owner")]) == [1 + 16, 1])
        #expect(
            try reads(["page.html": "{% set o = thing.owner %}{% include 'a' %}", "a": Self.prints("o")]) == [
                9, 1,
            ])
    }

    @Test func loopsRememberTheirTurns() throws {
        #expect(
            try reads(["page.html": "{% for t in things %}" + Self.prints("t") + "{% endfor %}"]) == [8, 16])
        let item =
            [
                "page.html": "{% for t in things %}{{ loop.index }}{% include 'a' %}{% endfor %}",
                "a": Self.prints("t"),
            ]
            as KeyValuePairs
        #expect(try reads(item) == [8, 16])
        let macro =
            [
                "page.html": "{% import 'm' as m %}{% for t in things %}{{ m.a(t, loop.index) }}{% endfor %}",
                "m": "{% macro a(t, n) %}{{ n }}" + Self.prints("t") + "{% endmacro %}",
            ] as KeyValuePairs
        #expect(try reads(macro) == [8, 16])
    }

    @Test func aThousandObjectsAreAllRemembered() throws {
        let page = "{% for t in things %}" + Self.prints("t") + "{% endfor %}"
        let template = try #require(
            Theme(["page.html": page]).compile(Self.counted).0?.template(forPage: "page"))
        let world = Counted()
        let renderer = Renderer(world: world, globals: [.object(0)])
        func render(_ things: Range<Int>) -> (text: String, reads: Int) {
            world.reads = 0
            var out = ByteBuffer()
            renderer.render(template, [.object(0), .object(0), .list(.range(things))], into: &out)
            return (String(decoding: out.bytes, as: UTF8.self), world.reads)
        }
        func text(_ things: Range<Int>) -> String {
            things.map { number in Self.all.map { _ in "\(number)" }.joined(separator: " ") }.joined()
        }
        #expect(render(700..<710) == (text(700..<710), 80))
        #expect(render(0..<1000) == (text(0..<1000), 7920))
        #expect(render(0..<1000) == (text(0..<1000), 0))
    }

    @Test func whatIsNotSharedIsNotRemembered() throws {
        #expect(try reads(["page.html": Self.prints("note")]) == [8, 8])
    }

    @Test func twoObjects() throws {
        let files =
            [
                "page.html": "{% for t in things %}{% for u in site.things %}" + Self.prints("t")
                    + Self.prints("u")
                    + "{% endfor %}{% endfor %}"
            ] as KeyValuePairs
        let reads = try reads(files)
        #expect(reads[0] == 1 + 24 + 24)
        // Thing 0 is known with all its turns; 1 and 2 are new.
        #expect(reads[1] == 2 * (1 + 24 + 24))
    }

    @Test func anotherSetForgets() throws {
        let one = try #require(
            Theme(["home.html": "{{ site.title }}{{ site.title }}{{ site.title }}"]).compile().0)
        let two = try #require(
            Theme(["home.html": "{{ site.title }}!{{ site.title }}{{ site.title }}"]).compile().0)
        let renderer = Renderer(world: Portal.sample(), globals: [.object(0)])
        for (set, expected) in [(one, 0), (two, 1), (one, 0)] {
            var out = ByteBuffer()
            renderer.render(try #require(set.template(forPage: "home")), [], into: &out)
            #expect(String(decoding: out.bytes, as: UTF8.self).filter { $0 == "!" }.count == expected)
        }
    }

    /// A variable that only one branch sets is, in the others, what it was outside: here the page's own.
    @Test(arguments: ["{% include 'turn' %}", "{{ x }}"])
    func whatABranchDoesNotSetComesFromOutside(_ end: String) throws {
        let turn = "{% if a.pinned %}{% set x = 'p' %}{% endif %}{{ x }}"
        let text = String(repeating: "{{ a.title }}", count: 9)
        let theme = Theme([
            "article.html":
                "{% set x = article.title %}{% for a in site.latest %}"
                + (end == "{{ x }}" ? turn : end) + text + "{% endfor %}", "turn": turn,
        ])
        let template = try #require(theme.compile().0?.template(forPage: "article"))
        func pages(memoryLimit: Int) -> [String] {
            let renderer = Renderer(
                world: Portal.sample(), globals: [.object(0)], memoryLimit: memoryLimit)
            return [0, 1, 2].map { number in
                var out = ByteBuffer()
                renderer.render(template, [.object(number)], into: &out)
                return String(decoding: out.bytes, as: UTF8.self)
            }
        }
        let expected = pages(memoryLimit: 0)
        #expect(expected[1].hasPrefix("HaiBa"))
        #expect(pages(memoryLimit: 1 << 20) == expected)
    }

    /// Random themes over random portals: the same bytes with and without memory, on all pages in a row.
    @Test(arguments: 0..<300)
    func sameBytesWithAndWithoutMemory(_ seed: UInt64) throws {
        var writer = RandomTheme(seed: seed)
        let theme = writer.theme()
        let (compiled, diagnostics) = theme.compile()
        try #require(!diagnostics.hasErrors, "\(DiagnosticPrinter(language: .english).text(diagnostics))")
        let set = try #require(compiled)
        let world = writer.portal()
        let renderers = [1 << 20, 0, 40].map {
            Renderer(world: world, globals: [.object(0)], memoryLimit: $0)
        }
        for _ in 0..<40 {
            let (kind, variables) = writer.page(of: world)
            let pages = renderers.map { renderer in
                var out = ByteBuffer()
                if let template = set.template(forPage: kind) {
                    renderer.render(template, variables, into: &out)
                }
                return String(decoding: out.bytes, as: UTF8.self)
            }
            #expect(pages[0] == pages[1], "\(theme.files)")
            #expect(pages[2] == pages[1], "\(theme.files)")
        }
    }
}
