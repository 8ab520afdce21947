import Model
import Testing

@Suite struct HeadingTests {
    @Test func levelOneBecomesTwo() {
        let html = Conversion("# a\n## b\n### c\n###### d").html
        #expect(
            html == "<h2 id=\"a\">a</h2>\n<h2 id=\"b\">b</h2>\n<h3 id=\"c\">c</h3>\n<h6 id=\"d\">d</h6>\n")
    }

    @Test func idsAreSlugsGivenOnce() {
        let body = Conversion("# Kết quả\n# Kết quả\n# Kết quả 2\n# Kết quả\n# ?\n# !\n# fn 1\n# Fnref-2")
            .body
        #expect(
            body.anchors == [
                "ket-qua", "ket-qua-2", "ket-qua-2-2", "ket-qua-3", "muc", "muc-2", "muc-fn-1", "muc-fnref-2",
            ])
    }

    @Test func headingsArePlainText() {
        let body = Conversion("## **Đại hội** `x` ~~y~~ [z](t.md) ![ảnh](a.jpg)w[^1]\n\n[^1]: n").body
        #expect(body.headings == [Heading(level: 2, id: "dai-hoi-x-y-z-w", text: "Đại hội x y z w")])
    }

    @Test func headingsInQuotesAndListsCount() {
        let body = Conversion("> # a\n\n- ## b\n\nc\n===").body
        #expect(body.headings.map(\.id) == ["a", "b", "c"])
    }

    @Test func extensionsOffKeepLevelsAndGiveNoIds() {
        let conversion = Conversion("# a", extensions: false)
        #expect(conversion.html == "<h1>a</h1>\n")
        #expect(conversion.body.headings.isEmpty)
    }
}

@Suite struct ContentsTests {
    @Test(arguments: ["[[muc-luc]]", "[[toc]]"])
    func listsHeadings(_ mark: String) {
        let html = Conversion("\(mark)\n\n## a & b\n### c\n#### d\n### e\n## f").html
        let contents = """
            <nav class="toc" aria-label="Mục lục">
            <ol>
            <li><a href="#a-b">a &amp; b</a>
            <ol>
            <li><a href="#c">c</a></li>
            <li><a href="#e">e</a></li>
            </ol>
            </li>
            <li><a href="#f">f</a></li>
            </ol>
            </nav>

            """
        #expect(html.hasPrefix(contents + "<h2 id=\"a-b\">"))
    }

    @Test func nestedAtTheEnd() {
        let html = Conversion("# a\n### b\n\n[[toc]]").html
        let contents = """
            <nav class="toc" aria-label="Mục lục">
            <ol>
            <li><a href="#a">a</a>
            <ol>
            <li><a href="#b">b</a></li>
            </ol>
            </li>
            </ol>
            </nav>

            """
        #expect(html.hasSuffix("<h3 id=\"b\">b</h3>\n" + contents))
    }

    @Test func subheadingsWithoutHeadingAbove() {
        let html = Conversion("[[toc]]\n\n### a\n## b").html
        #expect(html.contains("<ol>\n<li><a href=\"#a\">a</a></li>\n<li><a href=\"#b\">b</a></li>\n</ol>"))
    }

    @Test func holesMoveWithTheText() {
        let body = Conversion("[a](b.md)\n\n[[toc]]\n\n# x\n\n[c](d.md)").body
        let texts = body.holes.map { String(decoding: body.html[..<$0.offset].suffix(3), as: UTF8.self) }
        #expect(texts == ["<p>", "p>a", "<p>", "p>c"])
    }

    private static let marksExamples: [Example] = [
        Example("no headings", "[[toc]]", ""),
        Example("escaped", #"\[[toc]]"#, "<p>[[toc]]</p>\n"),
        Example("not alone", "x [[toc]]", "<p>x [[toc]]</p>\n"),
        Example("only the first", "[[toc]]\n\n[[toc]]", "<p>[[toc]]</p>\n"),
    ]

    @Test(arguments: marksExamples)
    func marks(_ example: Example) { example.check() }
}
