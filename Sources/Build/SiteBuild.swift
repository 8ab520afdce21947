import Arrange
import Bytes
import Content
import Diagnostics
package import Model
package import Output
import Render
import Templates
import Threads

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
        return try withExtendedLifetime(lock) { try runLocked(request) }
    }

    /// Builds the site for a command that holds its lock already.
    static func runLocked(_ request: BuildRequest) throws(OutputFailure) -> BuildReport {
        try verified(request, try writeCalmly(request))
    }

    /// Editors save while a build runs: what they change in the middle of it starts it again.
    private static func writeCalmly(_ request: BuildRequest) throws(OutputFailure) -> BuildReport {
        for _ in 1..<attempts {
            do throws(OutputFailure) {
                return try write(request)
            } catch .sourceChanged {
                continue
            }
        }
        return try write(request)
    }

    private static let attempts = 4

    /// Compares what was built with what a build from nothing gives at the same moment.
    private static func verified(
        _ request: BuildRequest, _ report: BuildReport
    ) throws(OutputFailure) -> BuildReport {
        guard request.verify, report.output != nil else { return report }
        var report = report
        report.isBeyondVerifying = report.hasErrors
        if report.hasErrors { return report }
        var again = request
        again.at = nil
        again.now = report.moment
        if let plan = prepare(again).plan {
            report.difference = try output(request).difference(from: plan)
            report.isVerified = true
        }
        return report
    }

    private static func output(_ request: BuildRequest) -> Output {
        Output(
            siteRoot: request.root, destination: request.destination, threads: request.threads,
            prune: request.prune, progress: request.progress)
    }

    /// Finds everything that `run` would, and writes nothing. What `memory` has, or else the last build remembers, is
    /// not read again.
    static func preview(
        _ request: BuildRequest, recalling memory: SourceMemory? = nil
    ) -> (site: ArrangedSite?, reading: ContentReading, report: BuildReport) {
        var watch = Stopwatch()
        let reading = read(
            request, SourceCache(siteRoot: request.root).recall(nil, request, instead: memory))
        watch.lap("content")
        let (site, report) = arrange(request, reading, &watch)
        return (site, reading, report)
    }

    private static func write(_ request: BuildRequest) throws(OutputFailure) -> BuildReport {
        var watch = Stopwatch()
        let run = BuildRun(request, output(request))
        var reading = read(request, run.cache.recall(run.last, request))
        watch.lap("content")
        if reading.isUnchanged || reading.textChanges != nil || reading.added != nil {
            if let report = try quick(run, reading, &watch) { return report }
            reading = read(request, run.cache.recall(nil, request))
            watch.lap("content")
        }

        var (site, report) = arrange(request, reading, &watch)
        // Not before the site is known to be right: what was read for a build that fails was never published, and
        // `--last-good` must not take it for that.
        var storing = site.map { run.beginRemembering($0, reading) }
        var found = plan(&site, request, &report, &watch)
        let gone = found.map { pagesGone($0, request) } ?? []
        if !gone.isEmpty {
            _ = try storing?.finish()
            reading = read(request, run.cache.recall(nil, request, leavingOut: gone))
            (site, report) = arrange(request, reading, &watch)
            storing = site.map { run.beginRemembering($0, reading) }
            found = plan(&site, request, &report, &watch)
        }
        guard var plan = found.take() else { return report }
        StandingPages.keep(reading, in: &plan, request)
        try write(plan, run, reading, storing, &report, &watch)
        return report
    }

    /// Writes `plan`, and tells the next build what this one found.
    static func write(
        _ plan: consuming Plan, _ run: BuildRun, _ reading: ContentReading, _ storing: BuildRun.Storing?,
        _ report: inout BuildReport, _ watch: inout Stopwatch
    ) throws(OutputFailure) {
        let request = run.request
        plan.generator = SourceCache.program
        // What the last run said is void from the first change on.
        LastRun.forget(request)
        report.lostAddresses =
            request.writesPublic && run.output.hasList && !AddressBook.exists(request.root)
        let addresses = try AddressBook.append(report.newAddresses, siteRoot: request.root)
        report.output = try run.output.write(plan, run.look)
        report.plan = plan
        watch.lap("output")
        let site = try storing?.finish()
        try remember(request, reading, addresses, site: site, report)
        watch.lap("memory")
        report.times = watch.times
    }

    /// The sources whose pages are to stay as they are, but are not there.
    private static func pagesGone(_ plan: Plan, _ request: BuildRequest) -> Set<String> {
        guard request.lastGood else { return [] }
        return Set(
            plan.entries.compactMap { entry in
                guard case .kept(let source) = entry.content else { return nil }
                return WholeFile.exists(request.destination + "/" + entry.path) ? nil : source
            })
    }

    /// The report of the last run when nothing has changed since, in content/ or in the output folder, or nothing but texts
    /// of articles of which nothing was said: these are put into the pages that show them. Nor is all looked at again when
    /// nothing but articles has come.
    private static func quick(
        _ run: BuildRun, _ reading: ContentReading, _ watch: inout Stopwatch
    ) throws(OutputFailure) -> BuildReport? {
        guard let last = run.last, var report = standing(run.request, reading, last) else { return nil }
        if let added = reading.added { return try add(added, to: last, report, run, reading, watch) }
        if let changes = reading.textChanges {
            let isSilent = changes.allSatisfy { change in
                !report.diagnostics.contains { $0.isAbout(change.source) }
            }
            guard isSilent else { return nil }
            LastRun.forget(run.request)
            report.output = try run.output.retouch(changes, run.look)
        } else {
            report.output = try run.output.confirm(run.look)
        }
        guard report.output != nil else { return nil }
        watch.lap("output")
        if reading.textChanges != nil {
            if let notes = reading.notes { try run.cache.remember(notes) }
            try remember(run.request, reading, nil, site: last.site, report)
            watch.lap("memory")
        }
        report.times = watch.times
        return report
    }

    /// What the last run said, when it would say the same of a site in which nothing else than texts has changed.
    private static func standing(
        _ request: BuildRequest, _ reading: ContentReading, _ last: LastRun
    ) -> BuildReport? {
        var found: [Diagnostic] = []
        var settings = reading.newsroom.settings
        let moment = BuildMoment.settle(request, zone: settings.zone, &found)
        settings.apply(request, &found)
        guard found.isEmpty, !request.prune, var report = last.report(at: moment) else { return nil }
        report.settings = settings
        return report
    }

    /// Tells the next build what this one found; `addresses` is the hash of addresses.csv when it was written, `site` that of
    /// the site that was kept.
    private static func remember(
        _ request: BuildRequest, _ reading: ContentReading, _ addresses: ContentHash?, site: ContentHash?,
        _ report: BuildReport
    ) throws(OutputFailure) {
        guard var inputs = reading.inputs, !report.hasErrors else { return }
        if let addresses { inputs = inputs.replacing(addresses: addresses) }
        try LastRun.remember(request, inputs.hash, site: site ?? .unknown, report)
    }

    private static func read(_ request: BuildRequest, _ recall: Recall?) -> ContentReading {
        ContentReader.read(
            root: request.root, builtInThemes: BuiltInThemes.files, threads: request.threads, recall: recall)
    }

    /// Finds everything that `run` would find, and writes nothing.
    package static func check(_ request: BuildRequest) -> BuildReport { prepare(request).report }

    /// Reads, checks and plans the site; there is no plan when there are errors.
    package static func prepare(_ request: BuildRequest) -> (plan: Plan?, report: BuildReport) {
        var watch = Stopwatch()
        let reading = read(request, nil)
        watch.lap("content")
        return prepare(request, reading, &watch)
    }

    private static func prepare(
        _ request: BuildRequest, _ reading: ContentReading, _ watch: inout Stopwatch
    ) -> (plan: Plan?, report: BuildReport) {
        var (site, report) = arrange(request, reading, &watch)
        return (plan(&site, request, &report, &watch), report)
    }

    /// The plan of `site`, which is not needed any more; nil when there is none.
    private static func plan(
        _ site: inout ArrangedSite?, _ request: BuildRequest, _ report: inout BuildReport,
        _ watch: inout Stopwatch
    ) -> Plan? {
        let plan = site.take()?.plan(threads: request.threads)
        watch.lap("plan")
        report.times = watch.times
        return plan
    }

    /// There is no site when there are errors.
    private static func arrange(
        _ request: BuildRequest, _ reading: ContentReading, _ watch: inout Stopwatch
    ) -> (site: ArrangedSite?, report: BuildReport) {
        var report = BuildReport()
        var found = reading.diagnostics
        let equipment = SiteEquipment(request, reading, &found)
        watch.lap("templates")
        let (catalog, misplaced, insertion) = Arrangement.arrangeForMore(
            equipment.newsroom, equipment.options)
        found += misplaced
        watch.lap("arrange")

        report.moment = equipment.options.moment
        report.take(catalog)
        report.diagnostics = Excerpts.filled(found.leveled(catalog.settings.checks), root: request.root)
        let isBlocked = report.diagnostics.contains {
            $0.severity == .error && !(request.lastGood && reading.tolerates($0))
        }
        guard !isBlocked, let templates = equipment.templates else { return (nil, report) }
        return (ArrangedSite(catalog, templates, equipment, insertion), report)
    }
}

/// One build that writes: what it was asked for, and what there is from earlier ones.
struct BuildRun {
    let request: BuildRequest
    let output: Output
    /// Begun before anything else is done: it takes longer than most of that.
    let look: OutputLook?
    let last: LastRun?
    let cache: SourceCache

    init(_ request: BuildRequest, _ output: Output) {
        self.request = request
        self.output = output
        look = output.beginLooking()
        last = LastRun(request)
        cache = SourceCache(siteRoot: request.root)
    }

    /// What is being written for the next build.
    struct Storing {
        let sources: Background<Result<Void, OutputFailure>>
        let site: Background<Result<ContentHash, OutputFailure>>?

        /// Waits until it is written; the hash of the site.
        func finish() throws(OutputFailure) -> ContentHash? {
            try sources.value().get()
            return try site?.value().get()
        }
    }

    /// Where everything stands is kept where articles can be added to it. The first build keeps nothing: the next one arranges
    /// everything anyway.
    func beginRemembering(_ site: ArrangedSite, _ reading: ContentReading) -> Storing {
        let isKept =
            output.hasList && request.isPlain && reading.inputs != nil && !site.templates.haveParts
        return Storing(
            sources: cache.beginRemembering(reading.notes),
            site: isKept ? LastSite.beginRemembering(request, site.catalog, site.claims) : nil)
    }
}

extension BuildRequest {
    /// Whether it asks for nothing but the site as readers see it.
    fileprivate var isPlain: Bool { !drafts && !scheduled && !lastGood && trial == nil }
}

extension BuildReport {
    /// Takes over what an arranged site tells.
    mutating func take(_ catalog: Catalog) {
        summary = catalog.summary
        newAddresses = catalog.newAddresses
        settings = catalog.settings
    }
}

/// What a site is arranged and rendered by.
struct SiteEquipment {
    let newsroom: Newsroom
    let theme: Theme
    let assets: [PublishedAsset]
    let parts: SiteParts
    /// Nil when they are wrong.
    let templates: TemplateCopies?
    let options: ArrangeOptions

    init(_ request: BuildRequest, _ reading: ContentReading, _ found: inout [Diagnostic]) {
        let theme = reading.theme
        var newsroom = reading.newsroom
        found += SitePlace.check(request)
        let moment = BuildMoment.settle(request, zone: newsroom.settings.zone, &found)
        newsroom.settings.apply(request, &found)
        request.trial?.apply(to: &newsroom, &found)

        let assets = AssetPublisher.publish(theme, siteRoot: request.root, &found)
        let parts = SiteParts(newsroom)
        let compile = { @Sendable [settings = newsroom.settings] (found: inout [Diagnostic]) in
            let schema = SiteSchema.make(settings: settings, theme: theme, assets: assets, parts: parts)
            return SiteBuild.compile(theme, schema, &found)
        }
        templates = compile(&found).map { first in
            TemplateCopies(first) {
                var none: [Diagnostic] = []
                return compile(&none)
            }
        }
        (self.newsroom, self.theme, self.assets, self.parts) = (newsroom, theme, assets, parts)
        options = ArrangeOptions(
            moment: moment, drafts: request.drafts, scheduled: request.scheduled,
            records: request.writesPublic, threads: request.threads)
    }
}

extension SiteBuild {
    /// A theme that could not be read has no layers; nothing is said of what it lacks then.
    static func compile(
        _ theme: Theme, _ schema: Schema, timed: Bool = false, _ found: inout [Diagnostic]
    ) -> TemplateSet? {
        guard !theme.layers.isEmpty else { return nil }
        let (templates, wrong) = TemplateSet.compile(theme.templateSources, schema: schema, timed: timed)
        found += wrong
        return templates
    }
}

extension Diagnostic {
    /// Whether it shows a place in `file`.
    fileprivate func isAbout(_ file: String) -> Bool {
        let file = ExactText(file)
        return ([place].compactMap(\.self) + related).contains { ExactText($0.file) == file }
    }
}

extension ContentReading {
    /// Whether a site can be built in spite of this, when articles with errors are kept as they were. A link that
    /// leads nowhere harms nothing but itself.
    fileprivate func tolerates(_ diagnostic: Diagnostic) -> Bool {
        if diagnostic.problem.kind == "link" || diagnostic.problem.kind == "file" { return true }
        return diagnostic.place.map { mended.contains($0.file) } ?? false
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
