import Diagnostics
import Testing

@Suite struct RawHTMLTests {
    private static let warning = "HTML in the text is shown as it is typed"

    private static let shown: [Example] = [
        Example("block", "<div>a</div>\n\n*b*", "<p>&lt;div&gt;a&lt;/div&gt;</p>\n<p><em>b</em></p>\n"),
        Example("inline", "a <b>c</b>", "<p>a &lt;b&gt;c&lt;/b&gt;</p>\n"),
        Example("script", "<script>\n\nx\n</script>", "<p>&lt;script&gt;\n\nx\n&lt;/script&gt;</p>\n"),
        Example("comment before a tag", "<!-- a --> <b>", "<p>&lt;b&gt;</p>\n"),
        Example("comment that never ends", "<!-- a\n\nb", "<p>&lt;!-- a\n\nb</p>\n"),
        Example("in a list", "- <div>", "<ul>\n<li>\n<p>&lt;div&gt;</p>\n</li>\n</ul>\n"),
        Example("processing instruction", "<?a?>", "<p>&lt;?a?&gt;</p>\n"),
        Example("our own mark", "<??>", "<p>&lt;??&gt;</p>\n"),
    ]

    @Test(arguments: shown)
    func isShownAsText(_ example: Example) {
        let conversion = Conversion(example.markdown)
        #expect(conversion.html == example.html)
        #expect(conversion.problems.count == 1)
        #expect(conversion.problems.first?.hasSuffix(Self.warning) ?? false)
    }

    private static let comments: [Example] = [
        Example("block", "<!-- a\n\n*b* -->\n\nc", "<p>c</p>\n"),
        Example("inline", "a <!-- b --> c", "<p>a  c</p>\n"),
        Example("several", "<!-- a --> <!-- b -->", ""),
    ]

    @Test(arguments: comments)
    func commentsAreLeftOutSilently(_ example: Example) {
        let conversion = Conversion(example.markdown)
        #expect(conversion.html == example.html)
        #expect(conversion.problems.isEmpty)
    }

    @Test func oneWarningForALine() {
        let conversion = Conversion("a\n\nx <b>c</b> <i>\n<u>", frontMatter: "---\n---\n")
        #expect(conversion.problems == ["5:3 \(Self.warning)", "6:1 \(Self.warning)"])
        #expect(
            conversion.diagnostics.allSatisfy { $0.severity == .warning && $0.problem.kind == "raw-html" })
        #expect(conversion.diagnostics.first?.excerpt == "x <b>c</b> <i>")
    }

    @Test func passesWhenAllowed() {
        let conversion = Conversion("<div>\n*a*\n</div>\n\nb <i>c</i> <!-- d -->", rawHTML: true)
        #expect(conversion.html == "<div>\n*a*\n</div>\n<p>b <i>c</i> <!-- d --></p>\n")
        #expect(conversion.problems.isEmpty)
    }
}
