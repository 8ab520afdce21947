import Bytes
import Diagnostics
import Templates
import Testing

/// `{% fragment %}` in its three styles.
struct FragmentTests {
    private static let server = FragmentStyle.server(folder: "/a/manh/")
    private static let script = FragmentStyle.script(folder: "/a/manh/")

    private static let latest = "{% for a in site.latest %}<li>{{ a.title }}</li>\n{% endfor %}"
    private static let theme = Theme([
        "article.html":
            "<p>{{ article.title }}</p>\n{% fragment \"latest\" %}<a href=\"/\">{{ site.title }}</a>{% endfragment %}\n.",
        "fragments/latest.html": latest,
    ])

    /// The page of the second article.
    private func page(_ style: FragmentStyle, _ theme: Theme = theme) throws -> String {
        let (set, diagnostics) = theme.compile(fragments: style)
        try #require(diagnostics.isEmpty, "\(diagnostics)")
        return render(try #require(set?.template(forPage: "article")), [.object(1)])
    }

    private func render(
        _ template: Template, _ variables: [Value] = [], _ world: Portal = .sample()
    ) -> String {
        let renderer = Renderer(world: world, globals: [.object(0)])
        var out = ByteBuffer()
        renderer.render(template, variables, into: &out)
        return String(decoding: out.bytes, as: UTF8.self)
    }

    // MARK: The styles

    @Test func inlineIsAnInclude() throws {
        let included = Theme([
            "article.html": "<p>{{ article.title }}</p>\n{% include \"fragments/latest.html\" %}\n.",
            "fragments/latest.html": Self.latest,
        ])
        let expected =
            "<p>Hai</p>\n<li>Ba</li>\n<li>Hai</li>\n<li>Đại hội &quot;Đoàn&quot; &amp; &lt;b&gt;</li>\n."
        #expect(try page(.inline) == expected)
        #expect(try page(.inline, included) == expected)
        #expect(Self.theme.compile().0?.fragmentNames == [])
    }

    @Test func forTheServerADirective() throws {
        #expect(
            try page(Self.server)
                == "<p>Hai</p>\n<!--# include virtual=\"/a/manh/latest.html\" -->.")
    }

    @Test func forAScriptAPlaceholderWithWhatStandsBetweenTheTags() throws {
        #expect(
            try page(Self.script)
                == "<p>Hai</p>\n<div data-fragment=\"/a/manh/latest.html\"><a href=\"/\">Đoàn khối</a></div>."
        )
    }

    @Test(arguments: [server, script])
    func theFragmentIsATemplateOfItsOwn(style: FragmentStyle) throws {
        let set = try #require(Self.theme.compile(fragments: style).0)
        #expect(set.fragmentNames == ["latest"])
        #expect(set.template(forFragment: "moi") == nil)
        let template = try #require(set.template(forFragment: "latest"))
        #expect(
            render(template)
                == "<li>Ba</li>\n<li>Hai</li>\n<li>Đại hội &quot;Đoàn&quot; &amp; &lt;b&gt;</li>\n")
    }

    @Test func onlyWhatIsUsedIsAFragment() throws {
        var theme = Self.theme
        theme.files.append(("sen", "fragments/tags.html", "{{ broken"))
        theme.files.removeLast()
        theme.files.append(("sen", "fragments/tags.html", "{{ site.title }}"))
        #expect(theme.compile(fragments: Self.server).0?.fragmentNames == ["latest"])
    }

    @Test func aLaterLayerReplacesAFragment() throws {
        var theme = Self.theme
        theme.files.append(("site", "fragments/latest.html", "{{ site.title }}"))
        #expect(try page(.inline, theme) == "<p>Hai</p>\nĐoàn khối.")
    }

    @Test func aFragmentMayIncludeExtendAndImport() throws {
        let theme = Theme([
            "article.html": "{% include 'side.html' %}",
            "side.html": "[{% fragment 'box' %}{% endfragment %}]",
            "box.html": "<{% block x %}{% endblock %}>",
            "li.html": "{{ loop.index }}{{ a.title }} ",
            "m.html": "{% macro b(t) %}({{ t }}){% endmacro %}",
            "fragments/box.html":
                "{% extends 'box.html' %}{% import 'm.html' as m %}{% block x %}{{ m.b(site.title) }}"
                + "{% for a in site.latest %}{% if loop.index > 1 %}{% include 'li.html' %}{% endif %}{% endfor %}{% endblock %}",
        ])
        let text = "<(Đoàn khối)2Hai 3Đại hội &quot;Đoàn&quot; &amp; &lt;b&gt; >"
        #expect(try page(.inline, theme) == "[\(text)]")
        #expect(try page(Self.server, theme) == "[<!--# include virtual=\"/a/manh/box.html\" -->]")
        let set = try #require(theme.compile(fragments: Self.server).0)
        #expect(render(try #require(set.template(forFragment: "box"))) == text)
    }

    @Test func aFragmentSeesNothingOfTheCaller() throws {
        let theme = Theme([
            "article.html": "{% set x = article.title %}{% fragment 'f' %}{% endfragment %}",
            "fragments/f.html":
                "{% if x is defined %}x{% endif %}{% if article is defined %}a{% endif %}{{ site.title }}",
        ])
        #expect(try page(.inline, theme) == "Đoàn khối")
    }

    // MARK: What pages depend on

    @Test func whatAFragmentReadsIsNotReadByThePage() throws {
        func reads(_ style: FragmentStyle) throws -> [String] {
            try #require(Self.theme.compile(fragments: style).0?.template(forPage: "article")).reads
        }
        #expect(try reads(.inline) == ["article.title", "site.latest"])
        #expect(try reads(Self.server) == ["article.title"])
        #expect(try reads(Self.script) == ["article.title", "site.title"])
    }

    @Test func aNewArticleChangesTheFingerprintOfTheFragmentAndNotOfThePage() throws {
        func prints(_ style: FragmentStyle, _ latest: [Int32]) throws -> [ContentHash] {
            let set = try #require(Self.theme.compile(fragments: style).0)
            let world = Portal.sample()
            world.latest = latest
            let printer = Fingerprinter(world: world, globals: [.object(0)])
            let page = try #require(set.template(forPage: "article"))
            return [printer.fingerprint(page, [.object(1)])]
                + (set.fragmentNames + set.partNames).compactMap(set.template(forFragment:)).map {
                    printer.fingerprint($0, [])
                }
        }
        for style in [.inline, Self.server, Self.script] {
            let (before, after) = (try prints(style, [1]), try prints(style, [1, 0]))
            #expect(before[0] == after[0])
            #expect(before[1] != after[1])
            #expect(!before.contains(.unknown) && !after.contains(.unknown))
        }
    }

    /// Addresses are in the compiled form: no value that a page reads tells of them.
    @Test func aPageThatHoldsAnotherDirectiveHasAnotherFingerprint() throws {
        let theme = Theme([
            "article.html": "{% fragment 'f' %}{% endfragment %}", "fragments/f.html": "{{ site.title }}",
        ])
        let styles: [FragmentStyle] = [
            .inline, Self.server, .server(folder: "/manh/"), Self.script, .script(folder: "/manh/"),
        ]
        let prints = try styles.map { style in
            let printer = Fingerprinter(world: Portal.sample(), globals: [.object(0)])
            let page = try #require(theme.compile(fragments: style).0?.template(forPage: "article"))
            return printer.fingerprint(page, [.object(1)])
        }
        #expect(Set(prints).count == styles.count)
    }

    /// The same for what filters were made with.
    @Test func otherFiltersMakeOtherFingerprints() throws {
        func print(_ seed: String) throws -> ContentHash {
            let schema = Schema(
                objects: Schema.portal.objects, globals: Schema.portal.globals,
                pages: Schema.portal.pages.filter { $0.name == "article" }, filters: Schema.portal.filters,
                filterSeed: seed)
            let text = SourceText(file: "article.html", bytes: Array("{{ article.title }}".utf8))
            let source = TemplateSource(name: "article.html", layer: "sen", text: text)
            let set = try #require(TemplateSet.compile([source], schema: schema).0)
            let page = try #require(set.template(forPage: "article"))
            return Fingerprinter(world: Portal.sample(), globals: [.object(0)]).fingerprint(
                page, [.object(1)])
        }
        #expect(try print("+07:00") != print("+08:00"))
        #expect(try print("+07:00") == print("+07:00"))
    }

    /// Also when the part around them is remembered from another page.
    @Test func aPageTellsWhereItsFragmentsStand() throws {
        let theme = Theme([
            "article.html":
                "<p>{{ article.title }}</p>{% include 'side.html' %}{% fragment 'b' %}{% endfragment %}",
            "side.html":
                "{{ site.title }}{{ site.title }}{% fragment 'a' %}{% endfragment %}{{ site.title }}"
                + "{% for x in site.latest %}{% fragment 'a' %}{% endfragment %}{% endfor %}",
            "fragments/a.html": "[{{ site.title }}]", "fragments/b.html": "",
        ])
        let set = try #require(theme.compile().0)
        #expect(set.partNames == ["a", "b"])
        let page = try #require(set.template(forPage: "article"))
        let renderer = Renderer(world: Portal.sample(), globals: [.object(0)])
        var lengths: [Int] = []
        for article in [1, 0, 1] {
            var out = ByteBuffer()
            out.append("trước")
            let start = out.count
            renderer.render(page, [.object(article)], into: &out)
            let places = renderer.placements
            #expect(places.map(\.content) == [0, 0, 0, 0, 1].map { .fragment($0) })
            for place in places.dropLast() {
                let found = out.copy(from: start + place.offset).prefix("[Đoàn khối]".utf8.count)
                #expect(String(decoding: found, as: UTF8.self) == "[Đoàn khối]")
            }
            #expect(places.last?.offset == out.count - start)
            lengths.append(out.count)
        }
        #expect(lengths[0] == lengths[2] && lengths[0] != lengths[1])
    }

    /// Random themes: a server that replaces the directives makes the pages that inline would have been.
    @Test(arguments: 0..<200)
    func theServerMakesTheSamePages(_ seed: UInt64) throws {
        var writer = RandomTheme(seed: seed)
        let theme = writer.theme()
        let inline = try #require(theme.compile().0)
        let server = try #require(theme.compile(fragments: Self.server).0)
        let world = writer.portal()
        let fragment = server.template(forFragment: "f").map { render($0, [], world) } ?? ""
        let renderer = Renderer(world: world, globals: [.object(0)])
        for _ in 0..<10 {
            let (kind, variables) = writer.page(of: world)
            guard let one = inline.template(forPage: kind), let two = server.template(forPage: kind) else {
                continue
            }
            let pieces = render(two, variables, world)
                .split(
                    separator: "<!--# include virtual=\"/a/manh/f.html\" -->",
                    omittingEmptySubsequences: false
                )
            let served = pieces.joined(separator: fragment)
            var page = ByteBuffer()
            renderer.render(one, variables, into: &page)
            #expect(String(decoding: page.bytes, as: UTF8.self) == served, "\(theme.files)")
            var end = -fragment.utf8.count
            let offsets = pieces.dropLast().map { piece in
                end += fragment.utf8.count + piece.utf8.count
                return end
            }
            #expect(renderer.placements.map(\.offset) == offsets, "\(theme.files)")
        }
    }

    // MARK: Problems

    struct Case: Sendable {
        let files: [String: String]
        let english: [String]
        let vietnamese: [String]
    }

    /// The same in every style: a theme is not right for one site and wrong for another.
    @Test(arguments: cases, [.inline, server, script])
    func says(_ example: Case, _ style: FragmentStyle) {
        var theme = Theme([:])
        theme.files = example.files.sorted { $0.key < $1.key }.map { ("sen", $0.key, $0.value) }
        let diagnostics = theme.compile(fragments: style).1
        #expect(diagnostics.map { Self.line($0, .english) } == example.english)
        #expect(diagnostics.map { Self.line($0, .vietnamese) } == example.vietnamese)
    }

    private static func line(_ diagnostic: Diagnostic, _ language: Language) -> String {
        let related = diagnostic.related.map { " (\($0.file):\($0.line):\($0.column))" }.joined()
        return (diagnostic.place?.file ?? "") + ":" + diagnostic.line(in: language) + related
    }

    private static let cases = [
        Case(
            files: [
                "article.html": "{% fragment 'lastest' %}{% endfragment %}", "fragments/latest.html": "",
            ],
            english: ["sen/article.html:1:13+9: there is no fragment `lastest` | did you mean `latest`?"],
            vietnamese: ["sen/article.html:1:13+9: không có mảnh `lastest` | ý bạn là `latest`?"]),
        Case(
            files: ["article.html": "{% fragment 'tin' %}{% endfragment %}"],
            english: [
                "sen/article.html:1:13+5: there is no fragment `tin` | create `fragments/tin.html` in the theme's templates folder"
            ],
            vietnamese: [
                "sen/article.html:1:13+5: không có mảnh `tin` | tạo tệp `fragments/tin.html` trong thư mục templates của giao diện"
            ]),
        Case(
            files: [
                "article.html": "{% fragment 'Tin mới' %}{% endfragment %}", "fragments/Tin mới.html": "",
            ],
            english: [
                "sen/article.html:1:13+9: `Tin mới` cannot be the name of a fragment | use the letters a-z, digits and hyphens"
            ],
            vietnamese: [
                "sen/article.html:1:13+9: tên mảnh `Tin mới` không dùng được | chỉ dùng chữ cái a-z, chữ số và dấu gạch nối"
            ]),
        Case(
            files: [
                "article.html": "\n{% fragment 'f' %}{% endfragment %}",
                "fragments/f.html": "<b>\n{{ article.title }}",
            ],
            english: [
                "sen/fragments/f.html:2:4+7: a fragment does not see `article`: it is the same on all pages | use `{% include %}` instead of `{% fragment %}` (sen/article.html:2:1)"
            ],
            vietnamese: [
                "sen/fragments/f.html:2:4+7: mảnh không thấy biến `article`: mảnh giống nhau trên mọi trang | dùng `{% include %}` thay cho `{% fragment %}` (sen/article.html:2:1)"
            ]),
        Case(
            files: [
                "article.html": "{% fragment 'f' %}{% endfragment %}", "fragments/f.html": "{{ sit.title }}",
            ],
            english: [
                "sen/fragments/f.html:1:4+3: there is no variable `sit` on pages of the kind `fragments/f.html` | did you mean `site`? (sen/article.html:1:1)"
            ],
            vietnamese: [
                "sen/fragments/f.html:1:4+3: không có biến `sit` trong trang `fragments/f.html` | ý bạn là `site`? (sen/article.html:1:1)"
            ]),
        Case(
            files: [
                "article.html": "{% fragment 'f' %}{% endfragment %}",
                "fragments/f.html": "{% include 'a.html' %}",
                "a.html": "{% fragment 'g' %}{% endfragment %}", "fragments/g.html": "",
            ],
            english: [
                "sen/a.html:1:1+18: the fragment `g` stands inside of another one | put the two side by side, or use `{% include %}` (sen/fragments/f.html:1:1) (sen/article.html:1:1)"
            ],
            vietnamese: [
                "sen/a.html:1:1+18: mảnh `g` nằm trong một mảnh khác | đặt hai mảnh cạnh nhau, hoặc dùng `{% include %}` (sen/fragments/f.html:1:1) (sen/article.html:1:1)"
            ]),
        Case(
            files: [
                "article.html": "{% fragment 'f' %}{{ article.titel }}{% endfragment %}",
                "fragments/f.html": "",
            ],
            english: [
                "sen/article.html:1:30+5: the object `article` has no field `titel` | did you mean `title`?"
            ],
            vietnamese: [
                "sen/article.html:1:30+5: đối tượng `article` không có trường `titel` | ý bạn là `title`?"
            ]),
        Case(
            files: ["article.html": "{% fragment 'f' %}", "fragments/f.html": ""],
            english: [
                "sen/article.html:1:1+18: the tag `fragment` is never closed | add `{% endfragment %}`"
            ],
            vietnamese: ["sen/article.html:1:1+18: thẻ `fragment` chưa được đóng | thêm `{% endfragment %}`"]
        ),
        Case(
            files: ["article.html": "{% fragment latest %}{% endfragment %}"],
            english: ["sen/article.html:1:13+6: expected a template name in quotes, found `latest`"],
            vietnamese: ["sen/article.html:1:13+6: cần tên mẫu trong dấu nháy, nhưng gặp `latest`"]),
        Case(
            files: ["article.html": "{% endfragment %}"],
            english: [
                "sen/article.html:1:4+11: `endfragment` has no opening tag | remove it or add the opening tag before it"
            ],
            vietnamese: [
                "sen/article.html:1:4+11: `endfragment` không có thẻ mở | bỏ nó hoặc thêm thẻ mở phía trước"
            ]),
    ]
}
