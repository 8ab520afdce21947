import Arrange
import Diagnostics
import Model
import Testing

@Suite struct TagListTests {
    @Test func theMostUsedSpellingIsShown() {
        let catalog = tagged(["Đoàn khối"], ["đoàn khối"], ["đoàn khối"], ["ĐOÀN  KHỐI"]).arranged()
        #expect(catalog.tags.map(\.name) == ["đoàn khối"])
        #expect(catalog.tags.map(\.slug) == ["doan-khoi"] && catalog.tags.map(\.url) == ["/the/doan-khoi/"])
        #expect(catalog.tags.map(\.articles) == [[0, 1, 2, 3]])
    }

    @Test func tiesGoByBytes() {
        #expect(tagged(["đoàn"], ["Đoàn"], ["ĐOÀN"]).arranged().tags.map(\.name) == ["ĐOÀN"])
        #expect(
            tagged(["ĐOÀN"], ["Đoàn"], ["Đoàn", "x"], ["ĐOÀN"]).arranged().tags.map(\.name) == ["ĐOÀN", "x"])
    }

    @Test func tonesOnEitherVowelAreOneTag() {
        let catalog = tagged(["Hòa bình"], ["Hoà bình"], ["Hoà bình", "Hòa bình"]).arranged()
        #expect(catalog.tags.map(\.name) == ["Hoà bình"] && catalog.tags.map(\.key) == ["hoà bình"])
        #expect(catalog.articles.map(\.tags) == [[0], [0], [0]])
    }

    @Test func anArticleHasATagOnceInItsOrder() {
        let catalog = tagged(["c", "a", "C", "b", "a", " ", "c"]).arranged()
        #expect(catalog.articles[0].tags == [2, 0, 1])
        #expect(catalog.tags.map(\.name) == ["a", "b", "c"])
    }

    @Test func tagsStandInVietnameseOrder() {
        let catalog = tagged(["Đoàn", "Dân vận", "Ân", "Ăn", "An", "Bà", "Zalo"]).arranged()
        #expect(catalog.tags.map(\.name) == ["An", "Ăn", "Ân", "Bà", "Dân vận", "Đoàn", "Zalo"])
    }

    @Test func onlyListedArticlesCount() {
        var news = tagged(["A"], ["a", "b"], ["a"], ["a", "c"], ["a"])
        news.articles[1].expires = Sample.noon
        news.articles[2].date = Sample.time(25)
        news.articles[3].withdrawal = .sample
        news.articles[4].isDraft = true
        let catalog = news.arranged()
        #expect(catalog.tags.map(\.name) == ["A"] && catalog.tags[0].articles == [0])
        #expect(catalog.articles.map(\.tags) == [[0], [0]])
    }

    @Test func aTagWithoutLettersHasDigits() {
        #expect(tagged(["会议"]).arranged().tags.map(\.slug) == ["the-bcd617cf"])
    }

    private func tagged(_ tags: [String]...) -> Newsroom { Sample.tagged(tags) }
}

extension Sample {
    /// An article with each of these lists of tags, newest first.
    static func tagged(_ tags: [[String]], settings: [TagSetting] = [], addresses: [Address] = []) -> Newsroom
    {
        let articles = tags.enumerated().map { index, tags in
            article("tin-tuc/bai-\(1000 + index).md") {
                $0.tags = tags
                $0.fieldLines = [FieldLine(field: "tags", line: 6)]
            }
        }
        return newsroom(articles, addresses: addresses) { $0.settings.tags = settings }
    }
}
