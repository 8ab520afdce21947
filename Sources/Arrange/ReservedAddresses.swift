import Bytes
import Model

/// The addresses that the portal needs for itself, whether or not a page stands there today.
///
/// Time must not decide: a day's page comes with its first article, and a source that could have its address
/// until then would turn a site that builds into one that does not.
struct ReservedAddresses {
    private let words: PathWords
    private let single: Set<String>
    private let categories: Set<String>

    /// `categories` are the segments that lists of categories have.
    init(_ words: PathWords, categories: Set<String>) {
        self.words = words
        self.categories = categories
        single = [
            "/", "//", "/\(words.siteMap)/", "/\(words.feed)", "/\(words.newsSitemap)", "/sitemap.xml",
            "/404.html",
            "/robots.txt", "/redirects.map",
        ]
    }

    /// Whether `path`, without the site's base, is such an address.
    func contains(_ path: String) -> Bool {
        // Most articles lie deeper than lists do: counting their slashes is all that they cost.
        let depth = path.utf8.count { $0 == UInt8(ascii: "/") }
        let first = path.utf8.dropFirst().prefix { $0 != UInt8(ascii: "/") }
        if first.elementsEqual(words.day.utf8) || first.elementsEqual(words.tag.utf8) { return true }
        if depth > 4 { return false }
        return single.contains(path) || isPartOfSitemap(path) || isPartOfList(path.split(separator: "/"))
    }

    /// `/sitemap-2.xml`.
    private func isPartOfSitemap(_ path: String) -> Bool {
        path.utf8.starts(with: "/sitemap-".utf8) && path.hasSuffix(".xml")
    }

    /// `/tin-tuc/rss.xml`, `/tin-tuc/trang/2/`.
    private func isPartOfList(_ segments: [Substring]) -> Bool {
        guard segments.count > 1, categories.contains(String(segments[0])) else { return false }
        if segments.count == 2 { return segments[1] == words.feed }
        guard segments.count == 3, segments[1] == words.page else { return false }
        return segments[2].utf8.allSatisfy { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }
    }
}
