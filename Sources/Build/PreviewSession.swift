import Arrange
package import Bytes
import Content
import Diagnostics
package import Model
import Render
package import Templates

/// A site that is planned again and again, to be looked at. Nothing is written.
///
/// Edits in the text of articles and in what is only shown of them, and plain new articles, are taken over into the last
/// plan; anything else plans the site anew, and reads only the sources that have changed.
package struct PreviewSession: Sendable {
    private var request: BuildRequest
    private var sources: SourceMemory?
    private var rereader: ArticleRereader?
    private var site: ArrangedSite?

    /// Nil as long as the site has errors that leave nothing to be shown.
    package private(set) var plan: Plan?
    /// Those of the plan.
    package private(set) var settings = Settings()
    /// When the plan will be another one though nothing changes.
    package private(set) var nextDue: Timestamp?
    /// What the last whole planning found.
    package private(set) var report = BuildReport()

    /// Articles with errors are as they last were.
    package init(_ request: BuildRequest) {
        self.request = request
        self.request.lastGood = true
    }

    /// Plans the site as at `now`. With errors that leave nothing to be shown the last plan stays.
    package mutating func plan(at now: Timestamp) {
        request.now = now
        let preview = SiteBuild.preview(request, recalling: sources)
        if let notes = preview.reading.notes { sources = SourceMemory(notes) }
        report = preview.report
        guard let arranged = preview.site else { return }
        site = arranged
        rereader = preview.reading.rereader
        plan = arranged.plan(threads: request.threads)
        settings = report.settings
        nextDue = report.summary.nextDue
    }

    /// The state of the article whose page or notice `entry` is, and when it comes out; nil for other pages.
    package func state(of entry: PlanEntry) -> (visibility: Visibility, date: Timestamp)? {
        guard let catalog = site?.catalog, case .rendered(let kind, let subject, _) = entry.content else {
            return nil
        }
        switch kind {
        case .article, .articlePrint: return catalog.state(of: catalog.articles[Int(subject)])
        case .notice: return (.withdrawn, catalog.notices[Int(subject)].date ?? catalog.moment)
        default: return nil
        }
    }

    /// The states of articles that have a page here and that readers do not see in lists, by URL.
    package var unseen: [ExactText: (visibility: Visibility, date: Timestamp)] {
        guard let catalog = site?.catalog else { return [:] }
        var unseen: [ExactText: (visibility: Visibility, date: Timestamp)] = [:]
        for article in catalog.articles {
            let state = catalog.state(of: article)
            if state.visibility != .published { unseen[ExactText(article.url)] = state }
        }
        return unseen
    }

    /// A source that was saved after it was planned and that a page was to show since; nil when there was none.
    package func takeChangedSource() -> String? { site?.catalog.bodies?.takeChangedSource() }

    /// The articles of the site as it was last planned; nil when it never could be.
    package var overview: SiteOverview? { site.map { SiteOverview($0.catalog) } }

    /// The address from the root of the host at which the source `file` has its page; nil when it has none.
    package func address(ofSource file: String) -> String? {
        guard let catalog = site?.catalog else { return nil }
        if let page = catalog.pages.first(where: { $0.source.source.utf8.elementsEqual(file.utf8) }) {
            return page.url
        }
        return catalog.articles.first { article in
            catalog.sources[Int(article.source)].source.utf8.elementsEqual(file.utf8)
        }?.url
    }

    /// How long the templates take that make the whole site, from the last plan; nil when there is none. Takes longer
    /// than a build.
    package func profile() -> TemplateProfile? {
        guard let site else { return nil }
        let schema = SiteSchema.make(
            settings: settings, theme: site.theme, assets: site.assets, parts: site.parts)
        var none: [Diagnostic] = []
        return SiteBuild.compile(site.theme, schema, timed: true, &none).map {
            SitePlan.profile(site.catalog, templates: $0, assets: site.assets)
        }
    }

    /// What was taken over into the last plan.
    package enum Takeover: Sendable {
        /// Texts, and what is only shown of articles: lists are as they were.
        case texts
        /// A new article, too.
        case articles
    }

    /// Takes over what has changed in `files`, from the site's folder; nil when the site has to be planned anew.
    ///
    /// Nothing has fallen due since it was planned: it is as if that had been done at `now`.
    package mutating func takeOver(_ files: Set<String>, at now: Timestamp) -> Takeover? {
        guard !report.hasErrors, let edits = edits(in: files) else { return nil }
        // Whoever else holds the catalog makes every change of it a copy of thousands of articles.
        plan = nil
        defer { plan = site?.plan(threads: request.threads) }
        if request.at == nil { site?.catalog.moment = now }
        for (index, article) in edits.texts { site?.catalog.replace(sourceAt: index, by: article) }
        for article in edits.added where site?.insert(article) != true { return nil }
        nextDue = site?.catalog.summary.nextDue
        return edits.added.isEmpty ? .texts : .articles
    }

    /// What was written in `files`; nil when one is no article, or something is wrong with it.
    private func edits(in files: Set<String>) -> (texts: [(index: Int, article: Article)], added: [Article])?
    {
        guard let site, let rereader else { return nil }
        var edits: (texts: [(index: Int, article: Article)], added: [Article]) = ([], [])
        for file in files.sorted() {
            // What was said of it would have to be said anew, or not any more.
            if report.diagnostics.contains(where: { $0.place?.file == file }) { return nil }
            if let index = rereader.index(of: file) {
                guard let article = rereader.edited(index, since: site.catalog.sources[index]) else {
                    return nil
                }
                edits.texts.append((index, article))
            } else {
                guard !hasBrokenLinks, let article = rereader.added(file) else { return nil }
                edits.added.append(article)
            }
        }
        return edits
    }

    /// Whether something waits for a page that is not there.
    private var hasBrokenLinks: Bool { report.diagnostics.contains { $0.problem.kind == "link" } }
}

extension Catalog {
    fileprivate func state(of article: CatalogArticle) -> (visibility: Visibility, date: Timestamp) {
        let source = Int(article.source)
        return (sources.visibility(at: source, ArrangeOptions(moment: moment)), sources[source].date)
    }
}

/// All that a plan is made of.
struct ArrangedSite: Sendable {
    var catalog: Catalog
    let templates: TemplateCopies
    let assets: [PublishedAsset]
    /// What the templates are made from.
    let theme: Theme
    let parts: SiteParts
    private var insertion: ArticleInsertion

    init(
        _ catalog: Catalog, _ templates: TemplateCopies, _ equipment: SiteEquipment,
        _ insertion: ArticleInsertion
    ) {
        self.catalog = catalog
        self.templates = templates
        assets = equipment.assets
        theme = equipment.theme
        parts = equipment.parts
        self.insertion = insertion
    }

    /// False when the site has to be arranged anew for `article`.
    mutating func insert(_ article: Article) -> Bool {
        insertion.insert(article, into: &catalog)
    }

    var claims: SourceClaims { insertion.claims }

    func plan(threads: Int) -> Plan {
        SitePlan.make(catalog, templates: templates, assets: assets, threads: threads)
    }
}
