import Diagnostics
import Testing

/// Front matter that is not YAML, or YAML that is refused.
struct YAMLMessageTests {
    @Test func anchor() throws {
        let text = "tags: &a [x]"
        #expect(
            try messages(frontMatter: text, .vietnamese) == """
                content/tin-tuc/x.md:4:7: lỗi: không dùng neo `&…` của YAML
                  4 | tags: &a [x]
                    |       ^^^^
                  cách sửa: đặt giá trị trong dấu nháy thẳng: `"…"`

                """)
        #expect(
            try messages(frontMatter: text, .english) == """
                content/tin-tuc/x.md:4:7: error: anchors (`&…`) of YAML are not used here
                  4 | tags: &a [x]
                    |       ^^^^
                  remedy: put the value in straight quotes: `"…"`

                """)
    }

    @Test func alias() throws {
        let text = "tags: [*a]"
        #expect(
            try messages(frontMatter: text, .vietnamese) == """
                content/tin-tuc/x.md:4:8: lỗi: không dùng tham chiếu `*…` của YAML
                  4 | tags: [*a]
                    |        ^^
                  cách sửa: đặt giá trị trong dấu nháy thẳng: `"…"`

                """)
        #expect(
            try messages(frontMatter: text, .english) == """
                content/tin-tuc/x.md:4:8: error: aliases (`*…`) of YAML are not used here
                  4 | tags: [*a]
                    |        ^^
                  remedy: put the value in straight quotes: `"…"`

                """)
    }

    @Test func tag() throws {
        let text = "views: !!int 5"
        #expect(
            try messages(frontMatter: text, .vietnamese) == """
                content/tin-tuc/x.md:4:8: lỗi: không dùng nhãn kiểu `!…` của YAML
                  4 | views: !!int 5
                    |        ^^^^^^^
                  cách sửa: đặt giá trị trong dấu nháy thẳng: `"…"`

                """)
        #expect(
            try messages(frontMatter: text, .english) == """
                content/tin-tuc/x.md:4:8: error: tags (`!…`) of YAML are not used here
                  4 | views: !!int 5
                    |        ^^^^^^^
                  remedy: put the value in straight quotes: `"…"`

                """)
    }

    @Test func unclosedList() throws {
        let text = "tags: [a, b"
        #expect(
            try messages(frontMatter: text, .vietnamese) == """
                content/tin-tuc/x.md:4:7: lỗi: không đúng YAML: dấu ngoặc mở mà không đóng, hoặc thiếu dấu phẩy
                  4 | tags: [a, b
                    |       ^
                  cách sửa: kiểm tra các dấu `[ ]`, `{ }` và dấu phẩy

                """)
        #expect(
            try messages(frontMatter: text, .english) == """
                content/tin-tuc/x.md:4:7: error: not YAML: a bracket is opened and not closed, or a comma is missing
                  4 | tags: [a, b
                    |       ^
                  remedy: check the brackets `[ ]`, `{ }` and the commas

                """)
    }

    @Test func unclosedMapping() throws {
        let text = "source: {name: a"
        #expect(
            try messages(frontMatter: text, .vietnamese) == """
                content/tin-tuc/x.md:4:9: lỗi: không đúng YAML: dấu ngoặc mở mà không đóng, hoặc thiếu dấu phẩy
                  4 | source: {name: a
                    |         ^
                  cách sửa: kiểm tra các dấu `[ ]`, `{ }` và dấu phẩy

                """)
        #expect(
            try messages(frontMatter: text, .english) == """
                content/tin-tuc/x.md:4:9: error: not YAML: a bracket is opened and not closed, or a comma is missing
                  4 | source: {name: a
                    |         ^
                  remedy: check the brackets `[ ]`, `{ }` and the commas

                """)
    }

    @Test func unclosedQuote() throws {
        let text = "tags: [\"a, b]"
        #expect(
            try messages(frontMatter: text, .vietnamese) == """
                content/tin-tuc/x.md:4:8: lỗi: không đúng YAML: dấu nháy mở mà không đóng
                  4 | tags: ["a, b]
                    |        ^
                  cách sửa: thêm dấu nháy đóng ở cuối giá trị

                """)
        #expect(
            try messages(frontMatter: text, .english) == """
                content/tin-tuc/x.md:4:8: error: not YAML: a quote is opened and not closed
                  4 | tags: ["a, b]
                    |        ^
                  remedy: add the closing quote at the end of the value

                """)
    }

    @Test func missingColon() throws {
        let text = "unit x\nphoto_by: y"
        #expect(
            try messages(frontMatter: text, .vietnamese) == """
                content/tin-tuc/x.md:4:1: lỗi: không đúng YAML: thiếu dấu hai chấm sau tên trường
                  4 | unit x
                    | ^
                  cách sửa: viết như `title: Đại hội công đoàn`

                """)
        #expect(
            try messages(frontMatter: text, .english) == """
                content/tin-tuc/x.md:4:1: error: not YAML: no colon after the name of a field
                  4 | unit x
                    | ^
                  remedy: write it like `title: Đại hội công đoàn`

                """)
    }

    @Test func indentation() throws {
        let text = "source:\n  name: a\n url: b"
        #expect(
            try messages(frontMatter: text, .vietnamese) == """
                content/tin-tuc/x.md:6:2: lỗi: không đúng YAML: dòng thụt vào không thẳng hàng với các dòng trên
                  6 |  url: b
                    |  ^
                  cách sửa: thụt các dòng cùng mức bằng cùng số dấu cách

                """)
        #expect(
            try messages(frontMatter: text, .english) == """
                content/tin-tuc/x.md:6:2: error: not YAML: the line's indentation does not match the lines above
                  6 |  url: b
                    |  ^
                  remedy: indent lines of one level by the same number of spaces

                """)
    }

    @Test func character() throws {
        let text = "params: @a"
        #expect(
            try messages(frontMatter: text, .vietnamese) == """
                content/tin-tuc/x.md:4:9: lỗi: không đúng YAML: ký tự không được đứng ở đây
                  4 | params: @a
                    |         ^
                  cách sửa: đặt giá trị trong dấu nháy thẳng: `"…"`

                """)
        #expect(
            try messages(frontMatter: text, .english) == """
                content/tin-tuc/x.md:4:9: error: not YAML: a character that cannot stand here
                  4 | params: @a
                    |         ^
                  remedy: put the value in straight quotes: `"…"`

                """)
    }

    @Test func colonInValue() throws {
        let text = "draft: a: b"
        #expect(
            try messages(frontMatter: text, .vietnamese) == """
                content/tin-tuc/x.md:4:9: lỗi: không đúng YAML: dấu hai chấm trong giá trị không có dấu nháy
                  4 | draft: a: b
                    |         ^
                  cách sửa: đặt giá trị trong dấu nháy thẳng: `"…"`

                """)
        #expect(
            try messages(frontMatter: text, .english) == """
                content/tin-tuc/x.md:4:9: error: not YAML: a colon inside a value without quotes
                  4 | draft: a: b
                    |         ^
                  remedy: put the value in straight quotes: `"…"`

                """)
    }

    @Test func escape() throws {
        let text = "tags: [\"\\d\"]"
        #expect(
            try messages(frontMatter: text, .vietnamese) == """
                content/tin-tuc/x.md:4:9: lỗi: không đúng YAML: dấu `\\` trong nháy kép không hợp lệ
                  4 | tags: ["\\d"]
                    |         ^
                  cách sửa: dùng nháy đơn `'…'`, hoặc viết `\\\\`

                """)
        #expect(
            try messages(frontMatter: text, .english) == """
                content/tin-tuc/x.md:4:9: error: not YAML: a `\\` in double quotes that is not valid
                  4 | tags: ["\\d"]
                    |         ^
                  remedy: use single quotes `'…'`, or write `\\\\`

                """)
    }

    @Test func keyThatIsNoText() throws {
        let text = "[a]: b"
        #expect(
            try messages(frontMatter: text, .vietnamese) == """
                content/tin-tuc/x.md:4:1: lỗi: tên trường phải là chữ
                  4 | [a]: b
                    | ^
                  cách sửa: viết như `title: Đại hội công đoàn`

                """)
        #expect(
            try messages(frontMatter: text, .english) == """
                content/tin-tuc/x.md:4:1: error: the name of a field must be text
                  4 | [a]: b
                    | ^
                  remedy: write it like `title: Đại hội công đoàn`

                """)
    }

    @Test func secondDocument() throws {
        let text = "...\nx: y"
        #expect(
            try messages(frontMatter: text, .vietnamese) == """
                content/tin-tuc/x.md:5:1: lỗi: tệp có nhiều tài liệu YAML
                  5 | x: y
                    | ^
                  cách sửa: xóa dòng `---` hoặc `...` ở giữa tệp

                """)
        #expect(
            try messages(frontMatter: text, .english) == """
                content/tin-tuc/x.md:5:1: error: the file holds more than one YAML document
                  5 | x: y
                    | ^
                  remedy: delete the line `---` or `...` in the middle of the file

                """)
    }

    @Test func nestedTooDeeply() throws {
        let text = "params: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[["
        #expect(
            try messages(frontMatter: text, .vietnamese) == """
                content/tin-tuc/x.md:4:40: lỗi: lồng nhau quá sâu
                  4 | params: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[
                    |                                        ^
                  cách sửa: bỏ bớt các mức lồng nhau

                """)
        #expect(
            try messages(frontMatter: text, .english) == """
                content/tin-tuc/x.md:4:40: error: nested too deeply
                  4 | params: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[
                    |                                        ^
                  remedy: use fewer levels

                """)
    }
}
