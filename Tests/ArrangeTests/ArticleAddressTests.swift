import Arrange
import Model
import Testing

@Suite struct ArticleAddressTests {
    /// What is said of one article by itself is what the whole site says of it.
    @Test(arguments: ["/:category/:year/:month/:slug/", "/:year/:month/:day/:id/", "/bai/:slug/"])
    func isThatOfTheWholeSite(_ pattern: String) {
        let newsroom = Sample.newsroom([
            Sample.article("tin-tuc/a.md") { $0.title = "Đại hội lần thứ X" },
            Sample.article("Tin Hội/b.md") { $0.title = "???" },
            Sample.article("tin-tuc/c.md") { $0.slug = "duong-dan" },
        ]) { $0.settings.permalink = pattern }
        let catalog = newsroom.arranged()
        let address = ArticleAddress(newsroom.settings)
        #expect(catalog.articles.count == 3)
        for article in catalog.articles {
            #expect(article.url == address.path(of: newsroom.articles[Int(article.source)]))
        }
    }

    @Test func slugIsTheOneWrittenOrThatOfTheTitle() {
        #expect(ArticleAddress.slug(of: Sample.article("tin/a.md") { $0.slug = "x" }) == "x")
        #expect(ArticleAddress.slug(of: Sample.article("tin/a.md") { $0.title = "Đại hội" }) == "dai-hoi")
        #expect(ArticleAddress.slug(of: Sample.article("tin/a.md") { $0.title = "?" }) == "bai-15717144")
    }
}
