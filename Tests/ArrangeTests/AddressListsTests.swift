import Arrange
import Bytes
import Diagnostics
import Model
import Testing

/// Which pages of lists exist, now and at other times.
@Suite struct AddressListsTests {
    /// A tag may have its slug with digits at another time.
    @Test func tagsOfOneSlugMayChangePlaces() {
        let digits = "/the/ba-\(FNV1a.hex("bá", digits: 4))/"
        var news = Sample.tagged([["Bà"], ["Bà"], ["Bá"]])
        news.articles[0].body = Body(links: ["/the/ba/", digits])
        #expect(news.arranged().articles[0].fills.urls == ["/the/ba/", digits])
        news.articles[2].isDraft = true
        #expect(news.report().contains("error: a link to `\(digits)`"))
        news.articles[2].isDraft = false
        news.articles[2].expires = Sample.noon
        #expect(news.arranged().articles[0].fills.urls == ["/the/ba/", nil])
        #expect(news.report() == "")
    }

    @Test func mergedTagsAndGivenSlugsCount() {
        let settings = [
            TagSetting(name: "Công đoàn", slug: "cd", merge: ["CĐ"], place: Place(file: "site.yaml"))
        ]
        var news = Sample.tagged([["khác"], ["cđ"]], settings: settings)
        news.articles[1].date = Sample.time(25)
        news.articles[0].body = Body(links: ["/the/cd/"])
        #expect(news.arranged().articles[0].fills.urls == [nil])
        #expect(news.report() == "")
    }

    @Test func pagesThatALongerListWillHaveAreText() {
        var news = Sample.tagged((0..<11).map { _ in ["a"] })
        news.articles[0].body = Body(links: [
            "/the/a/trang/2/", "/ngay/2024/06/trang/2/", "/tin-tuc/trang/2/",
        ])
        #expect(
            news.arranged().articles[0].fills.urls == [
                "/the/a/trang/2/", "/ngay/2024/06/trang/2/", "/tin-tuc/trang/2/",
            ])
        news.articles[10].withdrawal = .sample
        #expect(news.arranged().articles[0].fills.urls == [nil, nil, nil])
        #expect(news.report() == "")
    }
}
