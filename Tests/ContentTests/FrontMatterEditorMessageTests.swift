import Content
import Diagnostics
import Testing

/// Sources whose front matter is not edited, and what is said about them.
struct FrontMatterEditorMessageTests {
    private typealias Edit = (inout FrontMatterEditor) throws -> Void

    /// What is printed for an edit that is refused; the bytes must be as they were.
    private func refusal(_ text: String, _ language: Language, _ edit: Edit = { _ in }) throws -> String {
        do {
            var editor = try FrontMatterEditor(bytes: Array(text.utf8), file: "content/tin-tuc/x.md")
            defer { #expect(editor.bytes == Array(text.utf8)) }
            try edit(&editor)
        } catch let refusal as FrontMatterEditRefusal {
            return DiagnosticPrinter(language: language).text(refusal.diagnostic)
        }
        return "not refused"
    }

    @Test func frontMatterThatIsNoYAML() throws {
        let text = "---\nparams:\n  mau: a: b # c\n---\n"
        #expect(
            try refusal(text, .english) == """
                content/tin-tuc/x.md:3:9: error: not YAML: a colon inside a value without quotes
                  3 |   mau: a: b # c
                    |         ^
                  remedy: put the value in straight quotes: `"…"`

                """)
    }

    @Test func frontMatterThatIsNotThere() throws {
        #expect(
            try refusal("Bài.\n", .vietnamese) == """
                content/tin-tuc/x.md:1:1: lỗi: thiếu phần đầu bài: dòng đầu tiên phải là `---`
                  1 | Bài.
                    | ^^^^
                  cách sửa: thêm ở đầu tệp: `---`, `title: …`, `date: …`, `---`, mỗi phần một dòng

                """)
        #expect(
            try refusal("---\r\ntitle: a\r\n", .english) == """
                content/tin-tuc/x.md:1:1: error: the front matter is opened with `---` and not closed
                  1 | ---
                    | ^^^
                  remedy: add a line `---` after the last field

                """)
        #expect(
            try refusal("", .english) == """
                content/tin-tuc/x.md: error: the file is empty
                  remedy: write something or delete the file

                """)
    }

    @Test func fieldWrittenTwice() throws {
        #expect(
            try refusal("---\ntitle: a\n# b\ntieu-de: c\n---\n", .vietnamese) == """
                content/tin-tuc/x.md:4:1: lỗi: `tieu-de` và `title` là một trường, được viết hai lần
                  4 | tieu-de: c
                    | ^^^^^^^
                  cách sửa: giữ lại một trong hai

                """)
        #expect(
            try refusal("\u{FEFF}---\r\ntitle: a\r\nid: b\r\ntitle: c\r\n---\r\n", .english) == """
                content/tin-tuc/x.md:4:1: error: `title` is written twice
                  4 | title: c
                    | ^^^^^
                  remedy: keep one of the lines

                """)
    }

    @Test func fieldsThatShareLines() throws {
        let text = "---\n{title: a, draft: true}\n---\n"
        #expect(
            try refusal(text, .vietnamese) { try $0.remove("draft") } == """
                content/tin-tuc/x.md:2:12: lỗi: không thể sửa `draft` mà giữ nguyên các trường khác
                  2 | {title: a, draft: true}
                    |            ^^^^^
                  cách sửa: viết mỗi trường trên dòng riêng, như `title: Đại hội công đoàn`, hoặc tự sửa tệp

                """)
        #expect(
            try refusal(text, .english) { try $0.set("id", to: "b") } == """
                content/tin-tuc/x.md:1:1: error: `id` cannot be changed without touching other fields
                  1 | ---
                    | ^^^
                  remedy: write each field on its own line, like `title: Đại hội công đoàn`, or change the file by hand

                """)
    }

    @Test(arguments: [
        ("{\n title: a,\n draft: true\n}", "id"), ("? title\n: a\n? draft\n: true", "draft"),
        ("? title\n: a\n? draft\n: true", "id"), ("updated: a\u{2028}draft: b", "draft"),
        ("updated: a\u{2028}draft: b", "updated"), ("null", "id"), ("title: a\n...", "id"),
    ])
    func whatCannotBeEditedIsRefused(block: String, key: String) throws {
        let message = try refusal("---\n\(block)\n---\n", .english) { try $0.set(key, to: "x") }
        #expect(message.contains("error: `\(key)` cannot be changed without touching other fields"))
    }

    @Test func whatIsNoValueIsRefused() throws {
        let text = "---\nid: a\n---\n"
        for edit: Edit in [
            { try $0.set("withdrawn", to: []) }, { try $0.set("a: b", to: "c") }, { try $0.set("", to: "c") },
            { try $0.set("withdrawn", to: [("a", "b"), ("a", "c")]) }, { try $0.set("a\n---\nb", to: "c") },
        ] {
            #expect(
                try refusal(text, .english, edit).contains("cannot be changed without touching other fields"))
        }
    }
}
