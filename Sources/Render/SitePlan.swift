package import Model
package import Templates

/// Lists every file of public/ and says how each is rendered.
package enum SitePlan {
    /// Pure: the same catalog, templates and assets give the same plan and bytes.
    package static func make(
        _ catalog: Catalog, templates: TemplateSet, assets: [PublishedAsset]
    ) -> Plan {
        let world = SiteWorld(catalog, assets: assets)
        var entries = PlanEntries(world)
        entries.addAssets()
        entries.addFiles()
        entries.addArticles()
        entries.addLists()
        entries.addSingles()
        entries.addFeeds()
        entries.addSitemaps()
        entries.addRedirects()
        return Plan(entries: entries.all) { PageRenderer(world, templates) }
    }
}

/// The entries of the plan, in the order in which they are written: what is linked to comes first.
private struct PlanEntries {
    private(set) var all: [PlanEntry] = []
    private let world: SiteWorld
    private var catalog: Catalog { world.catalog }
    private var settings: Settings { world.settings }

    init(_ world: SiteWorld) {
        self.world = world
        all.reserveCapacity(world.catalog.articles.count * 3)
    }

    private mutating func add(_ phase: WritePhase, _ kind: PageKindID, _ subject: Int = 0, page: Int = 1, at url: String) {
        let path = url.utf8.dropFirst(settings.url.basePath.utf8.count)
        let file = String(Substring(path)) + (url.utf8.last == UInt8(ascii: "/") ? "index.html" : "")
        let content = PlanEntry.Content.rendered(kind: kind, subject: Int32(subject), page: Int32(page))
        all.append(PlanEntry(path: file, phase: phase, content: content))
    }

    mutating func addAssets() {
        for asset in world.assets { all.append(PlanEntry(path: asset.path, phase: .assets, content: asset.content)) }
    }

    mutating func addFiles() {
        for file in catalog.files {
            let source = PlanEntry.Content.copied(from: "content/" + file.diskPath)
            all.append(PlanEntry(path: file.path, phase: .assets, content: source))
        }
    }

    mutating func addArticles() {
        for (index, article) in catalog.articles.enumerated() { add(.articles, .article, index, at: article.url) }
        for (index, page) in catalog.pages.enumerated() { add(.articles, .standing, index, at: page.url) }
        for (index, notice) in catalog.notices.enumerated() { add(.articles, .notice, index, at: notice.url) }
    }

    mutating func addLists() {
        for index in catalog.categories.indices { addList(.category, index) }
        for index in catalog.tags.indices { addList(.tag, index) }
        for index in catalog.days.indices { addList(.day, index) }
        for index in catalog.months.indices { addList(.month, index) }
        for index in catalog.years.indices { addList(.year, index) }
    }

    private mutating func addList(_ kind: PageKindID, _ subject: Int) {
        guard let list = ListPages(kind, subject, catalog) else { return }
        for page in 1...list.pageCount {
            add(.lists, kind, subject, page: page, at: list.url(page: page, word: settings.words.page))
        }
    }

    mutating func addSingles() {
        add(.lists, .siteMap, at: settings.url("/\(settings.words.siteMap)/"))
        add(.lists, .notFound, at: settings.url("/404.html"))
        add(.lists, .home, at: settings.url.basePath)
    }

    mutating func addFeeds() {
        add(.lists, .siteFeed, at: settings.url("/\(settings.words.feed)"))
        if settings.feeds.categories {
            for (index, category) in catalog.categories.enumerated() {
                add(.lists, .categoryFeed, index, at: category.url + settings.words.feed)
            }
        }
        if settings.feeds.tags {
            for (index, tag) in catalog.tags.enumerated() { add(.lists, .tagFeed, index, at: tag.url + settings.words.feed) }
        }
    }

    mutating func addSitemaps() {
        let parts = Sitemap.partCount(world)
        if parts == 1 {
            add(.lists, .sitemap, at: settings.url("/sitemap.xml"))
        } else {
            for part in 1...parts { add(.lists, .sitemap, page: part, at: settings.url("/sitemap-\(part).xml")) }
            add(.lists, .sitemapIndex, at: settings.url("/sitemap.xml"))
        }
        add(.lists, .newsSitemap, at: settings.url("/\(settings.words.newsSitemap)"))
        if !catalog.files.contains(where: { $0.path == "robots.txt" }) { add(.lists, .robots, at: settings.url("/robots.txt")) }
    }

    mutating func addRedirects() {
        for (index, redirect) in catalog.redirects.enumerated() { add(.lists, .redirect, index, at: redirect.from) }
        if !catalog.queryRedirects.isEmpty { add(.lists, .redirectMap, at: settings.url("/redirects.map")) }
    }
}
