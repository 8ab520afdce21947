import Bytes
import Model

/// What has been counted of the articles of a catalog.
struct ViewCounts {
    /// Listed articles, the most read first.
    let mostRead: [Int32]
    /// By index of the article; empty when nobody counts.
    private let views: [Int]

    init(_ catalog: Catalog) {
        guard let counts = catalog.counts else {
            (mostRead, views) = ([], [])
            return
        }
        let ranks = Dictionary(zip(counts.mostRead.ids.map(ExactText.init), 0...)) { first, _ in first }
        var ranked: [(rank: Int, article: Int32)] = []
        var views: [Int] = []
        views.reserveCapacity(catalog.articles.count)
        for index in catalog.articles.indices {
            let (id, before) = catalog.withSource(ofArticle: index) { (ExactText($0.id), $0.baselineViews) }
            views.append((counts.articles[id] ?? 0) + before)
            if index < catalog.listedCount, let rank = ranks[id] { ranked.append((rank, Int32(index))) }
        }
        self.views = views
        mostRead = ranked.sorted { $0.rank < $1.rank }.map(\.article)
    }

    /// All views of an article, those of older counters included; nil when nobody counts.
    subscript(article: Int) -> Int? { views.isEmpty ? nil : views[article] }
}
