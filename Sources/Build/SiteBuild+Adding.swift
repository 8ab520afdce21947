import Arrange
import Bytes
import Content
import Diagnostics
import Model
import Output
import Render
import Threads

// Builds of a site to which nothing but articles have come since the last run: the articles that were there are neither read
// nor arranged again, and only what the new ones may have changed is made.
extension SiteBuild {
    /// Nil, and nothing was changed, when more may come out different, or when something is to be said. `report` is what the
    /// last run said, and would say again.
    static func add(
        _ added: AddedSources, to last: LastRun, _ report: BuildReport, _ run: BuildRun,
        _ reading: ContentReading, _ watch: Stopwatch
    ) throws(OutputFailure) -> BuildReport? {
        guard report.allowsAdding, !reading.hasDiagnostics(on: added) else { return nil }
        let index = Background { [request = run.request] in LastSite.index(request, last.site) }
        var (own, found): (Stopwatch, [Diagnostic]) = (watch, [])
        let equipment = SiteEquipment(run.request, reading, &found)
        own.lap("templates")
        guard !found.hasErrors, let templates = equipment.templates, !templates.haveParts,
            let index = index.value(),
            let site = Arrangement.add(
                equipment.newsroom, files: added.files, to: index, report.summary, equipment.options)
        else { return nil }
        own.lap("adding")
        let plan = SitePlan.make(
            adding: site.added, to: site.catalog, templates: templates, assets: equipment.assets)
        own.lap("plan")
        // A file may have come to where something of the theme stands.
        let files = added.files.map { reading.newsroom.files[$0].path }
        guard try run.output.isAsLeft(run.look, lacking: files) else { return nil }
        var report = report
        report.take(site.catalog)
        let stored = reading.inputs.map { _ in
            LastSite.beginRemembering(
                run.request, site.catalog, site.claims, movingLast: added.articles)
        }
        let storing = BuildRun.Storing(sources: run.cache.beginRemembering(reading.notes), site: stored)
        try write(plan, run, reading, storing, &report, &own)
        return report
    }
}

extension BuildReport {
    /// Whether nothing was said that another article may make wrong, and no link waits for a page that it may bring.
    fileprivate var allowsAdding: Bool {
        let kinds = ArrangeProblem.kindsThatArticlesMayEnd
        return !summary.linksToSleeping && !diagnostics.contains { kinds.contains($0.problem.kind) }
    }
}

extension ContentReading {
    /// Whether something is wrong with what has come.
    fileprivate func hasDiagnostics(on added: AddedSources) -> Bool {
        let files = Set(
            newsroom.articles.map(\.source)
                + added.files.map { "content/" + newsroom.files[$0].path })
        return diagnostics.contains { $0.place.map { files.contains($0.file) } ?? false }
    }
}
