import Model
import Testing

@Suite struct SitePlanTests {
    @Test func pathsAreUniqueAndPhasesInOrder() {
        let entries = SampleCatalog.plan(of: SampleCatalog.make(articles: 45)).entries
        #expect(Set(entries.map(\.path)).count == entries.count)
        #expect(entries.map(\.phase) == entries.map(\.phase).sorted())
    }

    @Test func listsHaveTheirPages() {
        let paths = SampleCatalog.plan(of: SampleCatalog.make(articles: 45)).entries.map(\.path)
        let pages = paths.filter { $0.hasPrefix("tin-tuc/trang/") || $0 == "tin-tuc/index.html" }
        #expect(pages == ["tin-tuc/index.html"] + (2...5).map { "tin-tuc/trang/\($0)/index.html" })
    }

    @Test func anEmptyCategoryHasOnePage() {
        let paths = SampleCatalog.plan(of: SampleCatalog.make(articles: 0)).entries.map(\.path)
        #expect(paths.filter { $0.hasPrefix("tin-tuc/") && $0.hasSuffix(".html") } == ["tin-tuc/index.html"])
    }

    @Test func theBasePathIsNoFolder() {
        var catalog = SampleCatalog.make(articles: 1)
        catalog.settings.url = SiteURL(origin: "https://a.example", basePath: "/b/c/")
        catalog.categories[0].url = "/b/c/tin-tuc/"
        catalog.articles[0].url = "/b/c/tin-tuc/2024/06/bai-0/"
        let paths = SampleCatalog.plan(of: catalog).entries.map(\.path)
        #expect(paths.contains("tin-tuc/2024/06/bai-0/index.html"))
        #expect(paths.contains("index.html"))
        #expect(paths.allSatisfy { !$0.hasPrefix("b/") && !$0.hasPrefix("/") })
    }
}
