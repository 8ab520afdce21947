import Diagnostics
import Testing

/// Fields that are not as they should be: everything that is printed.
struct FrontMatterMessageTests {
    @Test func unknownKeySuggestsTheNearest() throws {
        let text = "titel: Đại hội"
        #expect(
            try messages(frontMatter: text, .vietnamese) == """
                content/tin-tuc/x.md:4:1: lỗi: không có trường `titel`
                  4 | titel: Đại hội
                    | ^^^^^
                  cách sửa: ý bạn là `title`?

                """)
        #expect(
            try messages(frontMatter: text, .english) == """
                content/tin-tuc/x.md:4:1: error: there is no field `titel`
                  4 | titel: Đại hội
                    | ^^^^^
                  remedy: did you mean `title`?

                """)
    }

    @Test func unknownKeyWithoutSuggestion() throws {
        let text = "zzzzzzz: Đại hội"
        #expect(
            try messages(frontMatter: text, .vietnamese) == """
                content/tin-tuc/x.md:4:1: lỗi: không có trường `zzzzzzz`
                  4 | zzzzzzz: Đại hội
                    | ^^^^^^^
                  cách sửa: xóa dòng này, hoặc xem docs/front-matter.md

                """)
        #expect(
            try messages(frontMatter: text, .english) == """
                content/tin-tuc/x.md:4:1: error: there is no field `zzzzzzz`
                  4 | zzzzzzz: Đại hội
                    | ^^^^^^^
                  remedy: delete the line, or see docs/front-matter.md

                """)
    }

    @Test func fieldWrittenUnderBothNames() throws {
        let text = "tieu-de: x"
        #expect(
            try messages(frontMatter: text, .vietnamese) == """
                content/tin-tuc/x.md:4:1: lỗi: `tieu-de` và `title` là một trường, được viết hai lần
                  4 | tieu-de: x
                    | ^^^^^^^
                  cách sửa: giữ lại một trong hai

                """)
        #expect(
            try messages(frontMatter: text, .english) == """
                content/tin-tuc/x.md:4:1: error: `tieu-de` and `title` are one field, written twice
                  4 | tieu-de: x
                    | ^^^^^^^
                  remedy: keep one of the two

                """)
    }

    @Test func duplicateKey() throws {
        let text = "title: x"
        #expect(
            try messages(frontMatter: text, .vietnamese) == """
                content/tin-tuc/x.md:4:1: lỗi: `title` được viết hai lần
                  4 | title: x
                    | ^^^^^
                  cách sửa: giữ lại một dòng

                """)
        #expect(
            try messages(frontMatter: text, .english) == """
                content/tin-tuc/x.md:4:1: error: `title` is written twice
                  4 | title: x
                    | ^^^^^
                  remedy: keep one of the lines

                """)
    }

    @Test func wrongTypes() throws {
        let text =
            "draft: maybe\nviews: nhiều\nunit:\n  a: b\nexpires: [1]\ntags: {a: b}\nsource: [a]\nimage: [a]\ncorrection: x"
        #expect(
            try messages(frontMatter: text, .vietnamese) == """
                content/tin-tuc/x.md:4:8: lỗi: `draft` phải là `có` hoặc `không`
                  4 | draft: maybe
                    |        ^^^^^
                  cách sửa: viết như `draft: true`
                content/tin-tuc/x.md:5:8: lỗi: `views` phải là số nguyên
                  5 | views: nhiều
                    |        ^^^^^
                  cách sửa: viết như `views: 1250`
                content/tin-tuc/x.md:7:3: lỗi: `unit` phải là chữ
                  7 |   a: b
                    |   ^^^^
                  cách sửa: viết như `unit: Công đoàn ngành Giáo dục`
                content/tin-tuc/x.md:8:10: lỗi: `expires` phải là ngày
                  8 | expires: [1]
                    |          ^^^
                  cách sửa: viết như `expires: 31/12/2024`
                content/tin-tuc/x.md:9:7: lỗi: `tags` phải là chữ hoặc danh sách chữ
                  9 | tags: {a: b}
                    |       ^^^^^^
                  cách sửa: viết như `tags: [đại hội, công đoàn cơ sở]`
                content/tin-tuc/x.md:10:9: lỗi: `source` phải là chữ, hoặc các dòng `tên: giá trị` thụt vào
                  10 | source: [a]
                     |         ^^^
                  cách sửa: viết như `source: {name: Báo Lao Động, url: "https://laodong.vn/"}`
                content/tin-tuc/x.md:11:8: lỗi: `image` phải là đường dẫn ảnh, hoặc `{src, alt, caption}`
                  11 | image: [a]
                     |        ^^^
                  cách sửa: viết như `image: dai-hoi.jpg`
                content/tin-tuc/x.md:12:13: lỗi: `correction` phải là các dòng `tên: giá trị` thụt vào
                  12 | correction: x
                     |             ^
                  cách sửa: viết như `correction: {date: 21/06/2024, wrong: 120 đại biểu, right: 150 đại biểu}`

                """)
        #expect(
            try messages(frontMatter: text, .english) == """
                content/tin-tuc/x.md:4:8: error: `draft` must be `true` or `false`
                  4 | draft: maybe
                    |        ^^^^^
                  remedy: write it like `draft: true`
                content/tin-tuc/x.md:5:8: error: `views` must be a whole number
                  5 | views: nhiều
                    |        ^^^^^
                  remedy: write it like `views: 1250`
                content/tin-tuc/x.md:7:3: error: `unit` must be text
                  7 |   a: b
                    |   ^^^^
                  remedy: write it like `unit: Công đoàn ngành Giáo dục`
                content/tin-tuc/x.md:8:10: error: `expires` must be a date
                  8 | expires: [1]
                    |          ^^^
                  remedy: write it like `expires: 31/12/2024`
                content/tin-tuc/x.md:9:7: error: `tags` must be text or a list of texts
                  9 | tags: {a: b}
                    |       ^^^^^^
                  remedy: write it like `tags: [đại hội, công đoàn cơ sở]`
                content/tin-tuc/x.md:10:9: error: `source` must be text, or indented lines `name: value`
                  10 | source: [a]
                     |         ^^^
                  remedy: write it like `source: {name: Báo Lao Động, url: "https://laodong.vn/"}`
                content/tin-tuc/x.md:11:8: error: `image` must be the path of a picture, or `{src, alt, caption}`
                  11 | image: [a]
                     |        ^^^
                  remedy: write it like `image: dai-hoi.jpg`
                content/tin-tuc/x.md:12:13: error: `correction` must be indented lines `name: value`
                  12 | correction: x
                     |             ^
                  remedy: write it like `correction: {date: 21/06/2024, wrong: 120 đại biểu, right: 150 đại biểu}`

                """)
    }

    @Test func numberOutOfRange() throws {
        let text = "views: -1"
        #expect(
            try messages(frontMatter: text, .vietnamese) == """
                content/tin-tuc/x.md:4:8: lỗi: `views` phải từ 0 đến 1000000000
                  4 | views: -1
                    |        ^^

                """)
        #expect(
            try messages(frontMatter: text, .english) == """
                content/tin-tuc/x.md:4:8: error: `views` must be from 0 to 1000000000
                  4 | views: -1
                    |        ^^

                """)
    }

    @Test func impossibleDates() throws {
        let text = "expires: 31/02/2024\nupdated: hôm qua\npin_until: 26/3"
        #expect(
            try messages(frontMatter: text, .vietnamese) == """
                content/tin-tuc/x.md:4:10: lỗi: không có ngày 31/2/2024: tháng này có 29 ngày
                  4 | expires: 31/02/2024
                    |          ^^^^^^^^^^
                  cách sửa: viết ngày/tháng/năm, ví dụ `19/06/2024 08:30`
                content/tin-tuc/x.md:5:10: lỗi: không hiểu ngày “hôm qua”
                  5 | updated: hôm qua
                    |          ^^^^^^^
                  cách sửa: viết ngày/tháng/năm, ví dụ `19/06/2024 08:30`
                content/tin-tuc/x.md:6:12: lỗi: “26/3” không có năm
                  6 | pin_until: 26/3
                    |            ^^^^
                  cách sửa: viết ngày/tháng/năm, ví dụ `19/06/2024 08:30`

                """)
        #expect(
            try messages(frontMatter: text, .english) == """
                content/tin-tuc/x.md:4:10: error: there is no 31/2/2024: the month has 29 days
                  4 | expires: 31/02/2024
                    |          ^^^^^^^^^^
                  remedy: write day/month/year, for example `19/06/2024 08:30`
                content/tin-tuc/x.md:5:10: error: “hôm qua” is not understood as a date
                  5 | updated: hôm qua
                    |          ^^^^^^^
                  remedy: write day/month/year, for example `19/06/2024 08:30`
                content/tin-tuc/x.md:6:12: error: “26/3” has no year
                  6 | pin_until: 26/3
                    |            ^^^^
                  remedy: write day/month/year, for example `19/06/2024 08:30`

                """)
    }

    @Test func otherFaultsOfDates() throws {
        let text = "expires: 26/3/24\nupdated: 1/13/2024\npin_until: 1/1/2024 25:00"
        #expect(
            try messages(frontMatter: text, .vietnamese) == """
                content/tin-tuc/x.md:4:10: lỗi: năm trong “26/3/24” phải đủ bốn chữ số
                  4 | expires: 26/3/24
                    |          ^^^^^^^
                  cách sửa: viết ngày/tháng/năm, ví dụ `19/06/2024 08:30`
                content/tin-tuc/x.md:5:10: lỗi: không có tháng 13
                  5 | updated: 1/13/2024
                    |          ^^^^^^^^^
                  cách sửa: viết ngày/tháng/năm, ví dụ `19/06/2024 08:30`
                content/tin-tuc/x.md:6:12: lỗi: không có giờ như trong “1/1/2024 25:00”
                  6 | pin_until: 1/1/2024 25:00
                    |            ^^^^^^^^^^^^^^
                  cách sửa: viết ngày/tháng/năm, ví dụ `19/06/2024 08:30`

                """)
        #expect(
            try messages(frontMatter: text, .english) == """
                content/tin-tuc/x.md:4:10: error: the year in “26/3/24” must have four digits
                  4 | expires: 26/3/24
                    |          ^^^^^^^
                  remedy: write day/month/year, for example `19/06/2024 08:30`
                content/tin-tuc/x.md:5:10: error: there is no month 13
                  5 | updated: 1/13/2024
                    |          ^^^^^^^^^
                  remedy: write day/month/year, for example `19/06/2024 08:30`
                content/tin-tuc/x.md:6:12: error: there is no time of day as in “1/1/2024 25:00”
                  6 | pin_until: 1/1/2024 25:00
                    |            ^^^^^^^^^^^^^^
                  remedy: write day/month/year, for example `19/06/2024 08:30`

                """)
    }

    @Test func weekdayThatDoesNotMatch() throws {
        let text = "updated: Thứ Hai, 26/3/2024"
        #expect(
            try messages(frontMatter: text, .vietnamese) == """
                content/tin-tuc/x.md:4:10: cảnh báo: ngày này là Thứ Ba, không phải Thứ Hai
                  4 | updated: Thứ Hai, 26/3/2024
                    |          ^^^^^^^^^^^^^^^^^^
                  cách sửa: sửa thứ hoặc ngày; bài dùng ngày đã ghi

                """)
        #expect(
            try messages(frontMatter: text, .english) == """
                content/tin-tuc/x.md:4:10: warning: the day is a Tuesday, not a Monday
                  4 | updated: Thứ Hai, 26/3/2024
                    |          ^^^^^^^^^^^^^^^^^^
                  remedy: mend the weekday or the date; the date as written is used

                """)
    }

    @Test func charactersOfIDAndSlug() throws {
        let text = "id: Đại hội\nslug: Đại Hội!"
        #expect(
            try messages(frontMatter: text, .vietnamese) == """
                content/tin-tuc/x.md:4:5: lỗi: mã bài chỉ gồm 1 đến 64 chữ cái a-z, chữ số và dấu gạch nối
                  4 | id: Đại hội
                    |     ^^^^^^^
                  cách sửa: viết như `dai-hoi`
                content/tin-tuc/x.md:5:7: lỗi: đường dẫn chỉ gồm 1 đến 80 chữ cái a-z, chữ số và dấu gạch nối, không bắt đầu hay kết thúc bằng gạch nối
                  5 | slug: Đại Hội!
                    |       ^^^^^^^^
                  cách sửa: viết như `dai-hoi`

                """)
        #expect(
            try messages(frontMatter: text, .english) == """
                content/tin-tuc/x.md:4:5: error: an id is 1 to 64 of the letters a-z, digits and hyphens
                  4 | id: Đại hội
                    |     ^^^^^^^
                  remedy: write it like `dai-hoi`
                content/tin-tuc/x.md:5:7: error: a slug is 1 to 80 of the letters a-z, digits and hyphens, without a hyphen at either end
                  5 | slug: Đại Hội!
                    |       ^^^^^^^^
                  remedy: write it like `dai-hoi`

                """)
    }

    @Test func unknownCategorySuggestsTheNearest() throws {
        let text = "category: tin-tux"
        #expect(
            try messages(frontMatter: text, .vietnamese) == """
                content/tin-tuc/x.md:4:11: lỗi: không có chuyên mục `tin-tux`
                  4 | category: tin-tux
                    |           ^^^^^^^
                  cách sửa: ý bạn là `tin-tuc`?

                """)
        #expect(
            try messages(frontMatter: text, .english) == """
                content/tin-tuc/x.md:4:11: error: there is no category `tin-tux`
                  4 | category: tin-tux
                    |           ^^^^^^^
                  remedy: did you mean `tin-tuc`?

                """)
    }

    @Test func unknownCategoryWithoutSuggestion() throws {
        let text = "category: zzzzzzzz"
        #expect(
            try messages(frontMatter: text, .vietnamese) == """
                content/tin-tuc/x.md:4:11: lỗi: không có chuyên mục `zzzzzzzz`
                  4 | category: zzzzzzzz
                    |           ^^^^^^^^
                  cách sửa: tạo thư mục `content/zzzzzzzz/` có bài, hoặc bỏ dòng này

                """)
        #expect(
            try messages(frontMatter: text, .english) == """
                content/tin-tuc/x.md:4:11: error: there is no category `zzzzzzzz`
                  4 | category: zzzzzzzz
                    |           ^^^^^^^^
                  remedy: make the folder `content/zzzzzzzz/` with an article, or delete the line

                """)
    }

    @Test func undeclaredParameter() throws {
        let text = "params: {wide: true}"
        #expect(
            try messages(frontMatter: text, .vietnamese) == """
                content/tin-tuc/x.md:4:10: lỗi: giao diện không khai báo `wide`
                  4 | params: {wide: true}
                    |          ^^^^
                  cách sửa: xóa dòng này, hoặc khai báo trong theme.yaml

                """)
        #expect(
            try messages(frontMatter: text, .english) == """
                content/tin-tuc/x.md:4:10: error: the theme does not declare `wide`
                  4 | params: {wide: true}
                    |          ^^^^
                  remedy: delete the line, or declare it in theme.yaml

                """)
    }

    @Test func missingFieldInside() throws {
        let text = "correction: {date: 21/06/2024, wrong: a}"
        #expect(
            try messages(frontMatter: text, .vietnamese) == """
                content/tin-tuc/x.md:4:13: lỗi: thiếu trường `right` (`dung`)
                  4 | correction: {date: 21/06/2024, wrong: a}
                    |             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
                  cách sửa: thêm dòng `right: 150 đại biểu`

                """)
        #expect(
            try messages(frontMatter: text, .english) == """
                content/tin-tuc/x.md:4:13: error: the field `right` (`dung`) is missing
                  4 | correction: {date: 21/06/2024, wrong: a}
                    |             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
                  remedy: add the line `right: 150 đại biểu`

                """)
    }

    @Test func unknownFieldInside() throws {
        let text = "source: {nam: Báo Lao Động}"
        #expect(
            try messages(frontMatter: text, .vietnamese) == """
                content/tin-tuc/x.md:4:10: lỗi: không có trường `nam`
                  4 | source: {nam: Báo Lao Động}
                    |          ^^^
                  cách sửa: ý bạn là `name`?

                """)
        #expect(
            try messages(frontMatter: text, .english) == """
                content/tin-tuc/x.md:4:10: error: there is no field `nam`
                  4 | source: {nam: Báo Lao Động}
                    |          ^^^
                  remedy: did you mean `name`?

                """)
    }

    @Test func wordThatIsNoChoice() throws {
        let text = "withdrawn: {reason: a, page: non}"
        #expect(
            try messages(frontMatter: text, .vietnamese) == """
                content/tin-tuc/x.md:4:30: lỗi: `page` phải là `notice` hoặc `none`
                  4 | withdrawn: {reason: a, page: non}
                    |                              ^^^
                  cách sửa: ý bạn là `none`?

                """)
        #expect(
            try messages(frontMatter: text, .english) == """
                content/tin-tuc/x.md:4:30: error: `page` must be `notice` or `none`
                  4 | withdrawn: {reason: a, page: non}
                    |                              ^^^
                  remedy: did you mean `none`?

                """)
    }

    @Test func smartQuotesAroundAText() throws {
        let text = "summary: “Đại hội”"
        #expect(
            try messages(frontMatter: text, .vietnamese) == """
                content/tin-tuc/x.md:4:10: lỗi: giá trị nằm trong dấu nháy cong của Word
                  4 | summary: “Đại hội”
                    |          ^^^^^^^^^
                  cách sửa: bỏ dấu nháy, hoặc viết `'“Đại hội”'` nếu dấu nháy thuộc về nội dung

                """)
        #expect(
            try messages(frontMatter: text, .english) == """
                content/tin-tuc/x.md:4:10: error: the value stands in typographic quotes
                  4 | summary: “Đại hội”
                    |          ^^^^^^^^^
                  remedy: leave the quotes out, or write `'“Đại hội”'` if they belong to the text

                """)
    }

    @Test func smartQuotesAroundAnItem() throws {
        let text = "tags: [“a”, b]"
        #expect(
            try messages(frontMatter: text, .vietnamese) == """
                content/tin-tuc/x.md:4:8: lỗi: giá trị nằm trong dấu nháy cong của Word
                  4 | tags: [“a”, b]
                    |        ^^^
                  cách sửa: bỏ dấu nháy, hoặc viết `'“a”'` nếu dấu nháy thuộc về nội dung

                """)
        #expect(
            try messages(frontMatter: text, .english) == """
                content/tin-tuc/x.md:4:8: error: the value stands in typographic quotes
                  4 | tags: [“a”, b]
                    |        ^^^
                  remedy: leave the quotes out, or write `'“a”'` if they belong to the text

                """)
    }
}
