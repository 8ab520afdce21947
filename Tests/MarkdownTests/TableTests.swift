import Markdown
import Model
import Testing

@Suite struct TableTests {
    /// The first table of a page, of the HTML of its rows, the first of which is the header.
    private static func table(_ header: String, _ rows: String...) -> String {
        table(1, header, rows)
    }

    private static func table(_ number: Int, _ header: String, _ rows: [String]) -> String {
        let body = rows.isEmpty ? "" : "<tbody>\n" + rows.map { "<tr>\n\($0)</tr>\n" }.joined() + "</tbody>\n"
        return """
            <div class="table" role="region" tabindex="0" aria-label="Bảng \(number)"><table>
            <thead>
            <tr>
            \(header)</tr>
            </thead>
            \(body)</table></div>

            """
    }

    private static func head(_ cells: String...) -> String {
        cells.map { "<th scope=\"col\">\($0)</th>\n" }.joined()
    }

    private static func row(_ cells: String...) -> String { cells.map { "<td>\($0)</td>\n" }.joined() }

    private static let simple = table(head("a", "b"), row("1", "2"))

    private static let tablesExamples: [Example] = [
        Example("simple", "| a | b |\n| --- | --- |\n| 1 | 2 |", simple),
        Example("without outer pipes", "a | b\n--|--\n1 | 2", simple),
        Example("header only", "| a | b |\n|-|-|", table(head("a", "b"))),
        Example("one column", "| a |\n| - |\n| 1 |", table(head("a"), row("1"))),
        Example("short row", "|a|b|\n|-|-|\n| 1 |", table(head("a", "b"), row("1", ""))),
        Example("long row", "|a|b|\n|-|-|\n| 1 | 2 | 3 |", simple),
        Example("empty cells", "|a|b|\n|-|-|\n| | |", table(head("a", "b"), row("", ""))),
        Example("row without pipes", "|a|b|\n|-|-|\n1", table(head("a", "b"), row("1", ""))),
        Example("ends at a blank line", "|a|b|\n|-|-|\n|1|2|\n\nx", simple + "<p>x</p>\n"),
        Example(
            "ends at a quote", "|a|b|\n|-|-|\n|1|2|\n> x", simple + "<blockquote>\n<p>x</p>\n</blockquote>\n"),
        Example("lines above", "x\ny *z*\n|a|b|\n|-|-|\n|1|2|", "<p>x\ny <em>z</em></p>\n" + simple),
        Example("indented line above", "x\n      # y\n|a|b|\n|-|-|\n|1|2|", "<p>x\n# y</p>\n" + simple),
        Example(
            "definition above", "[x]: /y\n|a|b|\n|-|-|\n|1|[x]|",
            table(head("a", "b"), row("1", "<a href=\"/y\">x</a>"))),
        Example("second delimiter row", "x\n|-|-|\n|a|b|\n|-|-|\n|1|2|", "<p>x\n|-|-|</p>\n" + simple),
        Example(
            "escaped pipe", #"| a\|x | b |"# + "\n|-|-|\n" + #"| `1\|2` | \\ |"#,
            table(head("a|x", "b"), row("<code>1|2</code>", "\\"))),
        Example(
            "markup in cells", "|a|b|\n|-|-|\n| **1** ~~2~~ | https://a.vn |",
            table(
                head("a", "b"),
                row(
                    "<strong>1</strong> <del>2</del>",
                    "<a href=\"https://a.vn\" rel=\"noopener\">https://a.vn</a>"))),
        Example(
            "blocks in cells are text", "|a|b|\n|-|-|\n| # 1 # | - 2 |\n| > x | 1. y |",
            table(head("a", "b"), row("# 1 #", "- 2"), row("&gt; x", "1. y"))),
        Example(
            "marks do not cross cells", "|a|b|\n|-|-|\n| **1 | 2** |",
            table(head("a", "b"), row("**1", "2**"))),
        Example(
            "reference in a cell", "|a|b|\n|-|-|\n| [x] | 2 |\n\n[x]: /y 'T'",
            table(head("a", "b"), row("<a href=\"/y\" title=\"T\">x</a>", "2"))),
        Example(
            "two tables", "|a|b|\n|-|-|\n|1|2|\n\n|c|\n|-|\n",
            simple + table(2, head("c"), [])),
        Example("in a quote", "> |a|b|\n> |-|-|\n> |1|2|", "<blockquote>\n\(simple)</blockquote>\n"),
        Example(
            "in nested quotes", "> > |a|b|\n> > |-|-|\n>> |1|2|",
            "<blockquote>\n<blockquote>\n\(simple)</blockquote>\n</blockquote>\n"),
        Example("in a list", "- |a|b|\n  |-|-|\n  |1|2|", "<ul>\n<li>\n\(simple)</li>\n</ul>\n"),
        Example(
            "in a quote in a list", "1. > |a|b|\n   > |-|-|\n   > |1|2|",
            "<ol>\n<li>\n<blockquote>\n\(simple)</blockquote>\n</li>\n</ol>\n"),
    ]

    @Test(arguments: tablesExamples)
    func tables(_ example: Example) { example.check() }

    @Test func alignments() {
        let html = Conversion("|a|b|c|d|\n|:-|:-:|-:|-|\n|1|2|3|4|").html
        let header = """
            <th scope="col" class="align-left">a</th>
            <th scope="col" class="align-center">b</th>
            <th scope="col" class="align-right">c</th>
            <th scope="col">d</th>

            """
        let row = """
            <td class="align-left">1</td>
            <td class="align-center">2</td>
            <td class="align-right">3</td>
            <td>4</td>

            """
        #expect(html == Self.table(header, row))
    }

    @Test("tables are numbered anew on each page")
    func numbers() {
        var converter = MarkdownConverter(settings: MarkdownSettings())
        _ = Conversion("|a|\n|-|\n\n|b|\n|-|", with: &converter)
        #expect(Conversion("|a|b|\n|-|-|\n|1|2|", with: &converter).html == Self.simple)
    }

    private static let isNoTableExamples: [Example] = [
        Example("too few columns", "|a|b|\n|-|\n|1|2|", "<p>|a|b|\n|-|\n|1|2|</p>\n"),
        Example("too many columns", "|a|\n|-|-|", "<p>|a|\n|-|-|</p>\n"),
        Example("no header", "|-|-|\n|1|2|", "<p>|-|-|\n|1|2|</p>\n"),
        Example("no pipe in the delimiter row", "a\n:-:", "<p>a\n:-:</p>\n"),
        Example("other characters", "|a|b|\n|-|x|", "<p>|a|b|\n|-|x|</p>\n"),
        Example("an empty delimiter", "|a|b|\n|-||", "<p>|a|b|\n|-||</p>\n"),
        Example("in a fence", "```\n|a|b|\n|-|-|\n```", "<pre><code>|a|b|\n|-|-|\n</code></pre>\n"),
        Example("indented", "    |a|b|\n    |-|-|", "<pre><code>|a|b|\n|-|-|\n</code></pre>\n"),
        Example("heading above", "# |a|b|\n|-|-|", "<h2 id=\"a-b\">|a|b|</h2>\n<p>|-|-|</p>\n"),
    ]

    @Test(arguments: isNoTableExamples)
    func isNoTable(_ example: Example) { example.check() }

    @Test func extensionsOffLeaveTheText() {
        #expect(Conversion("|a|\n|-|", extensions: false).html == "<p>|a|\n|-|</p>\n")
    }

    @Test func linksInCellsKnowTheirLine() {
        let body = Conversion("x\n\n|a|b|\n|-|-|\n|1|2|\n|3|[y](z.md)|", frontMatter: "---\n---\n").body
        #expect(body.holes.map(\.line) == [8, 8])
    }
}
