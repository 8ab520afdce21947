import Diagnostics
import Templates
import Testing

/// Problems between files: the place in the part, and in brackets who uses it.
struct ThemeProblemTests {
    struct Case: Sendable {
        let theme: Theme
        let english: [String]
        let vietnamese: [String]

        init(_ theme: Theme, _ english: [String], _ vietnamese: [String]) {
            self.theme = theme
            self.english = english
            self.vietnamese = vietnamese
        }
    }

    @Test(arguments: cases)
    func says(_ example: Case) {
        let diagnostics = example.theme.compile().1
        #expect(diagnostics.map { Self.line($0, .english) } == example.english)
        #expect(diagnostics.map { Self.line($0, .vietnamese) } == example.vietnamese)
    }

    private static func line(_ diagnostic: Diagnostic, _ language: Language) -> String {
        let related = diagnostic.related.map { " (\($0.file):\($0.line):\($0.column))" }.joined()
        return (diagnostic.place?.file ?? "") + ":" + diagnostic.line(in: language) + related
    }

    @Test func aPageWithoutATemplate() {
        let (_, diagnostics) = TemplateSet.compile([], schema: .portal)
        #expect(
            diagnostics.map { $0.line(in: .english) }.last
                == "the theme has no template `home.html` for pages of the kind `home` | "
                + "create `home.html` in the theme's templates folder")
        #expect(
            diagnostics.map { $0.line(in: .vietnamese) }.last
                == "giao diện thiếu mẫu `home.html` cho loại trang `home` | "
                + "tạo tệp `home.html` trong thư mục templates của giao diện")
    }

    @Test(arguments: [1_000, 101])
    func deepNesting(_ depth: Int) {
        let tags = String(repeating: "{% if flag %}", count: depth)
        let message =
            "1:1301+13: nested more than 100 levels deep | move some of it to a file of its own or a `set` variable"
        #expect(Theme(["home.html": tags]).compile().1.map { $0.line(in: .english) } == [message])
        let ends = String(repeating: "{% endif %}", count: 100)
        #expect(home(String(tags.prefix(1_300)) + "x" + ends) == "x")
    }

    @Test func deepExpressions() {
        let vietnamese = "lồng nhau quá 100 tầng | tách bớt ra tệp riêng hoặc biến `set`"
        for (template, place) in [
            ("{{ " + String(repeating: "(", count: 5_000) + "1 }}", "1:104+1: "),
            ("{{ 1" + String(repeating: " ~ 1", count: 5_000) + " }}", "1:4+405: "),
            ("{{ heading" + String(repeating: "|upper", count: 5_000) + " }}", "1:4+613: "),
        ] {
            let lines = Theme(["home.html": template]).compile().1.map { $0.line(in: .vietnamese) }
            #expect(lines == [place + vietnamese])
        }
    }

    @Test func partsWithinPartsWithinParts() {
        var theme = Theme(["home.html": "{% include '0' %}"])
        for level in 0..<300 { theme.files.append(("sen", "\(level)", "{% include '\(level + 1)' %}")) }
        theme.files.append(("sen", "300", ""))
        let diagnostics = theme.compile().1
        #expect(diagnostics.count == 1)
        #expect(diagnostics.first?.problem.message(in: .english) == "nested more than 200 levels deep")
    }

    @Test func notUTF8() {
        let text = SourceText(file: "home.html", bytes: Array("ab\n".utf8) + [0xC4, 0x28])
        let source = TemplateSource(name: "home.html", layer: "sen", text: text)
        let schema = Schema(
            objects: [], globals: [], pages: [PageKind("home", template: "home.html", doc: "", variables: [])]
        )
        let lines = TemplateSet.compile([source], schema: schema).1
        #expect(
            lines.map { $0.line(in: .english) } == [
                "2:1+1: the template is not valid UTF-8 text | save the file in UTF-8"
            ])
        #expect(
            lines.map { $0.line(in: .vietnamese) } == [
                "2:1+1: mẫu không phải văn bản UTF-8 hợp lệ | lưu tệp với bảng mã UTF-8"
            ])
    }

    @Test func showsTheLineAndTheOtherPlace() {
        let theme = Theme([
            "article.html": "<main>\n  {% include 'item.html' %}\n</main>",
            "item.html": "<b>{{ article.titel }}</b>",
        ])
        #expect(
            theme.problems(.vietnamese) == """
                sen/item.html:1:15: lỗi: đối tượng `article` không có trường `titel`
                  1 | <b>{{ article.titel }}</b>
                    |               ^^^^^
                  xem thêm sen/article.html:2:3
                  cách sửa: ý bạn là `title`?

                """)
    }

    static let cases: [Case] = [
        Case(
            Theme([
                "a.html": "{% include 'b.html' %}",
                "article.html": "{% include 'a.html' %}",
                "b.html": "{% include 'a.html' %}",
            ]),
            [
                "sen/b.html:1:12+8: templates include each other in a circle: a.html → b.html → a.html | remove one link of the circle (sen/a.html:1:1) (sen/article.html:1:1)"
            ],
            [
                "sen/b.html:1:12+8: `include` chạy vòng tròn: a.html → b.html → a.html | bỏ một mắt xích của vòng (sen/a.html:1:1) (sen/article.html:1:1)"
            ]),
        Case(
            Theme([
                "a.html": "{% extends 'article.html' %}",
                "article.html": "{% extends 'a.html' %}",
            ]),
            [
                "sen/a.html:1:12+14: templates extend each other in a circle: sen/article.html → sen/a.html → sen/article.html | name the parent theme's template in full, for example `sen/article.html`"
            ],
            [
                "sen/a.html:1:12+14: `extends` chạy vòng tròn: sen/article.html → sen/a.html → sen/article.html | gọi mẫu của giao diện gốc bằng tên đủ, ví dụ `sen/article.html`"
            ]),
        Case(
            Theme([
                "a.html": "{% block body %}{% endblock %}",
                "article.html": "{% extends 'a.html' %}{% block boby %}{% endblock %}",
            ]),
            [
                "sen/article.html:1:32+4: the parent template has no block `boby` | did you mean `body`?"
            ],
            [
                "sen/article.html:1:32+4: mẫu gốc không có khối `boby` | ý bạn là `body`?"
            ]),
        Case(
            Theme([
                "a.html": "{% block body %}{% endblock %}",
                "article.html": "{% extends 'a.html' %}{% block zzzzzz %}{% endblock %}",
            ]),
            [
                "sen/article.html:1:32+6: the parent template has no block `zzzzzz` | use the name of a block of the parent"
            ],
            [
                "sen/article.html:1:32+6: mẫu gốc không có khối `zzzzzz` | dùng tên một khối của mẫu gốc"
            ]),
        Case(
            Theme([
                "a.html": "",
                "article.html": "{% extends 'a.html' %}x",
            ]),
            [
                "sen/article.html:1:23+1: content outside of blocks is never shown, because this file has `extends` | put it in a `{% block %}`"
            ],
            [
                "sen/article.html:1:23+1: nội dung ngoài khối không bao giờ hiện ra, vì tệp này có `extends` | đưa nó vào một `{% block %}`"
            ]),
        Case(
            Theme([
                "a.html": "",
                "article.html": "{% extends 'a.html' %}{% extends 'a.html' %}",
            ]),
            [
                "sen/article.html:1:23+22: this file already has an `extends` | keep one `{% extends %}`"
            ],
            [
                "sen/article.html:1:23+22: tệp này đã có `extends` | chỉ giữ một `{% extends %}`"
            ]),
        Case(
            Theme([
                "a.html": "{% macro card() %}{% endmacro %}",
                "article.html": "{% from 'a.html' import crad %}{% import 'c.html' as m %}",
            ]),
            [
                "sen/article.html:1:25+4: there is no macro `crad` | did you mean `card`?",
                "sen/article.html:1:42+8: there is no template `c.html` | did you mean `a.html`?",
            ],
            [
                "sen/article.html:1:25+4: không có macro `crad` | ý bạn là `card`?",
                "sen/article.html:1:42+8: không có mẫu `c.html` | ý bạn là `a.html`?",
            ]),
        Case(
            Theme([
                "a.html": "{% macro card() %}{% endmacro %}",
                "article.html": "{% import 'a.html' as m %}{{ m.crad() }}{{ n.card() }}",
            ]),
            [
                "sen/article.html:1:32+4: there is no macro `crad` | did you mean `card`?",
                "sen/article.html:1:44+1: there is no macro `n` | did you mean `m`?",
            ],
            [
                "sen/article.html:1:32+4: không có macro `crad` | ý bạn là `card`?",
                "sen/article.html:1:44+1: không có macro `n` | ý bạn là `m`?",
            ]),
        Case(
            Theme([
                "a.html": "\n{{ article.titel }}{{ article.date }}",
                "article.html": "{% extends 'a.html' %}",
            ]),
            [
                "sen/a.html:2:12+5: the object `article` has no field `titel` | did you mean `title`?",
                #"sen/a.html:2:23+12: a date cannot be printed | use a filter: `| date("…")`"#,
            ],
            [
                "sen/a.html:2:12+5: đối tượng `article` không có trường `titel` | ý bạn là `title`?",
                #"sen/a.html:2:23+12: không in được ngày giờ | dùng bộ lọc: `| date("…")`"#,
            ]),
        Case(
            Theme([
                "a.html": "{% for t in article.tags %}\n{{ t.x }}{% endfor %}",
                "article.html": "\n{% include 'a.html' %}",
            ]),
            [
                "sen/a.html:2:6+1: text has no fields, so there is no `x` (sen/article.html:2:1)"
            ],
            [
                "sen/a.html:2:6+1: chữ không có trường nào, nên không có `x` (sen/article.html:2:1)"
            ]),
        Case(
            Theme([
                "a.html": "{% macro card(a) %}{{ a }}{% endmacro %}",
                "article.html":
                    "{% import 'a.html' as m %}\n{{ m.card(article.tags) }}{{ m.card(article.title) }}{{ m.card(article.views) }}",
            ]),
            [
                "sen/a.html:1:23+1: a list of text cannot be printed | use `{% for %}` or `| join` (sen/article.html:2:4)"
            ],
            [
                "sen/a.html:1:23+1: không in được danh sách chữ | dùng `{% for %}` hoặc `| join` (sen/article.html:2:4)"
            ]),
        Case(
            Theme([
                "article.html": "{% extends 'm.html' %}{% block a %}{{ super() }}{% endblock %}",
                "b.html": "{% block a %}{% block b %}{% endblock %}{% endblock %}",
                "m.html":
                    "{% extends 'b.html' %}{% block b %}{% block a %}{{ super() }}{% endblock %}{% endblock %}",
            ]),
            [
                "sen/m.html:1:45+1: blocks contain each other in a circle: a → a → a → b → a | remove one link of the circle"
            ],
            [
                "sen/m.html:1:45+1: các khối chạy vòng tròn: a → a → a → b → a | bỏ một mắt xích của vòng"
            ]),
        Case(
            Theme([
                "article.html":
                    "{{ (((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((1))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))) }}"
            ]),
            [
                "sen/article.html:1:104+1: nested more than 100 levels deep | move some of it to a file of its own or a `set` variable"
            ],
            [
                "sen/article.html:1:104+1: lồng nhau quá 100 tầng | tách bớt ra tệp riêng hoặc biến `set`"
            ]),
        Case(
            Theme([
                "article.html":
                    "{% if article.image is none %}{{ article.image.src }}{% endif %}{{ x }}\n{{ article.titel }}\n{% endfor %}"
            ]),
            [
                "sen/article.html:1:34+13: `article.image` may be missing | put it inside `{% if article.image %}…{% endif %}`",
                "sen/article.html:1:68+1: there is no variable `x` on pages of the kind `article` | if it may be missing, ask first: `{% if x is defined %}`",
                "sen/article.html:2:12+5: the object `article` has no field `titel` | did you mean `title`?",
                "sen/article.html:3:4+6: `endfor` has no opening tag | remove it or add the opening tag before it",
            ],
            [
                "sen/article.html:1:34+13: `article.image` có thể không có | đặt trong `{% if article.image %}…{% endif %}`",
                "sen/article.html:1:68+1: không có biến `x` trong trang `article` | nếu biến có thể vắng, hỏi trước bằng `{% if x is defined %}`",
                "sen/article.html:2:12+5: đối tượng `article` không có trường `titel` | ý bạn là `title`?",
                "sen/article.html:3:4+6: `endfor` không có thẻ mở | bỏ nó hoặc thêm thẻ mở phía trước",
            ]),
    ]
}
