package import Bytes

/// The arranged site: the value between Arrange and Render.
///
/// Everything refers to everything by index, so that the value has no cycles and can be shared between
/// threads. Articles stand in the order of the whole site (date descending, then id ascending): a list of
/// ascending article indices is a list in that order, and a day, a month and a year are ranges of it.
package struct Catalog: Sendable {
    /// The hours an article stays in the news sitemap.
    package static let newsHours = 48

    package var settings = Settings()
    /// The build moment T. Nothing prints it.
    package var moment = Timestamp(seconds: 0)

    /// Articles that were not read again: the first sources. Nil in most runs.
    package var earlier: (any EarlierArticles)?
    /// All other articles that were read, with page or without.
    package var sources: [Article] = []
    /// Makes those of their bodies that are not loaded.
    package var bodies: (any BodySource)?
    /// Fills the earlier articles; nil when there are none.
    package var fillings: (any FillingSource)?
    /// Articles that have a page: the listed ones first (`listedCount` of them), then the expired ones.
    package var articles: [CatalogArticle] = []
    package var listedCount = 0
    /// In the order of menus: by `order:`, then by title, then by folder.
    package var categories: [CatalogCategory] = []
    /// By the Vietnamese order of their names.
    package var tags: [CatalogTag] = []
    /// Newest first; each holds at least one article.
    package var days: [CatalogPeriod] = []
    package var months: [CatalogPeriod] = []
    package var years: [CatalogPeriod] = []
    package var pages: [CatalogPage] = []
    /// Official documents, by day of issue, newest first, then by id.
    package var documents: [CatalogDocument] = []
    /// The list of all documents first, then those by type, by issuer and by year; empty without documents.
    package var documentLists: [CatalogDocumentList] = []
    /// Photo albums, newest first, then by id.
    package var albums: [CatalogAlbum] = []
    package var notices: [CatalogNotice] = []
    /// Pages that lead to another address, by path.
    package var redirects: [CatalogRedirect] = []
    /// Old addresses with a query, for the web server's map, by address.
    package var queryRedirects: [CatalogRedirect] = []
    /// Files to copy, in byte order of their paths.
    package var files: [CatalogFile] = []
    /// Articles pinned at T, in order.
    package var pinned: [Int32] = []
    /// Articles with a page that were corrected, the newest correction first.
    package var corrected: [Int32] = []
    package var menus: [CatalogMenu] = []
    package var links: [CatalogLinkGroup] = []
    package var slogans: [String] = []
    package var banners: [CatalogBanner] = []
    /// The logo's URL; empty when there is none.
    package var logo = ""
    /// The favicon's URL; empty when content/ has none.
    package var favicon = ""
    package var feedback = ""
    /// What counters have counted; nil when nobody counts.
    package var counts: Counts?
    /// Lines that addresses.csv gets before public/ is written, sorted.
    package var newAddresses: [Address] = []
    package var summary = CatalogSummary()

    package init() {}

    /// How many articles are the first sources because they were not read again.
    package var earlierCount: Int { earlier?.count ?? 0 }

    /// Hands over what was read of the article at `index` of `articles`, which is not copied.
    package func withSource<Value>(ofArticle index: Int, _ use: (Article) -> Value) -> Value {
        let source = Int(articles[index].source)
        if source < earlierCount, let earlier { return use(earlier[source].article) }
        return use(sources[source - earlierCount])
    }
}

/// What a run reports about the site as a whole.
package struct CatalogSummary: Sendable {
    package var published = 0
    package var drafts = 0
    package var scheduled = 0
    package var expired = 0
    package var withdrawn = 0
    /// The earliest moment after T at which the site changes by itself.
    package var nextDue: Timestamp?
    /// Ids whose address changed: old and new.
    package var moved: [CatalogMove] = []
    /// Whether some link leads to a page that is not there now and is at other times.
    package var linksToSleeping = false

    package init() {}
}

package struct CatalogMove: Sendable {
    package let id: String
    package let from: String
    package let to: String
    package init(id: String, from: String, to: String) {
        self.id = id
        self.from = from
        self.to = to
    }
}

/// The state of a source at T.
package enum Visibility: String, Sendable, CaseIterable {
    case draft
    case scheduled
    case published
    case expired
    case withdrawn
}

package struct CatalogArticle: Sendable {
    /// The index of what was read, among all sources of the catalog.
    package var source: Int32
    /// With the site's base path: `/tin-tuc/2024/06/slug/`.
    package var url: String
    package var date: CivilDate
    package var category: Int32
    /// Indices of tags, in the order of the front matter.
    package var tags: [Int32]
    /// The position in its category's list; -1 for an expired article.
    package var position: Int32
    package var image: CatalogImage?
    package var fills: [Fill]
    /// When what readers see of it was last changed.
    package var changed: Timestamp
    /// That of its source, see `Article.metadataDigest`: most pages that show an article need no more of it.
    package var metadataDigest: ContentHash
    package var isExpired: Bool

    package init(
        source: Int32, url: String, date: CivilDate, category: Int32, tags: [Int32] = [],
        position: Int32 = -1, image: CatalogImage? = nil, fills: [Fill] = [], changed: Timestamp,
        metadataDigest: ContentHash = .unknown, isExpired: Bool = false
    ) {
        self.source = source
        self.url = url
        self.date = date
        self.category = category
        self.tags = tags
        self.position = position
        self.image = image
        self.fills = fills
        self.changed = changed
        self.metadataDigest = metadataDigest
        self.isExpired = isExpired
    }
}

/// Fills articles that were not read again, each when it is asked for: by their places among all sources.
package protocol FillingSource: AnyObject, Sendable {
    func fills(of index: Int) -> [Fill]
    func image(of index: Int) -> CatalogImage?
}

package struct CatalogImage: Sendable {
    package let url: String
    package let alt: String
    package let caption: String
    package let size: ImageSize?
    package init(url: String, alt: String, caption: String, size: ImageSize?) {
        self.url = url
        self.alt = alt
        self.caption = caption
        self.size = size
    }
}

package struct CatalogCategory: Sendable {
    package let folder: String
    package var title: String
    package var description: String
    package var url: String
    package var pageSize: Int
    /// Indices of listed articles, ascending: newest first.
    package var articles: [Int32] = []
    package var pinned: [Int32] = []

    package init(folder: String, title: String, description: String, url: String, pageSize: Int) {
        self.folder = folder
        self.title = title
        self.description = description
        self.url = url
        self.pageSize = pageSize
    }
}

package struct CatalogTag: Sendable {
    package let key: String
    package var name: String
    package var slug: String
    package var url: String
    package var articles: [Int32]

    package init(key: String, name: String, slug: String, url: String, articles: [Int32]) {
        self.key = key
        self.name = name
        self.slug = slug
        self.url = url
        self.articles = articles
    }
}

/// A day, a month or a year that has listed articles.
package struct CatalogPeriod: Sendable {
    /// The newest of its days that has news.
    package let date: CivilDate
    package let url: String
    /// Indices of its articles.
    package let articles: Range<Int>
    /// Indices of the months of a year, or of the days of a month; empty for a day.
    package var parts: Range<Int>

    package init(date: CivilDate, url: String, articles: Range<Int>, parts: Range<Int> = 0..<0) {
        self.date = date
        self.url = url
        self.articles = articles
        self.parts = parts
    }
}

/// A standing page.
package struct CatalogPage: Sendable {
    package var source: StandingPage
    package var url: String
    package var image: CatalogImage?
    package var fills: [Fill]
    package init(source: StandingPage, url: String, image: CatalogImage?, fills: [Fill]) {
        self.source = source
        self.url = url
        self.image = image
        self.fills = fills
    }
}

/// The page that stands in for a withdrawn article.
package struct CatalogNotice: Sendable {
    package let url: String
    package let reason: String
    package let date: Timestamp?
    package init(url: String, reason: String, date: Timestamp?) {
        self.url = url
        self.reason = reason
        self.date = date
    }
}

package struct CatalogRedirect: Sendable {
    /// The old address with the base path; a query only in the server's map.
    package let from: String
    package let to: String
    package init(from: String, to: String) {
        self.from = from
        self.to = to
    }
}

package struct CatalogFile: Sendable {
    /// The path in public/.
    package let path: String
    /// The path in content/, as the disk spells it.
    package let diskPath: String
    package init(path: String, diskPath: String) {
        self.path = path
        self.diskPath = diskPath
    }
}

package struct CatalogMenu: Sendable {
    package let name: String
    package let items: [CatalogLink]
    package init(name: String, items: [CatalogLink]) {
        self.name = name
        self.items = items
    }
}

package struct CatalogLink: Sendable {
    package let title: String
    package let url: String
    package let children: [CatalogLink]
    package init(title: String, url: String, children: [CatalogLink] = []) {
        self.title = title
        self.url = url
        self.children = children
    }
}

package struct CatalogLinkGroup: Sendable {
    package let title: String
    package let items: [CatalogLink]
    package init(title: String, items: [CatalogLink]) {
        self.title = title
        self.items = items
    }
}

package struct CatalogBanner: Sendable {
    package let slot: String
    package let image: CatalogImage
    package let url: String
    package init(slot: String, image: CatalogImage, url: String) {
        self.slot = slot
        self.image = image
        self.url = url
    }
}
