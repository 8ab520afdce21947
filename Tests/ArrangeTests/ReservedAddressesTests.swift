import Arrange
import Model
import Testing

/// Time does not decide: these are errors whether or not the day, the tag or the page of the list is there.
@Suite struct ReservedAddressesTests {
    @Test(arguments: [
        "so-do", "ngay", "ngay/2030/01/01", "the/doan", "tin-tuc/trang/7", "", "the", "manh/tin",
    ])
    func aPageMayNotStandThere(path: String) {
        let address = path.isEmpty ? "//" : "/\(path)/"
        let news = Sample.newsroom(
            [Sample.article("tin-tuc/a.md")], pages: [Sample.page("x") { $0.path = path }])
        #expect(
            news.report() == """
                content/trang/x.md: error: the address \(address) is the portal's own
                  remedy: change the name of the file or its `slug`, or `paths` in site.yaml

                """)
    }

    @Test(arguments: [
        "so-do-2", "gioi-thieu/ngay", "tin-tuc/trang", "tin-tuc/trang/mot", "khac/trang/2", "trang/2/3/4",
    ])
    func aPageMayStandThere(path: String) {
        let news = Sample.newsroom(
            [Sample.article("tin-tuc/a.md")], pages: [Sample.page("x") { $0.path = path }])
        #expect(news.report() == "")
        #expect(news.arranged().pages.map(\.url) == ["/\(path)/"])
    }

    @Test(arguments: ["gioi-thieu/in", "tin-tuc/2024/06/a/in", "khong-co/in"])
    func aPageMayNotStandWherePrintVersionsAre(path: String) {
        func report(_ hasPrintPages: Bool) -> String {
            Sample.newsroom(
                [Sample.article("tin-tuc/a.md")], pages: [Sample.page("x") { $0.path = path }]
            ) { $0.settings.printPages = hasPrintPages }.report()
        }
        #expect(report(false) == "")
        #expect(
            report(true) == """
                content/trang/x.md: error: the address /\(path)/ is the portal's own
                  remedy: change the name of the file or its `slug`, or `paths` in site.yaml

                """)
    }

    @Test func anArticleMayNotStandThere() {
        let news = Sample.newsroom([Sample.article("tin-tuc/x.md") { $0.title = "Sơ đồ" }]) {
            $0.settings.permalink = "/:slug/"
        }
        #expect(
            news.report().hasPrefix("content/tin-tuc/x.md: error: the address /so-do/ is the portal's own\n"))
    }

    @Test func aFolderWhoseSlugIsAWordOfThePortal() {
        let news = Sample.newsroom([Sample.article("Thẻ/x.md")])
        #expect(news.report().hasPrefix("content/Thẻ: error: the address /the/ is the portal's own\n"))
    }

    @Test(arguments: [
        "/", "/rss.xml", "/sitemap.xml", "/sitemap-2.xml", "/tin-moi.xml", "/404.html", "/robots.txt",
        "/redirects.map",
        "/tin-tuc/rss.xml", "/tin-tuc/trang/2", "/ngay/2024/", "/the/doan/", "/index.html",
    ])
    func anAliasMayNotStandThere(alias: String) {
        let news = Sample.newsroom([Sample.article("tin-tuc/a.md") { $0.aliases = [alias] }])
        #expect(
            news.report() == """
                content/tin-tuc/a.md: error: the old address \(alias) is the portal's own
                  remedy: take the address out of `aliases`

                """)
    }
}
