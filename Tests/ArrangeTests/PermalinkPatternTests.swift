import Arrange
import Model
import Testing

@Suite struct PermalinkPatternTests {
    @Test(arguments: [
        ("/:category/:year/:month/:slug/", "/tin-tuc/2024/06/dai-hoi/"), ("/:slug/", "/dai-hoi/"),
        ("/bai/:year-:month/:slug/", "/bai/:year-:month/dai-hoi/"), ("/:id/", "/tin-tuc-2024-x/"),
        ("/:year/:month/:day/:slug/", "/2024/06/05/dai-hoi/"),
        ("/a/:category/b/:id/", "/a/tin-tuc/b/tin-tuc-2024-x/"),
    ])
    func patterns(pattern: String, expected: String) {
        let news = Sample.newsroom([
            Sample.article("tin-tuc/2024/x.md", Sample.time(5, 8)) { $0.title = "Đại hội" }
        ]) { $0.settings.permalink = pattern }
        #expect(news.arranged().articles[0].url == expected)
    }

    @Test func aWrittenSlugGoesBeforeTheTitle() {
        let news = Sample.newsroom([
            Sample.article("a/x.md") {
                $0.title = "Đại hội"
                $0.slug = "dh-2024"
            }
        ])
        #expect(news.arranged().articles[0].url == "/a/2024/06/dh-2024/")
    }

    /// 8 digits of FNV-1a of `foobar`: the published vector.
    @Test(arguments: ["", "…", "会议", "!?"])
    func aTitleWithoutLettersGivesDigitsOfTheID(title: String) {
        let article = Sample.article("a/x.md") {
            $0.title = title
            $0.id = "foobar"
        }
        #expect(Sample.newsroom([article]).arranged().articles[0].url == "/a/2024/06/bai-bf9cf968/")
    }

    @Test func daysAreThoseOfTheZone() {
        let news = Sample.newsroom([Sample.article("a/x.md", Sample.time(1, 3))]) {
            $0.settings.zone = .utc
            $0.settings.permalink = "/:year/:month/:day/:slug/"
        }
        #expect(news.arranged().articles[0].url == "/2024/05/31/x/")
    }
}
