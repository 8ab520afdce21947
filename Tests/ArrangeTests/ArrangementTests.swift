import Arrange
import Diagnostics
import Model
import Testing

@Suite struct ArrangementTests {
    /// Neither the passing of time nor a withdrawal turns a site that builds into one that does not.
    @Test(arguments: 0..<60) func timeAndWithdrawalsFindNoErrors(seed: Int) {
        var chance = Chance(seed: UInt64(seed))
        var news = RandomNews.make(&chance)
        let days = (0..<12).map { Sample.time(1 + 3 * $0 % 28, 6, month: 6 + 3 * $0 / 28) }
        guard let first = days.firstIndex(where: { !news.hasErrors(at: $0) }) else { return }
        for day in days[first...] {
            #expect(news.report(at: day).contains("error:") == false, "seed \(seed)")
        }
        for _ in 0..<6 {
            let index = chance.next(news.articles.count)
            news.articles[index].withdrawal = chance.next(2) == 0 ? .sample : .silent
            let report = news.report(at: days[first + chance.next(days.count - first)])
            #expect(!report.contains("error:"), "seed \(seed), without \(news.articles[index].id)\n\(report)")
        }
    }

    /// The test above says something only when sites without errors are common and have all kinds of links.
    @Test func randomNewsroomsMostlyBuild() {
        let newsrooms = (0..<60).map { seed in
            var chance = Chance(seed: UInt64(seed))
            return RandomNews.make(&chance)
        }
        #expect(newsrooms.count { !$0.hasErrors(at: Sample.time(1, 6)) } >= 45)
        let reports = newsrooms.map { $0.report(at: Sample.time(10, 6)) }
        #expect(reports.count { $0.contains("is not due yet") } >= 20)
        #expect(reports.count { $0.contains("is withdrawn") } >= 20)
    }

    @Test(arguments: 0..<20) func theOrderOfArticlesDoesNotMatter(seed: Int) {
        var chance = Chance(seed: UInt64(seed))
        var news = RandomNews.make(&chance)
        let expected = Description(news.arranged())
        for _ in 0..<3 {
            for index in news.articles.indices.dropFirst() {
                news.articles.swapAt(index, chance.next(index + 1))
            }
            #expect(Description(news.arranged()) == expected)
        }
    }

    @Test func nothingAtAll() {
        let catalog = Newsroom().arranged()
        #expect(catalog.articles.isEmpty && catalog.categories.isEmpty && catalog.summary.nextDue == nil)
        #expect(Newsroom().report() == "")
    }

    @Test func theMomentAndTheSettingsAreHandedOn() {
        let catalog = Sample.newsroom { $0.settings.title = "Cổng" }.arranged(at: Sample.time(3))
        #expect(catalog.moment == Sample.time(3) && catalog.settings.title == "Cổng")
    }

    /// 10,000 articles, each with a broken link and a link into one long page: looking through all others for
    /// each of them would take hours.
    @Test(.timeLimit(.minutes(2))) func tenThousandArticles() {
        let articles = (0..<10_000).map { number in
            Sample.article("tin-tuc/bai-so-\(number).md", Sample.time(1 + number % 18)) {
                $0.tags = ["Thẻ \(number % 700)", "Đoàn", "Riêng \(number)"]
                $0.body = Body(links: ["bay-so-\(number).md", "bai-so-0.md#muc-\(number % 1000)"])
                if number == 0 { $0.body.anchors = (0..<1000).map { "muc-\($0)" } }
            }
        }
        let result = Arrangement.arrange(Sample.newsroom(articles), ArrangeOptions(moment: Sample.noon))
        #expect(result.catalog.listedCount == 10_000 && result.catalog.tags.count == 10_701)
        #expect(result.catalog.days.count == 18 && result.diagnostics.count == 10_000)
        let guessed = result.diagnostics.count {
            $0.problem.remedy(in: .english)?.hasPrefix("did you mean") ?? false
        }
        // The two halves in which bodies are filled guess by themselves.
        #expect(guessed == 2 * 20)
    }
}

/// Everything of a catalog that shows, as text.
private struct Description: Equatable {
    private let lines: [String]

    init(_ catalog: Catalog) {
        lines =
            catalog.articles.map {
                "\(catalog.sources[Int($0.source)].id) \($0.url) \($0.tags) \($0.position) \($0.fills.texts)"
            }
            + catalog.categories.map { "\($0.folder) \($0.articles) \($0.pinned)" }
            + catalog.tags.map { "\($0.key) \($0.name) \($0.url) \($0.articles)" }
            + (catalog.days + catalog.months + catalog.years).map { "\($0.url) \($0.articles) \($0.parts)" }
            + catalog.notices.map(\.url) + catalog.redirects.map { "\($0.from) \($0.to)" }
            + catalog.newAddresses.map { "\($0.id),\($0.url)" } + catalog.files.map(\.path)
            + [catalog.menus, catalog.pinned, catalog.banners.map(\.url), catalog.slogans].map { "\($0)" }
            + ["\(String(describing: catalog.summary.nextDue))"]
    }
}

/// A small random newsroom with links of all kinds among dated articles.
private enum RandomNews {
    static func make(_ chance: inout Chance) -> Newsroom {
        let count = 12 + chance.next(14)
        var articles = (0..<count).map { article($0, &chance) }
        for index in articles.indices { articles[index].body = body(&chance, count: count) }
        let files = articles.compactMap(\.folder).flatMap {
            [Sample.file($0 + "/anh.jpg"), Sample.file($0 + "/tep.docx", .whenLinked)]
        }
        let page = Sample.page("gioi-thieu") { $0.body = body(&chance, count: count) }
        return Sample.newsroom(articles, pages: [page], files: files) { news in
            news.settings.pages.list = 3
            news.settings.checks.files = .error
            let place = Place(file: "site.yaml")
            let items = (0..<3).map { _ in
                MenuItem(title: "x", target: link(&chance, count: count), children: [], place: place)
            }
            news.settings.menus = [Menu(name: "main", items: items)]
            news.settings.banners = (0..<2).map { number in
                let window = Window(from: Sample.time(5 + 9 * number), until: Sample.time(10 + 9 * number))
                let target = link(&chance, count: count)
                return Banner(
                    slot: "a", image: "t/0/anh.jpg", alt: "", target: target, window: window, place: place)
            }
        }
    }

    private static func article(_ number: Int, _ chance: inout Chance) -> Article {
        let path = number % 3 == 0 ? "t/\(number)/index.md" : "t/\(number).md"
        return Sample.article(path, Sample.time(1 + chance.next(28))) { article in
            article.title = "Bài \(number)"
            article.tags = (0..<chance.next(3)).map { _ in ["Bà", "Bá", "Ba", "Đoàn", "đoàn"][chance.next(5)]
            }
            article.aliases = ["/cu-\(number)/"]
            article.body.anchors = ["muc"]
            if chance.next(4) == 0 {
                article.expires = Sample.time(article.date.civil(in: .vietnam).date.day, month: 7)
            }
            if chance.next(6) == 0 { article.withdrawal = .sample }
            if chance.next(4) == 0 { article.image = Picture(path: "/t/0/anh.jpg", alt: "", caption: "") }
        }
    }

    private static func body(_ chance: inout Chance, count: Int) -> Body {
        Body(links: (0..<chance.next(4)).map { _ in "/" + link(&chance, count: count) }, anchors: ["muc"])
    }

    /// From content/; now and then one that leads nowhere.
    private static func link(_ chance: inout Chance, count: Int) -> String {
        let number = chance.next(count)
        let source = number % 3 == 0 ? "t/\(number)/index.md" : "t/\(number).md"
        switch chance.next(160) {
        case 0: return "khong-co/"
        case 1..<30: return source
        case 30..<40: return source + "#muc"
        case 40..<50: return "t/2024/06/bai-\(number)/"
        case 50..<60: return "the/ba/"
        case 60..<70: return "ngay/2024/06/"
        case 70..<80: return "t/trang/\(2 + chance.next(3))/"
        case 80..<90: return "cu-\(number)"
        case 90..<100: return number % 3 == 0 ? "t/\(number)/tep.docx" : "t/"
        default:
            return ["", "so-do/", "trang/gioi-thieu.md", "gioi-thieu/"][chance.next(4)]
        }
    }
}

/// A generator of the same numbers on every machine.
private struct Chance {
    private var state: UInt64

    init(seed: UInt64) { state = seed &* 7919 &+ 17 }

    /// 0 to `bound` - 1.
    mutating func next(_ bound: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int(state >> 33) % bound
    }
}
