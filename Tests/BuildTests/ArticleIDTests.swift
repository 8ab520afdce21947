import Build
import Model
import Testing

@Suite struct ArticleIDTests {
    private let day = CivilDate(year: 2026, month: 3, day: 8)!

    @Test func isTheDayAndTheSlug() {
        #expect(ArticleID.make(day, slug: "ngay-8-3") == "20260308-ngay-8-3")
    }

    @Test func isNeverTooLong() {
        let slug = String(repeating: "a", count: 54) + "-b-c"
        #expect(ArticleID.make(day, slug: slug) == "20260308-" + String(repeating: "a", count: 54))
    }
}
