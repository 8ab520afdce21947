import Arrange
import Bytes
import Files
package import Model
import VietnameseText

/// The sources of a site that was planned, for whoever looks after them.
package struct SiteOverview: Sendable {
    package struct Item: Sendable {
        package let title: String
        /// From the site's folder.
        package let file: String
        /// The category's title.
        package let category: String
        package let state: Visibility
        package let date: Timestamp
        /// From the root of the host; nil when the preview has no page of it.
        package let url: String?
    }

    private let catalog: Catalog

    init(_ catalog: Catalog) { self.catalog = catalog }

    package var settings: Settings { catalog.settings }
    package var summary: CatalogSummary { catalog.summary }
    /// In the order of menus.
    package var categories: [(folder: String, title: String)] {
        catalog.categories.map { ($0.folder, $0.title) }
    }

    /// The ids of all articles, drafts among them.
    package var articleIDs: Set<String> { Set(catalog.sources.map(\.id)) }

    /// Whether `file` is an article of the site.
    package func contains(_ file: String) -> Bool {
        catalog.sources.contains { $0.source.utf8.elementsEqual(file.utf8) }
    }

    /// How many articles are in `state`, and the newest `limit` of them whose headline has the words of `text`, with
    /// or without accents.
    package func articles(
        _ state: Visibility, matching text: String = "", limit: Int = .max
    ) -> (count: Int, first: [Item]) {
        let options = ArrangeOptions(moment: catalog.moment)
        let words = Slug.make(text)
        let found = catalog.sources.indices.filter {
            catalog.sources.visibility(at: $0, options) == state
                && (words.isEmpty || Slug.make(catalog.sources[$0].title).contains(words))
        }
        let newest = found.sorted {
            let (left, right) = (catalog.sources[$0].date, catalog.sources[$1].date)
            return left != right
                ? left > right : catalog.sources[$0].source.precedesInBytes(catalog.sources[$1].source)
        }.prefix(limit)
        return (found.count, items(Array(newest)))
    }

    private func items(_ indices: [Int]) -> [Item] {
        let asked = Set(indices)
        var urls: [Int: String] = [:]
        for article in catalog.articles where asked.contains(Int(article.source)) {
            urls[Int(article.source)] = article.url
        }
        let titles = Dictionary(
            catalog.categories.map { (ExactText($0.folder), $0.title) },
            uniquingKeysWith: { first, _ in first })
        let options = ArrangeOptions(moment: catalog.moment)
        return indices.map { index in
            let article = catalog.sources[index]
            return Item(
                title: article.title, file: article.source,
                category: titles[ExactText(article.category)] ?? article.category,
                state: article.visibility(options), date: article.date, url: urls[index])
        }
    }

    /// The largest files that go to public/ as they are: paths from content/ and sizes in bytes, largest first.
    package func largestFiles(root: String, limit: Int) -> [(path: String, size: Int)] {
        let files = catalog.files.map {
            (path: $0.path, size: Int(FileStamp.of(root + "/content/" + $0.diskPath).size))
        }
        return Array(
            files.sorted { $0.size != $1.size ? $0.size > $1.size : $0.path.precedesInBytes($1.path) }
                .prefix(limit))
    }
}
