import Model
import Testing

@testable import Visits

struct LoggedPagesTests {
    private func pages(base: String = "/") -> LoggedPages {
        var settings = Settings()
        settings.url = SiteURL(origin: "https://a.example", basePath: base)
        return LoggedPages(
            settings, addresses: ["/tin/bai/": "bai", "/tin/bai-cu/": "bai", "/tin/độc/": "doc"])
    }

    @Test(
        "articles",
        arguments: [
            ("/tin/bai/", "bai"), ("/tin/bai/?fbclid=1", "bai"), ("/tin/bai/index.html", "bai"),
            ("/tin/bai-cu/", "bai"),
            ("/tin/%C4%91%E1%BB%99c/", "doc"), ("/tin/bai/#x", "bai"),
        ])
    func articles(_ target: String, _ id: String) throws {
        let pages = pages()
        let page = try #require(pages.page(at: target))
        #expect(page.article.map(pages.id) == id)
    }

    @Test(
        "other pages", arguments: ["/", "/?p=2", "/index.html", "/tin/", "/tin/bai/in/", "/ngay/2026/11/22/"])
    func others(_ target: String) { #expect(pages().page(at: target) == LoggedPages.Page(article: nil)) }

    @Test(
        "what is no page",
        arguments: [
            "", "-", "*", "/rss.xml", "/assets/js/sen.js", "/manh/latest.html", "/_bantin/", "/tin/bai",
            "tin/",
        ])
    func nothing(_ target: String) { #expect(pages().page(at: target) == nil) }

    @Test func aPortalInAFolder() throws {
        let pages = pages(base: "/congdoan/")
        #expect(pages.page(at: "/congdoan/tin/bai/")?.article.map(pages.id) == "bai")
        #expect(pages.page(at: "/congdoan/") == LoggedPages.Page(article: nil))
        #expect(pages.page(at: "/tin/bai/") == nil)
        #expect(pages.page(at: "/congdoan/manh/a/") == nil)
    }
}
