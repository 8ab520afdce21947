import Arrange
import Model
import Testing

@Suite struct AliasPathTests {
    @Test(arguments: [
        ("/tin-cu/", "/tin-cu/"), ("/tin-cu", "/tin-cu/"), ("/cu/bai-1.html", "/cu/bai-1.html"),
        ("/cu/index.html", "/cu/"), ("/cu//bai/", "/cu/bai/"), ("/v1.2/bai", "/v1.2/bai/"),
        ("/tin%20t%E1%BB%A9c/", "/tin tức/"), ("/tin tu\u{31B}\u{301}c", "/tin tức/"), ("/a.b/", "/a.b/"),
    ])
    func pathsHaveOneForm(alias: String, from: String) {
        let news = Sample.newsroom([Sample.article("tin-tuc/a.md") { $0.aliases = [alias] }])
        let catalog = news.arranged()
        #expect(catalog.redirects.map { Array($0.from.utf8) } == [Array(from.utf8)])
        #expect(catalog.redirects.map(\.to) == ["/tin-tuc/2024/06/a/"])
        #expect(catalog.queryRedirects.isEmpty && news.report() == "")
    }

    @Test func anAddressWithAQueryIsForTheServer() {
        let aliases = ["/tin.aspx?id=5&x=%20", "/?p=7"]
        let news = Sample.newsroom([Sample.article("tin-tuc/a.md") { $0.aliases = aliases }])
        #expect(news.arranged().queryRedirects.map(\.from) == ["/?p=7", "/tin.aspx?id=5&x=%20"])
        #expect(news.arranged().redirects.isEmpty && news.report() == "")
    }

    @Test(arguments: [
        "tin-cu", "", "https://cu.vn/tin/", "//cu.vn/", "/a/../b/", "/a/%2e%2e/b", "/./a", "/a#b", "/a%00b",
        "/a\\b",
        "/a/../b?c",
    ])
    func whatIsNoPathIsRefused(alias: String) {
        let news = Sample.newsroom([Sample.article("tin-tuc/a.md") { $0.aliases = [alias] }])
        #expect(
            news.report() == """
                content/tin-tuc/a.md: error: the old address `\(alias)` is no path that starts with /
                  remedy: write it like `/tin-cu/` or `/tin.aspx?id=5`

                """)
    }
}
