import Diagnostics
import Model
import Testing

/// Simple front matter is read without libyaml: nobody may notice.
@Suite struct PlainMappingTests {
    /// Expects that articles with these lines of front matter are the same, messages included, whoever reads them.
    private func expectSame(_ articles: [[String]]) throws {
        #expect(try read(articles, behind: "#  ") == read(articles, behind: "  #"))
    }

    /// Of two comments of one length only `#  ` is simple: behind the other one front matter is libyaml's.
    private func read(_ articles: [[String]], behind comment: String) throws -> [String] {
        var files: [String: String] = [:]
        for (number, lines) in articles.enumerated() {
            let text = ["---", comment] + lines + ["---", "Bài."]
            files["content/tin-tuc/x-\(number).md"] = text.joined(separator: "\n")
        }
        let (newsroom, _, diagnostics) = try SiteFolder(files).read()
        let messages = diagnostics.map { DiagnosticPrinter(language: .vietnamese).text([$0]) }
        return newsroom.articles.map { "\($0)" } + messages
    }

    private static let heading = ["title: Đại hội: \"3 trách nhiệm\" # 1", "date: 2024-06-19T08:30:00+07:00"]

    private static let values = [
        "Công đoàn", "\"Công đoàn\"", "'Công đoàn'", "\"a\" b", "\"a\" # b", "a # b", "a: b", "a:b", "a:",
        ":a", "- a",
        "-a", "[a]", "[a, b]", "[\"a, b\", c d]", "[ \"a\" , \"b\" ]", "[a,]", "[,]", "[]", "[", "]", "[a",
        "a]", "[a]]",
        "[[a]]", "[\"a\"b]", "[a\"b\"]", "[a:b]", "[a: b]", "[\"a\": b]", "[- a]", "[a - b]", "[/a, /b?c]",
        "[“a”, b]", "[“a”]",
        "[a\u{2028}b]", "\"a\u{2028}b\"", "\"a\u{85}b\"", "\"a\u{FEFF}b\"", "[«a», 😀]", "“Tháng Công nhân”",
        "“Tháng” Công nhân", "– a", "{a: b}", "*a", "&a b", "!a", "%a", "@a", "`a`", "|", ">", "null", "~",
        "[null, ~]",
        "true", "không", "12", "-12", "1_000", "26/3/2024", "Thứ Ba, 26/3/2024 16:46", "16:46 26/3/2024",
        "8h30 ngày 5/7/2023",
        "\"\"", "[\"\"]", "\"", "\"a", "\"\\t\"", "\"a\\\"", "\"a\\\"b\"", "/a/b.jpg", "a  b", "\ta", "a\tb",
        "a\t", "  a  ", "",
        "tin-tuc", "tin-túc", "http://a.vn/b?c=d", "{src: a.jpg, alt: b}", "Hòa\u{300}",
    ]

    @Test(
        "every value of every kind of field is read as libyaml reads it",
        arguments: [
            "title", "date", "updated", "summary", "image", "author", "authors", "category", "slug", "id",
            "tags",
            "aliases", "views", "featured", "pin_until", "correction", "withdrawn", "params", "titel",
        ])
    func values(key: String) throws {
        let heading = Self.heading.filter { !$0.hasPrefix(key + ":") }
        try expectSame(Self.values.map { heading + ["\(key): \($0)"] })
    }

    @Test(
        "lines of every form are read as libyaml reads them")
    func lines() throws {
        let forms = [
            ["# a", "tags: [a]"], ["", "tags: [a]"], ["tags: [a]", "tags: [b]"], ["tags: [a]", "the: [b]"],
            ["tags : [a]"], ["tags:[a]"], ["tags:"], ["tags:", "- a"], ["tags:", "  - a"],
            ["tags: [a,", "  b]"],
            ["summary: a", "  b"], ["summary: a", "# b", "  c"], ["unit: \"a", "  b\""], ["- a"], ["a"],
            ["\"unit\": a"],
            ["? unit"], ["unit: a", "..."], [" unit: a"], ["\tunit: a"], ["unit:\ta"], ["unit: a\t"],
            ["đơn-vị: a"],
            ["don-vi: a", "unit: b"], ["summary: |", "  a", "  b"], ["image:", "  src: a.jpg", "  alt: b"],
            ["tags:", "  - a: b", "  - c"], ["tags:", "  - a:b", "  - \"c, d\"  "],
            ["tags:", "  - a", " - b"],
            ["tags:", "- a", "  - b"], ["tags:", "  - a", "", "  - b"], ["tags:", "  - a", "# b", "  - c"],
            ["tags:", "  -", "  - c"], ["tags:", "  -a"], ["tags:", "  - - a"], ["tags:", "  - [a]"],
            ["tags:", "  a"],
            ["tags:", "  -\ta"], ["tags:", "  - a\tb"], ["tags:", "  - “a”"], ["tags:   ", "  -   a b  "],
            ["tags:\t", "  - a"],
            ["summary:", "  - a"], ["date:", "  - a"], ["image:", "  - a"], ["category:", "- a"],
            ["titel:", "- a"],
            ["tags:", "  - a", "b"], ["tags:", "  - a", "tags:", "  - b"],
            ["tags:", "  - “Tháng Công nhân”", "  b"],
            ["_a: b"], ["1a: b"], ["aB_1-: c"], ["<<: a"], ["%a: b"], ["unit: a", "%YAML 1.1"],
        ]
        try expectSame(forms.flatMap { [Self.heading + $0, $0 + Self.heading, $0] })
    }
}
