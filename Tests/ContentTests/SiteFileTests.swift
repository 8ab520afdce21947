import Diagnostics
import Testing

/// site.yaml without what every site needs.
struct SiteFileTests {
    @Test func noURL() throws {
        let site = try SiteFolder(["site.yaml": "title: x"])
        #expect(
            site.messages(.vietnamese) == """
                site.yaml:1:1: lỗi: thiếu mục `url`
                  1 | title: x
                    | ^^^^^^^^
                  cách sửa: thêm dòng `url: https://congdoan.example.vn/`

                """)
        #expect(
            site.messages(.english) == """
                site.yaml:1:1: error: the setting `url` is missing
                  1 | title: x
                    | ^^^^^^^^
                  remedy: add the line `url: https://congdoan.example.vn/`

                """)
    }

    @Test func noTitleAndNoAddress() throws {
        let site = try SiteFolder(["site.yaml": "url: congdoan.vn"])
        #expect(
            site.messages(.vietnamese) == """
                site.yaml:1:1: lỗi: thiếu mục `title`
                  1 | url: congdoan.vn
                    | ^^^^^^^^^^^^^^^^
                  cách sửa: thêm dòng `title: Công đoàn tỉnh Thái Hòa`
                site.yaml:1:6: lỗi: `congdoan.vn` không phải là địa chỉ web
                  1 | url: congdoan.vn
                    |      ^^^^^^^^^^^
                  cách sửa: viết như `https://congdoan.example.vn/`

                """)
        #expect(
            site.messages(.english) == """
                site.yaml:1:1: error: the setting `title` is missing
                  1 | url: congdoan.vn
                    | ^^^^^^^^^^^^^^^^
                  remedy: add the line `title: Công đoàn tỉnh Thái Hòa`
                site.yaml:1:6: error: `congdoan.vn` is not a web address
                  1 | url: congdoan.vn
                    |      ^^^^^^^^^^^
                  remedy: write it like `https://congdoan.example.vn/`

                """)
    }

    @Test func notYAML() throws {
        let site = try SiteFolder(["site.yaml": "title: a\nurl: [x"])
        #expect(
            site.messages(.vietnamese) == """
                site.yaml:2:6: lỗi: không đúng YAML: dấu ngoặc mở mà không đóng, hoặc thiếu dấu phẩy
                  2 | url: [x
                    |      ^
                  cách sửa: kiểm tra các dấu `[ ]`, `{ }` và dấu phẩy

                """)
        #expect(
            site.messages(.english) == """
                site.yaml:2:6: error: not YAML: a bracket is opened and not closed, or a comma is missing
                  2 | url: [x
                    |      ^
                  remedy: check the brackets `[ ]`, `{ }` and the commas

                """)
    }
}
