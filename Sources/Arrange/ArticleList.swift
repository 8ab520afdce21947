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
                    changed: Article.lastChange(
                        date: newsroom.articles[index].date, updated: newsroom.articles[index].updated,
                        corrected: newsroom.articles[index].correction?.date),
                    metadataDigest: newsroom.articles[index].metadataDigest,
                    isExpired: order >= sorting.listed.count))
        }
        return articles
    }
}

enum CorrectionList {
    /// The articles with a page that were corrected, the newest correction first.
    static func make(_ catalog: Catalog) -> [Int32] {
        let days = catalog.articles.indices.compactMap { index in
            catalog.sources[Int(catalog.articles[index].source)].correction.map {
                (index: Int32(index), day: $0.date)
            }
        }
        return days.sorted { $0.day != $1.day ? $0.day > $1.day : $0.index < $1.index }.map(\.index)
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
