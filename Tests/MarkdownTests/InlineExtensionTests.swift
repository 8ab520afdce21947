import Testing

@Suite struct StrikethroughTests {
    private static let struckOutTextExamples: [Example] = [
        Example("two tildes", "~~Hi~~ Hello", "<p><del>Hi</del> Hello</p>\n"),
        Example("one tilde is text", "~Hi~", "<p>~Hi~</p>\n"),
        Example("three tildes are text", "x ~~~Hi~~~", "<p>x ~~~Hi~~~</p>\n"),
        Example("four tildes are text", "x ~~~~", "<p>x ~~~~</p>\n"),
        Example("no partner", "~~Hi", "<p>~~Hi</p>\n"),
        Example("not across paragraphs", "~~a\n\nb~~", "<p>~~a</p>\n<p>b~~</p>\n"),
        Example("across lines", "~~a\nb~~", "<p><del>a\nb</del></p>\n"),
        Example("around strong", "~~**a** b~~", "<p><del><strong>a</strong> b</del></p>\n"),
        Example("inside strong", "**~~a~~ b**", "<p><strong><del>a</del> b</strong></p>\n"),
        Example("overlap with strong", "**~~a** b~~", "<p><strong>~~a</strong> b~~</p>\n"),
        Example("inside a word", "a~~b~~c", "<p>a<del>b</del>c</p>\n"),
        Example("inside a Vietnamese word", "ế~~ộ~~ữ", "<p>ế<del>ộ</del>ữ</p>\n"),
        Example("spaces inside", "~~ a ~~", "<p>~~ a ~~</p>\n"),
        Example("punctuation inside a word", "a~~“b”~~c", "<p>a~~“b”~~c</p>\n"),
        Example("two of them", "~~a~~ ~~b~~", "<p><del>a</del> <del>b</del></p>\n"),
        Example("escaped", #"\~~a~~ and ~\~a~~"#, "<p>~~a~~ and ~~a~~</p>\n"),
        Example("as references", "&#126;~a~~", "<p>~~a~~</p>\n"),
        Example("escape before a mark", #"\*~~a~~ \_"#, "<p>*<del>a</del> _</p>\n"),
        Example("in code", "`~~a~~`", "<p><code>~~a~~</code></p>\n"),
        Example(
            "in a link", "[~~a~~](https://x.vn)",
            "<p><a href=\"https://x.vn\" rel=\"noopener\"><del>a</del></a></p>\n"),
        Example(
            "not in an image", "x ![~~a~~](b)", "<p>x <img src=\"b\" alt=\"~~a~~\" loading=\"lazy\" /></p>\n"),
        Example("in a heading", "## ~~a~~ b", "<h2 id=\"a-b\"><del>a</del> b</h2>\n"),
    ]

    @Test(arguments: struckOutTextExamples)
    func struckOutText(_ example: Example) { example.check() }

    private static let escapesAreFoundInTheSourceExamples: [Example] = [
        Example(
            "list", #"- x\*y"# + "\n  " + #"\~~a~~ ~~b~~"#, "<ul>\n<li>x*y\n~~a~~ <del>b</del></li>\n</ul>\n"),
        Example(
            "quote", "> x\n>   " + #"\~~a~~ ~~b~~"#,
            "<blockquote>\n<p>x\n~~a~~ <del>b</del></p>\n</blockquote>\n"),
        Example(
            "lazy line", "> x\n" + #"\~~a~~ ~~b~~"#,
            "<blockquote>\n<p>x\n~~a~~ <del>b</del></p>\n</blockquote>\n"),
        Example("trailing space", "~~a~~ \nb", "<p><del>a</del>\nb</p>\n"),
        Example("hard break", "~~a~~ &amp; b  \nc", "<p><del>a</del> &amp; b<br />\nc</p>\n"),
    ]

    @Test(arguments: escapesAreFoundInTheSourceExamples)
    func escapesAreFoundInTheSource(_ example: Example) { example.check() }
}

@Suite struct AutolinkTests {
    /// Text before, the address, text after it; the address in `href` when it differs.
    private static let links: [(String, String, String, String?)] = [
        ("", "www.congdoan.vn", "", "http://www.congdoan.vn"),
        ("Xem ", "www.a.vn/x", " y.", "http://www.a.vn/x"),
        ("", "https://a.vn", "", nil),
        ("", "HTTP://A.vn", "", nil),
        ("", "http://a.vn/x_y_z", "", nil),
        ("", "https://a.vn/?a=1&b=2", "", "https://a.vn/?a=1&amp;b=2"),
        ("", "https://a.vn/ế", "", "https://a.vn/%E1%BA%BF"),
        ("Xem ", "https://a.vn", ".", nil),
        ("", "https://a.vn/x", "?!.,:*_~'", nil),
        ("(", "https://a.vn/x", ")", nil),
        ("", "https://a.vn/x(y)", "", nil),
        ("(", "https://a.vn/x(y)", ")", nil),
        ("", "https://a.vn/x", "&hl;", nil),
        ("", "https://a.vn/x&hl=en", "", "https://a.vn/x&amp;hl=en"),
        ("", "https://a.vn/x", ";", nil),
        ("", "https://a.vn", "<b", nil),
        ("“", "https://a.vn", "”", nil),
        ("«", "https://a.vn/x", "» …", nil),
        ("x\u{A0}", "https://a.vn/x", "\u{A0}y", nil),
        ("\"", "https://a.vn", "\"", nil),
        ("", "vp@congdoan.vn", "", "mailto:vp@congdoan.vn"),
        ("", "a.b-c_d+e@f.g.vn", ".", "mailto:a.b-c_d+e@f.g.vn"),
        ("ế", "x@y.vn", ", ", "mailto:x@y.vn"),
    ]

    private static func link(_ text: String, _ href: String? = nil) -> String {
        let rel = href?.hasPrefix("mailto:") ?? false ? "" : " rel=\"noopener\""
        return "<a href=\"\(href ?? text)\"\(rel)>\(escaped(text))</a>"
    }

    private static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing("\"", with: "&quot;")
    }

    @Test(arguments: links)
    func areFound(_ before: String, _ address: String, _ after: String, _ href: String?) {
        let html = Self.escaped(before) + Self.link(address, href) + Self.escaped(after)
        let text = before + address + after
        let shown = Conversion(text).html
        #expect(shown == "<p>" + html.trimmingSuffix(" ") + "</p>\n")
    }

    @Test func severalInOneText() {
        let html = Conversion("https://a.vn, x@y.vn www.b.vn").html
        let links = [
            Self.link("https://a.vn"), Self.link("x@y.vn", "mailto:x@y.vn"),
            Self.link("www.b.vn", "http://www.b.vn"),
        ]
        #expect(html == "<p>\(links[0]), \(links[1]) \(links[2])</p>\n")
    }

    @Test(arguments: [
        "http://localhost", "https://", "http://.vn", "http://a_b.vn", "xhttp://a.vn", "xwww.a.vn",
        "wwww.a.vn",
        "www.", "ftp://a.vn", "a@b", "@b.vn", "a@b.vn-", "a@b.vn_", "a@b@c.vn@", "mail@", "1:2", "a://b.vn",
        #"http:\//a.vn"#, "ếhttps://a.vn",
    ])
    func areText(_ text: String) {
        let plain = text.replacing("\\", with: "")
        #expect(Conversion(text).html == "<p>\(plain)</p>\n")
    }

    private static let insideOthers: [(String, String)] = [
        ("`https://a.vn`", "<code>https://a.vn</code>"),
        ("[https://a.vn](https://b.vn)", "<a href=\"https://b.vn\" rel=\"noopener\">https://a.vn</a>"),
        ("[*www.a.vn*](/b)", "<a href=\"/b\"><em>www.a.vn</em></a>"),
        ("[a@b.vn](/x)", "<a href=\"/x\">a@b.vn</a>"),
        ("[x](/y) https://a.vn", "<a href=\"/y\">x</a> \(link("https://a.vn"))"),
        ("**https://a.vn**", "<strong>\(link("https://a.vn"))</strong>"),
        ("~~https://a.vn~~", "<del>\(link("https://a.vn"))</del>"),
        ("<https://a.vn>", link("https://a.vn")),
    ]

    @Test(arguments: insideOthers)
    func insideOtherMarkup(_ text: String, _ html: String) {
        #expect(Conversion(text).html == "<p>\(html)</p>\n")
    }
}

extension String {
    fileprivate func trimmingSuffix(_ suffix: String) -> String {
        hasSuffix(suffix) ? String(dropLast(suffix.count)) : self
    }
}

@Suite struct TaskItemTests {
    private static let open = "<input type=\"checkbox\" disabled aria-label=\"Chưa xong\">"
    private static let done = "<input type=\"checkbox\" disabled checked aria-label=\"Đã xong\">"

    private static let taskItemsExamples: [Example] = [
        Example("open", "- [ ] a", "<ul>\n<li>\(open) a</li>\n</ul>\n"),
        Example("done", "- [x] a\n- [X] b", "<ul>\n<li>\(done) a</li>\n<li>\(done) b</li>\n</ul>\n"),
        Example("numbered", "1. [ ] a", "<ol>\n<li>\(open) a</li>\n</ol>\n"),
        Example(
            "nested", "- [x] a\n  - [ ] b",
            "<ul>\n<li>\(done) a\n<ul>\n<li>\(open) b</li>\n</ul>\n</li>\n</ul>\n"),
        Example("loose", "- [ ] a\n\n  b", "<ul>\n<li>\n<p>\(open) a</p>\n<p>b</p>\n</li>\n</ul>\n"),
        Example("with emphasis", "- [ ] **a**", "<ul>\n<li>\(open) <strong>a</strong></li>\n</ul>\n"),
        Example("only at the start", "- a [ ] b", "<ul>\n<li>a [ ] b</li>\n</ul>\n"),
        Example(
            "only the first paragraph", "- a\n\n  [ ] b", "<ul>\n<li>\n<p>a</p>\n<p>[ ] b</p>\n</li>\n</ul>\n"
        ),
        Example("needs a space", "- [ ]a\n- [x]", "<ul>\n<li>[ ]a</li>\n<li>[x]</li>\n</ul>\n"),
        Example("only in lists", "[ ] a", "<p>[ ] a</p>\n"),
        Example("escaped", #"- \[ ] a"#, "<ul>\n<li>[ ] a</li>\n</ul>\n"),
        Example("a link wins", "- [x] a\n\n[x]: /y", "<ul>\n<li><a href=\"/y\">x</a> a</li>\n</ul>\n"),
    ]

    @Test(arguments: taskItemsExamples)
    func taskItems(_ example: Example) { example.check() }
}
