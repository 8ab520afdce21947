import Arrange
import Model
import Testing

@Suite struct PeriodListTests {
    private let catalog = Sample.newsroom([
        Sample.article("a/1.md", Sample.time(19, 8)), Sample.article("a/2.md", Sample.time(19, 0)),
        Sample.article("a/3.md", Sample.time(18, 23)), Sample.article("a/4.md", Sample.time(31, 9, month: 5)),
        Sample.article("a/5.md", Sample.time(19, 9, month: 6, year: 2023)),
        Sample.article("a/6.md", Sample.time(1, 9, month: 1, year: 2023)),
        Sample.article("a/7.md", Sample.time(20)),
    ]).arranged()

    @Test func daysAreRangesOfArticles() {
        #expect(catalog.days.map(\.articles) == [0..<2, 2..<3, 3..<4, 4..<5, 5..<6])
        #expect(
            catalog.days.map(\.url) == [
                "/ngay/2024/06/19/", "/ngay/2024/06/18/", "/ngay/2024/05/31/", "/ngay/2023/06/19/",
                "/ngay/2023/01/01/",
            ])
        #expect(catalog.days.allSatisfy { $0.parts.isEmpty })
    }

    @Test func monthsHoldDays() {
        #expect(catalog.months.map(\.articles) == [0..<3, 3..<4, 4..<5, 5..<6])
        #expect(catalog.months.map(\.parts) == [0..<2, 2..<3, 3..<4, 4..<5])
        #expect(
            catalog.months.map(\.url) == [
                "/ngay/2024/06/", "/ngay/2024/05/", "/ngay/2023/06/", "/ngay/2023/01/",
            ])
        #expect(catalog.months[0].date == CivilDate(year: 2024, month: 6, day: 19))
    }

    @Test func yearsHoldMonths() {
        #expect(catalog.years.map(\.articles) == [0..<4, 4..<6])
        #expect(catalog.years.map(\.parts) == [0..<2, 2..<4])
        #expect(catalog.years.map(\.url) == ["/ngay/2024/", "/ngay/2023/"])
    }

    @Test func noNewsNoDays() {
        let empty = Sample.newsroom(pages: [Sample.page("gioi-thieu")]).arranged()
        #expect(empty.days.isEmpty && empty.months.isEmpty && empty.years.isEmpty)
    }

    @Test func wordsAndBaseAreTheSites() {
        let news = Sample.newsroom([Sample.article("a/1.md")]) {
            $0.settings.words.day = "date"
            $0.settings.url = SiteURL(origin: "https://cd.vn", basePath: "/khoi/")
        }
        let catalog = news.arranged()
        #expect(catalog.days[0].url == "/khoi/date/2024/06/19/" && catalog.years[0].url == "/khoi/date/2024/")
    }
}
