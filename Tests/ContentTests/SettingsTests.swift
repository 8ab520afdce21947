import Diagnostics
import Model
import Testing

/// What site.yaml's settings become.
struct SettingsTests {
    private func settings(_ lines: String) throws -> Settings {
        let (newsroom, _, diagnostics) = try SiteFolder(["site.yaml": SiteFolder.siteFile + lines]).read()
        guard diagnostics.isEmpty else {
            throw Unexpected(text: DiagnosticPrinter(language: .vietnamese).text(diagnostics))
        }
        return newsroom.settings
    }

    @Test(arguments: [
        ("https://a.vn", "https://a.vn", "/"), ("https://a.vn/", "https://a.vn", "/"),
        ("http://localhost:8080/a/b", "http://localhost:8080", "/a/b/"),
    ])
    func url(text: String, origin: String, basePath: String) throws {
        let (newsroom, _, diagnostics) = try SiteFolder(["site.yaml": "title: a\nurl: \(text)\n"]).read()
        #expect(diagnostics.isEmpty)
        #expect(newsroom.settings.url == SiteURL(origin: origin, basePath: basePath))
    }

    @Test(arguments: [
        ("", FragmentDelivery.inline), ("fragments: inline", .inline), ("fragments: ssi", .ssi),
        ("fragments: js", .js),
    ])
    func fragments(line: String, expected: FragmentDelivery) throws {
        #expect(try settings(line).fragments == expected)
    }

    @Test func textsAndNumbers() throws {
        let settings = try settings(
            """
            zone: "+08:00"
            language: vi-VN
            description: Mô tả
            organization: Liên đoàn
            address: Số 1
            phone: 0208 3855 123
            email: a@example.vn
            responsible: Ban Tuyên giáo
            feedback: mailto:a@example.vn
            logo: images/logo.svg
            permalink: /:category/:id/
            page_size: 20
            neighbours: {newer: 1, older: 2}
            pager_window: 4
            feeds: {items: 5, categories: false, tags: no}
            markdown: {extensions: false, raw_html: true}
            dates: {list: d/M/yyyy}
            """)
        #expect(settings.zone == ZoneOffset(seconds: 8 * 3_600))
        #expect(settings.language == "vi-VN")
        #expect(settings.description == "Mô tả")
        #expect(settings.identity.organization == "Liên đoàn")
        #expect(settings.identity.address == "Số 1")
        #expect(settings.identity.phone == "0208 3855 123")
        #expect(settings.identity.email == "a@example.vn")
        #expect(settings.identity.responsible == "Ban Tuyên giáo")
        #expect(settings.identity.feedback == "mailto:a@example.vn")
        #expect(settings.identity.logo == "images/logo.svg")
        #expect(settings.permalink == "/:category/:id/")
        #expect(settings.pages.list == 20)
        #expect([settings.pages.newer, settings.pages.older, settings.pages.window] == [1, 2, 4])
        #expect(settings.feeds.items == 5)
        #expect(!settings.feeds.categories && !settings.feeds.tags)
        #expect(
            settings.markdown
                == {
                    var all = MarkdownSettings(); all.extensions = false; all.rawHTML = true; return all
                }())
        #expect(settings.dates.list == "d/M/yyyy")
        #expect(settings.dates.day == "EEEE, dd/MM/yyyy")
    }

    @Test func checksTakeWordsAndBooleans() throws {
        let checks = try settings("checks:\n  links: warn\n  files: off\n  alt: false\n").checks
        #expect([checks.links, checks.files, checks.alt] == [.warn, .off, .off])
    }

    @Test func menusLinksBannersAndTags() throws {
        let settings = try settings(
            """
            menus:
              main:
                - title: Giới thiệu
                  url: trang/gioi-thieu.md
                  children:
                    - {title: Cơ cấu, url: trang/co-cau.md}
              footer: []
            links:
              - title: Liên kết
                items: [{title: Tổng Liên đoàn, url: "https://congdoan.vn/"}]
            banners:
              - {slot: sidebar, image: a.jpg, alt: Ảnh, url: /}
            tags:
              - {name: Đảng, slug: dang, merge: [Đảng bộ]}
            paths: {tag: tag, news_sitemap: news.xml, fragment: parts}
            """)
        #expect(settings.menus.map(\.name) == ["main", "footer"])
        #expect(settings.menus[0].items[0].target == "trang/gioi-thieu.md")
        #expect(settings.menus[0].items[0].place == Place(file: "site.yaml", line: 5, column: 7, length: 17))
        #expect(settings.menus[0].items[0].children.map(\.title) == ["Cơ cấu"])
        #expect(settings.links[0].items.map(\.target) == ["https://congdoan.vn/"])
        #expect(settings.banners.map(\.image) == ["a.jpg"])
        #expect(settings.banners[0].window.from == nil)
        #expect(settings.tags.map(\.merge) == [["Đảng bộ"]])
        #expect(settings.tags[0].slug == "dang")
        #expect(settings.words.tag == "tag")
        #expect(settings.words.newsSitemap == "news.xml")
        #expect(settings.words.fragment == "parts")
        #expect(settings.words.day == "ngay")
    }

    @Test func aLastDayWithoutTimeCountsToItsEnd() throws {
        let slogans = try settings(
            """
            slogans:
              - {text: Cả ngày, from: 30/04/2024, to: 30/04/2024}
              - {text: Đến trưa, to: 30/04/2024 12:00}
            zone: "+00:00"
            """
        ).slogans
        #expect(slogans[0].window.from == Timestamp(seconds: 1_714_435_200))
        #expect(slogans[0].window.until == Timestamp(seconds: 1_714_521_600))
        #expect(slogans[1].window.until == Timestamp(seconds: 1_714_478_400))
    }
}
