import Arrange
import Content
package import Model
import Render

/// A site that is planned again and again, to be looked at. Nothing is written.
///
/// An edit in the text of articles is taken over into the last plan; anything else plans the site anew, and reads
/// only the sources that have changed.
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
        plan = arranged.plan
        settings = report.settings
        nextDue = report.summary.nextDue
    }

    /// The state of the article whose page `entry` is, and when it comes out; nil for other pages.
    package func state(of entry: PlanEntry) -> (visibility: Visibility, date: Timestamp)? {
        guard case .rendered(.article, let subject, _) = entry.content, let catalog = site?.catalog else {
            return nil
        }
        let article = catalog.sources[Int(catalog.articles[Int(subject)].source)]
        return (article.visibility(ArrangeOptions(moment: catalog.moment)), article.date)
    }

    /// Takes over what has changed in `files`, from the site's folder; false when the site has to be planned anew.
    package mutating func takeOver(_ files: Set<String>) -> Bool {
        guard !report.hasErrors, var site, let rereader else { return false }
        for file in files.sorted() {
            guard let index = rereader.index(of: file),
                let article = rereader.edited(index, since: site.catalog.sources[index])
            else { return false }
            site.catalog.replaceText(ofSourceAt: index, by: article)
        }
        self.site = site
        plan = site.plan
        return true
    }
}

/// All that a plan is made of.
struct ArrangedSite: Sendable {
    var catalog: Catalog
    let templates: TemplateCopies
    let assets: [PublishedAsset]

    var plan: Plan { SitePlan.make(catalog, templates: templates, assets: assets) }
}
