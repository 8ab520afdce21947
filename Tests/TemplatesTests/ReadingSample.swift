import Testing

/// One thing in a `Newsstand` that becomes another.
enum WorldChange: String, CaseIterable {
    case title0, title1, title2, title3, url0, url1, url2, url3, summary0, noSummary0, html0, fill0, views0
    case pinned0, date0, tag0, otherTagOrder0, category0, noImage0, otherImage0, imageAlt0, imageAlt1
    case noNext0, otherNext0, relatedOrder0, relatedFewer1
    case categoryTitle0, categoryTitle1, categoryArticles0
    case siteTitle, latestOrder, latestFewer, moreCategories
    case noOther, otherOther, listOrder, listFewer, heading, note, flag, number
    /// Articles get other numbers, and nothing else changes.
    case numbers

    /// Those of the page's variables themselves: what a page is handed counts whether it is read or not.
    static let handed: Set<WorldChange> = [.noOther, .listFewer, .heading, .note, .flag, .number]

    func applied(to world: Newsstand) -> Newsstand {
        if self == .numbers { return world.renumbered([2, 0, 3, 1]) }
        let world = world.copy()
        apply(world)
        return world
    }

    private func apply(_ world: Newsstand) {
        switch self {
        case .title0, .title1, .title2, .title3: world.articles[digit].title += "!"
        case .url0, .url1, .url2, .url3: world.articles[digit].url += "x/"
        case .summary0: world.articles[0].summary = "khác"
        case .noSummary0: world.articles[0].summary = nil
        case .html0: world.articles[0].html = "<p>Bài khác</p>"
        case .fill0: world.articles[0].fill = "<b>"
        case .views0: world.articles[0].views += 1
        case .pinned0: world.articles[0].isPinned.toggle()
        case .date0: world.articles[0].date += 1
        case .tag0: world.articles[0].tags[1] = "khác"
        case .otherTagOrder0: world.articles[0].tags.reverse()
        case .category0: world.articles[0].category = 1
        case .noImage0: world.articles[0].image = nil
        case .otherImage0: world.articles[0].image = 1
        case .imageAlt0, .imageAlt1: world.images[digit].alt += "!"
        case .noNext0: world.articles[0].next = nil
        case .otherNext0: world.articles[0].next = 3
        case .relatedOrder0: world.articles[0].related.reverse()
        case .relatedFewer1: world.articles[1].related.removeLast()
        case .categoryTitle0, .categoryTitle1: world.categories[digit].title += "!"
        case .categoryArticles0: world.categories[0].articles.append(3)
        case .siteTitle: world.title += "!"
        case .latestOrder: world.latest.reverse()
        case .latestFewer: world.latest.removeLast()
        case .moreCategories: world.categories.append(Newsstand.Category(title: "Ba"))
        case .noOther: world.other = nil
        case .otherOther: world.other = 3
        case .listOrder: world.list.swapAt(0, 1)
        case .listFewer: world.list.removeLast()
        case .heading: world.heading += "!"
        case .note: world.note = "ghi chú"
        case .flag: world.flag.toggle()
        case .number: world.number += 1
        case .numbers: break
        }
    }

    private var digit: Int { rawValue.utf8.last.map { Int($0) - 48 } ?? 0 }
}

/// A template and all that changes its page's fingerprint, besides `WorldChange.handed`.
struct ReadingSample: CustomTestStringConvertible {
    let text: String
    let changes: Set<WorldChange>
    let parts: KeyValuePairs<String, String>

    init(_ text: String, _ changes: Set<WorldChange>, _ parts: KeyValuePairs<String, String> = [:]) {
        (self.text, self.changes, self.parts) = (text, changes, parts)
    }

    var testDescription: String { text }

    var theme: Theme {
        var theme = Theme(parts)
        theme.files.append(("sen", "page.html", text))
        return theme
    }

    private static let listTitles: Set<WorldChange> = [.title1, .title2, .title3, .listOrder, .listFewer]
    private static let categoryTitle: Set<WorldChange> = [.categoryTitle0, .category0]
    private static let otherTitle: Set<WorldChange> = [.title2, .noOther, .otherOther]

    static let all = fields + loops + choices + filters + names + parts + comparisons

    private static let fields = [
        ReadingSample("Chữ {# {{ article.title }} #}{% raw %}{{ article.title }}{% endraw %}", []),
        ReadingSample("{{ article.title }}", [.title0]),
        ReadingSample("{{ article.title }}{{ article.url }}", [.title0, .url0]),
        ReadingSample("{{ article.summary }}", [.summary0, .noSummary0]),
        ReadingSample("{{ article.body }}", [.html0, .fill0]),
        ReadingSample("{{ article.views + number }}", [.views0, .number]),
        ReadingSample("{% if article.pinned %}*{% endif %}", [.pinned0]),
        ReadingSample("{{ article.tags | join }}", [.tag0, .otherTagOrder0]),
        ReadingSample("{{ article.category.title }}", categoryTitle),
        ReadingSample(
            "{% if article.image %}{{ article.image.alt }}{% endif %}",
            [.imageAlt0, .noImage0, .otherImage0]),
        ReadingSample("{% if article.image %}ảnh{% endif %}", [.noImage0]),
        ReadingSample(
            "{% if article.next and article.next.next %}{{ article.next.next.title }}{% endif %}",
            [.title2, .noNext0, .otherNext0]),
        ReadingSample("{{ heading }}{{ note }}", [.heading, .note]),
        ReadingSample("{{ site.title }}", [.siteTitle]),
        ReadingSample("{% if other %}x{% endif %}", [.noOther]),
        ReadingSample("{{ list | length }}{{ site.categories | length }}", [.listFewer, .moreCategories]),
        ReadingSample(
            "{% for c in site.categories %}{{ c.title }}{% endfor %}",
            [.categoryTitle0, .categoryTitle1, .moreCategories]),
        ReadingSample(
            "{% for t in article.category.articles %}{{ t.title }}{% endfor %}",
            [.title0, .title2, .category0, .categoryArticles0]),
    ]

    private static let loops = [
        ReadingSample("{% for a in list %}{{ a.title }}{% endfor %}", listTitles),
        ReadingSample("{% for a in list %}{{ loop.index }}{{ '.' if loop.last }}{% endfor %}", [.listFewer]),
        ReadingSample(
            "{% for a in list %}x{% else %}{{ article.title }}{% endfor %}", [.listFewer, .title0]),
        ReadingSample(
            "{% for a in list %}{% for b in a.related %}{{ b.title }}{% endfor %}{% endfor %}",
            // 1 and 2 relate to 3 and 0, 3 relates to 0 and 1.
            [.title0, .title1, .title2, .title3, .listOrder, .listFewer, .relatedFewer1]),
        ReadingSample("{% for t in article.tags %}{{ t }}{% endfor %}", [.tag0, .otherTagOrder0]),
        ReadingSample(
            "{% for a in site.latest %}{{ a.title }}{% endfor %}",
            [.title2, .title3, .latestOrder, .latestFewer]),
        ReadingSample(
            "{% for a in [article, other] %}{% if a %}{{ a.title }}{% endif %}{% endfor %}",
            otherTitle.union([.title0])),
    ]

    private static let choices = [
        ReadingSample(
            "{% if flag %}{{ article.title }}{% else %}{{ site.title }}{% endif %}",
            [.flag, .title0, .siteTitle]),
        ReadingSample(
            "{% if number > 3 %}{{ article.title }}{% elif number == 0 %}{{ article.views }}{% endif %}",
            [.number, .title0, .views0]),
        ReadingSample("{% if unheard is defined %}{{ article.title }}{% endif %}", []),
        ReadingSample("{{ article.title if flag else heading }}", [.flag, .title0, .heading]),
        ReadingSample(
            "{% set a = article if flag else other %}{% if a %}{{ a.title }}{% endif %}",
            otherTitle.union([.flag, .title0])),
        ReadingSample(
            "{% set a = other or article %}{{ a.title }}", otherTitle.union([.title0])),
        ReadingSample(
            "{% set a = flag and other %}{% if a %}{{ a.title }}{% endif %}", otherTitle.union([.flag])),
        ReadingSample(
            "{% if other and other.next %}{{ other.next.title }}{% endif %}",
            // Article 3 has none behind it.
            [.title3, .noOther, .otherOther]),
        ReadingSample("{{ note or heading }}", [.note, .heading]),
        ReadingSample("{% if note is none %}{{ heading }}{% endif %}", [.note, .heading]),
        ReadingSample("{% if not article.pinned and 'x' in heading %}*{% endif %}", [.pinned0, .heading]),
    ]

    private static let filters = [
        ReadingSample("{% set a = other | default(article) %}{{ a.title }}", otherTitle.union([.title0])),
        ReadingSample("{% set a = list | first %}{% if a %}{{ a.title }}{% endif %}", listTitles),
        ReadingSample("{% set a = list | last %}{% if a %}{{ a.title }}{% endif %}", listTitles),
        ReadingSample("{% for a in list | limit(1) %}{{ a.title }}{% endfor %}", listTitles),
        ReadingSample(
            "{% for a in list | skip(number) %}{{ a.title }}{% endfor %}", listTitles.union([.number])),
        ReadingSample("{% for a in list | reverse %}{{ a.title }}{% endfor %}", listTitles),
        ReadingSample("{% set a = list[0] %}{% if a %}{{ a.title }}{% endif %}", listTitles),
        ReadingSample(
            "{% set a = list[number] %}{% if a %}{{ a.title }}{% endif %}", listTitles.union([.number])),
        ReadingSample(
            "{% set a = (list | reverse | limit(2))[-1] %}{% if a %}{{ a.title }}{% endif %}", listTitles),
        ReadingSample(
            "{% for a in article.related | default(list) %}{{ a.title }}{% endfor %}",
            listTitles.union([.relatedOrder0])),
        ReadingSample("{{ article.body | striptags | truncate(5) }}", [.html0, .fill0]),
        ReadingSample(
            "{{ article.tags | json }}{{ article.date | json }}", [.tag0, .otherTagOrder0, .date0]),
        ReadingSample("{{ heading | replace('C', article.title) ~ number }}", [.heading, .title0, .number]),
        ReadingSample(
            "{% if number is even and article.views is divisibleby(2) %}*{% endif %}", [.number, .views0]),
    ]

    private static let names = [
        ReadingSample("{% set a = article %}{% set c = a.category %}{{ c.title }}", categoryTitle),
        ReadingSample("{% set t = article.title ~ heading %}", [.title0, .heading]),
        ReadingSample(
            "{% if flag %}{% set a = article %}{% else %}{% set a = list | first %}{% endif %}"
                + "{% if a %}{{ a.title }}{% endif %}", listTitles.union([.flag, .title0])),
        ReadingSample(
            "{% if flag %}{% set a = article %}{% endif %}{% if a %}{{ a.category.title }}{% endif %}",
            categoryTitle.union([.flag])),
        ReadingSample(
            "{% set a = article %}{% if flag %}{% set a = a.next %}{% endif %}"
                + "{% if a %}{{ a.title }}{% endif %}",
            [.flag, .title0, .title1, .noNext0, .otherNext0]),
        ReadingSample(
            "{% set a = article %}{% for b in list %}{% set a = b %}{{ a.title }}{% endfor %}{{ a.views }}",
            listTitles.union([.views0])),
        ReadingSample(
            "{% set all = [[article], list] | first %}{% if all %}{% for a in all %}{{ a.title }}{% endfor %}{% endif %}",
            listTitles.union([.title0])),
    ]

    private static let parts = [
        ReadingSample("{% include 'a' %}", [.title0], ["a": "{{ article.title }}"]),
        ReadingSample("{% include 'a' %}", [.siteTitle], ["a": "{{ site.title }}"]),
        ReadingSample(
            "{% include 'a' %}", [.title2, .title3, .latestOrder, .latestFewer],
            ["a": "{% include 'b' %}", "b": "{% for a in site.latest %}{{ a.title }}{% endfor %}"]),
        ReadingSample(
            "{% for a in list %}{% include 'a' %}{% endfor %}", listTitles, ["a": "{{ a.title }}"]),
        ReadingSample(
            "{% for a in list %}{% include 'a' %}{% endfor %}{% set a = article %}{% include 'a' %}",
            listTitles.union([.title0]), ["a": "{% include 'b' %}", "b": "{{ a.title }}"]),
        ReadingSample(
            "{% include 'a' %}", otherTitle.union([.title0, .flag]),
            [
                "a": "{% set x = article if flag else other %}{% include 'b' %}",
                "b": "{% if x %}{{ x.title }}{% endif %}",
            ]),
        ReadingSample(
            "{% import 'm' as m %}{{ m.card(article) }}", [.title0, .siteTitle],
            ["m": "{% macro card(a) %}{{ a.title }}{{ site.title }}{% endmacro %}"]),
        ReadingSample(
            "{% import 'm' as m %}{{ m.outer(article, list) }}", categoryTitle.union(listTitles),
            [
                "m": "{% macro inner(c) %}{{ c.title }}{% endmacro %}"
                    + "{% macro outer(a, all) %}{{ inner(a.category) }}{% for b in all %}{{ inner(b) }}{% endfor %}{% endmacro %}"
            ]),
        ReadingSample(
            "{% import 'm' as m %}{{ m.card(other) }}", otherTitle,
            ["m": "{% macro card(a, b=a) %}{% if b %}{{ b.title }}{% endif %}{% endmacro %}"]),
        ReadingSample(
            "{% import 'm' as m %}{{ m.card() }}", [.title2, .title3, .latestOrder, .latestFewer],
            [
                "m":
                    "{% macro card(all=site.latest) %}{% for a in all %}{{ a.title }}{% endfor %}{% endmacro %}"
            ]),
        ReadingSample(
            "{% from 'm' import card as k %}{% set x = k(article) %}{{ x ~ heading }}", [.title0, .heading],
            ["m": "{% macro card(a) %}{{ a.title }}{% endmacro %}"]),
        ReadingSample(
            "{% macro own(a) %}{{ a.views }}{% endmacro %}{{ own(article) }}{{ own(a=article) }}", [.views0]),
        ReadingSample(
            "{% extends 'base' %}{% set a = article %}{% block b %}{{ super() }}{{ a.title }}{% endblock %}",
            [.title0, .heading, .siteTitle, .views0],
            ["base": "{{ site.title }}{% block b %}{{ heading }}{% endblock %}{{ a.views }}"]),
        ReadingSample(
            "{% extends 'base' %}{% block b %}{{ article.title }}{% endblock %}", [.title0],
            ["base": "{% block b %}{{ heading }}{% endblock %}"]),
        ReadingSample(
            "{{ article.title }}{% fragment 'x' %}{{ article.title }}{% endfragment %}", [.title0],
            [
                "fragments/x.html":
                    "{{ site.title }}{% for c in site.categories %}{% include 'c' %}{% endfor %}",
                "c": "{{ c.title }}",
            ]),
        ReadingSample(
            "{% set a = article %}{% include 'a' %}", [.title0, .flag, .siteTitle],
            ["a": "{% set t = a.title %}{% if flag %}{% set t = site.title %}{% endif %}{{ t }}"]),
    ]

    private static let comparisons = [
        ReadingSample("{% if other == none %}*{% endif %}", [.noOther]),
        ReadingSample("{% if heading == note %}=={% endif %}", [.heading, .note]),
    ]
}
