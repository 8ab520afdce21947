import Bytes
import Diagnostics
import Templates
import Testing

/// Renderers tell where pages show markup that can be replaced, and template sets whether they do anything else with it.
struct MarkupPlaceTests {
    private static func world() -> Portal {
        let world = Portal.sample()
        for index in world.articles.indices {
            world.articles[index].body = Markup(
                html: Array("<p>một </p>".utf8),
                fills: [
                    Markup.Fill(offset: 3, bytes: Array("<a>".utf8)),
                    Markup.Fill(offset: 8, bytes: Array(String(repeating: "x", count: index).utf8)),
                ], key: UInt64(index + 1))
        }
        return world
    }

    private static func text(_ article: Int) -> String {
        "<p><a>một" + String(repeating: "x", count: article) + " </p>"
    }

    /// A page of article 1 with markup that is where it is said to be, twice: the second time from memory.
    private func page(_ theme: Theme, _ world: Portal = world()) throws -> [Placement.Content] {
        let template = try #require(theme.compile().0?.template(forPage: "article"))
        let renderer = Renderer(world: world, globals: [.object(0)])
        var found: [[Placement.Content]] = []
        for _ in 0..<2 {
            var out = ByteBuffer()
            out.append("trước")
            let start = out.count
            renderer.render(template, [.object(1)], into: &out)
            for place in renderer.placements {
                guard case .markup(let markup) = place.content else { continue }
                let text = Self.text(Int(markup.key) - 1)
                #expect(out.copy(from: start + place.offset).prefix(markup.size).elementsEqual(text.utf8))
            }
            found.append(renderer.placements.map(\.content))
        }
        #expect(found[0] == found[1])
        return found[0]
    }

    private func markup(_ article: Int) -> Placement.Content {
        let text = Self.text(article)
        return .markup(
            Placement.Markup(
                key: UInt64(article + 1), size: text.utf8.count,
                check: ContentHash(of: Array(text.utf8)).check,
                fills: [3, article]))
    }

    @Test func aPageTellsWhereItShowsItsText() throws {
        #expect(
            try page(Theme(["article.html": "<h1>{{ article.title }}</h1>{{ article.body }}."])) == [
                markup(1)
            ])
        #expect(try page(Theme(["article.html": "{{ article.title }}"])) == [])
        #expect(
            try page(
                Theme([
                    "article.html":
                        "{{ article.body }}{% if 1 > 2 %}{{ article.body }}{% endif %}{{ article.body }}"
                ]))
                == [markup(1), markup(1)])
    }

    @Test func partsThatAreRememberedTellItToo() throws {
        let theme = Theme([
            "article.html":
                "{% import 'm.html' as m %}{% for a in site.latest %}{{ m.item(a) }}{% endfor %}{{ m.item(article) }}",
            "m.html":
                "{% macro item(a) %}<h2>{{ a.title }}</h2>{{ a.category.title }}{{ a.views }}{% for x in a.tags %}{{ x }}{% endfor %}{{ a.body }}{% endmacro %}",
        ])
        #expect(try page(theme) == [2, 1, 0, 1].map(markup))
    }

    /// Nobody knows what becomes of what a macro or a parent block says when it is no longer only shown.
    @Test(arguments: [
        "{% import 'm.html' as m %}{% set text = m.item(article) %}{{ text }}",
        "{% import 'm.html' as m %}{{ m.item(article) | striptags }}",
        "{% import 'm.html' as m %}{% if m.item(article) %}ja{% endif %}",
        "{% import 'm.html' as m %}{% set text = m.item(article) ~ 'x' %}{{ text }}",
        "{% import 'm.html' as m %}{% set text = 'x' ~ m.item(article) ~ 'x' %}{% for a in site.latest %}{{ text }}{% endfor %}",
        "{% import 'm.html' as m %}{% for a in site.latest %}{{ m.item(article) | striptags }}{% endfor %}",
    ])
    func whatIsCapturedIsHidden(_ text: String) throws {
        let theme = Theme(["article.html": text, "m.html": "{% macro item(a) %}{{ a.body }}{% endmacro %}"])
        let found = try page(theme)
        #expect(found.contains(.hidden) && found.allSatisfy { $0 == .hidden })
        let fragment = Theme([
            "article.html": text,
            "m.html": "{% macro item(a) %}{% fragment 'x' %}{% endfragment %}{% endmacro %}",
            "fragments/x.html": "{{ site.title }}",
        ])
        #expect(try page(fragment).contains(.hidden))
    }

    @Test(arguments: [
        ("{{ article.title }}", true), ("{{ article.body }}", true),
        ("{% for a in site.latest %}{{ a.body }}{% endfor %}", true),
        ("{% if article.pinned %}{{ article.body }}{% endif %}", true),
        ("{% if article.body %}{{ article.body }}{% endif %}", false),
        ("{{ article.body | striptags }}", false), ("{{ article.body ~ 'x' }}", false),
        ("{{ article.body if article.pinned else article.body }}", false),
        ("{% set text = article.body %}{{ text }}", false),
        ("{% macro m(x) %}{{ x }}{% endmacro %}{{ article.body }}", true),
        ("{% import 'm.html' as m %}{{ m.item(article) }}", true),
        ("{% import 'm.html' as m %}{{ m.text(article.body) }}", false),
        ("{% fragment 'x' %}{% endfragment %}", false),
        (
            "{% import 'm.html' as m %}{{ m.item(article) }}{% for a in site.latest %}{{ m.item(a) }}{% endfor %}",
            true
        ),
        // Parts that a page has, too: in a fragment they are other ones.
        (
            "{% import 'm.html' as m %}{% for a in site.latest %}{{ m.item(a) }}{% endfor %}{% fragment 'y' %}{% endfragment %}",
            false
        ),
        (
            "{% for a in site.latest %}{% include 'item.html' %}{% endfor %}{% fragment 'z' %}{% endfragment %}",
            false
        ),
    ])
    func templatesTellWhetherTheyOnlyShowIt(_ text: String, _ showsMarkupOnly: Bool) throws {
        let theme = Theme([
            "article.html": text,
            "m.html": "{% macro item(a) %}{{ a.body }}{% endmacro %}{% macro text(t) %}{{ t }}{% endmacro %}",
            "item.html": "{{ a.body }}",
            "fragments/x.html": "{% for a in site.latest %}{{ a.body }}{% endfor %}",
            "fragments/y.html":
                "{% import 'm.html' as m %}{% for a in site.latest %}{{ m.item(a) }}{% endfor %}",
            "fragments/z.html": "{% for a in site.latest %}{% include 'item.html' %}{% endfor %}",
        ])
        let (set, diagnostics) = theme.compile()
        #expect(diagnostics.map(\.problem.kind) == [])
        #expect(set?.showsMarkupOnly == showsMarkupOnly)
    }
}
