package import Model

/// The addresses of articles taken one by one: what `Permalinks` gives all of them together.
package struct ArticleAddress: Sendable {
    private let pattern: PermalinkPattern
    private let zone: ZoneOffset

    package init(_ settings: Settings) {
        pattern = PermalinkPattern(settings.permalink)
        zone = settings.zone
    }

    /// The path without the site's base that `article` has, or will have once it is published.
    package func path(of article: Article) -> String {
        let category = AddressSegment.category(article.category)
        return pattern.path(ofArticleAt: 0, [article], category: category, zone: zone)
    }

    /// The slug that stands in the address of `article` when its front matter has none.
    package static func slug(of article: Article) -> String {
        article.slug ?? AddressSegment.make(article.title, orHashOf: article.id, "bai-")
    }
}

extension StandingPage {
    /// The path of its URL without the site's base.
    package var addressPath: String { address }
}
