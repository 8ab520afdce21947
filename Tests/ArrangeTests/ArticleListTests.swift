import Arrange
import Model
import Testing

@Suite struct ArticleListTests {
    @Test func listedComeFirstAndExpiredAreInNoList() {
        let catalog = Newsroom.ofEveryState.arranged()
        #expect(catalog.articleIDs == ["tin-tuc/published", "tin-tuc/expired"])
        #expect(catalog.articles.map(\.isExpired) == [false, true])
        #expect(catalog.articles.map(\.position) == [0, -1])
        #expect(catalog.listedCount == 1)
        #expect(catalog.categories[0].articles == [0] && catalog.tags[0].articles == [0])
        #expect(catalog.days.map(\.articles) == [0..<1])
    }

    @Test func draftsAreShownWhenAskedFor() {
        let catalog = Newsroom.ofEveryState.arranged(drafts: true)
        #expect(
            catalog.articleIDs == ["tin-tuc/draft", "tin-tuc/published", "tin-tuc/expired"])
        #expect(catalog.summary.drafts == 0 && catalog.listedCount == 2)
        #expect(catalog.files.map(\.path).contains("tin-tuc/draft/anh.jpg"))
    }

    @Test func noticesStandInForWithdrawnArticles() {
        let notices = Newsroom.ofEveryState.arranged().notices
        #expect(notices.map(\.url) == ["/tin-tuc/2024/06/withdrawn/"])
        #expect(notices.first?.reason == "sai thông tin" && notices.first?.date == Sample.time(19, 10))
    }

    @Test func filesFollowTheArticleTheyLieBeside() {
        let paths = Newsroom.ofEveryState.arranged().files.map(\.path)
        #expect(paths == ["tin-tuc/expired/anh.jpg", "tin-tuc/published/anh.jpg"])
        let later = Newsroom.ofEveryState.arranged(at: Sample.time(20)).files.map(\.path)
        #expect(later.contains("tin-tuc/scheduled/anh.jpg"))
    }

    @Test func filesBelongToTheNearestFolderWithASource() {
        let articles = [
            Sample.article("tin-tuc/a/b/index.md"),
            Sample.article("tin-tuc/a/index.md") { $0.isDraft = true },
        ]
        let files = ["tin-tuc/a/b/2.jpg", "tin-tuc/a/c/3.jpg", "tin-tuc/ab.jpg"].map { Sample.file($0) }
        let catalog = Sample.newsroom(articles, files: files).arranged()
        #expect(catalog.files.map(\.path) == ["tin-tuc/a/b/2.jpg", "tin-tuc/ab.jpg"])
    }

    @Test func theNewestCorrectionComesFirst() {
        let articles = [("a", 3), ("b", nil), ("c", 5), ("d", 5)].map { name, day in
            Sample.article("tin-tuc/\(name).md", Sample.time(19)) { article in
                article.correction = day.map { Correction(date: Sample.time($0), wrong: "1", right: "2") }
            }
        }
        #expect(Sample.newsroom(articles).arranged().corrected == [2, 3, 0])
    }

    /// An update and a correction change it, whichever is later; an update before the date is one, too.
    @Test(arguments: [
        (nil, nil, 19), (21, nil, 21), (18, nil, 18), (nil, 20, 20), (21, 20, 21), (21, 22, 22),
    ])
    func whenItWasChangedLast(updated: Int?, corrected: Int?, expected: Int) {
        let article = Sample.article("tin-tuc/a.md", Sample.time(19)) {
            $0.updated = updated.map { Sample.time($0) }
            $0.correction = corrected.map { Correction(date: Sample.time($0), wrong: "1", right: "2") }
        }
        #expect(Sample.newsroom([article]).arranged().articles[0].changed == Sample.time(expected))
        #expect(article.changed == Sample.time(expected))
    }

    @Test func theDateIsThatOfTheSitesZone() {
        let news = Sample.newsroom([Sample.article("tin-tuc/a.md", Sample.time(19, 3))]) {
            $0.settings.zone = .utc
        }
        #expect(news.arranged().articles[0].date == CivilDate(year: 2024, month: 6, day: 18))
        #expect(news.arranged().days.map(\.url) == ["/ngay/2024/06/18/"])
    }

    @Test func anArticleMayBelongToAnotherCategoryThanItsFolder() {
        let moved = Sample.article("tin-tuc/a.md") { $0.category = "hoat-dong" }
        let catalog = Sample.newsroom([moved, Sample.article("tin-tuc/b.md")]).arranged()
        #expect(catalog.articles[0].url == "/hoat-dong/2024/06/a/")
        #expect(catalog.categories.map(\.articles) == [[0], [1]])
    }

    @Test func pagesStandByOrderThenByPath() {
        let pages = [
            Sample.page("lien-he") { $0.order = 2 }, Sample.page("b"), Sample.page("a"),
            Sample.page("gioi-thieu") { $0.order = 1 }, Sample.page("nhap") { $0.isDraft = true },
        ]
        let news = Sample.newsroom(pages: pages)
        #expect(news.arranged().pages.map(\.url) == ["/gioi-thieu/", "/lien-he/", "/a/", "/b/"])
        #expect(news.arranged(drafts: true).pages.last?.url == "/nhap/")
    }
}
