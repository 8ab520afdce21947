import Build
import Bytes
import Diagnostics
import Model
import NIOPosix
import Templates

/// The editors' page `/_bantin/`: what is unfinished or wrong, and buttons for the verbs.
///
/// A button first shows what would change, and changes it when that is confirmed. Both are done by the functions of
/// the verbs themselves.
struct Desk: Sendable {
    static let path = "/_bantin/"
    static let profilePath = path + "templates"

    let site: PreviewSite
    let access: Access
    /// What the verbs are asked for, at no certain moment.
    let request: BuildRequest
    let clock: @Sendable () -> Timestamp

    enum Action: String, CaseIterable {
        case new, publish, withdraw, build

        var path: String { Desk.path + rawValue }
    }

    /// The front page; `query` may search for headlines.
    func page(_ query: Form) async -> PreviewAnswer {
        let contents = await site.deskContents()
        return answer(DeskPage(contents, access.formToken).home(searching: query["q"] ?? ""))
    }

    /// How long templates take.
    func profile() async -> PreviewAnswer {
        let (contents, session) = await (site.deskContents(), site.session)
        let profile = await onThread { session.profile() }
        return answer(DeskPage(contents, access.formToken).profile(profile))
    }

    /// What a form asks for: the question first, the deed when it is confirmed.
    func answer(to action: Action, _ form: Form) async -> PreviewAnswer {
        let contents = await site.deskContents()
        let page = DeskPage(contents, access.formToken)
        guard access.isOurs(form) else { return answer(page.stale, status: 403) }
        do {
            switch action {
            case .new: return try await make(form, contents, page)
            case .build: return try await build(form, page)
            case .publish, .withdraw:
                guard let source = form["source"], contents.overview?.contains(source) ?? false else {
                    return answer(page.unknownArticle, status: 404)
                }
                return action == .publish
                    ? try await publish(source, form, page) : try await withdraw(source, form, page)
            }
        } catch let problem as any Problem {
            let errors = [Diagnostic(.error, problem)]
            return answer(form.isConfirmed ? page.unfinished(errors) : page.failed(errors), status: 500)
        } catch {
            return answer(page.failed("\(error)"), status: 500)
        }
    }

    private func make(_ form: Form, _ contents: DeskContents, _ page: DeskPage) async throws -> PreviewAnswer
    {
        guard let overview = contents.overview else {
            return answer(page.failed(contents.diagnostics), status: 422)
        }
        do {
            let draft = try NewDraft(
                title: form["title"] ?? "", category: form["category"],
                among: overview.categories.map(\.folder), takenIDs: overview.articleIDs, now: clock(),
                zone: overview.settings.zone)
            let root = request.root
            if draft.exists(siteRoot: root) { throw NewDraftProblem.exists(draft.path) }
            guard form.isConfirmed else { return answer(page.question(draft)) }
            try await onThread { Result { try draft.write(siteRoot: root) } }.get()
            return answer(page.made(draft, at: await site.address(ofSaved: draft.path)))
        } catch let problem as NewDraftProblem {
            return answer(page.failed(problem.message(in: contents.language)), status: 422)
        }
    }

    private func publish(_ source: String, _ form: Form, _ page: DeskPage) async throws -> PreviewAnswer {
        let (request, at) = (requestNow, form["at"].flatMap { $0.isEmpty ? nil : $0 })
        guard form.isConfirmed else {
            let report = try await onThread {
                Result { try Publishing.rehearse(request, source: source, from: request.root, at: at) }
            }.get()
            guard let rehearsal = report.outcome else { return refused(report.build, page) }
            return answer(page.question(rehearsal, source: source, at: at, report.build))
        }
        let start = ContinuousClock.now
        let report = try await onThread {
            Result { try Publishing.run(request, source: source, from: request.root, at: at) }
        }.get()
        let time = ContinuousClock.now - start
        await note(.published, source, time, report.build)
        guard let outcome = report.outcome else { return refused(report.build, page) }
        // Its file is written, and something else came in between.
        if report.build.hasErrors { return answer(page.unfinished(report.build.diagnostics), status: 500) }
        let words = PublicationWords(language: page.language)
            .published(outcome, report.build, request, in: time)
        return answer(page.done(words, at: await site.address(ofSaved: source)))
    }

    private func withdraw(_ source: String, _ form: Form, _ page: DeskPage) async throws -> PreviewAnswer {
        let (request, reason, leavesNotice) = (requestNow, form["reason"] ?? "", form["notice"] != nil)
        guard !reason.allSatisfy(\.isWhitespace) else { return answer(page.withoutReason, status: 422) }
        guard form.isConfirmed else {
            let report = try await onThread {
                Result {
                    try Withdrawing.rehearse(
                        request, source: source, from: request.root, reason: reason,
                        leavesNotice: leavesNotice)
                }
            }.get()
            guard let rehearsal = report.outcome else { return refused(report.build, page) }
            return answer(page.question(rehearsal, source: source, reason: reason))
        }
        let start = ContinuousClock.now
        let report = try await onThread {
            Result {
                try Withdrawing.run(
                    request, source: source, from: request.root, reason: reason, leavesNotice: leavesNotice)
            }
        }.get()
        let time = ContinuousClock.now - start
        await note(.withdrew, source, time, report.build)
        guard let outcome = report.outcome else { return refused(report.build, page) }
        let words = PublicationWords(language: page.language)
            .withdrawn(outcome, report.build, request, in: time)
        let errors = report.build.diagnostics.errors
        return answer(page.done(words, at: await site.address(ofSaved: source), errors))
    }

    /// Brings to readers what was edited in articles that are published.
    private func build(_ form: Form, _ page: DeskPage) async throws -> PreviewAnswer {
        guard form.isConfirmed else { return answer(page.questionOfBuild) }
        let (request, start) = (requestNow, ContinuousClock.now)
        let report = try await onThread { Result { try SiteBuild.run(request) } }.get()
        let time = ContinuousClock.now - start
        await note(.built, nil, time, report)
        if report.hasErrors { return refused(report, page) }
        return answer(page.done(SummaryWords(language: page.language).built(report, in: time), at: nil))
    }

    private func refused(_ build: BuildReport, _ page: DeskPage) -> PreviewAnswer {
        answer(page.failed(build.diagnostics.errors), status: 422)
    }

    private func note(_ work: DeskLog.Entry.Work, _ file: String?, _ time: Duration, _ build: BuildReport)
        async
    {
        await site.note(
            DeskLog.Entry(work, at: clock(), took: time, files: file.map { [$0] } ?? [], build.diagnostics))
    }

    private var requestNow: BuildRequest {
        var request = request
        request.now = clock()
        return request
    }

    private func answer(_ html: String, status: Int = 200) -> PreviewAnswer {
        PreviewAnswer(
            status: status, type: "text/html; charset=utf-8", bytes: Array(html.utf8), isOfSite: false)
    }

    /// Does what takes long and blocks on a thread that may wait.
    private func onThread<Value: Sendable>(_ work: @escaping @Sendable () -> Value) async -> Value {
        do { return try await NIOThreadPool.singleton.runIfActive(work) } catch { return work() }
    }
}

extension Form {
    fileprivate var isConfirmed: Bool { self["confirm"] == "yes" }
}

/// What there is to be shown.
struct DeskContents: Sendable {
    /// Nil when the site could never be planned.
    let overview: SiteOverview?
    let diagnostics: [Diagnostic]
    let log: DeskLog
    let language: Language
    let root: String
}
