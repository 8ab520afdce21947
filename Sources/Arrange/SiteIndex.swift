import Bytes
package import Model
import Synchronization
import Threads

/// Where everything stands in an arranged site, without what its articles say.
package struct SiteIndex: Sendable {
    package var claims = SourceClaims()
    package var listed = 0
    package var articles = Columns()
    package var tags = Tags()
    /// Indices of articles.
    package var pinned: [Int64] = []
    package var corrected: [Int64] = []
    package var notices: [CatalogNotice] = []
    package var redirects: [CatalogRedirect] = []
    package var queryRedirects: [CatalogRedirect] = []

    /// What there is of each article that has a page, in the order of the site.
    package struct Columns: Sendable {
        package var sources: [Int64] = []
        /// Days since 1970-01-01.
        package var days: [Int64] = []
        package var categories: [Int64] = []
        /// Seconds since 1970.
        package var changes: [Int64] = []
        /// How many of `tags` each has, one after another.
        package var tagCounts: [Int64] = []
        package var tags: [Int64] = []
        package init() {}
    }

    package struct Tags: Sendable {
        package var keys: [String] = []
        package var names: [String] = []
        package var slugs: [String] = []
        package init() {}
    }

    package init() {}

    package init(_ catalog: Catalog, _ claims: SourceClaims) {
        self.claims = claims
        listed = catalog.listedCount
        // Single fields: a copy of an article costs more than all that is kept of it.
        func column(_ field: (Int) -> Int) -> [Int64] { catalog.articles.indices.map { Int64(field($0)) } }
        articles.sources = column { Int(catalog.articles[$0].source) }
        articles.days = column { catalog.articles[$0].date.daysSinceEpoch }
        articles.categories = column { Int(catalog.articles[$0].category) }
        articles.changes = column { catalog.articles[$0].changed.seconds }
        articles.tagCounts = column { catalog.articles[$0].tags.count }
        for index in catalog.articles.indices {
            for tag in catalog.articles[index].tags { articles.tags.append(Int64(tag)) }
        }
        tags.keys = catalog.tags.map(\.key)
        tags.names = catalog.tags.map(\.name)
        tags.slugs = catalog.tags.map(\.slug)
        pinned = catalog.pinned.map { Int64($0) }
        corrected = catalog.corrected.map { Int64($0) }
        (notices, redirects) = (catalog.notices, catalog.redirects)
        queryRedirects = catalog.queryRedirects
    }

    /// The same with the sources at the end, which have come last, at the places `places` among all, which ascend.
    package func movingLast(to places: [Int]) -> SiteIndex {
        guard !places.isEmpty else { return self }
        var index = self
        index.claims.moveLast(to: places)
        // Which of them stands at each place, and then where each stands.
        var order = Array(0..<claims.states.count)
        order.moveLast(to: places)
        var numbers = order
        for (place, source) in order.enumerated() { numbers[source] = place }
        index.articles.sources = articles.sources.map { Int64(numbers[Int($0)]) }
        return index
    }

    /// Puts the articles and the tags into `catalog`.
    fileprivate func fill(_ catalog: inout Catalog) {
        let settings = catalog.settings
        catalog.listedCount = listed
        catalog.tags = zip(zip(tags.keys, tags.names), tags.slugs).map { names, slug in
            CatalogTag(
                key: names.0, name: names.1, slug: slug, url: settings.url(settings.tagPath(slug)),
                articles: [])
        }
        catalog.articles.reserveCapacity(articles.sources.count + 1)
        var start = 0
        for place in articles.sources.indices {
            let end = start + Int(articles.tagCounts[place])
            let tags = articles.tags[start..<end].map { Int32($0) }
            start = end
            if place < listed { for tag in tags { catalog.tags[Int(tag)].articles.append(Int32(place)) } }
            let source = articles.sources[place]
            catalog.articles.append(
                CatalogArticle(
                    source: Int32(source), url: settings.url(claims.paths[Int(source)]),
                    date: CivilDate(daysSinceEpoch: Int(articles.days[place])),
                    category: Int32(articles.categories[place]), tags: tags,
                    changed: Timestamp(seconds: Int(articles.changes[place])), isExpired: place >= listed))
        }
        catalog.pinned = pinned.map { Int32($0) }
        catalog.corrected = corrected.map { Int32($0) }
        (catalog.notices, catalog.redirects) = (notices, redirects)
        catalog.queryRedirects = queryRedirects
    }
}

/// A site to which articles have come.
package struct AddedArrangement: Sendable {
    /// Its files are those that may have come with them; the other articles are filled when they are asked for.
    package let catalog: Catalog
    /// Indices of the catalog.
    package let added: [Int]
    package let claims: SourceClaims
}

extension Arrangement {
    /// Puts the articles of `newsroom` among the earlier ones, which stand where `index` says, and does nothing else again.
    ///
    /// `summary` is that of the site before, nothing has fallen due since, and nothing was said of links, addresses or tags
    /// then. `files` are places of those files in the newsroom that have come with the articles. Nil when something is to be
    /// said now, or when what was there may come out different in another way than by these articles in its lists.
    package static func add(
        _ newsroom: Newsroom, files new: [Int], to index: SiteIndex, _ summary: CatalogSummary,
        _ options: ArrangeOptions
    ) -> AddedArrangement? {
        guard !summary.linksToSleeping, new.isEmpty || newsroom.settings.checks.files != .off else {
            return nil
        }
        var (catalog, links) = restored(newsroom, index, summary, options)
        let linked = links.linked
        var insertion = ArticleInsertion(links, options, index.claims)
        for article in newsroom.articles where !insertion.insertWithoutFiles(article, into: &catalog) {
            return nil
        }
        let first = catalog.earlierCount
        let added = catalog.articles.indices.filter { catalog.articles[$0].source >= first }
        links = insertion.links
        guard !catalog.hasExpired(onDaysOf: added),
            let files = links.files(new, with: newsroom.articles, besides: linked)
        else { return nil }
        catalog.files = files
        catalog.fillings = catalog.earlier.map { LateFillings(links, $0) }
        return AddedArrangement(catalog: catalog, added: added, claims: insertion.claims)
    }

    /// The site as it was before.
    private static func restored(
        _ newsroom: Newsroom, _ index: SiteIndex, _ summary: CatalogSummary, _ options: ArrangeOptions
    ) -> (catalog: Catalog, links: LinkResolver) {
        var newsroom = newsroom
        newsroom.articles = []
        var (catalog, targets) = inParallel(threads: options.threads) { [newsroom] in
            var catalog = newCatalog(newsroom, options)
            catalog.earlier = newsroom.earlier
            catalog.summary = summary
            index.fill(&catalog)
            CategoryList.fill(&catalog)
            PeriodList.fill(&catalog)
            addShelved(DocumentList.make(newsroom, options).documents, newsroom, options, to: &catalog)
            return catalog
        } _: { [newsroom] in
            LinkTargets(
                newsroom, ArticleSorting(states: index.claims.states),
                Permalinks(paths: index.claims.paths, newsroom), options)
        }
        var links = LinkResolver(newsroom, consume targets, AddressLists(catalog))
        links.fillOthers(&catalog)
        links.fillFurniture(&catalog)
        links.forgetDiagnostics()
        return (catalog, links)
    }
}

extension Catalog {
    /// Whether an expired article is of the same day as one of those at `places`: that day may have had no page before, to
    /// which the article could lead.
    fileprivate func hasExpired(onDaysOf places: [Int]) -> Bool {
        articles[listedCount...].contains { expired in places.contains { articles[$0].date == expired.date } }
    }
}

extension LinkResolver {
    /// The files that may have come with `articles`: those that they show and nothing else does, and what lies in their
    /// folders. Nil when one of those at `new` is anything else: others may have waited for it.
    fileprivate func files(
        _ new: [Int], with articles: [Article], besides others: Set<Int>
    ) -> [CatalogFile]? {
        let theirs = linked.subtracting(others)
        let albums = newsroom.albums.compactMap(\.folder)
        let isTheirs = new.allSatisfy { index in
            theirs.contains(index) && newsroom.files[index].path != favicon
                && !albums.contains { newsroom.files[index].lies(below: $0) }
        }
        let folders = articles.compactMap(\.folder)
        return isTheirs
            ? publishedFiles { index in
                theirs.contains(index) || folders.contains { newsroom.files[index].lies(below: $0) }
            } : nil
    }
}

extension SourceFile {
    /// Whether the folder, from content/, or one in it holds the file.
    fileprivate func lies(below folder: String) -> Bool { path.utf8.starts(with: (folder + "/").utf8) }
}

/// What is wrong with links was told when the articles were read.
final class LateFillings: FillingSource {
    private let fills: LateValues<[Fill]>
    private let images: LateValues<CatalogImage?>

    init(_ links: LinkResolver, _ articles: any EarlierArticles) {
        images = LateValues(count: articles.count) { links.knownImage(of: articles[$0]) }
        let links = Mutex(links)
        fills = LateValues(count: articles.count) { index in
            let box = articles[index]
            return box.article.body.holes.isEmpty ? [] : links.withLock { $0.fills(of: box) }
        }
    }

    func fills(of index: Int) -> [Fill] { fills[index] }

    func image(of index: Int) -> CatalogImage? { images[index] }
}
