import Diagnostics
import Model
import Testing

@Suite struct LinkAndImageTests {
    @Test(arguments: ["x.md", "../a/x.md#muc", "/tin-tuc/", "#muc", "", "t%E1%BB%87p.pdf", "C:/x", "?a=1"])
    func pathsAreHoles(_ path: String) throws {
        let body = Conversion("[a](<\(path)> \"T\")").body
        #expect(body.holes.count == 2)
        guard case .link(path, "T") = body.holes[0].kind, case .linkEnd = body.holes[1].kind else {
            Issue.record("\(body.holes)")
            return
        }
        #expect(String(decoding: body.html, as: UTF8.self) == "<p>a</p>\n")
        #expect(body.holes.map(\.offset) == [3, 4])
    }

    @Test(arguments: [
        ("https://a.vn", " rel=\"noopener\""), ("HTTP://a.vn", " rel=\"noopener\""),
        ("//a.vn", " rel=\"noopener\""),
        ("mailto:a@b.vn", ""), ("tel:+84123", ""), ("ftp://a.vn", ""),
    ])
    func addressesAreWrittenStraight(_ url: String, _ rel: String) {
        let conversion = Conversion("[a](\(url) \"T\")")
        #expect(conversion.body.holes.isEmpty)
        #expect(conversion.html == "<p><a href=\"\(url)\" title=\"T\"\(rel)>a</a></p>\n")
    }

    @Test func imagesByPathAreHoles() {
        let body = Conversion("x ![a *b*](c.jpg \"T\")").body
        #expect(
            String(decoding: body.html, as: UTF8.self)
                == "<p>x <img alt=\"a b\" title=\"T\" loading=\"lazy\" /></p>\n")
        #expect(body.holes.map(\.offset) == [9])
        guard case .image("c.jpg") = body.holes[0].kind else {
            Issue.record("\(body.holes)")
            return
        }
    }

    @Test func linesCountFromTheFile() {
        let body = Conversion("a\n\nb\n[c](d)\n\n> - ![e](f)", frontMatter: "---\ntitle: x\n---\n").body
        #expect(body.holes.map(\.line) == [7, 7, 9])
    }

    @Test(arguments: [
        "javascript:alert(1)", "JavaScript:x", "vbscript:x", "file:///etc/passwd", "data:text/html,x",
    ])
    func dangerousAddressesAreRemoved(_ url: String) {
        let conversion = Conversion("[a](\(url)) ![b](\(url))")
        #expect(
            conversion.html == "<p><a href=\"\">a</a> <img src=\"\" alt=\"b\" loading=\"lazy\" /></p>\n")
        #expect(
            conversion.problems == [
                "1:5 the unsafe address `\(url)` was removed",
                "1:\(url.count + 12) the unsafe address `\(url)` was removed",
            ])
    }

    @Test(arguments: ["png", "gif", "jpeg", "webp"])
    func pictureDataIsSafe(_ type: String) {
        let conversion = Conversion("x ![b](data:image/\(type);base64,AA)")
        #expect(conversion.html.contains("src=\"data:image/\(type);base64,AA\""))
        #expect(conversion.problems.isEmpty)
    }

    @Test func rawHTMLAllowsEveryAddress() {
        let conversion = Conversion("[a](javascript:x)", rawHTML: true)
        #expect(conversion.html == "<p><a href=\"javascript:x\">a</a></p>\n")
        #expect(conversion.problems.isEmpty)
    }
}

@Suite struct FigureTests {
    private static let figuresExamples: [Example] = [
        Example(
            "caption", "![a](b.jpg \"C & *d*\")",
            "<figure><img src=\"b.jpg\" alt=\"a\" loading=\"lazy\" /><figcaption>C &amp; *d*</figcaption></figure>\n"
        ),
        Example(
            "no caption", "![a](b.jpg)", "<figure><img src=\"b.jpg\" alt=\"a\" loading=\"lazy\" /></figure>\n"
        ),
        Example(
            "in a quote", "> ![a](b.jpg)",
            "<blockquote>\n<figure><img src=\"b.jpg\" alt=\"a\" loading=\"lazy\" /></figure>\n</blockquote>\n"
        ),
        Example(
            "in a loose item", "- ![a](b.jpg)\n\n  c",
            "<ul>\n<li>\n<figure><img src=\"b.jpg\" alt=\"a\" loading=\"lazy\" /></figure>\n<p>c</p>\n</li>\n</ul>\n"
        ),
        Example(
            "not in a tight item", "- ![a](b.jpg)",
            "<ul>\n<li><img src=\"b.jpg\" alt=\"a\" loading=\"lazy\" /></li>\n</ul>\n"),
        Example(
            "not beside text", "![a](b.jpg) c", "<p><img src=\"b.jpg\" alt=\"a\" loading=\"lazy\" /> c</p>\n"),
        Example(
            "not two images", "![a](b.jpg)\n![c](d.jpg)",
            "<p><img src=\"b.jpg\" alt=\"a\" loading=\"lazy\" />\n<img src=\"d.jpg\" alt=\"c\" loading=\"lazy\" /></p>\n"
        ),
        Example(
            "not inside a link", "[![a](b.jpg)](/c)",
            "<p><a href=\"/c\"><img src=\"b.jpg\" alt=\"a\" loading=\"lazy\" /></a></p>\n"),
    ]

    @Test(arguments: figuresExamples)
    func figures(_ example: Example) { example.check() }

    @Test func missingAltIsReported() {
        let conversion = Conversion("a ![](b.jpg) ![c](d.jpg)\n\n![](e.jpg \"T\")")
        #expect(
            conversion.problems == [
                "1:3 the image `b.jpg` has no alternative text",
                "3:1 the image `e.jpg` has no alternative text",
            ])
        #expect(conversion.diagnostics.allSatisfy { $0.severity == .warning && $0.problem.kind == "alt" })
    }

    @Test func altThatRepeatsTheCaptionIsReported() {
        let conversion = Conversion("![a & b](c.jpg \"a & b\")")
        #expect(conversion.problems == ["1:1 the alternative text of the image `c.jpg` repeats its caption"])
        #expect(conversion.diagnostics.first?.problem.kind == "alt-same")
        #expect(Conversion("![a](c.jpg \"b\")").problems.isEmpty)
    }
}
