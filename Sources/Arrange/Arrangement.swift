package import Diagnostics
package import Model
internal import Threads

/// What a run asks of Arrange.
package struct ArrangeOptions: Sendable {
    /// The build moment T.
    package var moment: Timestamp
    /// Drafts count as what they will be.
    package var drafts: Bool
    /// What is scheduled counts as published, for whoever looks at it before its time.
    package var scheduled: Bool
    /// Whether the catalog says which addresses are new. A run that publishes nothing has nothing to record.
    package var records: Bool
    /// How many threads may work; the result does not depend on it.
    package var threads: Int

    package init(
        moment: Timestamp, drafts: Bool = false, scheduled: Bool = false, records: Bool = true,
        threads: Int = 1
    ) {
        self.scheduled = scheduled
        self.moment = moment
        self.drafts = drafts
        self.records = records
        self.threads = threads
    }
}

/// Gives every source its place in the site: order, addresses, lists, links.
///
/// Pure: the same newsroom and moment give the same catalog. Linear in articles and list entries, apart
/// from sorting.
package enum Arrangement {
    package static func arrange(
        _ newsroom: Newsroom, _ options: ArrangeOptions
    ) -> (catalog: Catalog, diagnostics: [Diagnostic]) {
        let (catalog, diagnostics, _) = arrangeForMore(newsroom, options)
        return (catalog, diagnostics)
    }

    /// The same for a site to which articles will be added.
    package static func arrangeForMore(
        _ newsroom: Newsroom, _ options: ArrangeOptions
    ) -> (catalog: Catalog, diagnostics: [Diagnostic], insertion: ArticleInsertion) {
        var diagnostics: [Diagnostic] = []
        let sorting = ArticleSorting(newsroom.articles, options, zone: newsroom.settings.zone)
        let (permalinks, tags) = inParallel(threads: options.threads) {
            Permalinks(newsroom, sorting, options)
        } _: {
            TagList.make(newsroom, sorting)
        }
        let (documents, replacements) = DocumentList.make(newsroom, options)
        diagnostics += permalinks.diagnostics + tags.diagnostics + replacements

        // Taken apart at once: whoever else holds the articles makes the first change of one a copy of all.
        var (catalog, (redirects, targets)) = inParallel(threads: options.threads) {
            lists(newsroom, options, sorting, permalinks, tags, documents)
        } _: {
            (
                Redirects(newsroom, sorting, permalinks, options, lines: tags.lines),
                LinkTargets(newsroom, sorting, permalinks, options)
            )
        }
        var links = LinkResolver(newsroom, consume targets, AddressLists(catalog))
        links.fillBodies(&catalog, threads: options.threads)
        links.checkScheduled(sorting.scheduled)
        links.checkScheduled(options)
        links.fillFurniture(&catalog)
        diagnostics += links.diagnostics

        redirects.fill(&catalog)
        diagnostics += redirects.diagnostics
        catalog.files = links.publishedFiles()
        catalog.summary.nextDue = NextDue.after(options.moment, newsroom, sorting)
        catalog.summary.linksToSleeping = links.linksToSleeping
        return (
            catalog, diagnostics,
            ArticleInsertion(links, options, SourceClaims(newsroom, sorting, permalinks))
        )
    }

    /// What has a page of its own, in its order and with its address, and the lists of it.
    private static func lists(
        _ newsroom: Newsroom, _ options: ArrangeOptions, _ sorting: ArticleSorting, _ permalinks: Permalinks,
        _ tags: TagList, _ documents: [CatalogDocument]
    ) -> Catalog {
        var catalog = newCatalog(newsroom, options)
        catalog.summary = sorting.summary
        catalog.tags = tags.tags
        catalog.articles = ArticleList.make(newsroom, sorting, permalinks, catalog.categories, tags)
        catalog.listedCount = sorting.listed.count
        catalog.corrected = CorrectionList.make(catalog)
        catalog.notices = NoticeList.make(newsroom, sorting, permalinks)
        CategoryList.findPinned(&catalog, at: options.moment)
        CategoryList.fill(&catalog)
        PeriodList.fill(&catalog)
        addShelved(documents, newsroom, options, to: &catalog)
        return catalog
    }

    /// What was read, in no order yet.
    static func newCatalog(_ newsroom: Newsroom, _ options: ArrangeOptions) -> Catalog {
        var catalog = Catalog()
        catalog.settings = newsroom.settings
        catalog.moment = options.moment
        catalog.categories = CategoryList.make(newsroom)
        catalog.sources = newsroom.articles
        catalog.bodies = newsroom.bodies
        catalog.counts = newsroom.counts
        return catalog
    }

    /// Adds what has pages of its own besides articles.
    static func addShelved(
        _ documents: [CatalogDocument], _ newsroom: Newsroom, _ options: ArrangeOptions,
        to catalog: inout Catalog
    ) {
        catalog.pages = PageList.make(newsroom, options)
        catalog.documents = documents
        catalog.albums = AlbumList.make(newsroom, options)
        DocumentList.fillLists(&catalog)
    }
}
