import Bytes
import Templates
import Testing

/// No text reaches a page unescaped but through `safe`.
struct EscapingTests {
    private static let nasty = "</script><img src=x onerror=\"a('&')\">\u{2028}"

    private func page(_ template: String) -> String {
        let world = Portal.sample()
        world.articles[0].title = Self.nasty
        return Theme(["article.html": template]).render("article", [.object(0)], world: world)
    }

    private static let escaped =
        "&lt;/script&gt;&lt;img src=x onerror=&quot;a(&#39;&amp;&#39;)&quot;&gt;\u{2028}"

    @Test(arguments: [
        "{{ article.title }}", "{% set x = article.title %}{{ x }}", "{{ article.title if true }}",
        "{{ article.title or 'x' }}", "{{ '' ~ article.title }}", "{{ ('' | safe) ~ article.title }}",
        "{{ article.title | trim }}", "{{ article.title | default('') }}", "{{ [article.title] | first }}",
        "{{ m(article.title) }}{% macro m(x) %}{{ x }}{% endmacro %}", "{{ article.title | escape }}",
        "{% for t in [article.title] %}{{ t }}{% endfor %}", "{{ [article.title] | join }}",
    ])
    func isEscaped(_ template: String) {
        #expect(page(template) == Self.escaped)
    }

    @Test func safeIsRaw() {
        #expect(page("{{ article.title | safe }}") == Self.nasty)
    }

    @Test func jsonInScripts() {
        let json = #""\u003C/script\u003E\u003Cimg src=x onerror=\"a(\u0027\u0026\u0027)\"\u003E\u2028""#
        #expect(page("{{ article.title | json }}") == json)
        #expect(page("{{ article.tags | json }}{{ article.date | json }}") == #"["Đoàn","Hội"]86400"#)
        #expect(page("{{ \"a\\n\\t\\\\\" | json }}") == #""a\n\t\\""#)
    }

    @Test func markupIsFilled() {
        let world = Portal.sample()
        world.articles[0].body = Markup(
            html: Array("<a href=>x</a>".utf8),
            fills: [.init(offset: 8, bytes: Array("/y".utf8)), .init(offset: 14, bytes: Array("!".utf8))])
        let theme = Theme(["article.html": "{{ article.body }}|{{ article.body | striptags }}"])
        #expect(theme.render("article", [.object(0)], world: world) == "<a href=/y>x</a>!|x!")
    }

    /// A reader that breaks its promise leaves a gap and does no harm.
    @Test func wrongValues() {
        let theme = Theme([
            "home.html":
                "[{{ heading }}{{ count + 1 }}{% for n in names %}{{ n }}{% endfor %}{% if lead %}{{ lead.title }}{% endif %}]"
        ])
        #expect(theme.render("home", [.list(.values([])), .text("x"), .text("y"), .none, .int(3)]) == "[1]")
        #expect(theme.render("home", []) == "[1]")
    }
}
