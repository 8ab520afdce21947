import Arrange
import Content
import Diagnostics
package import Model
package import Output
import Render
import Templates

/// The pipeline: content/ and a theme in, public/ out.
package enum SiteBuild {
    /// Builds the site. With errors nothing is written, and the report holds all of them.
    ///
    /// Waits up to 30 seconds for another run on the same site; `onWait` hears of it. Throws an
    /// `OutputFailure` or a `SiteLockFailure` when the machine fails: every file is whole then, and the next
    /// run converges.
    package static func run(
        _ request: BuildRequest, onWait: (SiteLock.Holder) -> Void = { _ in }
    ) throws -> BuildReport {
        // Without a site there is nothing to lock, and no folder to be made.
        guard WholeFile.exists(request.root + "/site.yaml") else { return prepare(request).report }
        let lock = try SiteLock(siteRoot: request.root, command: "bantin build", onWait: onWait)
        return try withExtendedLifetime(lock) { try write(request) }
    }

    /// Builds the site for a command that holds its lock already.
    static func runLocked(_ request: BuildRequest) throws(OutputFailure) -> BuildReport {
        try write(request)
    }

    private static func write(_ request: BuildRequest) throws(OutputFailure) -> BuildReport {
        var (plan, report) = prepare(request)
        guard let plan = plan.take() else { return report }
        var watch = Stopwatch()
        try AddressBook.append(report.newAddresses, siteRoot: request.root)
        let output = Output(
            siteRoot: request.root, destination: request.destination, threads: request.threads,
            prune: request.prune, progress: request.progress)
        report.output = try output.write(plan)
        report.plan = plan
        watch.lap("output")
        report.times += watch.times
        return report
    }

    /// Finds everything that `run` would find, and writes nothing.
    package static func check(_ request: BuildRequest) -> BuildReport { prepare(request).report }

    /// Reads, checks and plans the site; there is no plan when there are errors.
    package static func prepare(_ request: BuildRequest) -> (plan: Plan?, report: BuildReport) {
        var report = BuildReport()
        var watch = Stopwatch()
        var (newsroom, theme, found) = ContentReader.read(
            root: request.root, builtInThemes: BuiltInThemes.files, threads: request.threads)
        found += SitePlace.check(request)
        let moment = BuildMoment.settle(request, zone: newsroom.settings.zone, &found)
        newsroom.settings.apply(request, &found)
        request.trial?.apply(to: &newsroom, &found)
        watch.lap("content")

        let assets = AssetPublisher.publish(theme, siteRoot: request.root, &found)
        let schema = SiteSchema.make(settings: newsroom.settings, theme: theme, assets: assets)
        let templates = compile(theme, schema, &found)
        watch.lap("templates")

        let (catalog, misplaced) = Arrangement.arrange(
            newsroom,
            ArrangeOptions(
                moment: moment, drafts: request.drafts, records: request.writesPublic,
                threads: request.threads))
        found += misplaced
        watch.lap("arrange")

        report.moment = moment
        report.summary = catalog.summary
        report.newAddresses = catalog.newAddresses
        report.settings = newsroom.settings
        report.diagnostics = Excerpts.filled(found.leveled(newsroom.settings.checks), root: request.root)
        var plan: Plan?
        if !report.hasErrors, let templates {
            plan = SitePlan.make(catalog, templates: templates, assets: assets)
            watch.lap("plan")
        }
        report.times = watch.times
        return (plan, report)
    }
}

extension SiteBuild {
    /// A theme that could not be read has no layers; nothing is said of what it lacks then.
    static func compile(_ theme: Theme, _ schema: Schema, _ found: inout [Diagnostic]) -> TemplateSet? {
        guard !theme.layers.isEmpty else { return nil }
        let (templates, wrong) = TemplateSet.compile(theme.templateSources, schema: schema)
        found += wrong
        return templates
    }
}

extension Theme {
    /// The templates of all layers, the farthest parent first.
    fileprivate var templateSources: [TemplateSource] {
        layers.flatMap { layer in
            layer.templates.map {
                TemplateSource(
                    name: $0.name, layer: layer.name, text: SourceText(file: $0.file, bytes: $0.bytes))
            }
        }
    }
}
