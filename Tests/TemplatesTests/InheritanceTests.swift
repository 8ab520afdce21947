import Templates
import Testing

/// Files that use one another.
struct InheritanceTests {
    @Test func threeLayersWithSuper() {
        let theme = Theme([
            "base.html": "<{% block head %}base{% endblock %}|{% block body %}{% endblock %}>",
            "article.html": "{% extends 'base.html' %}{% block head %}sen+{{ super() }}{% endblock %}"
                + "{% block body %}{{ article.title }}{% endblock %}",
            "site:article.html": "{% extends 'sen/article.html' %}\n{% set mark = '!' %}\n"
                + "{% block head %}site+{{ super() }}{{ mark }}{% endblock %}",
        ])
        #expect(theme.render("article", [.object(1)]) == "<site+sen+base!|Hai>")
    }

    @Test func aLaterLayerOverridesAPart() {
        let theme = Theme([
            "article.html": "{% include 'parts/a.html' %}{% include 'sen/parts/a.html' %}",
            "parts/a.html": "sen",
            "site:parts/a.html": "site",
        ])
        #expect(theme.render("article", [.object(1)]) == "sitesen")
    }

    @Test func nestedBlocksAreReplaced() {
        let theme = Theme([
            "base.html": "{% block a %}[{% block b %}b{% endblock %}]{% endblock a %}",
            "article.html": "{% extends 'base.html' %}{% block b %}B{{ super() }}{% endblock %}",
        ])
        #expect(theme.render("article", [.object(1)]) == "[Bb]")
    }

    @Test func aBlockSeesTheVariablesWhereItStands() {
        let theme = Theme([
            "base.html": "{% for c in site.categories %}{% block row %}{% endblock %}{% endfor %}",
            "article.html": "{% extends 'base.html' %}{% block row %}{{ c.title }};{% endblock %}",
        ])
        #expect(theme.render("article", [.object(1)]) == "Tin tức;Văn bản;")
    }

    @Test func anIncludeSeesTheVariablesOfItsCaller() {
        let theme = Theme([
            "article.html": "{% for a in article.category.articles %}{% include 'item.html' %}{% endfor %}"
                + "{% set a = article %}{% include 'item.html' %}",
            "item.html": "{{ a.title }}{% if loop is defined %}{{ loop.index }}{% endif %};",
        ])
        #expect(theme.render("article", [.object(1)]) == "Hai1;Hai;")
    }

    @Test func anIncludeKnowsWhatItsCallerAskedFor() {
        let theme = Theme([
            "article.html": "{% if article.image %}{% include 'image.html' %}{% endif %}",
            "image.html": "{{ article.image.src }}",
        ])
        #expect(theme.render("article", [.object(0)]) == "/a.jpg")
        #expect(theme.render("article", [.object(1)]) == "")
    }

    /// What a branch of an include does not set keeps the caller's value.
    @Test(arguments: [("true", "Ba"), ("false", "Hai")])
    func anIncludeThatSetsANameOfItsCallerInOneBranch(flag: String, expected: String) {
        let theme = Theme([
            "home.html":
                "{% set flag = \(flag) and count > 1 %}{% set a = lead %}{% if a %}{% include 'a.html' %}{% endif %}",
            "a.html":
                "{% if flag %}{% set a = site.latest | first %}{% endif %}{% if a %}{{ a.title }}{% endif %}",
        ])
        #expect(theme.render("home", [.text(""), .object(1), .int(5)]) == expected)
    }

    @Test func whatAnIncludeSetsEndsWithIt() {
        let theme = Theme([
            "article.html": "{% set x = 1 %}{% include 'a.html' %}{{ x }}",
            "a.html": "{% set x = x + 1 %}{{ x }}",
        ])
        #expect(theme.render("article", [.object(0)]) == "21")
    }

    @Test func anIncludeMayExtend() {
        let theme = Theme([
            "article.html": "{% include 'child.html' %}",
            "child.html": "{% extends 'frame.html' %}{% block a %}x{% endblock %}",
            "frame.html": "({% block a %}{% endblock %})",
        ])
        #expect(theme.render("article", [.object(0)]) == "(x)")
    }

    @Test func macrosWithDefaults() {
        let theme = Theme([
            "article.html": "{% import 'm.html' as m %}{% from 'm.html' import box as b, line %}"
                + "{{ m.box(article.title) }}{{ b('<', wide=true) }}{{ line(1) }}{{ own('x', y='z') }}"
                + "{% macro own(x, y='w') %}{{ x ~ y }}{% endmacro %}",
            "m.html":
                "{% macro box(text, wide=false, note=none) %}[{{ text }}{{ ' rộng' if wide }}{{ note }}]{% endmacro %}"
                + "{% macro line(n) %}{{ box(n) }}{{ site.title }}{% endmacro %}",
        ])
        #expect(theme.render("article", [.object(1)]) == "[Hai][&lt; rộng][1]Đoàn khốixz")
    }

    @Test func macroResultsAreHTML() {
        let theme = Theme([
            "article.html":
                "{% set x = m('<') %}{{ x }}{{ x ~ '>' }}{% macro m(a) %}<i>{{ a }}</i>{% endmacro %}"
        ])
        #expect(theme.render("article", [.object(1)]) == "<i>&lt;</i><i>&lt;</i>&gt;")
    }

    @Test func aMissingTemplateOfAPageIsAnError() {
        let (set, diagnostics) = TemplateSet.compile([], schema: .portal)
        #expect(set == nil)
        #expect(diagnostics.count == 3)
    }

    @Test func readsAreKnown() throws {
        let theme = Theme([
            "article.html": "{{ site.title }}{{ article.category.title }}{% include 'a.html' %}",
            "a.html": "{% if article.image %}{{ article.image.src }}{% endif %}",
            "home.html": "{{ heading }}{% if lead %}{{ lead.views }}{% endif %}",
        ])
        let set = try #require(theme.compile().0)
        #expect(
            set.template(forPage: "article")?.reads == [
                "article.category", "article.image", "category.title", "image.src", "site.title",
            ])
        #expect(set.template(forPage: "home")?.reads == ["article.views", "heading"])
    }
}
