import Arrange
import Diagnostics
import Model
import Testing

/// A site that is put together from its index and the new articles is the one that arranging everything gives.
struct SiteIndexTests {
    /// Articles as an earlier run read them.
    private final class Earlier: EarlierArticles {
        private let boxes: [ArticleBox]
        init(_ articles: [Article]) { boxes = articles.map(ArticleBox.init) }
        var count: Int { boxes.count }
        subscript(index: Int) -> ArticleBox { boxes[index] }
        func place(at index: Int) -> (path: String, folder: String?) {
            (String(boxes[index].article.source.dropFirst(8)), boxes[index].article.folder)
        }
    }

    private static func article(_ name: String, _ day: Int, _ change: (inout Article) -> Void = { _ in })
        -> Article
    {
        var article = Article()
        (article.source, article.id) = ("content/tin-tuc/\(name).md", "tin-tuc/\(name)")
        (article.category, article.title) = ("tin-tuc", "Bài \(name)")
        article.date = Timestamp(CivilTime(date: CivilDate(year: 2024, month: 5, day: day)!), in: .vietnam)
        article.tags = ["Đại hội"]
        change(&article)
        return article
    }

    private static let options = ArrangeOptions(
        moment: Timestamp(CivilTime(date: CivilDate(year: 2024, month: 6, day: 1)!), in: .vietnam),
        records: true)

    private static func newsroom(_ articles: [Article]) -> Newsroom {
        var newsroom = Newsroom()
        newsroom.settings.url = SiteURL(origin: "https://a.example", basePath: "/")
        newsroom.categories = [
            CategorySource(folder: "tin-tuc", title: "Tin", place: Place(file: "content/tin-tuc"))
        ]
        newsroom.articles = articles
        return newsroom
    }

    private static let old = [
        article("b", 3) {
            $0.pinUntil = Timestamp(CivilTime(date: CivilDate(year: 2030, month: 1, day: 1)!), in: .vietnam)
        },
        article("d", 2) { $0.correction = Correction(date: $0.date, wrong: "1", right: "2") },
        article("f", 1) { $0.isDraft = true },
        article("h", 2) {
            $0.expires = Timestamp(CivilTime(date: CivilDate(year: 2024, month: 5, day: 20)!), in: .vietnam)
        },
        article("k", 1) {
            $0.withdrawal = Withdrawal(reason: "Sai", date: nil, leavesNotice: true)
            $0.aliases = ["/cu/"]
        },
    ]

    /// What is to be the same, in words.
    private static func words(_ catalog: Catalog) -> [String] {
        func id(_ article: CatalogArticle) -> String {
            let source = Int(article.source)
            return source < catalog.earlierCount
                ? catalog.earlier![source].article.id : catalog.sources[source - catalog.earlierCount].id
        }
        return catalog.articles.map {
            "\(id($0)) \($0.url) \($0.date) \($0.category) \($0.tags) \($0.position) \($0.changed) \($0.isExpired)"
        } + catalog.tags.map { "\($0)" } + catalog.categories.map { "\($0)" } + catalog.days.map { "\($0)" }
            + catalog.months.map { "\($0)" } + catalog.years.map { "\($0)" }
            + catalog.redirects.map { "\($0)" } + catalog.notices.map { "\($0)" }
            + ["\(catalog.pinned) \(catalog.corrected) \(catalog.listedCount) \(catalog.summary)"]
            + catalog.newAddresses.map { "\($0)" }
    }

    /// Adds `new` to the old articles, which addresses.csv has already.
    private static func added(_ new: [Article], to old: [Article] = Self.old) -> (
        AddedArrangement?, clean: Catalog
    ) {
        let (before, said, insertion) = Arrangement.arrangeForMore(newsroom(old), options)
        #expect(said.isEmpty)
        var newsroom = newsroom(new)
        newsroom.earlier = Earlier(old)
        newsroom.addresses = before.newAddresses
        let added = Arrangement.add(
            newsroom, files: [], to: SiteIndex(before, insertion.claims), before.summary, options)
        var all = Self.newsroom((old + new).sorted { $0.source < $1.source })
        all.addresses = before.newAddresses
        return (added, Arrangement.arrange(all, options).catalog)
    }

    @Test(arguments: [["a"], ["e"], ["z"], ["a", "e", "z"], ["c", "i"]], [1, 2, 3, 9])
    func theSameComesOut(names: [String], day: Int) throws {
        let new = names.map { Self.article($0, day) }
        let (added, clean) = Self.added(new)
        if day == 2 {
            // The expired one may lead to its day now.
            #expect(added == nil)
            return
        }
        let site = try #require(added)
        #expect(Self.words(site.catalog) == Self.words(clean))
        #expect(site.added.count == names.count)
    }

    @Test(arguments: ["a", "e", "z"])
    func theNextRunFindsSourcesWhereTheyAre(name: String) throws {
        let new = Self.article(name, 9)
        let site = try #require(Self.added([new]).0)
        let all = (Self.old + [new]).sorted { $0.source < $1.source }
        let place = all.firstIndex { $0.source == new.source }!
        let index = SiteIndex(site.catalog, site.claims).movingLast(to: [place])
        let (clean, _, insertion) = Arrangement.arrangeForMore(Self.newsroom(all), Self.options)
        let expected = SiteIndex(clean, insertion.claims)
        #expect(index.articles.sources == expected.articles.sources)
        #expect(index.claims.paths == expected.claims.paths)
        #expect(index.claims.ids == expected.claims.ids)
        #expect(index.claims.states == expected.claims.states)
        #expect(index.claims.aliases == expected.claims.aliases)
    }

    @Test(arguments: [
        article("a", 9) { $0.tags = ["Mới"] }, article("a", 9) { $0.tags = ["đại hội"] },
        article("a", 9) { $0.aliases = ["/x/"] }, article("a", 9) { $0.isDraft = true },
        article("a", 9) { $0.id = "tin-tuc/b" }, article("a", 3) { $0.slug = "bai-b" },
        article("a", 1) { $0.slug = "bai-k" }, article("a", 9) { $0.expires = $0.date },
    ])
    func whatIsNotPlainIsArrangedAnew(_ article: Article) {
        #expect(Self.added([article]).0 == nil)
    }

    @Test func filesAndLinksThatComeAndGo() {
        let (before, _, insertion) = Arrangement.arrangeForMore(Self.newsroom(Self.old), Self.options)
        var newsroom = Self.newsroom([Self.article("a", 9)])
        newsroom.earlier = Earlier(Self.old)
        newsroom.files = [
            SourceFile(path: "x.pdf", diskPath: "x.pdf", size: 1, publication: .always, image: nil)
        ]
        let index = SiteIndex(before, insertion.claims)
        func isAdded(_ files: [Int], _ summary: CatalogSummary) -> Bool {
            Arrangement.add(newsroom, files: files, to: index, summary, Self.options) != nil
        }
        #expect(isAdded([], before.summary))
        // Somebody may have waited for it.
        #expect(!isAdded([0], before.summary))
        var sleeping = before.summary
        sleeping.linksToSleeping = true
        #expect(!isAdded([], sleeping))
    }
}
