import Diagnostics
import Testing

/// Themes that cannot be used.
struct ThemeMessageTests {
    @Test func unknownTheme() throws {
        let site = try SiteFolder([
            "site.yaml": SiteFolder.siteFile + "theme: sky\n", "themes/cloud/theme.yaml": "title: x",
        ])
        #expect(
            site.messages(.vietnamese) == """
                site.yaml:3:8: lỗi: không có giao diện `sky`
                  3 | theme: sky
                    |        ^^^
                  cách sửa: chọn trong: cloud, sen

                """)
        #expect(
            site.messages(.english) == """
                site.yaml:3:8: error: there is no theme `sky`
                  3 | theme: sky
                    |        ^^^
                  remedy: choose from: cloud, sen

                """)
    }

    @Test func parentCircle() throws {
        let site = try SiteFolder([
            "site.yaml": SiteFolder.siteFile + "theme: a\n", "themes/a/theme.yaml": "parent: b",
            "themes/b/theme.yaml": "parent: a",
        ])
        #expect(
            site.messages(.vietnamese) == """
                themes/b/theme.yaml:1:9: lỗi: các giao diện là cha của nhau thành vòng: a → b → a
                  1 | parent: a
                    |         ^
                  cách sửa: bỏ `parent:` ở một trong các giao diện này

                """)
        #expect(
            site.messages(.english) == """
                themes/b/theme.yaml:1:9: error: the themes are parents in a circle: a → b → a
                  1 | parent: a
                    |         ^
                  remedy: remove `parent:` from one of these themes

                """)
    }

    @Test func unknownParent() throws {
        let site = try SiteFolder([
            "site.yaml": SiteFolder.siteFile + "theme: a\n", "themes/a/theme.yaml": "parent: sem",
        ])
        #expect(
            site.messages(.vietnamese) == """
                themes/a/theme.yaml:1:9: lỗi: không có giao diện `sem`
                  1 | parent: sem
                    |         ^^^
                  cách sửa: ý bạn là `sen`?

                """)
        #expect(
            site.messages(.english) == """
                themes/a/theme.yaml:1:9: error: there is no theme `sem`
                  1 | parent: sem
                    |         ^^^
                  remedy: did you mean `sen`?

                """)
    }

    @Test func noThemeFile() throws {
        let site = try SiteFolder([
            "site.yaml": SiteFolder.siteFile + "theme: a\n", "themes/a/templates/x.html": "x",
        ])
        #expect(
            site.messages(.vietnamese) == """
                themes/a: lỗi: giao diện `a` không có theme.yaml
                  cách sửa: tạo `themes/a/theme.yaml` với dòng `title: a`

                """)
        #expect(
            site.messages(.english) == """
                themes/a: error: the theme `a` has no theme.yaml
                  remedy: make `themes/a/theme.yaml` with the line `title: a`

                """)
    }

    @Test func faultsOfThemeFile() throws {
        let file = "parant: b\nsettings: [{name: x, type: texts}, {name: n, type: number, default: ba}]"
        let site = try SiteFolder([
            "site.yaml": SiteFolder.siteFile + "theme: a\n", "themes/a/theme.yaml": file,
        ])
        #expect(
            site.messages(.vietnamese) == """
                themes/a/theme.yaml:1:1: lỗi: theme.yaml không có mục `parant`
                  1 | parant: b
                    | ^^^^^^
                  cách sửa: ý bạn là `parent`?
                themes/a/theme.yaml:2:28: lỗi: `type` phải là `text`, `number`, `flag` hoặc `list`
                  2 | settings: [{name: x, type: texts}, {name: n, type: number, default: ba}]
                    |                            ^^^^^
                  cách sửa: ý bạn là `text`?
                themes/a/theme.yaml:2:69: lỗi: `n` phải là số nguyên
                  2 | settings: [{name: x, type: texts}, {name: n, type: number, default: ba}]
                    |                                                                     ^^
                  cách sửa: viết như `n: 3`

                """)
        #expect(
            site.messages(.english) == """
                themes/a/theme.yaml:1:1: error: theme.yaml has no setting `parant`
                  1 | parant: b
                    | ^^^^^^
                  remedy: did you mean `parent`?
                themes/a/theme.yaml:2:28: error: `type` must be `text`, `number`, `flag` or `list`
                  2 | settings: [{name: x, type: texts}, {name: n, type: number, default: ba}]
                    |                            ^^^^^
                  remedy: did you mean `text`?
                themes/a/theme.yaml:2:69: error: `n` must be a whole number
                  2 | settings: [{name: x, type: texts}, {name: n, type: number, default: ba}]
                    |                                                                     ^^
                  remedy: write it like `n: 3`

                """)
    }

    @Test func parametersOfTheWrongType() throws {
        let declared =
            "{name: wide, type: flag}, {name: n, type: number}, {name: l, type: list}, {name: t, type: text}"
        let params = "params:\n  wide: maybe\n  n: x\n  l: x\n  t: [a]\n  z: 1\n"
        let site = try SiteFolder([
            "themes/sen/theme.yaml": "params: [\(declared)]",
            "content/tin-tuc/x.md": "---\ntitle: a\ndate: 1/1/2024\n\(params)---\n",
        ])
        #expect(
            site.messages(.vietnamese) == """
                content/tin-tuc/x.md:5:9: lỗi: `wide` phải là `có` hoặc `không`
                  5 |   wide: maybe
                    |         ^^^^^
                  cách sửa: viết như `wide: true`
                content/tin-tuc/x.md:6:6: lỗi: `n` phải là số nguyên
                  6 |   n: x
                    |      ^
                  cách sửa: viết như `n: 3`
                content/tin-tuc/x.md:7:6: lỗi: `l` phải là danh sách
                  7 |   l: x
                    |      ^
                  cách sửa: viết như `l: [một, hai]`
                content/tin-tuc/x.md:9:3: lỗi: giao diện không khai báo `z`
                  9 |   z: 1
                    |   ^
                  cách sửa: ý bạn là `n`?

                """)
        #expect(
            site.messages(.english) == """
                content/tin-tuc/x.md:5:9: error: `wide` must be `true` or `false`
                  5 |   wide: maybe
                    |         ^^^^^
                  remedy: write it like `wide: true`
                content/tin-tuc/x.md:6:6: error: `n` must be a whole number
                  6 |   n: x
                    |      ^
                  remedy: write it like `n: 3`
                content/tin-tuc/x.md:7:6: error: `l` must be a list
                  7 |   l: x
                    |      ^
                  remedy: write it like `l: [một, hai]`
                content/tin-tuc/x.md:9:3: error: the theme does not declare `z`
                  9 |   z: 1
                    |   ^
                  remedy: did you mean `n`?

                """)
    }
}
