import Templates

/// Writes themes, portals and pages by dice, the same for the same seed.
struct RandomTheme {
    private var state: UInt64
    private var names = 0

    init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1 }

    private mutating func dice(_ sides: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int((state >> 33) % UInt64(sides))
    }

    private mutating func pick(_ choices: [String]) -> String { choices[dice(choices.count)] }

    /// Names in scope by type.
    private struct Names {
        var articles: [String] = []
        var categories: [String] = []
        var texts: [String] = ["site.title"]
        var inLoop = false
        var isPart = false
        var isFragment = false
    }

    mutating func theme() -> Theme {
        var theme = Theme([:])
        func add(_ name: String, _ text: String) { theme.files.append(("sen", name, text)) }
        add("item.html", body(Names(articles: ["a"], isPart: true), 3))
        add("box.html", body(Names(categories: ["c"], isPart: true), 3))
        add("fragments/f.html", body(Names(isPart: true, isFragment: true), 3))
        let macro = body(Names(articles: ["a"], texts: ["n", "site.title"], isPart: true), 2)
        add("m.html", "{% macro card(a, n='') %}" + macro + "{% endmacro %}")
        let base = body(Names(isPart: true), 2) + "{% block x %}{% endblock %}"
        add("base.html", base)
        add("article.html", page(Names(articles: ["article"])))
        add(
            "category.html", page(Names(categories: ["category"], texts: ["pager.number", "category.title"])))
        return theme
    }

    private mutating func page(_ names: Names) -> String {
        "{% extends 'base.html' %}{% import 'm.html' as m %}{% set top = \(text(names)) %}{% block x %}"
            + body(names, 4) + "{{ top }}{% endblock %}"
    }

    private mutating func text(_ names: Names) -> String {
        var choices = names.texts + ["'<lit>'", "site.title"]
        choices += names.articles.map { $0 + ".title" } + names.articles.map { $0 + ".category.title" }
        choices += names.articles.map { $0 + ".views" } + names.categories.map { $0 + ".title" }
        if names.inLoop { choices.append("loop.index") }
        return pick(choices)
    }

    private mutating func body(_ outer: Names, _ depth: Int) -> String {
        var names = outer
        return (0..<(1 + dice(5))).map { _ in statement(&names, depth) }.joined(
            separator: pick(["", " ", "\n"]))
    }

    private mutating func statement(_ names: inout Names, _ depth: Int) -> String {
        switch dice(depth > 0 ? 12 : 3) {
        case 0: return "{{ \(text(names)) }}"
        case 1: return prints(names)
        case 2: return set(&names)
        case 3, 4: return loop(names, depth)
        case 5: return condition(&names, depth)
        case 6: return image(names)
        case 7 where !names.isPart: return include(names)
        case 8 where !names.isPart:
            return names.articles.isEmpty
                ? prints(names)
                : "{{ m.card(\(pick(names.articles)), \(pick(["'k'", "n=site.title", "'x' ~ 1"]))) }}"
        case 10 where !names.isFragment:
            return "{% fragment 'f' %}" + body(names, depth - 1) + "{% endfragment %}"
        case 9: return "{% if \(text(names)) ~ '' == 'Tin 1' %}" + body(names, depth - 1) + "{% endif %}"
        default: return prints(names) + "{{ site.slogan }}"
        }
    }

    private mutating func prints(_ names: Names) -> String {
        (0..<6).map { _ in "{{ \(text(names)) }}" }.joined(separator: ",")
    }

    private mutating func set(_ names: inout Names) -> String {
        self.names += 1
        let name = "v\(self.names)"
        if dice(3) == 0, let article = names.articles.last {
            names.categories.append(name)
            return "{% set \(name) = \(article).category %}"
        }
        let value = text(names)
        names.texts.append(name)
        return "{% set \(name) = \(value) %}"
    }

    private mutating func loop(_ outer: Names, _ depth: Int) -> String {
        var names = outer
        names.inLoop = true
        self.names += 1
        let name = pick(["a", "l\(self.names)"])
        let lists = ["site.latest", "site.latest | limit(2)"] + names.categories.map { $0 + ".articles" }
        let list = pick(lists)
        names.articles.removeAll { $0 == name }
        names.texts.removeAll { $0 == name }
        names.articles.append(name)
        return "{% for \(name) in \(list) %}" + body(names, depth - 1) + "{% else %}" + body(outer, 0)
            + "{% endfor %}"
    }

    private mutating func condition(_ names: inout Names, _ depth: Int) -> String {
        self.names += 1
        let name = "w\(self.names)"
        let condition = pick(
            names.articles.map { $0 + ".pinned" } + ["site.slogan", "\(text(names)) is defined"])
        let yes = body(names, depth - 1) + "{% set \(name) = \(text(names)) ~ '' %}"
        let no = body(names, depth - 1) + "{% set \(name) = \(text(names)) ~ '' %}"
        // A text that is there already is set in one branch only.
        let known = names.texts.filter { $0.hasPrefix("w") }
        let again = known.isEmpty ? "" : pick(known)
        let more = again.isEmpty ? "" : "{% set \(again) = \(text(names)) ~ '' %}"
        let shown = again.isEmpty ? "" : "{{ \(again) }}"
        names.texts.append(name)
        return "{% if \(condition) %}\(yes)\(more){% else %}\(no){% endif %}{{ \(name) }}\(shown)"
    }

    private mutating func image(_ names: Names) -> String {
        guard !names.articles.isEmpty else { return prints(names) }
        let article = pick(names.articles)
        return "{% if \(article).image %}{{ \(article).image.src }}\(prints(names)){% endif %}"
    }

    private mutating func include(_ names: Names) -> String {
        if !names.categories.isEmpty, dice(2) == 0 {
            return "{% set c = \(pick(names.categories)) %}{% include 'box.html' %}"
        }
        guard !names.articles.isEmpty else { return prints(names) }
        return "{% set a = \(pick(names.articles)) %}{% include 'item.html' %}"
    }
}

// MARK: Worlds

extension RandomTheme {
    mutating func portal() -> Portal {
        let portal = Portal()
        portal.slogan = dice(2) == 0 ? nil : "<Đoàn>"
        let (articles, categories) = (1 + dice(8), 1 + dice(3))
        portal.images = ["/1", "/2"]
        portal.categories = (0..<categories).map { Portal.Category(title: "Mục \($0)") }
        for number in 0..<articles {
            let category = dice(categories)
            portal.articles.append(
                Portal.Article(
                    title: "Tin \(number)", category: category, image: dice(2) == 0 ? nil : dice(2),
                    views: dice(3), isPinned: dice(2) == 0))
            portal.categories[category].articles.append(Int32(number))
            if dice(2) == 0 { portal.latest.append(Int32(number)) }
        }
        return portal
    }

    /// A page of one of its kinds.
    mutating func page(of portal: Portal) -> (String, [Value]) {
        if dice(2) == 0 { return ("article", [.object(dice(portal.articles.count))]) }
        portal.pageNumber = dice(3)
        return ("category", [.object(dice(portal.categories.count)), .object(0)])
    }
}
