import Diagnostics
import Model
import Testing

@Suite struct CustomBlockTests {
    private static let header = """
        <div class="official-header">
        <div class="official-left">
        <p>LIÊN ĐOÀN LAO ĐỘNG</p>
        <p><strong>BAN THƯỜNG VỤ</strong></p>
        <p>* * *</p>
        <p>Số:      -BC/LĐLĐ</p>
        </div>
        <div class="official-right">
        <p><em>Bạc Liêu, ngày     tháng     năm 2013</em></p>
        </div>
        </div>

        """
    private static let signature =
        "<div class=\"signature\">\n<p>TM. BAN THƯỜNG VỤ</p>\n<p>(Đã ký)</p>\n<p><strong>Phạm A</strong></p>\n</div>\n"
    private static let recipients =
        "<div class=\"recipients\">\n<p>Nơi nhận:</p>\n<ul>\n<li>Như trên;</li>\n<li>Lưu VP.</li>\n</ul>\n</div>\n"
    private static let signatureText = "TM. BAN THƯỜNG VỤ\n\n(Đã ký)\n**Phạm A**\n:::\n"
    private static let recipientsText = "::: noi-nhan\n***Nơi nhận:***\n- Như trên;\nLưu VP.\n:::\n"

    private static let blockExamples: [Example] = [
        Example(
            "official header",
            "::: tieu-de-van-ban\nLIÊN ĐOÀN LAO ĐỘNG\n**BAN THƯỜNG VỤ**\n* * *\n\nSố:      -BC/LĐLĐ\n|||\n*Bạc Liêu, ngày     tháng     năm 2013*\n:::",
            header),
        Example(
            "official header in English", "::: official-header\na\n|||\nb\n:::",
            "<div class=\"official-header\">\n<div class=\"official-left\">\n<p>a</p>\n</div>\n<div class=\"official-right\">\n<p>b</p>\n</div>\n</div>\n"
        ),
        Example("signature", "::: chu-ky\n" + signatureText, signature),
        Example("signature in English", ":::signature\n" + signatureText, signature),
        Example("recipients", recipientsText, recipients),
        Example(
            "foot", recipientsText + "\n\n::: chu-ky\n" + signatureText,
            "<div class=\"official-foot\">\n" + recipients + signature + "</div>\n"),
        Example(
            "no foot with text between", recipientsText + "x\n\n::: chu-ky\n" + signatureText,
            recipients + "<p>x</p>\n" + signature),
        Example(
            "no foot in the other order", "::: chu-ky\n" + signatureText + recipientsText,
            signature + recipients),
        Example(
            "gallery", "::: thu-vien-anh\n![a](1.jpg \"A b\")\n\n- ![c](https://x.vn/2.jpg)\n:::",
            "<div class=\"gallery\">\n<figure><img src=\"1.jpg\" alt=\"a\" loading=\"lazy\" /><figcaption>A b</figcaption></figure>\n<figure><img src=\"https://x.vn/2.jpg\" alt=\"c\" loading=\"lazy\" /></figure>\n</div>\n"
        ),
        Example(
            "video", "::: video hoi nghi.mp4\nHội *nghị*\nngày 1/5\n:::",
            "<figure class=\"video\"><video controls preload=\"metadata\" src=\"hoi%20nghi.mp4\"></video><figcaption>Hội <em>nghị</em> ngày 1/5</figcaption></figure>\n"
        ),
        Example(
            "video without caption", "::: video https://x.vn/a.mp4\n:::",
            "<figure class=\"video\"><video controls preload=\"metadata\" src=\"https://x.vn/a.mp4\"></video></figure>\n"
        ),
        Example(
            "attachments", "::: tep-dinh-kem\n- [Kế hoạch](kh.pdf)\n- Xem [mẫu](https://x.vn/m.docx)\n:::",
            "<div class=\"attachments\">\n<ul>\n<li><a href=\"kh.pdf\">Kế hoạch</a> (PDF, 1 KB)</li>\n<li>Xem <a href=\"https://x.vn/m.docx\" rel=\"noopener\">mẫu</a></li>\n</ul>\n</div>\n"
        ),
        Example("more colons", ":::: chu-ky\na\n:::::", "<div class=\"signature\">\n<p>a</p>\n</div>\n"),
        Example(
            "indented by three", "   ::: chu-ky\n   a\n   :::",
            "<div class=\"signature\">\n<p>a</p>\n</div>\n"),
        Example(
            "ends a paragraph", "x\n::: chu-ky\na\n:::\ny",
            "<p>x</p>\n<div class=\"signature\">\n<p>a</p>\n</div>\n<p>y</p>\n"),
        Example(
            "ends a list", "- x\n::: chu-ky\na\n:::\n- y",
            "<ul>\n<li>x</li>\n</ul>\n<div class=\"signature\">\n<p>a</p>\n</div>\n<ul>\n<li>y</li>\n</ul>\n"),
        Example(
            "ends a quote", "> x\n::: chu-ky\na\n:::",
            "<blockquote>\n<p>x</p>\n</blockquote>\n<div class=\"signature\">\n<p>a</p>\n</div>\n"),
        Example(
            "ends a fence in a list", "- ```\n  x\n::: chu-ky\na\n:::",
            "<ul>\n<li>\n<pre><code>x\n\n\n</code></pre>\n</li>\n</ul>\n<div class=\"signature\">\n<p>a</p>\n</div>\n"
        ),
        Example(
            "markup in lines", "::: chu-ky\n~~a~~ [b] # c #\n:::\n\n[b]: /u",
            "<div class=\"signature\">\n<p><del>a</del> <a href=\"/u\">b</a> # c #</p>\n</div>\n"),
    ]

    @Test(arguments: blockExamples)
    func blocks(_ example: Example) {
        let conversion = Conversion(example.markdown)
        #expect(conversion.html == example.html)
        #expect(conversion.problems.isEmpty)
    }

    private static let texts: [Example] = [
        Example("in a fence", "```\n::: chu-ky\n:::\n```", "<pre><code>::: chu-ky\n:::\n</code></pre>\n"),
        Example(
            "in a tilde fence", "~~~~ x\n~~~\n:::\n~~~~",
            "<pre><code class=\"language-x\">~~~\n:::\n</code></pre>\n"),
        Example("indented code", "    ::: chu-ky\n    :::", "<pre><code>::: chu-ky\n:::\n</code></pre>\n"),
        Example(
            "in a list", "- x\n\n  ::: chu-ky\n  :::",
            "<ul>\n<li>\n<p>x</p>\n<p>::: chu-ky\n:::</p>\n</li>\n</ul>\n"),
        Example("in a numbered list", "1) x\n   :::", "<ol>\n<li>x\n:::</li>\n</ol>\n"),
        Example(
            "in a fence in a list", "- ```\n  :::\n  ```",
            "<ul>\n<li>\n<pre><code>:::\n</code></pre>\n</li>\n</ul>\n"),
        Example("in a quote", "> :::", "<blockquote>\n<p>:::</p>\n</blockquote>\n"),
        Example("in a comment", "<!--\n\n::: chu-ky\n:::\n\n-->", ""),
        Example("inside a line", "a ::: b", "<p>a ::: b</p>\n"),
        Example("two colons", ":: chu-ky", "<p>:: chu-ky</p>\n"),
    ]

    @Test(arguments: texts)
    func isText(_ example: Example) {
        let conversion = Conversion(example.markdown)
        #expect(conversion.html == example.html)
        #expect(conversion.problems.isEmpty)
    }

    private static let mistakes: [(String, String, [String])] = [
        ("unknown", "::: chu-ki\n:::", ["1:5 there is no block called `chu-ki`"]),
        ("unclosed", "a\n\n::: chu-ky\nb", ["3:1 the block `chu-ky` is not closed"]),
        ("opened twice", "::: chu-ky\n::: video x\n:::", ["1:1 the block `chu-ky` is not closed"]),
        ("closed twice", "::: chu-ky\n:::\n\n:::", ["4:1 this `:::` ends no block"]),
        ("argument", "::: chu-ky trái\n:::", ["1:12 the block `chu-ky` does not take `trái`"]),
        ("video", "::: video\n:::", ["1:1 the block `video` names no file"]),
        (
            "one column", "::: tieu-de-van-ban\na\n:::",
            ["1:1 the block `official-header` needs exactly one line `|||` between its columns"]
        ),
        (
            "three columns", "::: tieu-de-van-ban\n|||\n|||\n:::",
            ["1:1 the block `official-header` needs exactly one line `|||` between its columns"]
        ),
        (
            "gallery", "::: thu-vien-anh\n![a](b)\nchữ\n:::",
            ["3:0 this line of the block `gallery` is not an image"]
        ),
        (
            "attachment", "::: tep-dinh-kem\n\n- chữ\n:::",
            ["3:0 this line of the block `attachment` has no link to a file"]
        ),
    ]

    @Test(arguments: mistakes)
    func mistakesAreErrors(_ name: String, _ text: String, _ problems: [String]) {
        let conversion = Conversion(text)
        #expect(conversion.problems == problems)
        #expect(conversion.diagnostics.allSatisfy { $0.severity == .error && $0.problem.kind == "block" })
    }

    @Test func linesInsideBlocksAreLinesOfTheFile() {
        let text = "[r]: /u\n\n::: chu-ky\na\n[b](c.md)\n:::\n\n::: video d.mp4\n![](e)\n:::"
        let conversion = Conversion(text, frontMatter: "---\n---\n")
        #expect(conversion.body.holes.map(\.line) == [7, 7, 10, 11])
        #expect(conversion.problems == ["11:1 the image `e` has no alternative text"])
    }

    @Test func holesOfBlocks() {
        let kinds = Conversion("::: video a b.mp4\n:::\n\n::: attachment\n[x](y.pdf)\n:::").body.holes.map {
            "\($0.kind)"
        }
        #expect(
            kinds == [
                "media(destination: \"a b.mp4\")", "link(destination: \"y.pdf\", title: \"\")", "linkEnd",
                "fileSize(destination: \"y.pdf\")",
            ])
    }

    @Test func extensionsOffLeaveTheText() {
        let conversion = Conversion("::: x", extensions: false)
        #expect(conversion.html == "<p>::: x</p>\n")
        #expect(conversion.problems.isEmpty)
    }
}
