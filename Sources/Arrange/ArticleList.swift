import Bytes
import Model

/// The articles of the catalog: the listed ones, then the expired ones, each in the site's order.
enum ArticleList {
    static func make(
        _ newsroom: Newsroom, _ sorting: ArticleSorting, _ permalinks: Permalinks,
        _ categories: [CatalogCategory], _ tags: TagList
    ) -> [CatalogArticle] {
        let settings = newsroom.settings
        let numbers = Dictionary(
            uniqueKeysWithValues: zip(categories.map { ExactText($0.folder) }, Int32(0)...))
        var articles: [CatalogArticle] = []
        articles.reserveCapacity(sorting.shown.count)
        for (order, index) in sorting.shown.enumerated() {
            // Field by field: a copy of an article costs thirty reference counts.
            articles.append(
                CatalogArticle(
                    source: Int32(index),
                    url: settings.url(permalinks.paths[index]),
                    date: newsroom.articles[index].date.civil(in: settings.zone).date,
                    category: numbers[ExactText(newsroom.articles[index].category)] ?? 0,
                    tags: tags.ofArticles[order],
                    summary: newsroom.articles[index].summary.isEmpty
                        ? newsroom.articles[index].body.lead : newsroom.articles[index].summary,
                    metadataDigest: newsroom.articles[index].metadataDigest,
                    isExpired: order >= sorting.listed.count))
        }
        return articles
    }
}

enum NoticeList {
    /// The notices of withdrawn articles that leave one, in the site's order.
    static func make(
        _ newsroom: Newsroom, _ sorting: ArticleSorting, _ permalinks: Permalinks
    ) -> [CatalogNotice] {
        sorting.withdrawn.compactMap { index in
            guard let withdrawal = newsroom.articles[index].withdrawal, withdrawal.leavesNotice else {
                return nil
            }
            let url = newsroom.settings.url(permalinks.paths[index])
            return CatalogNotice(url: url, reason: withdrawal.reason, date: withdrawal.date)
        }
    }
}

enum PageList {
    /// The standing pages that are no drafts, by `order:` and then by path.
    static func make(_ newsroom: Newsroom, _ options: ArrangeOptions) -> [CatalogPage] {
        newsroom.pages
            .filter { $0.isShown(options) }
            .sorted { left, right in
                left.menuOrder != right.menuOrder
                    ? left.menuOrder < right.menuOrder : left.path.precedesInBytes(right.path)
            }
            .map {
                CatalogPage(source: $0, url: newsroom.settings.url($0.address), image: nil, fills: [])
            }
    }
}

extension StandingPage {
    /// Pages without an order stand last.
    fileprivate var menuOrder: Int { order == 0 ? .max : order }
}
