import Arrange
import Content
import Diagnostics
package import Model
package import Output
import VietnameseText

/// `publish`: checks, writes what is missing into the front matter, and builds.
package enum Publishing {
    /// Publishes the source that `name` means to a user in the folder `current`: at once, or at the moment
    /// `at`, in any form that dates have.
    ///
    /// With errors nothing is changed: neither the source nor public/. Publishing again changes nothing.
    /// Killed at any moment, it leaves the source as it was or published. Waits for the site's lock and throws
    /// like `SiteBuild.run`.
    package static func run(
        _ request: BuildRequest, source name: String, from current: String, at: String?,
        onWait: (SiteLock.Holder) -> Void = { _ in }
    ) throws -> SourceReport<PublicationOutcome> {
        try SourceCommand.run("bantin publish", request, source: name, from: current, onWait: onWait) {
            source throws(SourceEditFailure) in
            try publish(source, request, at)
        }
    }

    /// What `run` would do now; nothing is changed.
    package static func rehearse(
        _ request: BuildRequest, source name: String, from current: String, at: String?
    ) throws -> SourceReport<Rehearsal<PublicationOutcome>> {
        try SourceCommand.look(request, source: name, from: current) { source throws(SourceEditFailure) in
            let (edit, plan, build) = try prepare(source, request, at)
            var report = SourceReport<Rehearsal<PublicationOutcome>>(build: build)
            if !build.hasErrors {
                report.outcome = Rehearsal(
                    outcome: PublicationOutcome(source, plan, build), changes: edit.changes)
            }
            return report
        }
    }

    private static func publish(
        _ source: SingleSource, _ request: BuildRequest, _ at: String?
    ) throws(SourceEditFailure) -> SourceReport<PublicationOutcome> {
        let (edit, plan, build) = try prepare(source, request, at)
        var report = SourceReport<PublicationOutcome>(build: build)
        if report.build.hasErrors { return report }
        let isChanged = try edit.write()
        do throws(OutputFailure) { report.build = try SiteBuild.runLocked(request) } catch {
            throw SourceEditFailure(error, source, isChanged: isChanged)
        }
        report.outcome = PublicationOutcome(source, plan, report.build)
        return report
    }

    /// What is to be written, and what the site would be with it.
    private static func prepare(
        _ source: SingleSource, _ request: BuildRequest, _ at: String?
    ) throws(SourceEditFailure) -> (SourceEdit, PublicationPlan, BuildReport) {
        let moment = try moment(at, request.now, source.site.settings.zone)
        var edit = try SourceEdit(source, root: request.root)
        let plan = try plan(edit, request, at: moment)
        try edit.edit { editor throws(FrontMatterEditRefusal) in try plan.apply(to: &editor) }
        var trial = request
        trial.trial = PublicationTrial(file: source.file, plan: plan)
        var report = SiteBuild.preview(trial).report
        report.diagnostics = report.diagnostics.tightened(for: source.file)
        return (edit, plan, report)
    }

    private static func plan(
        _ edit: SourceEdit, _ request: BuildRequest, at: Timestamp?
    ) throws(SourceEditFailure) -> PublicationPlan {
        let source = edit.source
        do throws(PublicationProblem) {
            switch source.kind {
            case .page(let page): return try PublicationPlan(page, at: at)
            case .article(let article):
                var situation = PublicationPlan.Situation(
                    article: article, dateText: edit.editor.text(of: "date"),
                    isRecorded: source.isRecorded, at: at, now: request.now, zone: source.site.settings.zone)
                situation.namesID = !(edit.editor.text(of: "id") ?? "").allSatisfy(\.isWhitespace)
                // Few articles come without an id: only then all others are asked for theirs.
                if situation.needsID { situation.takenIDs = Set(SiteInventory.read(request).lines.map(\.id)) }
                return try PublicationPlan(situation)
            }
        } catch {
            throw .refused(Diagnostic(.error, error, at: Place(file: source.file)))
        }
    }

    /// The words for "at once", for what is scheduled and to come out now after all.
    private static let nowWords = ["now", "bây giờ", "ngay"]

    private static func moment(
        _ text: String?, _ now: Timestamp, _ zone: ZoneOffset
    ) throws(SourceEditFailure) -> Timestamp? {
        guard let text = text.map(UnicodeNormalization.nfc) else { return nil }
        if nowWords.contains(VietnameseCase.lower(text)) { return now }
        guard case .success(let parsed) = DateParser.parse(text, zone: zone) else {
            throw .refused(Diagnostic(.error, BuildProblem.badMoment(text)))
        }
        return parsed.timestamp
    }
}

/// What became of a source that was published.
package struct PublicationOutcome: Sendable {
    package let title: String
    /// From the site's folder.
    package let file: String
    package let isPage: Bool
    package let state: Visibility
    package let date: Timestamp
    /// Where it is, or will be.
    package let url: String
    /// The fields of its front matter that were changed.
    package let written: [String]

    init(_ source: SingleSource, _ plan: PublicationPlan, _ build: BuildReport) {
        file = source.file
        written = plan.fields
        switch source.kind {
        case .page(let page):
            (title, isPage, state, date) = (page.title, true, .published, build.moment)
            url = build.settings.absoluteURL(page.addressPath)
        case .article(var article):
            plan.apply(to: &article)
            (title, isPage, date) = (article.title, false, article.date)
            state = article.visibility(ArrangeOptions(moment: build.moment))
            url = build.settings.absoluteURL(ArticleAddress(build.settings).path(of: article))
        }
    }
}

extension SingleSource {
    /// Whether addresses.csv knows the article's id.
    var isRecorded: Bool {
        guard case .article(let article) = kind else { return false }
        return site.addresses.contains { $0.id.utf8.elementsEqual(article.id.utf8) }
    }
}

extension Settings {
    /// The whole URL of a path without the site's base.
    func absoluteURL(_ path: String) -> String { url.origin + url(path) }
}
