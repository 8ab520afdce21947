internal import Bytes
package import Model
package import Templates
internal import Threads

/// Lists every file of public/ and says how each is rendered.
package enum SitePlan {
    /// Pure: the same catalog, templates and assets give the same plan and bytes, on any number of `threads`.
    package static func make(
        _ catalog: Catalog, templates: TemplateCopies, assets: [PublishedAsset], threads: Int = 1
    ) -> Plan {
        let world = SiteWorld(catalog, assets: assets)
        let fragments = templates.first.fragmentNames
        let (sources, lists) = inParallel(threads: threads) {
            PlanEntries.sources(world)
        } _: {
            PlanEntries.lists(world, fragments)
        }
        let parts = templates.first.partNames.map(PageRenderer(world, templates.first).part)
        return plan(world, templates, sources + lists, parts)
    }

    /// The same of nothing but what the articles at the indices `added` may have changed, which have come to a site that is
    /// otherwise as it was and whose templates have no parts in common. The files of the catalog are those that have come
    /// with them.
    package static func make(
        adding added: [Int], to catalog: Catalog, templates: TemplateCopies, assets: [PublishedAsset]
    ) -> Plan {
        let world = SiteWorld(catalog, assets: assets)
        let entries = PlanEntries.changed(
            by: AddedArticles(added, in: world, templates.first), world, templates.first.fragmentNames)
        var plan = plan(world, templates, entries, [])
        plan.isPartial = true
        return plan
    }

    private static func plan(
        _ world: SiteWorld, _ templates: TemplateCopies, _ entries: [PlanEntry], _ parts: [SharedPart]
    ) -> Plan {
        let isSmall = entries.count < Self.fewEntries
        return Plan(entries: entries, parts: parts, showsTextsOnly: templates.first.showsMarkupOnly) {
            PageRenderer(world, isSmall ? templates.first : templates.take())
        }
    }

    /// With fewer, what threads lose by sharing templates is less than to compile them once more.
    private static let fewEntries = 4_000
}

extension SitePlan {
    /// How long the templates take that make the whole site; `templates` are compiled to be timed. Nothing is kept.
    package static func profile(
        _ catalog: Catalog, templates: TemplateSet, assets: [PublishedAsset]
    ) -> TemplateProfile {
        let plan = make(catalog, templates: TemplateCopies(templates), assets: assets)
        let clock = TemplateClock()
        let renderer = PageRenderer(SiteWorld(catalog, assets: assets), templates, clock: clock)
        var page = ByteBuffer(capacity: 1 << 16)
        for entry in plan.entries {
            page.removeAll()
            renderer.append(entry, to: &page)
        }
        return clock.profile
    }
}

/// The entries of the plan.
private struct PlanEntries {
    private(set) var all: [PlanEntry] = []
    private let world: SiteWorld
    /// When nothing is wanted but what these have changed.
    private let added: AddedArticles?

    private init(_ world: SiteWorld, _ added: AddedArticles? = nil) {
        self.world = world
        self.added = added
        if added == nil { all.reserveCapacity(world.catalog.articles.count * 2) }
    }

    /// What was read, each as a file or a page of its own.
    static func sources(_ world: SiteWorld) -> [PlanEntry] {
        var entries = PlanEntries(world)
        entries.addAssets()
        entries.addFiles()
        entries.addArticles()
        return entries.all
    }

    /// What is made of all of it.
    static func lists(_ world: SiteWorld, _ fragments: [String]) -> [PlanEntry] {
        var entries = PlanEntries(world)
        entries.addDerived(fragments)
        return entries.all
    }

    /// Nothing but what `added` may have changed.
    static func changed(
        by added: AddedArticles, _ world: SiteWorld, _ fragments: [String]
    ) -> [PlanEntry] {
        var entries = PlanEntries(world, added)
        entries.addFiles()
        entries.addArticles()
        entries.addDerived(fragments)
        return entries.all
    }

    /// Sitemaps come first: they take longest, and no thread is left alone with one at the end.
    private mutating func addDerived(_ fragments: [String]) {
        addSitemaps()
        addLists()
        addFragments(fragments)
        addSingles()
        addFeeds()
        addRedirects()
    }

    private func isWanted(_ kind: PageKindID, _ subject: Int = 0) -> Bool {
        added?.mayChange(kind, subject) ?? true
    }

    private mutating func add(
        _ phase: WritePhase, _ kind: PageKindID, _ subject: Int = 0, page: Int = 1, at url: String
    ) {
        guard isWanted(kind, subject) else { return }
        add(phase, .rendered(kind: kind, subject: Int32(subject), page: Int32(page)), at: url)
    }

    private mutating func add(_ phase: WritePhase, _ content: PlanEntry.Content, at url: String) {
        let path = url.utf8.dropFirst(world.settings.url.basePath.utf8.count)
        let file = String(Substring(path)) + (url.utf8.last == UInt8(ascii: "/") ? "index.html" : "")
        all.append(PlanEntry(path: file, phase: phase, content: content))
    }

    mutating func addAssets() {
        for asset in world.assets {
            all.append(PlanEntry(path: asset.path, phase: .assets, content: asset.content))
        }
    }

    mutating func addFiles() {
        for file in world.catalog.files {
            let source = PlanEntry.Content.copied(from: "content/" + file.diskPath)
            all.append(PlanEntry(path: file.path, phase: .assets, content: source))
        }
    }

    mutating func addArticles() {
        let catalog = world.catalog
        for index in catalog.articles.indices where isWanted(.article, index) {
            if world[source: index].isKept {
                add(.articles, .kept(source: world[source: index].source), at: catalog.articles[index].url)
            } else {
                add(.articles, .article, index, at: catalog.articles[index].url)
            }
        }
        for index in catalog.pages.indices { add(.articles, .standing, index, at: catalog.pages[index].url) }
        for index in catalog.documents.indices {
            add(.articles, .document, index, at: catalog.documents[index].url)
        }
        for index in catalog.albums.indices { add(.articles, .album, index, at: catalog.albums[index].url) }
        if world.settings.printPages { addPrintPages() }
        for index in catalog.notices.indices {
            add(.articles, .notice, index, at: catalog.notices[index].url)
        }
    }

    /// Those of articles that are kept, too: they stay as they are by themselves, since their text cannot be made.
    private mutating func addPrintPages() {
        let catalog = world.catalog
        for index in catalog.articles.indices where isWanted(.articlePrint, index) {
            add(
                .articles, .articlePrint, index,
                at: world.settings.printAddress(of: catalog.articles[index].url))
        }
        for index in catalog.pages.indices {
            add(
                .articles, .standingPrint, index,
                at: world.settings.printAddress(of: catalog.pages[index].url))
        }
    }

    mutating func addLists() {
        for index in world.catalog.categories.indices { addList(.category, index) }
        for index in world.catalog.tags.indices { addList(.tag, index) }
        for index in world.catalog.days.indices { addList(.day, index) }
        for index in world.catalog.months.indices { addList(.month, index) }
        for index in world.catalog.years.indices { addList(.year, index) }
        for index in world.catalog.documentLists.indices { addList(.documents, index) }
        if !world.catalog.albums.isEmpty { addList(.albums, 0) }
        if let all = world.catalog.documentLists.first {
            add(.lists, .documentIndex, at: all.url + Settings.documentIndexName)
        }
    }

    private mutating func addList(_ kind: PageKindID, _ subject: Int) {
        guard isWanted(kind, subject), let list = ListPages(kind, subject, world) else { return }
        for page in 1...list.pageCount {
            add(.lists, kind, subject, page: page, at: list.url(page: page, word: world.settings.words.page))
        }
    }

    mutating func addFragments(_ names: [String]) {
        for (index, name) in names.enumerated() {
            let path = world.settings.fragmentFolder + name + ".html"
            add(.lists, .fragment, index, at: world.settings.url(path))
        }
    }

    mutating func addSingles() {
        add(.lists, .siteMap, at: world.settings.url("/\(world.settings.words.siteMap)/"))
        add(.lists, .notFound, at: world.settings.url("/404.html"))
        add(.lists, .home, at: world.settings.url.basePath)
    }

    mutating func addFeeds() {
        add(.lists, .siteFeed, at: world.settings.url("/\(world.settings.words.feed)"))
        if world.settings.feeds.categories {
            for (index, category) in world.catalog.categories.enumerated() {
                add(.lists, .categoryFeed, index, at: category.url + world.settings.words.feed)
            }
        }
        if world.settings.feeds.tags {
            for (index, tag) in world.catalog.tags.enumerated() {
                add(.lists, .tagFeed, index, at: tag.url + world.settings.words.feed)
            }
        }
    }

    mutating func addSitemaps() {
        let parts = Sitemap.partCount(world)
        if parts == 1 {
            add(.lists, .sitemap, at: world.settings.url("/sitemap.xml"))
        } else {
            for part in 1...parts {
                add(.lists, .sitemap, page: part, at: world.settings.url("/sitemap-\(part).xml"))
            }
            add(.lists, .sitemapIndex, at: world.settings.url("/sitemap.xml"))
        }
        add(.lists, .newsSitemap, at: world.settings.url("/\(world.settings.words.newsSitemap)"))
        if !world.catalog.files.contains(where: { $0.path == "robots.txt" }) {
            add(.lists, .robots, at: world.settings.url("/robots.txt"))
        }
    }

    mutating func addRedirects() {
        for (index, redirect) in world.catalog.redirects.enumerated() {
            add(.lists, .redirect, index, at: redirect.from)
        }
        if !world.catalog.queryRedirects.isEmpty {
            add(.lists, .redirectMap, at: world.settings.url("/redirects.map"))
        }
    }
}
