import Diagnostics
import Model
import Testing

@Suite struct FootnoteTests {
    private static func back(_ id: String, _ number: Int, time: Int? = nil) -> String {
        let times = time.map { " lần \($0)" } ?? ""
        return
            " <a href=\"#\(id)\" role=\"doc-backlink\" aria-label=\"Trở lại bài, chỗ chú thích \(number)\(times)\">↩</a>"
    }

    private static func reference(_ number: Int, _ id: String) -> String {
        "<sup><a href=\"#fn-\(number)\" id=\"\(id)\" role=\"doc-noteref\">\(number)</a></sup>"
    }

    private static func section(_ items: String...) -> String {
        let list = items.enumerated().map { "<li id=\"fn-\($0 + 1)\">\n\($1)</li>\n" }.joined()
        return
            "<section class=\"footnotes\" role=\"doc-endnotes\" aria-label=\"Chú thích\">\n<ol>\n\(list)</ol>\n</section>\n"
    }

    @Test func numberedByFirstReference() {
        let html = Conversion("a[^x] b[^y]\n\n[^y]: Y\n[^x]: X").html
        let text = "<p>a\(Self.reference(1, "fnref-1")) b\(Self.reference(2, "fnref-2"))</p>\n"
        let notes = Self.section(
            "<p>X\(Self.back("fnref-1", 1))</p>\n", "<p>Y\(Self.back("fnref-2", 2))</p>\n")
        #expect(html == text + notes)
    }

    @Test func everyReferenceHasALinkBack() {
        let conversion = Conversion("a[^1] b[^1]\n\n[^1]: X")
        let text = "<p>a\(Self.reference(1, "fnref-1")) b\(Self.reference(1, "fnref-1-2"))</p>\n"
        let back = Self.back("fnref-1", 1, time: 1) + Self.back("fnref-1-2", 1, time: 2)
        #expect(conversion.html == text + Self.section("<p>X\(back)</p>\n"))
        #expect(conversion.body.anchors == ["fnref-1", "fnref-1-2", "fn-1"])
    }

    @Test func notesMayReferToNotes() {
        let html = Conversion("a[^1]\n\n[^1]: X[^2]\n[^2]: Y[^1]").html
        let first =
            "<p>X\(Self.reference(2, "fnref-2"))\(Self.back("fnref-1", 1, time: 1))\(Self.back("fnref-1-2", 1, time: 2))</p>\n"
        let second = "<p>Y\(Self.reference(1, "fnref-1-2"))\(Self.back("fnref-2", 2))</p>\n"
        #expect(html == "<p>a\(Self.reference(1, "fnref-1"))</p>\n" + Self.section(first, second))
    }

    private static let contents: [Example] = [
        Example("one line", "[^1]: X", "<p>X@</p>\n"),
        Example("next line", "[^1]: X\nY *z*", "<p>X\nY <em>z</em>@</p>\n"),
        Example("indented paragraph", "[^1]: X\n\n    Y", "<p>X</p>\n<p>Y@</p>\n"),
        Example("indented by two", "[^1]: X\n\n  Y", "<p>X</p>\n<p>Y@</p>\n"),
        Example("indented by a tab", "[^1]: X\n\n\tY", "<p>X</p>\n<p>Y@</p>\n"),
        Example(
            "list", "[^1]: X\n    - a\n    - b", "<p>X</p>\n<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n<p>@</p>\n"),
        Example(
            "code", "[^1]: X\n\n        a\n         b",
            "<p>X</p>\n<pre><code>a\n b\n</code></pre>\n<p>@</p>\n"),
        Example("open fence", "[^1]: X\n    ```\n    a", "<p>X</p>\n<pre><code>a\n</code></pre>\n<p>@</p>\n"),
        Example("starts on the next line", "[^1]:\n    X", "<p>X@</p>\n"),
        Example("empty", "[^1]:", "<p>@</p>\n"),
        Example("looks like a list", "[^1]: - a", "<ul>\n<li>a</li>\n</ul>\n<p>@</p>\n"),
        Example("reference", "[^1]: [r]\n\n[r]: /u", "<p><a href=\"/u\">r</a>@</p>\n"),
        Example(
            "address", "[^1]: https://a.vn",
            "<p><a href=\"https://a.vn\" rel=\"noopener\">https://a.vn</a>@</p>\n"),
    ]

    @Test(arguments: contents)
    func content(_ example: Example) {
        let html = Conversion("a[^1]\n\n" + example.markdown).html
        let item = example.html.replacing("@", with: Self.back("fnref-1", 1))
        #expect(html == "<p>a\(Self.reference(1, "fnref-1"))</p>\n" + Self.section(item))
    }

    private static let texts: [Example] = [
        Example("escaped", #"\[^1] [\^1] [^1\]"#, "<p>[^1] [^1] [^1]</p>\n"),
        Example("code", "`[^1]`", "<p><code>[^1]</code></p>\n"),
        Example("in a link", "[a [^1]](/b)", "<p><a href=\"/b\">a [^1]</a></p>\n"),
        Example("space in the label", "[^a b]", "<p>[^a b]</p>\n"),
        Example("empty label", "[^]", "<p>[^]</p>\n"),
        Example("definition in code", "```\n[^1]: x\n```", "<pre><code>[^1]: x\n</code></pre>\n"),
        Example(
            "definition in a list", "- a\n\n  [^b ]: x y",
            "<ul>\n<li>\n<p>a</p>\n<p>[^b ]: x y</p>\n</li>\n</ul>\n"),
    ]

    @Test(arguments: texts)
    func isText(_ example: Example) {
        let conversion = Conversion(example.markdown + "\n\nz[^1]\n\n[^1]: X")
        #expect(conversion.html.hasPrefix(example.html + "<p>z<sup>"))
        #expect(conversion.problems.isEmpty)
    }

    @Test func definitionsEndListsAndStandAfterBlankLinesOnly() {
        let list = Conversion("- a[^1]\n\n[^1]: X\n- b").html
        #expect(
            list.hasPrefix(
                "<ul>\n<li>a\(Self.reference(1, "fnref-1"))</li>\n</ul>\n<ul>\n<li>b</li>\n</ul>\n"))
        #expect(Conversion("a\n[^1]: X").problems == ["2:1 there is no footnote `[^1]`"])
        #expect(Conversion("# a\n[^1]: X").problems == ["2:1 nothing refers to the footnote `[^1]`"])
    }

    @Test func problemsHaveTheirPlaces() {
        let text = "a[^x] b[^x]\n\n- [^y]\n\n[^1]: X\n[^2]: [^z]\n[^1]: Y\n\nd[^2]"
        let conversion = Conversion(text, frontMatter: "---\n---\n")
        #expect(
            Set(conversion.problems) == [
                "3:2 there is no footnote `[^x]`",
                "3:8 there is no footnote `[^x]`",
                "5:3 there is no footnote `[^y]`",
                "7:1 nothing refers to the footnote `[^1]`",
                "8:7 there is no footnote `[^z]`",
                "9:1 the footnote `[^1]` was already written on line 7, this one is left out",
            ])
        #expect(
            conversion.diagnostics.allSatisfy { $0.severity == .warning && $0.problem.kind == "footnote" })
    }

    @Test func referencesInCellsCountInOrder() {
        let html = Conversion("|a|b|\n|-|-|\n|x[^2]|y|\n\nz[^1]\n\n[^1]: X\n[^2]: Y").html
        #expect(html.contains("<td>x\(Self.reference(1, "fnref-1"))</td>"))
        #expect(html.contains("<p>z\(Self.reference(2, "fnref-2"))</p>"))
    }

    @Test func extensionsOffLeaveTheText() {
        #expect(Conversion("a[^1]", extensions: false).html == "<p>a[^1]</p>\n")
    }
}
