import Bytes
import Model

/// The addresses that the portal needs for itself, whether or not a page stands there today.
///
/// Time must not decide: a day's page comes with its first article, and a source that could have its address
/// until then would turn a site that builds into one that does not.
struct ReservedAddresses {
    private let words: PathWords
    private let hasPrintPages: Bool
    private let single: Set<String>
    private let categories: Set<String>

    /// `folders` are those of the categories.
    init(_ settings: Settings, folders: [String]) {
        words = settings.words
        hasPrintPages = settings.printPages
        categories = Set(folders.map(AddressSegment.category))
        single = [
            "/", "//", "/\(words.siteMap)/", "/\(words.feed)", "/\(words.newsSitemap)", "/sitemap.xml",
            "/404.html",
            "/robots.txt", "/redirects.map",
        ]
    }

    /// Whether `path`, without the site's base, is such an address.
    func contains(_ path: String) -> Bool {
        let first = path.utf8.dropFirst().prefix { $0 != UInt8(ascii: "/") }
        if [words.day, words.tag, words.fragment].contains(where: { first.elementsEqual($0.utf8) }) {
            return true
        }
        if single.contains(path) || isPartOfSitemap(path) || isPrintPage(path) { return true }
        let rest = path.utf8.dropFirst(first.count + 2)
        if first.elementsEqual(words.documents.utf8), isPartOfDocuments(rest) { return true }
        if first.elementsEqual(words.albums.utf8), rest.isEmpty || isPartOfList(rest) { return true }
        return isPartOfList(rest) && categories.contains { first.elementsEqual($0.utf8) }
    }

    /// `/gioi-thieu/in/`, whether or not there is something to be printed: that may come.
    private func isPrintPage(_ path: String) -> Bool {
        guard hasPrintPages else { return false }
        let segments = path.utf8.split(separator: UInt8(ascii: "/"))
        return segments.count > 1 && segments.last?.elementsEqual(words.print.utf8) == true
    }

    /// `/sitemap-2.xml`.
    private func isPartOfSitemap(_ path: String) -> Bool {
        path.utf8.starts(with: "/sitemap-".utf8) && path.hasSuffix(".xml")
    }

    /// What follows `/van-ban/` in `/van-ban/loai/…/` and in pages of lists.
    private func isPartOfDocuments(_ rest: Substring.UTF8View) -> Bool {
        if rest.isEmpty || isPartOfList(rest) { return true }
        if rest.elementsEqual(Settings.documentIndexName.utf8) { return true }
        let second = rest.prefix { $0 != UInt8(ascii: "/") }
        return [CatalogDocumentList.Kind.type, .issuer, .year].contains {
            second.elementsEqual($0.word.utf8)
        }
    }

    /// What follows `/tin-tuc/` in `/tin-tuc/rss.xml` and `/tin-tuc/trang/2/`.
    private func isPartOfList(_ rest: Substring.UTF8View) -> Bool {
        if rest.elementsEqual(words.feed.utf8) { return true }
        guard rest.starts(with: words.page.utf8) else { return false }
        let number = rest.dropFirst(words.page.utf8.count)
        guard number.count > 2, number.first == UInt8(ascii: "/"), number.last == UInt8(ascii: "/") else {
            return false
        }
        return number.dropFirst().dropLast().allSatisfy { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }
    }
}
