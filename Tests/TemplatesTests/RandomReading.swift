/// Writes templates that get at objects in every way the language has, and worlds for them, by dice.
struct RandomReading {
    private var state: UInt64
    private var count = 0

    init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1 }

    private mutating func dice(_ sides: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int((state >> 33) % UInt64(sides))
    }

    private mutating func pick<Choice>(_ choices: [Choice]) -> Choice { choices[dice(choices.count)] }

    /// Names in scope: articles that are there, articles that may be missing, lists of articles.
    private struct Names {
        var articles = ["article"]
        var optionals = ["other"]
        var lists = ["list", "site.latest"]
        var isPart = false
    }

    mutating func theme() -> Theme {
        var theme = Theme([:])
        func add(_ name: String, _ text: String) { theme.files.append(("sen", name, text)) }
        add(
            "page.html",
            "{% extends 'base' %}{% import 'm' as m %}{% block b %}{{ super() }}" + body(Names(), 4)
                + "{% endblock %}")
        add("base", "{% block b %}" + body(part(["article"]), 2) + "{% endblock %}")
        add("a", body(part(["a"]), 2))
        add("c", "{% include 'a' %}" + body(part(["a"]), 1))
        let inner = body(part(["x"], optionals: ["y"], lists: ["z"]), 2)
        let outer = body(part(["x"], optionals: ["y"], lists: ["z"]), 2)
        add(
            "m",
            "{% macro inner(x, y=none, z=site.latest) %}\(inner){% endmacro %}"
                + "{% macro outer(x, y=none, z=site.latest) %}\(outer){{ inner(x, x.next, x.related) }}{% endmacro %}"
        )
        return theme
    }

    private func part(_ articles: [String], optionals: [String] = [], lists: [String] = ["site.latest"])
        -> Names
    {
        Names(articles: articles, optionals: optionals, lists: lists, isPart: true)
    }

    private mutating func fresh() -> String {
        count += 1
        return "v\(count)"
    }

    // MARK: Expressions

    /// An article that is there.
    private mutating func sure(_ names: Names) -> String { pick(names.articles) }

    /// An article that may be missing.
    private mutating func maybe(_ names: Names, _ depth: Int = 2) -> String {
        guard depth > 0 else { return pick(names.articles.map { $0 + ".next" } + names.optionals) }
        switch dice(9) {
        case 0: return "(\(list(names, depth - 1)) | \(pick(["first", "last"])))"
        case 1: return "(\(list(names, depth - 1)))[\(pick(["0", "1", "-1", "0 + 1"]))]"
        case 2: return "(\(maybe(names, depth - 1)) if \(condition(names)) else \(maybe(names, depth - 1)))"
        case 3: return "(\(maybe(names, depth - 1)) or \(maybe(names, depth - 1)))"
        case 4: return "(\(condition(names)) and \(maybe(names, depth - 1)))"
        case 5: return "(\(maybe(names, depth - 1)) | default(\(sure(names))))"
        case 6: return "(\(sure(names)) if \(condition(names)))"
        default: return pick(names.optionals + names.articles + names.articles.map { $0 + ".next" })
        }
    }

    private mutating func list(_ names: Names, _ depth: Int = 2) -> String {
        guard depth > 0 else { return pick(names.lists) }
        switch dice(9) {
        case 0: return "(\(list(names, depth - 1)) | \(pick(["limit(2)", "skip(1)", "reverse", "limit(1)"])))"
        case 1: return "[\(sure(names)), \(sure(names))]"
        case 2: return sure(names) + ".related"
        case 3: return sure(names) + ".category.articles"
        case 4: return "(\(list(names, depth - 1)) if \(condition(names)) else \(list(names, depth - 1)))"
        case 5: return "(\(list(names, depth - 1)) or \(list(names, depth - 1)))"
        default: return pick(names.lists)
        }
    }

    private mutating func condition(_ names: Names) -> String {
        let article = sure(names)
        switch dice(names.isPart ? 5 : 7) {
        case 0: return "\(article).pinned"
        case 1: return "\(article).summary | default('') == ''"
        case 2: return "\(article).views > 11"
        case 3: return "\(article).tags is empty"
        case 4: return "site.latest | length is odd"
        case 5: return "flag"
        default: return "note"
        }
    }

    private mutating func comparison(_ names: Names) -> String {
        switch dice(3) {
        case 0: "\(sure(names)) == \(maybe(names, 1))"
        case 1: "\(sure(names)) in \(list(names, 1))"
        default: "\(maybe(names, 1)) != \(sure(names))"
        }
    }

    // MARK: Statements

    private mutating func body(_ outer: Names, _ depth: Int) -> String {
        var names = outer
        return (0..<(1 + dice(3))).map { _ in statement(&names, depth) }.joined(separator: ";")
    }

    private mutating func statement(_ names: inout Names, _ depth: Int) -> String {
        guard depth > 0 else { return shown(sure(names)) }
        switch dice(names.isPart ? 8 : 10) {
        case 0: return shown(sure(names))
        case 1: return "{% if \(comparison(names)) %}=\(body(names, depth - 1)){% endif %}"
        case 2: return set(&names)
        case 3: return setList(&names)
        case 4: return branches(&names, depth)
        case 5, 6: return guarded(names, depth)
        case 7: return loop(names, depth)
        case 8: return "{% set a = \(sure(names)) %}{% include '\(pick(["a", "c"]))' %}"
        default: return call(names)
        }
    }

    private mutating func shown(_ article: String) -> String {
        pick([
            "{{ \(article).title }}", "{{ \(article).title }}", "{{ \(article).views }}",
            "{{ \(article).category.title }}", "{{ \(article).body }}", "{{ \(article).tags | join(',') }}",
            "{% if \(article).image %}{{ \(article).image.alt }}{% endif %}", "{{ \(article).summary }}",
            "{% if \(article).next %}{{ \(article).next.title }}{% endif %}",
        ])
    }

    private mutating func set(_ names: inout Names) -> String {
        let name = fresh()
        let value = maybe(names)
        names.optionals.append("(\(name) or \(name))")
        return "{% set \(name) = \(value) %}"
    }

    private mutating func setList(_ names: inout Names) -> String {
        let name = fresh()
        let value = list(names)
        names.lists.append(name)
        return "{% set \(name) = \(value) %}"
    }

    /// A variable that two branches set.
    private mutating func branches(_ names: inout Names, _ depth: Int) -> String {
        let name = fresh()
        let (yes, no) = (maybe(names), maybe(names))
        let text =
            "{% if \(condition(names)) %}\(body(names, depth - 1)){% set \(name) = \(yes) %}"
            + pick([
                "{% else %}{% set \(name) = \(no) %}",
                "{% elif \(condition(names)) %}{% set \(name) = \(no) %}", "",
            ])
            + "{% endif %}"
        names.optionals.append("(\(name) or \(name))")
        return text
    }

    private mutating func guarded(_ outer: Names, _ depth: Int) -> String {
        var names = outer
        let name = fresh()
        let value = maybe(names)
        names.articles.append(name)
        return
            "{% set \(name) = \(value) %}{% if \(name) %}\(shown(name))\(body(names, depth - 1)){% else %}-{% endif %}"
    }

    private mutating func loop(_ outer: Names, _ depth: Int) -> String {
        var names = outer
        let name = fresh()
        let items = list(names)
        names.articles.append(name)
        return "{% for \(name) in \(items) %}\(shown(name))\(body(names, depth - 1)){% else %}0{% endfor %}"
    }

    private mutating func call(_ names: Names) -> String {
        let macro = pick(["inner", "outer"])
        let arguments = pick([
            sure(names), "\(sure(names)), \(maybe(names))", "\(sure(names)), z=\(list(names))",
            "y=\(maybe(names)), x=\(sure(names))",
        ])
        return "{{ m.\(macro)(\(arguments)) }}"
    }
}

// MARK: Worlds

extension RandomReading {
    mutating func world() -> Newsstand {
        let world = Newsstand.sample()
        for _ in 0..<12 { change(world) }
        return world
    }

    /// A world that differs from `world` in at most three places, and perhaps in its numbers.
    mutating func changed(_ world: Newsstand) -> Newsstand {
        let copy =
            dice(4) == 0
            ? world.renumbered(pick([[1, 0, 2, 3], [3, 2, 1, 0], [1, 2, 3, 0]])) : world.copy()
        for _ in 0..<dice(4) { change(copy) }
        return copy
    }

    private mutating func change(_ world: Newsstand) {
        let at = dice(4)
        switch dice(18) {
        case 0, 1: world.articles[at].title = pick(["Tin", "Bài", "Ảnh", "Tin 0", "Tin 1"])
        case 2: world.articles[at].summary = pick([nil, "", "tóm tắt"])
        case 3: world.articles[at].html = pick(["<p>một</p>", "<p>hai</p>"])
        case 4: world.articles[at].views = 10 + dice(3)
        case 5: world.articles[at].isPinned.toggle()
        case 6: world.articles[at].tags = pick([[], ["Hội"], ["Hội", "Trẻ"], ["Trẻ", "Hội"]])
        case 7: world.articles[at].category = dice(2)
        case 8: world.articles[at].image = pick([nil, 0, 1])
        case 9: world.articles[at].next = pick([nil, 0, 1, 2, 3])
        case 10: world.articles[at].related = someArticles()
        case 11: world.latest = someArticles()
        case 12: world.list = someArticles()
        case 13: world.other = pick([nil, 0, 1, 2, 3])
        case 14: world.article = at
        case 15: world.flag.toggle()
        case 16: world.note = pick([nil, "", "ghi chú"])
        default: world.categories[dice(2)].articles = someArticles()
        }
    }

    private mutating func someArticles() -> [Int32] { (0..<dice(4)).map { _ in Int32(dice(4)) } }
}
