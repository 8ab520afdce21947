import Diagnostics
import Testing

/// Settings of site.yaml that are not as they should be.
struct SiteMessageTests {
    @Test func unknownSettingSuggestsTheNearest() throws {
        let text = "titel: x"
        #expect(
            try messages(site: text, .vietnamese) == """
                site.yaml:3:1: lỗi: site.yaml không có mục `titel`
                  3 | titel: x
                    | ^^^^^
                  cách sửa: ý bạn là `title`?

                """)
        #expect(
            try messages(site: text, .english) == """
                site.yaml:3:1: error: site.yaml has no setting `titel`
                  3 | titel: x
                    | ^^^^^
                  remedy: did you mean `title`?

                """)
    }

    @Test func unknownSettingWithoutSuggestion() throws {
        let text = "zzzzzzz: x"
        #expect(
            try messages(site: text, .vietnamese) == """
                site.yaml:3:1: lỗi: site.yaml không có mục `zzzzzzz`
                  3 | zzzzzzz: x
                    | ^^^^^^^
                  cách sửa: xóa dòng này, hoặc xem docs/site-yaml.md

                """)
        #expect(
            try messages(site: text, .english) == """
                site.yaml:3:1: error: site.yaml has no setting `zzzzzzz`
                  3 | zzzzzzz: x
                    | ^^^^^^^
                  remedy: delete the line, or see docs/site-yaml.md

                """)
    }

    @Test func wrongTypes() throws {
        let text = "page_size: mười\nmenus: [a]\nslogans: x\nfeeds: {items: 0}\nchecks: {links: maybe}"
        #expect(
            try messages(site: text, .vietnamese) == """
                site.yaml:3:12: lỗi: `page_size` phải là số nguyên
                  3 | page_size: mười
                    |            ^^^^
                  cách sửa: viết như `page_size: 20`
                site.yaml:4:8: lỗi: `menus` phải là các dòng `tên: giá trị` thụt vào
                  4 | menus: [a]
                    |        ^^^
                  cách sửa: viết như `menus: {main: [{title: Giới thiệu, url: trang/gioi-thieu.md}]}`
                site.yaml:5:10: lỗi: `slogans` phải là danh sách, mỗi mục gồm các dòng `tên: giá trị`
                  5 | slogans: x
                    |          ^
                  cách sửa: viết như `slogans: [{text: Đổi mới - Dân chủ - Đoàn kết, from: 01/05/2024}]`
                site.yaml:6:16: lỗi: `items` phải từ 1 đến 1000
                  6 | feeds: {items: 0}
                    |                ^
                site.yaml:7:17: lỗi: `links` phải là `error`, `warn` hoặc `off`
                  7 | checks: {links: maybe}
                    |                 ^^^^^

                """)
        #expect(
            try messages(site: text, .english) == """
                site.yaml:3:12: error: `page_size` must be a whole number
                  3 | page_size: mười
                    |            ^^^^
                  remedy: write it like `page_size: 20`
                site.yaml:4:8: error: `menus` must be indented lines `name: value`
                  4 | menus: [a]
                    |        ^^^
                  remedy: write it like `menus: {main: [{title: Giới thiệu, url: trang/gioi-thieu.md}]}`
                site.yaml:5:10: error: `slogans` must be a list whose items are lines `name: value`
                  5 | slogans: x
                    |          ^
                  remedy: write it like `slogans: [{text: Đổi mới - Dân chủ - Đoàn kết, from: 01/05/2024}]`
                site.yaml:6:16: error: `items` must be from 1 to 1000
                  6 | feeds: {items: 0}
                    |                ^
                site.yaml:7:17: error: `links` must be `error`, `warn` or `off`
                  7 | checks: {links: maybe}
                    |                 ^^^^^

                """)
    }

    @Test func urlAndZone() throws {
        let text = "zone: Hà Nội"
        #expect(
            try messages(site: text, .vietnamese) == """
                site.yaml:3:7: lỗi: không có múi giờ `Hà Nội`
                  3 | zone: Hà Nội
                    |       ^^^^^^
                  cách sửa: viết `Asia/Ho_Chi_Minh` hoặc như `+07:00`

                """)
        #expect(
            try messages(site: text, .english) == """
                site.yaml:3:7: error: there is no time zone `Hà Nội`
                  3 | zone: Hà Nội
                    |       ^^^^^^
                  remedy: write `Asia/Ho_Chi_Minh`, or an offset like `+07:00`

                """)
    }

    @Test func fragments() throws {
        let text = "fragments: sii"
        #expect(
            try messages(site: text, .vietnamese) == """
                site.yaml:3:12: lỗi: `fragments` phải là `inline`, `ssi` hoặc `js`
                  3 | fragments: sii
                    |            ^^^
                  cách sửa: ý bạn là `ssi`?

                """)
        #expect(
            try messages(site: text, .english) == """
                site.yaml:3:12: error: `fragments` must be `inline`, `ssi` or `js`
                  3 | fragments: sii
                    |            ^^^
                  remedy: did you mean `ssi`?

                """)
    }

    @Test func pathWords() throws {
        let text = "paths: {tag: Thẻ, day: trang}"
        #expect(
            try messages(site: text, .vietnamese) == """
                site.yaml:3:14: lỗi: `tag` chỉ gồm chữ cái a-z, chữ số, dấu gạch nối, gạch dưới và dấu chấm
                  3 | paths: {tag: Thẻ, day: trang}
                    |              ^^^
                  cách sửa: chọn một từ không dấu, ví dụ `tin-tuc`
                site.yaml:3:19: lỗi: `page` và `day` cùng là `trang`
                  3 | paths: {tag: Thẻ, day: trang}
                    |                   ^^^
                  cách sửa: chọn hai từ khác nhau

                """)
        #expect(
            try messages(site: text, .english) == """
                site.yaml:3:14: error: `tag` may hold the letters a-z, digits, hyphens, underscores and dots
                  3 | paths: {tag: Thẻ, day: trang}
                    |              ^^^
                  remedy: choose a word without accents, for example `tin-tuc`
                site.yaml:3:19: error: `page` and `day` are both `trang`
                  3 | paths: {tag: Thẻ, day: trang}
                    |                   ^^^
                  remedy: choose two different words

                """)
    }

    @Test func permalinkWithoutSlug() throws {
        let text = "permalink: /:category/"
        #expect(
            try messages(site: text, .vietnamese) == """
                site.yaml:3:12: lỗi: mẫu địa chỉ `/:category/` không dùng được
                  3 | permalink: /:category/
                    |            ^^^^^^^^^^^
                  cách sửa: mỗi phần giữa hai dấu `/` là một từ hoặc một trong `:category`, `:year`, `:month`, `:day`, `:slug`, `:id`; phải có `:slug` hoặc `:id`

                """)
        #expect(
            try messages(site: text, .english) == """
                site.yaml:3:12: error: the address pattern `/:category/` cannot be used
                  3 | permalink: /:category/
                    |            ^^^^^^^^^^^
                  remedy: each part between two `/` is a word or one of `:category`, `:year`, `:month`, `:day`, `:slug`, `:id`; `:slug` or `:id` is needed

                """)
    }

    @Test func datePattern() throws {
        let text = "dates: {list: ngày d}"
        #expect(
            try messages(site: text, .vietnamese) == """
                site.yaml:3:15: lỗi: mẫu ngày `ngày d` không dùng được
                  3 | dates: {list: ngày d}
                    |               ^^^^^^
                  cách sửa: viết như `EEEE, dd/MM/yyyy`; chữ khác đặt trong nháy đơn

                """)
        #expect(
            try messages(site: text, .english) == """
                site.yaml:3:15: error: the date pattern `ngày d` cannot be used
                  3 | dates: {list: ngày d}
                    |               ^^^^^^
                  remedy: write it like `EEEE, dd/MM/yyyy`; other letters stand in single quotes

                """)
    }

    @Test func windowThatNeverOpens() throws {
        let text = "slogans: [{text: x, from: 02/05/2024, to: 30/04/2024}]"
        #expect(
            try messages(site: text, .vietnamese) == """
                site.yaml:3:11: lỗi: `from` không đứng trước `to`, nên mục này không bao giờ hiện
                  3 | slogans: [{text: x, from: 02/05/2024, to: 30/04/2024}]
                    |           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
                  cách sửa: sửa lại ngày bắt đầu hoặc ngày kết thúc

                """)
        #expect(
            try messages(site: text, .english) == """
                site.yaml:3:11: error: `from` is not before `to`: this is never shown
                  3 | slogans: [{text: x, from: 02/05/2024, to: 30/04/2024}]
                    |           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
                  remedy: mend the first or the last date

                """)
    }

    @Test func menuItemWithoutAddress() throws {
        let text = "menus: {main: [{title: Giới thiệu}]}"
        #expect(
            try messages(site: text, .vietnamese) == """
                site.yaml:3:16: lỗi: thiếu mục `url`
                  3 | menus: {main: [{title: Giới thiệu}]}
                    |                ^^^^^^^^^^^^^^^^^^^
                  cách sửa: thêm dòng `url: trang/gioi-thieu.md`

                """)
        #expect(
            try messages(site: text, .english) == """
                site.yaml:3:16: error: the setting `url` is missing
                  3 | menus: {main: [{title: Giới thiệu}]}
                    |                ^^^^^^^^^^^^^^^^^^^
                  remedy: add the line `url: trang/gioi-thieu.md`

                """)
    }

    @Test func tagSlug() throws {
        let text = "tags: [{name: Đảng, slug: Đảng}]"
        #expect(
            try messages(site: text, .vietnamese) == """
                site.yaml:3:27: lỗi: đường dẫn chỉ gồm 1 đến 80 chữ cái a-z, chữ số và dấu gạch nối, không bắt đầu hay kết thúc bằng gạch nối
                  3 | tags: [{name: Đảng, slug: Đảng}]
                    |                           ^^^^
                  cách sửa: viết như `dang`

                """)
        #expect(
            try messages(site: text, .english) == """
                site.yaml:3:27: error: a slug is 1 to 80 of the letters a-z, digits and hyphens, without a hyphen at either end
                  3 | tags: [{name: Đảng, slug: Đảng}]
                    |                           ^^^^
                  remedy: write it like `dang`

                """)
    }

    @Test func unknownTheme() throws {
        let text = "theme: send"
        #expect(
            try messages(site: text, .vietnamese) == """
                site.yaml:3:8: lỗi: không có giao diện `send`
                  3 | theme: send
                    |        ^^^^
                  cách sửa: ý bạn là `sen`?

                """)
        #expect(
            try messages(site: text, .english) == """
                site.yaml:3:8: error: there is no theme `send`
                  3 | theme: send
                    |        ^^^^
                  remedy: did you mean `sen`?

                """)
    }

    @Test func undeclaredThemeSetting() throws {
        let text = "theme_settings: {color: red}"
        #expect(
            try messages(site: text, .vietnamese) == """
                site.yaml:3:18: lỗi: giao diện không khai báo `color`
                  3 | theme_settings: {color: red}
                    |                  ^^^^^
                  cách sửa: xóa dòng này, hoặc khai báo trong theme.yaml

                """)
        #expect(
            try messages(site: text, .english) == """
                site.yaml:3:18: error: the theme does not declare `color`
                  3 | theme_settings: {color: red}
                    |                  ^^^^^
                  remedy: delete the line, or declare it in theme.yaml

                """)
    }
}
