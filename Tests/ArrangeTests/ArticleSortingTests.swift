import Arrange
import Model
import Testing

@Suite struct ArticleSortingTests {
    @Test func newestFirstThenByBytesOfTheID() {
        let articles = [
            Sample.article("tin-tuc/b.md", Sample.time(18)),
            Sample.article("tin-tuc/a-b.md", Sample.time(18)),
            Sample.article("tin-tuc/a/c.md", Sample.time(18)),
            Sample.article("tin-tuc/z.md", Sample.time(18, 1)),
            Sample.article("tin-tuc/đ.md", Sample.time(18)),
            Sample.article("hoat-dong/z.md", Sample.time(18)),
            Sample.article("tin-tuc/B.md", Sample.time(17, 23)),
        ]
        let expected = [
            "tin-tuc/z", "hoat-dong/z", "tin-tuc/a-b", "tin-tuc/a/c", "tin-tuc/b", "tin-tuc/đ", "tin-tuc/B",
        ]
        for turn in articles.indices {
            let catalog = Sample.newsroom(Array(articles[turn...] + articles[..<turn])).arranged()
            #expect(catalog.articleIDs == expected)
        }
    }

    @Test func idsOfOneSpellingInTwoFormsHaveAnOrder() {
        let articles = [Sample.article("tin-tuc/ả.md"), Sample.article("tin-tuc/a\u{309}.md")]
        let order = [articles, articles.reversed()].map { articles in
            let news = Sample.newsroom(articles) { $0.settings.permalink = "/:category/:id/" }
            return news.arranged().articleIDs.map { Array($0.utf8) }
        }
        #expect(order[0] == order[1])
    }

    @Test(arguments: states) func visibility(row: State) {
        let article = Sample.article("tin-tuc/a.md", Sample.time(19, 8), row.change)
        let options = ArrangeOptions(moment: row.moment, drafts: row.drafts)
        #expect(article.visibility(options) == row.expected, "\(row.name)")
    }

    struct State: Sendable {
        let name: String
        var moment = Sample.noon
        var drafts = false
        let expected: Visibility
        let change: @Sendable (inout Article) -> Void
    }

    private static let states = [
        State(name: "at its date", moment: Sample.time(19, 8), expected: .published) { _ in },
        State(name: "before its date", moment: Sample.time(19, 7), expected: .scheduled) { _ in },
        State(name: "until it expires", expected: .published) { $0.expires = Sample.time(19, 13) },
        State(name: "at its end", expected: .expired) { $0.expires = Sample.noon },
        State(name: "ends before it begins", moment: Sample.time(19, 7), expected: .scheduled) {
            $0.expires = Sample.time(19, 6)
        },
        State(name: "ended before it began", expected: .expired) { $0.expires = Sample.time(19, 6) },
        State(name: "draft", expected: .draft) { $0.isDraft = true },
        State(name: "a draft is nothing else", expected: .draft) {
            $0.isDraft = true
            $0.expires = Sample.time(19, 9)
            $0.withdrawal = .sample
        },
        State(name: "draft, shown", drafts: true, expected: .published) { $0.isDraft = true },
        State(name: "scheduled draft, shown", moment: Sample.time(18), drafts: true, expected: .scheduled) {
            $0.isDraft = true
        },
        State(name: "withdrawn draft, shown", drafts: true, expected: .withdrawn) {
            $0.isDraft = true
            $0.withdrawal = .sample
        },
        State(name: "withdrawn", expected: .withdrawn) { $0.withdrawal = .sample },
        State(name: "withdrawn before its date", moment: Sample.time(18), expected: .withdrawn) {
            $0.withdrawal = .sample
        },
        State(name: "withdrawn after its end", expected: .withdrawn) {
            $0.withdrawal = .sample
            $0.expires = Sample.time(19, 9)
        },
    ]

    @Test func countsEveryState() {
        let summary = Newsroom.ofEveryState.arranged().summary
        #expect(summary.published == 1 && summary.drafts == 1 && summary.scheduled == 1)
        #expect(summary.expired == 1 && summary.withdrawn == 2)
    }
}

extension Withdrawal {
    static let sample = Withdrawal(reason: "sai thông tin", date: Sample.time(19, 10), leavesNotice: true)
    static let silent = Withdrawal(reason: "theo yêu cầu", date: nil, leavesNotice: false)
}

extension Newsroom {
    /// One article of each state, each in a folder of its own with a picture beside it.
    static var ofEveryState: Newsroom {
        let articles = [
            Sample.article("tin-tuc/draft/index.md") { $0.isDraft = true },
            Sample.article("tin-tuc/expired/index.md") { $0.expires = Sample.noon },
            Sample.article("tin-tuc/none/index.md") { $0.withdrawal = .silent },
            Sample.article("tin-tuc/published/index.md"),
            Sample.article("tin-tuc/scheduled/index.md", Sample.time(20)),
            Sample.article("tin-tuc/withdrawn/index.md") { $0.withdrawal = .sample },
        ]
        return Sample.newsroom(articles, files: articles.map { Sample.file("\($0.id)/anh.jpg") }) {
            for index in $0.articles.indices { $0.articles[index].tags = ["Đoàn"] }
        }
    }
}
