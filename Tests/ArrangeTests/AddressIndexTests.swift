import Arrange
import Diagnostics
import Model
import Testing

/// Links that name an address instead of a source.
@Suite struct AddressIndexTests {
    private func news(_ links: [String], _ change: (inout Newsroom) -> Void = { _ in }) -> Newsroom {
        var articles = (10..<33).map { number in
            Sample.article("tin-tuc/bai-\(number).md", Sample.time(1 + number % 3)) { $0.tags = ["Đoàn"] }
        }
        articles.append(Sample.article("tin-tuc/a.md") { $0.body = Body(links: links) })
        return Sample.newsroom(articles, pages: [Sample.page("x")], change)
    }

    private func urls(_ news: Newsroom) -> [String?] {
        news.arranged().article("tin-tuc/a")?.fills.urls ?? []
    }

    @Test(arguments: [
        "/", "/so-do/", "/rss.xml", "/tin-moi.xml", "/sitemap.xml", "/404.html", "/robots.txt", "/x/",
        "/tin-tuc/", "/tin-tuc/rss.xml", "/tin-tuc/trang/2/", "/tin-tuc/trang/3/", "/the/doan/",
        "/the/doan/rss.xml",
        "/the/doan/trang/3/", "/ngay/2024/06/01/", "/ngay/2024/06/", "/ngay/2024/", "/ngay/2024/trang/3/",
        "/tin-tuc/2024/06/bai-10/", "/tin-tuc/2024/06/bai-10/?in=1",
    ])
    func addressesOfTheSite(link: String) {
        #expect(urls(news([link])) == [link])
        #expect(news([link]).report() == "")
    }

    @Test func aSlashAtTheEndMayBeMissing() {
        #expect(
            urls(news(["/tin-tuc/trang/2", "/the/doan", "/tin-tuc/2024/06/bai-10#", "/so-do"])) == [
                "/tin-tuc/trang/2/", "/the/doan/", "/tin-tuc/2024/06/bai-10/#", "/so-do/",
            ])
    }

    @Test func theBaseMayStandInFront() {
        let based = news(["/khoi/tin-tuc/trang/2/", "/tin-tuc/trang/2/", "/khoi/", "/", "/khoi/x/", "../"]) {
            $0.settings.url = SiteURL(origin: "https://cd.vn", basePath: "/khoi/")
        }
        #expect(
            urls(based) == [
                "/khoi/tin-tuc/trang/2/", "/khoi/tin-tuc/trang/2/", "/khoi/", "/khoi/", "/khoi/x/", "/khoi/",
            ])
        #expect(based.report() == "")
    }

    @Test(arguments: [
        "/tin-tuc/trang/4/", "/tin-tuc/trang/1/", "/the/khac/", "/the/doan/trang/4/", "/ngay/2024/07/",
        "/trang/2/",
        "/ngay/2024/06/01/rss.xml", "/tin-tuc/2024/06/khong-co/",
    ])
    func whatIsNeverThereIsAnError(link: String) {
        #expect(
            news([link]).report().hasPrefix(
                "content/tin-tuc/a.md:10: error: a link to `\(link)`, but there is no such"))
    }

    @Test func withoutFeedsThereAreNone() {
        let quiet = news(["/tin-tuc/rss.xml", "/the/doan/rss.xml"]) {
            $0.settings.feeds.categories = false
            $0.settings.feeds.tags = false
        }
        #expect(quiet.report().split(separator: "\n").filter { $0.contains("error: a link to") }.count == 2)
    }

    @Test func categoriesHaveTheirOwnPageSize() {
        let large = news(["/tin-tuc/trang/2/"]) { $0.categories[0].pageSize = 30 }
        #expect(large.report().contains("error: a link to `/tin-tuc/trang/2/`"))
    }

    /// Neither a withdrawal nor the passing of time makes a link wrong: what is there at other times is text.
    @Test func whatIsThereAtOtherTimesIsPlainText() {
        let links = [
            "/the/hiem/", "/ngay/2023/01/05/", "/ngay/2023/", "/tin-tuc/trang/3/", "/tin-tuc/2023/01/b/",
            "/cu/",
        ]
        var news = news(links) { news in
            news.articles.append(
                Sample.article("tin-tuc/b.md", Sample.time(5, month: 1, year: 2023)) {
                    $0.tags = ["Hiếm"]
                    $0.aliases = ["/cu/"]
                })
        }
        #expect(urls(news) == Array(links[..<5]) + ["/tin-tuc/2023/01/b/"])
        for index in 0..<3 { news.articles[index].date = Sample.never }
        for index in news.articles.indices where news.articles[index].id == "tin-tuc/b" {
            news.articles[index].withdrawal = .sample
        }
        #expect(urls(news) == [nil, nil, nil, "/tin-tuc/trang/3/", nil, nil])
        news.articles[4].withdrawal = .silent
        #expect(urls(news) == [nil, nil, nil, nil, nil, nil])
        #expect(
            news.report() == """
                content/tin-tuc/a.md:14: warning: content/tin-tuc/b.md is withdrawn, \
                so the link is shown as plain text
                  remedy: remove the link when convenient
                content/tin-tuc/a.md:15: warning: content/tin-tuc/b.md is withdrawn, \
                so the link is shown as plain text
                  remedy: remove the link when convenient

                """)
    }

    @Test func oldAddressesLeadToWhereTheSourceIsNow() {
        let moved = news(["/cu/", "/cu.html#muc", "/tin-tuc/2020/01/bai/", "/gioi-thieu.aspx"]) { news in
            news.articles[0].aliases = ["/cu/", "/cu.html", "/tin.aspx?id=5"]
            news.articles[0].body.anchors = ["muc"]
            news.pages[0].aliases = ["/gioi-thieu.aspx"]
            news.addresses = [Address(id: "tin-tuc/bai-11", url: "/tin-tuc/2020/01/bai/")]
        }
        #expect(
            urls(moved) == [
                "/tin-tuc/2024/06/bai-10/", "/tin-tuc/2024/06/bai-10/#muc", "/tin-tuc/2024/06/bai-11/", "/x/",
            ])
        #expect(moved.report() == "")
    }

    @Test func anchorsOfAddressesAreThoseOfTheSource() {
        #expect(
            news(["/tin-tuc/2024/06/bai-10/#muc"]).report() == """
                content/tin-tuc/a.md:10: error: content/tin-tuc/bai-10.md has no anchor `#muc`
                  remedy: mend or remove what follows the #

                """)
    }
}
