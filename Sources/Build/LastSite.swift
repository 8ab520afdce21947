import Arrange
import Bytes
import Content
import Model
import Output
import Threads

/// `.bantin/site-….cache`: where everything stands in the site that the last build of one request made.
///
/// `LastRun` has its hash: it tells whether it is of that run.
enum LastSite {
    /// About as many as there are for each.
    private static let bytesOfASource = 192
    private static let cache = RunCache(kind: "site", mark: 0x3130_6574_6973_6E62)

    /// The site with this hash; nil when it is not there any more.
    static func index(_ request: BuildRequest, _ hash: ContentHash) -> SiteIndex? {
        cache.read(request) { record, found in found == hash ? record.siteIndex() : nil }
    }

    /// Remembers a site while the caller goes on, and gives its hash. Its last sources belong at the places `places` among
    /// all.
    static func beginRemembering(
        _ request: BuildRequest, _ catalog: Catalog, _ claims: SourceClaims, movingLast places: [Int] = []
    ) -> Background<Result<ContentHash, OutputFailure>> {
        Background {
            Result { () throws(OutputFailure) in
                var writer = RecordWriter(capacity: claims.paths.count * bytesOfASource)
                writer.write(SiteIndex(catalog, claims).movingLast(to: places))
                return try cache.write(request, writer)
            }
        }
    }
}

extension RecordWriter {
    fileprivate mutating func write(_ index: SiteIndex) {
        write(column: index.claims.states.map { Int64(Visibility.allCases.firstIndex(of: $0) ?? 0) })
        write(column: index.claims.ids)
        write(index.claims.paths)
        write(index.claims.aliases)
        write(index.listed)
        for column in [
            index.articles.sources, index.articles.days, index.articles.categories, index.articles.changes,
            index.articles.tagCounts, index.articles.tags, index.pinned, index.corrected,
        ] { write(column: column) }
        for texts in [index.tags.keys, index.tags.names, index.tags.slugs] { write(texts) }
        write(all: index.notices) { writer, notice in
            writer.write(notice.url)
            writer.write(notice.reason)
            writer.write(notice.date)
        }
        for redirects in [index.redirects, index.queryRedirects] {
            write(redirects.map(\.from))
            write(redirects.map(\.to))
        }
    }
}

extension RecordReader {
    fileprivate mutating func siteIndex() -> SiteIndex {
        var index = SiteIndex()
        index.claims.states = column().map { Visibility.allCases[Int($0)] }
        index.claims.ids = column()
        index.claims.paths = texts()
        index.claims.aliases = texts()
        index.listed = number()
        index.articles.sources = column()
        index.articles.days = column()
        index.articles.categories = column()
        index.articles.changes = column()
        index.articles.tagCounts = column()
        index.articles.tags = column()
        (index.pinned, index.corrected) = (column(), column())
        (index.tags.keys, index.tags.names, index.tags.slugs) = (texts(), texts(), texts())
        index.notices = all { CatalogNotice(url: $0.text(), reason: $0.text(), date: $0.optionalMoment()) }
        index.redirects = redirects()
        index.queryRedirects = redirects()
        return index
    }

    private mutating func redirects() -> [CatalogRedirect] {
        zip(texts(), texts()).map { CatalogRedirect(from: $0, to: $1) }
    }
}
