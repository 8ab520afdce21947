import Bytes
package import Model
import VietnameseText

/// The catalog as templates read it: what fields say, worked out once for all threads.
///
/// Objects are numbers. Plain ones are indices into the catalog; the others are packed, as `ObjectNumber`
/// says.
final class SiteWorld: Sendable {
    let catalog: Catalog
    let settings: Settings
    let assets: [PublishedAsset]
    let articleDate: DatePattern?
    let listDate: DatePattern?
    let dayDate: DatePattern?
    /// Tags by use: count descending, then in the order of the catalog.
    let tagsByCount: [Int32]
    /// All links of menus and link groups; the children of one link stand together.
    let links: LinkTable
    /// Seconds since 1970, of what was published last; nil as long as nothing was.
    var newestDate: Int? {
        let article = catalog.listedCount == 0 ? nil : self[source: 0].date.seconds
        let document = catalog.documents.map(\.source.shownFrom.seconds).max()
        return [article, document, catalog.albums.first?.source.date.seconds].compactMap(\.self).max()
    }
    /// Listed articles without the pinned ones.
    let unpinned: [Int32]
    private let earlierCount: Int
    /// What has been counted.
    let counts: ViewCounts

    init(_ catalog: Catalog, assets: [PublishedAsset]) {
        self.catalog = catalog
        settings = catalog.settings
        self.assets = assets
        articleDate = Self.compiled(settings.dates.article)
        listDate = Self.compiled(settings.dates.list)
        dayDate = Self.compiled(settings.dates.day)
        tagsByCount = catalog.tags.indices.sorted {
            let counts = (catalog.tags[$0].articles.count, catalog.tags[$1].articles.count)
            return counts.0 != counts.1 ? counts.0 > counts.1 : $0 < $1
        }.map { Int32($0) }
        links = LinkTable(catalog)
        let pinned = Set(catalog.pinned)
        earlierCount = catalog.earlierCount
        unpinned = (0..<Int32(catalog.listedCount)).filter { !pinned.contains($0) }
        counts = ViewCounts(catalog)
    }

    /// What was read of the article at `index` of the catalog. It is read field by field: a copy of the whole
    /// would cost thirty reference counts.
    @inline(__always)
    subscript(source index: Int) -> Article {
        _read {
            let source = Int(catalog.articles[index].source)
            if source < earlierCount, let earlier = catalog.earlier {
                yield earlier[source].article
            } else {
                yield catalog.sources[source - earlierCount]
            }
        }
    }

    /// What lists show of the article: the summary, else the first paragraph.
    func lead(ofArticle index: Int) -> String {
        let summary = self[source: index].summary
        return summary.isEmpty ? self[source: index].body.lead : summary
    }

    /// What fills the holes of the article's body.
    func fills(ofArticle index: Int) -> [Fill] {
        let source = Int(catalog.articles[index].source)
        if source < earlierCount, let late = catalog.fillings { return late.fills(of: source) }
        return catalog.articles[index].fills
    }

    /// The article's picture.
    func image(ofArticle index: Int) -> CatalogImage? {
        let source = Int(catalog.articles[index].source)
        if source < earlierCount, let late = catalog.fillings { return late.image(of: source) }
        return catalog.articles[index].image
    }

    func absolute(_ url: String) -> String {
        url.utf8.first == UInt8(ascii: "/") ? settings.url.origin + url : url
    }

    func text(_ date: Timestamp, _ pattern: DatePattern?) -> String {
        pattern?.string(date, zone: settings.zone) ?? ""
    }

    /// Nil for what is no pattern: Content has refused such a site.yaml already.
    private static func compiled(_ pattern: String) -> DatePattern? {
        do { return try DatePattern(pattern) } catch { return nil }
    }
}

/// A file of the theme as it is published: its name in the theme and its fingerprinted path.
package struct PublishedAsset: Sendable {
    /// From the theme's assets folder: `css/sen.css`.
    package let name: String
    /// From public/: `assets/css/sen.0123456789ab.css`.
    package let path: String
    package let content: PlanEntry.Content

    package init(name: String, path: String, content: PlanEntry.Content) {
        self.name = name
        self.path = path
        self.content = content
    }
}

/// Links as objects: a link's number is its place in `all`.
struct LinkTable: Sendable {
    private(set) var all: [(link: CatalogLink, children: Range<Int>)] = []
    private(set) var menus: [Range<Int>] = []
    private(set) var groups: [Range<Int>] = []

    init(_ catalog: Catalog) {
        menus = catalog.menus.map { add($0.items) }
        groups = catalog.links.map { add($0.items) }
    }

    private mutating func add(_ links: [CatalogLink]) -> Range<Int> {
        let start = all.count
        all += links.map { ($0, 0..<0) }
        for (offset, link) in links.enumerated() where !link.children.isEmpty {
            all[start + offset].children = add(link.children)
        }
        return start..<(start + links.count)
    }
}
