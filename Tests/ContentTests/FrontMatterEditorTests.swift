import Content
import Diagnostics
import Model
import Testing

/// Fields of a file are edited; all its other bytes stay.
struct FrontMatterEditorTests {
    private typealias Edit = (inout FrontMatterEditor) throws -> Void

    /// Expects the bytes of `after` once `before` is edited.
    private func expect(
        _ before: String, becomes after: String, parameters: [ParameterDeclaration] = [],
        at location: SourceLocation = #_sourceLocation, _ edit: Edit
    ) throws {
        var editor = try editor(before, parameters)
        try edit(&editor)
        // Strings with the same letters are equal whatever their bytes.
        let isRight = editor.bytes == Array(after.utf8)
        #expect(
            isRight, "\(String(decoding: editor.bytes, as: UTF8.self).debugDescription)",
            sourceLocation: location)
    }

    private func editor(_ text: String, _ parameters: [ParameterDeclaration] = []) throws -> FrontMatterEditor
    {
        try FrontMatterEditor(bytes: Array(text.utf8), file: "content/tin-tuc/x.md", parameters: parameters)
    }

    // MARK: What verbs do

    @Test func publishing() throws {
        try expect(
            "---\ntitle: Đại hội: \"3 trách nhiệm\" # 1\ndate: 19/06/2024 08:30\ntags: []\ndraft: true\n---\n\nBài.\n",
            becomes: """
                ---
                title: Đại hội: "3 trách nhiệm" # 1
                date: 2024-06-20T08:00:00+07:00
                tags: []
                id: dai-hoi
                slug: dai-hoi-3
                ---

                Bài.

                """
        ) {
            try $0.set("id", to: "dai-hoi")
            try $0.set("slug", to: "dai-hoi-3")
            try $0.set("date", to: "2024-06-20T08:00:00+07:00")
            try $0.remove("draft")
        }
    }

    @Test func withdrawing() throws {
        try expect(
            "---\ntitle: Bài\n---\nBài.",
            becomes: """
                ---
                title: Bài
                withdrawn:
                  reason: Đăng nhầm: "sai" #1
                  date: 22/06/2024 08:00
                  page: none
                ---
                Bài.
                """
        ) {
            try $0.set(
                "withdrawn",
                to: [("reason", "Đăng nhầm: \"sai\" #1"), ("date", "22/06/2024 08:00"), ("page", "none")])
        }
    }

    @Test func aSecondTimeChangesNothing() throws {
        let text = "---\nid: \"a\"   # mã\nslug: >-\n  b\ngo-bai: {ly-do: c}\ndate: '1/2/2024'\n---\n"
        try expect(text, becomes: text) {
            try $0.set("id", to: "a")
            try $0.set("slug", to: "b")
            try $0.set("date", to: "1/2/2024")
            try $0.set("withdrawn", to: [("ly-do", "c")])
            try $0.remove("draft")
        }
    }

    // MARK: Names

    @Test func aFieldKeepsItsOtherName() throws {
        try expect(
            "---\ntieu-de: A\nngay: 1/2/2024\nnhap: true\nmã: x\n---\n",
            becomes: "---\ntieu-de: B\nngay: 3/4/2024\nmã: x\n---\n"
        ) {
            try $0.set("title", to: "B")
            try $0.set("date", to: "3/4/2024")
            try $0.remove("draft")
        }
        try expect("---\ntitle: A\n---\n", becomes: "---\ntitle: B\n---\n") { try $0.set("tieu-de", to: "B") }
    }

    @Test(arguments: [
        ("\"title\": A # b", "\"title\": C # b"), ("title : A", "title : C"), ("title:\tA", "title:\tC"),
        ("'date': A # b", "'date': C # b"), ("date  :  A  # b", "date  :  C  # b"),
        ("\"d\\u0061te\": A", "\"d\\u0061te\": C"),
    ])
    func keysOfOtherForms(before: String, after: String) throws {
        try expect("---\n\(before)\n---\n", becomes: "---\n\(after)\n---\n") {
            try $0.set(before.contains("title") ? "title" : "date", to: "C")
        }
    }

    // MARK: Values

    @Test(arguments: [
        ("summary: A", "summary: X"), ("summary:   A  \t", "summary:   X  \t"),
        ("summary: A # b", "summary: X"),
        ("summary: \"A\"   # b", "summary: \"X\"   # b"), ("summary: 'A' # b", "summary: \"X\" # b"),
        ("summary: \"A\" b", "summary: X"), ("summary: \"A # b\"#c", "summary: X"),
        ("date: 1/2/2024 # b", "date: X # b"), ("date: \"1/2/2024\"\t# b", "date: X\t# b"),
        ("tags: [a, \"b # c\"] # d # e", "tags: \"X\" # d # e"), ("tags: [a]#b", "tags: X"),
        ("summary:", "summary: X"), ("summary: \t", "summary: X"), ("summary: # a", "summary: X"),
        ("date:   # a", "date: X   # a"), ("date: ~ # a", "date: X # a"), ("date: null", "date: X"),
    ])
    func valueOnOneLine(before: String, after: String) throws {
        let key = String(before.prefix { $0 != ":" })
        try expect("---\nunit: a\n\(before)\n# c\n---\n", becomes: "---\nunit: a\n\(after)\n# c\n---\n") {
            try $0.set(key, to: "X")
        }
    }

    @Test(arguments: [
        "summary: A\n  b", "summary: A\n\n  b\n c", "summary:\n  A", "summary: \"A\n\n  # b\"",
        "summary: 'A\n  b' # c",
        "summary: |\n  A\n\n  # b", "summary: >+ # c\n    A", "summary: |2-\n   A", "summary: |",
        "summary: | # c", "summary:\n  |\n  A", "summary:\n  # c\n  A",
    ])
    func textOnSeveralLines(before: String) throws {
        let rest = "\n# d\ntitle: B\n---\n"
        try expect("---\nunit: a\n\(before)\(rest)", becomes: "---\nunit: a\nsummary: X\(rest)") {
            try $0.set("summary", to: "X")
        }
    }

    @Test(arguments: [
        ("summary: |+\n  A\n\n", "summary: X\n\n"), ("summary: A\n\n  # b", "summary: X\n\n  # b"),
        ("summary:\n  # b", "summary: X\n  # b"), ("summary: |\n    A\n  # b", "summary: X\n  # b"),
    ])
    func linesBehindAValueStay(before: String, after: String) throws {
        try expect("---\n\(before)\ntitle: B\n---\n", becomes: "---\n\(after)\ntitle: B\n---\n") {
            try $0.set("summary", to: "X")
        }
    }

    @Test(arguments: [
        "tags: [a,\n  b]", "tags: [a, # b\n# c\nd\n  ] # e", "tags:\n- a\n- b # c",
        "tags:\n  - a\n  # b\n  - \"c\n# d\"",
        "tags:\n  - - a\n    -", "tags:\n  [a, b]", "tags: {a: b,\n c: d\n}",
        "tags:\n  a:\n    b: |\n      # c",
        "tags:\n  a: [b,\nc]", "tags: [\"a\n# b\"]", "tags: \"[a\n\n # b\"",
    ])
    func listsAndMappingsOnSeveralLines(before: String) throws {
        try expect("---\n\(before)\n\n# f\nid: g\n---\n", becomes: "---\ntags: X\n\n# f\nid: g\n---\n") {
            try $0.set("tags", to: "X")
        }
        try expect("---\nid: g\n\(before)\n\n# f\n---\n", becomes: "---\nid: g\n\n# f\n---\n") {
            try $0.remove("tags")
        }
    }

    @Test func mappingInPlaceOfAText() throws {
        try expect(
            "---\nwithdrawn: a # b\nid: c\n---\n", becomes: "---\nwithdrawn:\n  reason: d\nid: c\n---\n"
        ) { try $0.set("withdrawn", to: [("reason", "d")]) }
        try expect(
            "---\nwithdrawn:   # b\n  reason: c\n---\n", becomes: "---\nwithdrawn:\n  reason: d\n---\n"
        ) { try $0.set("withdrawn", to: [("reason", "d")]) }
    }

    // MARK: Quotes

    @Test(arguments: [
        ("Báo cáo: \"3 trách nhiệm\" #1", "Báo cáo: \"3 trách nhiệm\" #1"), ("null", "null"), ("[a]", "[a]"),
        ("", "\"\""), (" a", "\" a\""), ("a ", "\"a \""), ("| a", "\"| a\""), ("> a", "\"> a\""),
        ("\"a\"", "\"\\\"a\\\"\""), ("'a'", "\"'a'\""), ("“a”", "\"“a”\""), ("“a” b", "“a” b"),
        ("a\tb", "a\tb"),
        ("\ta", "\"\\ta\""), ("a\nb: c", "\"a\\nb: c\""), ("a\n---\nb", "\"a\\n---\\nb\""), ("---", "---"),
        ("a\r\n\\", "\"a\\r\\n\\\\\""), ("\0\u{7F}\u{1B}", "\"\\x00\\x7F\\x1B\""),
        ("a\u{2028}\u{85}b", "a\u{2028}\u{85}b"),
        ("\na\u{2028}\u{85}\u{FEFF}", "\"\\na\\u2028\\x85\\uFEFF\""),
        ("\n\u{301}a\u{301}", "\"\\n\\u0301á\""), ("\n\u{1D167}\u{301}", "\"\\n\\U0001D167\\u0301\""),
        ("Ho\u{300}a", "Hòa"), ("<<<<<<<", "<<<<<<<"),
    ])
    func textIsQuotedWhereItMustBe(text: String, written: String) throws {
        try expect("---\nid: a\n---\n", becomes: "---\nid: a\ntitle: \(written)\n---\n") {
            try $0.set("title", to: text)
        }
    }

    @Test(arguments: [
        ("a: b", "\"a: b\""), ("a # b", "\"a # b\""), ("null", "\"null\""), ("~", "\"~\""),
        ("[a]", "\"[a]\""),
        ("- a", "\"- a\""), ("*a", "\"*a\""), ("“a”", "\"“a”\""), ("16:46 26/3/2024", "16:46 26/3/2024"),
    ])
    func whatIsNoTextFieldIsQuotedAsInYAML(text: String, written: String) throws {
        try expect("---\nid: a\n---\n", becomes: "---\nid: a\nupdated: \(written)\n---\n") {
            try $0.set("updated", to: text)
        }
    }

    @Test func quotesInsideAMappingAreEachTextsOwn() throws {
        try expect(
            "---\n---\n",
            becomes: "---\nwithdrawn:\n  reason: a: b # c\n  date: \"d: e\"\n  page: none\n  x: \"\"\n---\n"
        ) {
            try $0.set(
                "withdrawn", to: [("reason", "a: b # c"), ("date", "d: e"), ("page", "none"), ("x", "")])
        }
    }

    @Test func declaredParametersAreTexts() throws {
        let text = "---\nparams:\n  mau: a: b # c\ndraft: true\n---\n"
        let color = ParameterDeclaration(name: "mau", kind: .text, fallback: .text(""))
        try expect(text, becomes: "---\nparams:\n  mau: a: b # c\n---\n", parameters: [color]) {
            try $0.remove("draft")
        }
    }

    // MARK: Bytes

    @Test func markLineEndsAndDecomposedLettersStay() throws {
        try expect(
            "\u{FEFF}---\r\ntitle: Ho\u{300}a bi\u{300}nh\r\n# ghi chu\u{301}\r\ndate: \"Thứ Ba\u{301}\" # Ba\u{301}o # 2\r\n---\r\nBa\u{300}i.\nHai.\r\n",
            becomes:
                "\u{FEFF}---\r\ntitle: Ho\u{300}a bi\u{300}nh\r\n# ghi chu\u{301}\r\ndate: 1/2/2024 # Ba\u{301}o # 2\r\nwithdrawn:\r\n  reason: a\r\n---\r\nBa\u{300}i.\nHai.\r\n"
        ) {
            try $0.set("date", to: "1/2/2024")
            try $0.set("withdrawn", to: [("reason", "a")])
        }
        try expect(
            "---\ntags: [a\u{301}, \"# o\u{302}\u{323}\"] # u\u{323}\ntitle: a\u{301}  \n---\n",
            becomes: "---\ntags: \"b\" # u\u{323}\ntitle: c  \n---\n"
        ) {
            try $0.set("tags", to: "b")
            try $0.set("title", to: "c")
        }
    }

    @Test func newLinesEndAsTheFirstLineDoes() throws {
        try expect("---\r\nid: a\n---\n", becomes: "---\r\nid: a\nslug: b\r\n---\n") {
            try $0.set("slug", to: "b")
        }
        try expect("---\nid: a\r\n---\r\n", becomes: "---\nid: a\r\nslug: b\n---\r\n") {
            try $0.set("slug", to: "b")
        }
        try expect("---\rid: a\r---\rBài\r", becomes: "---\rid: c\rslug: b\r---\rBài\r") {
            try $0.set("slug", to: "b")
            try $0.set("id", to: "c")
        }
    }

    @Test(arguments: ["---", "---\n", "---\r\n", "---\n\n---\ndraft: true\n---\n"])
    func emptyFrontMatter(rest: String) throws {
        try expect("---\n\(rest)", becomes: "---\nid: a\n\(rest)") { try $0.set("id", to: "a") }
        try expect("---\ndraft: true\n\(rest)", becomes: "---\n\(rest)") { try $0.remove("draft") }
        try expect("---\n# a\n\n\(rest)", becomes: "---\n# a\n\nid: a\n\(rest)") { try $0.set("id", to: "a") }
    }

    @Test func charactersThatYAMLTakesForLineEnds() throws {
        try expect(
            "---\n# a\u{2028}# b\ntitle: \"a\u{2028}b\"\n  # c\nid: d\ndate: \"e\u{85}f\" # g\n---\n",
            becomes: "---\n# a\u{2028}# b\ntitle: x\n  # c\nid: y\ndate: z # g\n---\n"
        ) {
            try $0.set("title", to: "x")
            try $0.set("id", to: "y")
            try $0.set("date", to: "z")
        }
    }

    @Test func indentedFrontMatterStaysIndented() throws {
        try expect(
            "---\n  title: A # b\n  id: c\n---\n",
            becomes: "---\n  title: D # b\n  slug: \"e: f\"\n  withdrawn:\n    reason: g\n---\n"
        ) {
            try $0.set("title", to: "D")
            try $0.remove("id")
            try $0.set("slug", to: "e: f")
            try $0.set("withdrawn", to: [("reason", "g")])
        }
    }

    // MARK: Removal

    @Test func commentsAroundARemovedFieldStay() throws {
        try expect(
            "---\n# a\ndraft: true # b\n# c\n\nid: d\n  # e\n---\n",
            becomes: "---\n# a\n# c\n\nid: d\n  # e\n---\n"
        ) { try $0.remove("nhap") }
    }

    @Test("what would become part of the field above goes with the removed one")
    func commentsThatCannotStay() throws {
        try expect(
            "---\ntitle: Tin #1\ndraft: true\n  # a\n\n# b\n---\n", becomes: "---\ntitle: Tin #1\n# b\n---\n"
        ) { try $0.remove("draft") }
        try expect(
            "---\nsummary: |+\n  a\ndraft: true\n\nid: b\n---\n",
            becomes: "---\nsummary: |+\n  a\nid: b\n---\n"
        ) { try $0.remove("draft") }
    }
}
