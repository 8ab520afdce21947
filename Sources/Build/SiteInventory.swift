import Arrange
import Bytes
import Content
package import Diagnostics
package import Model

/// The articles of a site with their states, newest first.
package struct SiteInventory: Sendable {
    package let lines: [InventoryLine]
    package let settings: Settings
    /// The folders of categories, in byte order.
    package let categories: [String]
    /// The ids of articles by every address that they ever had, which is a path without the site's base.
    package let articleAddresses: [String: String]
    /// The earliest moment after T at which the site changes by itself; nil when there is none.
    package let nextDue: Timestamp?
    package let diagnostics: [Diagnostic]

    /// Reads content/ and nothing else; templates and links are not looked at.
    package static func read(_ request: BuildRequest) -> SiteInventory {
        let (newsroom, _, read) = ContentReader.read(
            root: request.root, builtInThemes: BuiltInThemes.files, threads: request.threads)
        var found = read
        let moment = BuildMoment.settle(request, zone: newsroom.settings.zone, &found)
        let options = ArrangeOptions(moment: moment)
        let addresses = ArticleAddress(newsroom.settings)
        let titles = Dictionary(
            newsroom.categories.map { (ExactText($0.folder), $0.title) },
            uniquingKeysWith: { first, _ in first })
        let lines = newsroom.articles.map { article in
            InventoryLine(
                article, article.visibility(options),
                category: titles[ExactText(article.category)] ?? article.category,
                url: newsroom.settings.absoluteURL(addresses.path(of: article)))
        }
        let articles = Set(newsroom.articles.lazy.map(\.id))
        let published = newsroom.addresses.lazy.filter { articles.contains($0.id) }
        return SiteInventory(
            lines: lines.sorted(by: InventoryLine.inOrder), settings: newsroom.settings,
            categories: newsroom.categories.map(\.folder),
            articleAddresses: Dictionary(
                published.map { ($0.url, $0.id) }, uniquingKeysWith: { $1 }),
            nextDue: Arrangement.nextDue(newsroom, options), diagnostics: found)
    }

    /// What site.yaml says; nil when it cannot be read.
    package static func settings(root: String) -> Settings? {
        let reading = SiteReading.read(root: root, builtInThemes: BuiltInThemes.files)
        return reading.isReadable ? reading.settings : nil
    }

    /// The language of the pages of the site in the folder `root`, for what is said before it is read; that
    /// of the defaults when site.yaml cannot be read.
    package static func language(root: String) -> String {
        SiteReading.read(root: root, builtInThemes: BuiltInThemes.files).settings.language
    }
}

package struct InventoryLine: Sendable {
    package let state: Visibility
    package let date: Timestamp
    package let title: String
    /// From the site's folder.
    package let source: String
    package let id: String
    /// The category's title.
    package let category: String
    /// The whole URL; empty when there is nothing at it and nothing to come.
    package let url: String
    package let authors: [String]
    package let tags: [String]

    fileprivate init(_ article: Article, _ state: Visibility, category: String, url: String) {
        self.state = state
        date = article.date
        title = article.title
        source = article.source
        id = article.id
        self.category = category
        authors = article.authors
        tags = article.tags
        let hasNoPage = state == .draft || article.withdrawal?.leavesNotice == false
        self.url = hasNoPage ? "" : url
    }

    fileprivate static func inOrder(_ left: InventoryLine, _ right: InventoryLine) -> Bool {
        left.date != right.date ? left.date > right.date : left.source.precedesInBytes(right.source)
    }
}
