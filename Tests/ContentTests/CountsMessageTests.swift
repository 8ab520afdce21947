import Diagnostics
import Testing

/// What is said of a counts.json that is not right.
struct CountsMessageTests {
    private func messages(_ text: String, _ language: Language) throws -> String {
        try SiteFolder(["counts.json": text]).messages(language)
    }

    /// The members of a file that is right but for them.
    private func members(_ text: String, _ language: Language) throws -> String {
        try messages("{\"version\": 1, \"total\": 5,\n\(text)}", language)
    }

    // MARK: JSON

    private static let vietnameseRemedy =
        "lấy lại tệp từ bản sao lưu hoặc tạo lại; dạng của tệp: docs/counts.md"
    private static let englishRemedy =
        "restore the file from a backup or make it anew; its form: docs/counts.md"

    @Test(arguments: [
        ("[1,]", 4, 1, "ở đây phải là một giá trị", "here must be a value"),
        ("{x: 1}", 2, 1, "ở đây phải là một tên trong nháy kép", "here must be a name in double quotes"),
        ("{\"a\" 1}", 6, 1, "ở đây phải là dấu `:`", "here must be `:`"),
        ("{\"a\": 1 \"b\"}", 9, 1, "ở đây phải là dấu `,` hoặc `}`", "here must be `,` or `}`"),
        ("[1 2]", 4, 1, "ở đây phải là dấu `,` hoặc `]`", "here must be `,` or `]`"),
        ("{} {}", 4, 1, "ở đây phải là hết tệp", "here must be the end of the file"),
        ("[\"đại", 2, 1, "thiếu dấu `\"` đóng", "the closing `\"` is missing"),
        ("[\"đ\\q\"]", 4, 2, "không có ký hiệu này sau dấu `\\`", "nothing is written like this after `\\`"),
        (
            "[\"\\ud83c\"]", 3, 6, "không có ký hiệu này sau dấu `\\`",
            "nothing is written like this after `\\`"
        ),
        (
            "[\"a\tb\"]", 4, 1, "chữ trong nháy kép không được xuống dòng",
            "a text in quotes has no line end in it"
        ),
        ("[012]", 2, 3, "số viết sai", "no number is written like this"),
        ("[1.]", 2, 2, "số viết sai", "no number is written like this"),
        ("[-]", 2, 1, "số viết sai", "no number is written like this"),
        ("[1e]", 2, 2, "số viết sai", "no number is written like this"),
    ])
    func noJSON(_ text: String, _ column: Int, _ length: Int, _ vietnamese: String, _ english: String) throws
    {
        let shown = text.split(separator: "\t").joined(separator: " ")
        let caret = String(repeating: " ", count: column - 1) + String(repeating: "^", count: length)
        #expect(
            try messages(text, .vietnamese) == """
                counts.json:1:\(column): lỗi: JSON không đúng: \(vietnamese)
                  1 | \(shown)
                    | \(caret)
                  cách sửa: \(Self.vietnameseRemedy)

                """)
        #expect(
            try messages(text, .english) == """
                counts.json:1:\(column): error: this is not JSON: \(english)
                  1 | \(shown)
                    | \(caret)
                  remedy: \(Self.englishRemedy)

                """)
    }

    @Test func nestedTooDeep() throws {
        let text = String(repeating: "[", count: 17)
        let caret = String(repeating: " ", count: 16) + "^"
        #expect(
            try messages(text, .vietnamese) == """
                counts.json:1:17: lỗi: JSON lồng nhau quá sâu
                  1 | \(text)
                    | \(caret)
                  cách sửa: \(Self.vietnameseRemedy)

                """)
        #expect(
            try messages(text, .english) == """
                counts.json:1:17: error: the JSON is nested too deep
                  1 | \(text)
                    | \(caret)
                  remedy: \(Self.englishRemedy)

                """)
    }

    @Test func anEmptyFile() throws {
        #expect(
            try messages("", .vietnamese) == """
                counts.json: lỗi: tệp trống
                  cách sửa: viết nội dung hoặc xóa tệp

                """)
    }

    @Test(arguments: ["5", "[]", "null", "\"a\""]) func noObject(_ text: String) throws {
        let caret = String(repeating: "^", count: text.count)
        #expect(
            try messages(text, .vietnamese) == """
                counts.json:1:1: lỗi: JSON không đúng: ở đây phải là dấu `{`
                  1 | \(text)
                    | \(caret)
                  cách sửa: \(Self.vietnameseRemedy)

                """)
        #expect(
            try messages(text, .english) == """
                counts.json:1:1: error: this is not JSON: here must be `{`
                  1 | \(text)
                    | \(caret)
                  remedy: \(Self.englishRemedy)

                """)
    }

    // MARK: Values

    @Test(arguments: [
        (
            "\"articles\": []", 13, 2, "articles", "các cặp tên và giá trị trong `{ }`",
            "names and values in `{ }`", "{}"
        ),
        ("\"as_of\": 5", 10, 1, "as_of", "chữ trong nháy kép", "a text in double quotes", "\"…\""),
        (
            "\"most_read\": null", 14, 4, "most_read", "các cặp tên và giá trị trong `{ }`",
            "names and values in `{ }`", "{}"
        ),
        ("\"articles\": {\"x\": 1.5}", 19, 3, "x", "số nguyên", "a whole number", "152"),
        ("\"articles\": {\"x\": \"5\"}", 19, 3, "x", "số nguyên", "a whole number", "152"),
        (
            "\"most_read\": {\"days\": 1, \"ids\": {}}", 33, 2, "ids", "danh sách trong `[ ]`",
            "a list in `[ ]`", "[]"
        ),
    ])
    func wrongType(
        _ text: String, _ column: Int, _ length: Int, _ key: String, _ vietnamese: String, _ english: String,
        _ example: String
    ) throws {
        let caret = String(repeating: " ", count: column - 1) + String(repeating: "^", count: length)
        #expect(
            try members(text, .vietnamese) == """
                counts.json:2:\(column): lỗi: `\(key)` phải là \(vietnamese)
                  2 | \(text)}
                    | \(caret)
                  cách sửa: viết như `"\(key)": \(example)`

                """)
        #expect(
            try members(text, .english) == """
                counts.json:2:\(column): error: `\(key)` must be \(english)
                  2 | \(text)}
                    | \(caret)
                  remedy: write it like `"\(key)": \(example)`

                """)
    }

    @Test(arguments: [
        ("\"articles\": {\"x\": -1}", 19, 2, "x", "1000000000000000"),
        ("\"articles\": {\"x\": 1000000000000001}", 19, 16, "x", "1000000000000000"),
    ])
    func outOfRange(_ text: String, _ column: Int, _ length: Int, _ key: String, _ limit: String) throws {
        let caret = String(repeating: " ", count: column - 1) + String(repeating: "^", count: length)
        #expect(
            try members(text, .vietnamese) == """
                counts.json:2:\(column): lỗi: `\(key)` phải từ 0 đến \(limit)
                  2 | \(text)}
                    | \(caret)

                """)
        #expect(
            try members(text, .english) == """
                counts.json:2:\(column): error: `\(key)` must be from 0 to \(limit)
                  2 | \(text)}
                    | \(caret)

                """)
    }

    @Test func unknownNames() throws {
        #expect(
            try members("\"article\": {}, \"nguoi\": 1", .vietnamese) == """
                counts.json:2:1: lỗi: counts.json không có mục `article`
                  2 | "article": {}, "nguoi": 1}
                    | ^^^^^^^^^
                  cách sửa: ý bạn là `articles`?
                counts.json:2:16: lỗi: counts.json không có mục `nguoi`
                  2 | "article": {}, "nguoi": 1}
                    |                ^^^^^^^
                  cách sửa: xóa dòng này, hoặc xem docs/counts.md

                """)
        #expect(
            try members("\"article\": {}, \"nguoi\": 1", .english) == """
                counts.json:2:1: error: counts.json has no setting `article`
                  2 | "article": {}, "nguoi": 1}
                    | ^^^^^^^^^
                  remedy: did you mean `articles`?
                counts.json:2:16: error: counts.json has no setting `nguoi`
                  2 | "article": {}, "nguoi": 1}
                    |                ^^^^^^^
                  remedy: delete the line, or see docs/counts.md

                """)
    }

    @Test func missingNames() throws {
        #expect(
            try messages("{\"version\": 1}", .vietnamese) == """
                counts.json:1:1: lỗi: thiếu mục `total`
                  1 | {"version": 1}
                    | ^
                  cách sửa: thêm dòng `"total": 6498589`

                """)
        #expect(
            try messages("{\"version\": 1}", .english) == """
                counts.json:1:1: error: the setting `total` is missing
                  1 | {"version": 1}
                    | ^
                  remedy: add the line `"total": 6498589`

                """)
    }

    @Test func writtenTwice() throws {
        #expect(
            try members("\"articles\": {\"x\": 1, \"x\": 2}", .vietnamese) == """
                counts.json:2:22: lỗi: `x` được viết hai lần
                  2 | "articles": {"x": 1, "x": 2}}
                    |                      ^^^
                  cách sửa: xóa một trong hai

                """)
        #expect(
            try members("\"most_read\": {\"days\": 1, \"ids\": [\"x\", \"x\"]}", .english) == """
                counts.json:2:39: error: `x` is written twice
                  2 | "most_read": {"days": 1, "ids": ["x", "x"]}}
                    |                                       ^^^
                  remedy: delete one of the two

                """)
    }

    @Test func anotherVersion() throws {
        #expect(
            try messages("{\"version\": 2, \"total\": 5}", .vietnamese) == """
                counts.json:1:13: lỗi: không đọc được dạng `2` của counts.json
                  1 | {"version": 2, "total": 5}
                    |             ^
                  cách sửa: viết `"version": 1`, hoặc dùng bản mới hơn của chương trình

                """)
        #expect(
            try messages("{\"version\": 2, \"total\": 5}", .english) == """
                counts.json:1:13: error: counts.json of the form `2` cannot be read
                  1 | {"version": 2, "total": 5}
                    |             ^
                  remedy: write `"version": 1`, or use a newer version of the program

                """)
    }

    @Test func noDate() throws {
        #expect(
            try members("\"as_of\": \"hôm qua\"", .english).hasPrefix("counts.json:2:10: error: "))
    }
}
