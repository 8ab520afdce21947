import Content
import Foundation
import Testing

/// The references that are made from the tables.
struct ReferenceTests {
    @Test func frontMatter() {
        let text = FrontMatterReference.markdown()
        #expect(
            text.contains(
                """
                | `title` | `tieu-de` | text | **required** | `title: Đại hội Công đoàn tỉnh` | The headline | Tiêu đề bài |
                """))
        #expect(
            text.contains(
                """
                | `correction.wrong` | `sai` | text | **required** | `wrong: 120 đại biểu` | What was wrong | Chỗ sai |
                """))
        #expect(text.contains("| `page_size` | `so-bai` | a whole number |"))
    }

    @Test func site() {
        let text = SiteReference.markdown()
        #expect(
            text.contains(
                """
                | `checks.links` |  | `error`, `warn`, `off` | error | `links: warn` | Links to sources, and to anchors in them |
                """))
        #expect(text.contains("| `menus.children.title` |"))
    }

    @Test func themeFile() {
        #expect(
            ThemeFileReference.markdown().contains(
                """
                | `settings.type` |  | `text`, `number`, `flag`, `list` | **required** | `type: text` | The type |
                """))
    }
}

/// Every example of the references is accepted as it stands.
struct ReferenceExampleTests {
    private static let theme = """
        settings: [{name: color, type: text}]
        params: [{name: layout, type: text}]
        """

    /// The examples of fields that are not inside another, by the rows of a table.
    private static func examples(_ table: Substring) -> [String] {
        table.split(separator: "\n").compactMap { row in
            let cells = row.split(separator: " | ", omittingEmptySubsequences: false)
            guard cells.count == 7, cells[0].hasPrefix("| `"), !cells[0].contains(".") else { return nil }
            return String(cells[4].dropFirst().dropLast())
        }
    }

    private func section(_ heading: String) throws -> Substring {
        let text = FrontMatterReference.markdown()
        let start = try #require(text.range(of: "## \(heading)\n")).upperBound
        return text[start...].prefix(upTo: text[start...].range(of: "\n## ")?.lowerBound ?? text.endIndex)
    }

    private func messages(_ files: [String: String]) throws -> String {
        var files = files
        files["themes/sen/theme.yaml"] = Self.theme
        return try SiteFolder(files).messages()
    }

    @Test func articles() throws {
        let examples = try Self.examples(section("Articles"))
        #expect(examples.count == 25)
        for example in examples {
            let required = ["title: a", "date: 1/1/2024"].filter { !example.hasPrefix($0.prefix(4)) }
            let text = "---\n" + (required + [example]).joined(separator: "\n") + "\n---\n"
            #expect(try messages(["content/tin-tuc/x.md": text]) == "")
        }
    }

    @Test func standingPages() throws {
        let examples = try Self.examples(section("Standing pages"))
        #expect(examples.count == 9)
        let text = "---\n" + examples.joined(separator: "\n") + "\n---\n"
        #expect(try messages(["content/trang/x.md": text]) == "")
    }

    @Test func categories() throws {
        let examples = try Self.examples(section("Categories"))
        #expect(examples.count == 4)
        let text = "---\n" + examples.joined(separator: "\n") + "\n---\n"
        #expect(try messages(["content/tin-tuc/_index.md": text]) == "")
    }

    @Test func site() throws {
        let examples = Self.examples(SiteReference.markdown()[...])
        #expect(examples.count == 31)
        #expect(try messages(["site.yaml": examples.joined(separator: "\n") + "\n"]) == "")
    }
}
