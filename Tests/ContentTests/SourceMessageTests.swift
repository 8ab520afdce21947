import Diagnostics
import Testing

/// Files that cannot be used at all.
struct SourceMessageTests {
    @Test func emptyFile() throws {
        let text = ""
        #expect(
            try messages(article: text, .vietnamese) == """
                content/tin-tuc/x.md: lỗi: tệp trống
                  cách sửa: viết nội dung hoặc xóa tệp

                """)
        #expect(
            try messages(article: text, .english) == """
                content/tin-tuc/x.md: error: the file is empty
                  remedy: write something or delete the file

                """)
    }

    @Test func blankFile() throws {
        let text = "\n \n"
        #expect(
            try messages(article: text, .vietnamese) == """
                content/tin-tuc/x.md: lỗi: tệp trống
                  cách sửa: viết nội dung hoặc xóa tệp

                """)
        #expect(
            try messages(article: text, .english) == """
                content/tin-tuc/x.md: error: the file is empty
                  remedy: write something or delete the file

                """)
    }

    @Test func noFrontMatter() throws {
        let text = "Đại hội\n"
        #expect(
            try messages(article: text, .vietnamese) == """
                content/tin-tuc/x.md:1:1: lỗi: thiếu phần đầu bài: dòng đầu tiên phải là `---`
                  1 | Đại hội
                    | ^^^^^^^
                  cách sửa: thêm ở đầu tệp: `---`, `title: …`, `date: …`, `---`, mỗi phần một dòng

                """)
        #expect(
            try messages(article: text, .english) == """
                content/tin-tuc/x.md:1:1: error: no front matter: the first line must be `---`
                  1 | Đại hội
                    | ^^^^^^^
                  remedy: begin the file with `---`, `title: …`, `date: …`, `---`, each on its own line

                """)
    }

    @Test func unclosed() throws {
        let text = "---\ntitle: x\n"
        #expect(
            try messages(article: text, .vietnamese) == """
                content/tin-tuc/x.md:1:1: lỗi: phần đầu bài mở bằng `---` mà không đóng lại
                  1 | ---
                    | ^^^
                  cách sửa: thêm một dòng `---` sau trường cuối cùng

                """)
        #expect(
            try messages(article: text, .english) == """
                content/tin-tuc/x.md:1:1: error: the front matter is opened with `---` and not closed
                  1 | ---
                    | ^^^
                  remedy: add a line `---` after the last field

                """)
    }

    @Test func closedWithASpace() throws {
        let text = "---\ntitle: x\n--- \nbody"
        #expect(
            try messages(article: text, .vietnamese) == """
                content/tin-tuc/x.md:3:1: lỗi: dòng này phải là đúng ba dấu gạch nối `---`
                  3 | --- 
                    | ^^^^
                  cách sửa: gõ lại dòng này thành `---`, không có dấu cách

                """)
        #expect(
            try messages(article: text, .english) == """
                content/tin-tuc/x.md:3:1: error: this line must be exactly three hyphens, `---`
                  3 | --- 
                    | ^^^^
                  remedy: type the line anew as `---`, without spaces

                """)
    }

    @Test func dashesOfAWordProcessor() throws {
        let text = "—\ntitle: x\n—\nbody"
        #expect(
            try messages(article: text, .vietnamese) == """
                content/tin-tuc/x.md:1:1: lỗi: dòng này phải là đúng ba dấu gạch nối `---`
                  1 | —
                    | ^
                  cách sửa: gõ lại dòng này thành `---`, không có dấu cách

                """)
        #expect(
            try messages(article: text, .english) == """
                content/tin-tuc/x.md:1:1: error: this line must be exactly three hyphens, `---`
                  1 | —
                    | ^
                  remedy: type the line anew as `---`, without spaces

                """)
    }

    @Test func missingTitleAndDate() throws {
        let text = "---\n\n---\nbody"
        #expect(
            try messages(article: text, .vietnamese) == """
                content/tin-tuc/x.md:1:1: lỗi: thiếu trường `date` (`ngay`)
                  1 | ---
                    | ^^^
                  cách sửa: thêm dòng `date: 19/06/2024 08:30`
                content/tin-tuc/x.md:1:1: lỗi: thiếu trường `title` (`tieu-de`)
                  1 | ---
                    | ^^^
                  cách sửa: thêm dòng `title: Đại hội Công đoàn tỉnh`

                """)
        #expect(
            try messages(article: text, .english) == """
                content/tin-tuc/x.md:1:1: error: the field `date` (`ngay`) is missing
                  1 | ---
                    | ^^^
                  remedy: add the line `date: 19/06/2024 08:30`
                content/tin-tuc/x.md:1:1: error: the field `title` (`tieu-de`) is missing
                  1 | ---
                    | ^^^
                  remedy: add the line `title: Đại hội Công đoàn tỉnh`

                """)
    }

    @Test func textInPlaceOfFields() throws {
        let text = "---\nĐại hội\n---\nbody"
        #expect(
            try messages(article: text, .vietnamese) == """
                content/tin-tuc/x.md:2:1: lỗi: chỗ này phải là các dòng `tên: giá trị`
                  2 | Đại hội
                    | ^^^^^^^
                  cách sửa: viết như `title: Đại hội công đoàn`

                """)
        #expect(
            try messages(article: text, .english) == """
                content/tin-tuc/x.md:2:1: error: lines of the form `name: value` are expected here
                  2 | Đại hội
                    | ^^^^^^^
                  remedy: write it like `title: Đại hội công đoàn`

                """)
    }

    @Test func listInPlaceOfFields() throws {
        let text = "---\n- Đại hội\n---\nbody"
        #expect(
            try messages(article: text, .vietnamese) == """
                content/tin-tuc/x.md:2:1: lỗi: chỗ này phải là các dòng `tên: giá trị`
                  2 | - Đại hội
                    | ^^^^^^^^^
                  cách sửa: viết như `title: Đại hội công đoàn`

                """)
        #expect(
            try messages(article: text, .english) == """
                content/tin-tuc/x.md:2:1: error: lines of the form `name: value` are expected here
                  2 | - Đại hội
                    | ^^^^^^^^^
                  remedy: write it like `title: Đại hội công đoàn`

                """)
    }

    @Test func tabIndentation() throws {
        let text = "---\ntitle: x\ndate: 19/06/2024\nsource:\n\tname: a\n---\n"
        #expect(
            try messages(article: text, .vietnamese) == """
                content/tin-tuc/x.md:5:1: lỗi: thụt đầu dòng bằng phím Tab
                  5 |  name: a
                    | ^
                  cách sửa: thay Tab bằng hai dấu cách

                """)
        #expect(
            try messages(article: text, .english) == """
                content/tin-tuc/x.md:5:1: error: a tab as indentation
                  5 |  name: a
                    | ^
                  remedy: replace the tab by two spaces

                """)
    }

    @Test func nulByte() throws {
        let text = "---\ntitle: a\u{0}\n---\nbody"
        #expect(
            try messages(article: text, .vietnamese) == """
                content/tin-tuc/x.md:2:9: lỗi: tệp có byte NUL, không phải văn bản UTF-8
                  2 | title: a 
                    |         ^
                  cách sửa: mở tệp và lưu lại với bảng mã UTF-8

                """)
        #expect(
            try messages(article: text, .english) == """
                content/tin-tuc/x.md:2:9: error: the file holds a NUL byte: it is not UTF-8 text
                  2 | title: a 
                    |         ^
                  remedy: open the file and save it as UTF-8

                """)
    }

    @Test func controlCharacter() throws {
        let text = "---\ntitle: a\u{1}\n---\nbody"
        #expect(
            try messages(article: text, .vietnamese) == """
                content/tin-tuc/x.md:2:9: lỗi: ký tự điều khiển 0x01, không nhìn thấy được
                  2 | title: a 
                    |         ^
                  cách sửa: xóa ký tự này, hoặc gõ lại các chữ quanh nó

                """)
        #expect(
            try messages(article: text, .english) == """
                content/tin-tuc/x.md:2:9: error: the invisible control character 0x01
                  2 | title: a 
                    |         ^
                  remedy: delete it, or type the words around it anew

                """)
    }

    @Test func conflictMarker() throws {
        let text = "---\ntitle: a\n<<<<<<< HEAD\n---\nbody"
        #expect(
            try messages(article: text, .vietnamese) == """
                content/tin-tuc/x.md:3:1: lỗi: dấu xung đột `<<<<<<<` của hai bản sửa chưa được gộp
                  3 | <<<<<<< HEAD
                    | ^^^^^^^
                  cách sửa: giữ lại phần đúng, xóa các dòng `<<<<<<<`, `=======`, `>>>>>>>`

                """)
        #expect(
            try messages(article: text, .english) == """
                content/tin-tuc/x.md:3:1: error: the conflict marker `<<<<<<<` of two versions that were not merged
                  3 | <<<<<<< HEAD
                    | ^^^^^^^
                  remedy: keep what is right and delete the lines `<<<<<<<`, `=======`, `>>>>>>>`

                """)
    }
}
