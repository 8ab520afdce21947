import Arrange
import Content
import Diagnostics
import Model
package import Output
import VietnameseText

/// `withdraw`: marks an article as withdrawn and takes its page and its files away.
package enum Withdrawing {
    /// Withdraws the article that `name` means to a user in the folder `current`.
    ///
    /// The site is built. When it cannot be, because other sources have errors, the article goes from
    /// public/ all the same: a notice takes the place of its page, or nothing without `leavesNotice`, and
    /// the files beside it are deleted; lists follow with the next build. Withdrawing again changes
    /// nothing, not even the reason. Waits for the site's lock and throws like `SiteBuild.run`.
    package static func run(
        _ request: BuildRequest, source name: String, from current: String, reason: String,
        leavesNotice: Bool, onWait: (SiteLock.Holder) -> Void = { _ in }
    ) throws -> SourceReport<WithdrawalOutcome> {
        try SourceCommand.run("bantin withdraw", request, source: name, from: current, onWait: onWait) {
            source throws(SourceEditFailure) in
            try withdraw(source, request, order(reason, request, leavesNotice))
        }
    }

    /// What `run` would do now; nothing is changed.
    package static func rehearse(
        _ request: BuildRequest, source name: String, from current: String, reason: String, leavesNotice: Bool
    ) throws -> SourceReport<Rehearsal<WithdrawalOutcome>> {
        try SourceCommand.look(request, source: name, from: current) { source throws(SourceEditFailure) in
            let article = try article(source, request.now)
            let order = order(reason, request, leavesNotice)
            let edit = try marked(source, article, order, request.root)
            let settings = source.site.settings
            var outcome = WithdrawalOutcome(article, article.withdrawal ?? order)
            outcome.url = settings.absoluteURL(ArticleAddress(settings).path(of: article))
            var report = SourceReport<Rehearsal<WithdrawalOutcome>>(build: BuildReport())
            report.build.settings = settings
            report.outcome = Rehearsal(outcome: outcome, changes: edit.changes)
            return report
        }
    }

    private static func order(_ reason: String, _ request: BuildRequest, _ leavesNotice: Bool) -> Withdrawal {
        Withdrawal(
            reason: reason.split(whereSeparator: \.isWhitespace).joined(separator: " "),
            date: request.now.wholeMinute, leavesNotice: leavesNotice)
    }

    private static func withdraw(
        _ source: SingleSource, _ request: BuildRequest, _ order: Withdrawal
    ) throws(SourceEditFailure) -> SourceReport<WithdrawalOutcome> {
        let article = try article(source, request.now)
        let isChanged =
            article.withdrawal == nil ? try marked(source, article, order, request.root).write() : false
        let withdrawal = article.withdrawal ?? order
        var report = SourceReport<WithdrawalOutcome>(build: BuildReport())
        report.outcome = WithdrawalOutcome(article, withdrawal)
        do throws(OutputFailure) {
            report.build = try SiteBuild.runLocked(request)
            report.outcome?.url = report.build.settings.absoluteURL(
                ArticleAddress(report.build.settings).path(of: article))
            if report.build.hasErrors {
                report.outcome?.takedown = try takeDown(article, withdrawal, source, request)
            }
        } catch {
            // The failure of the build is told; the page goes if it still can.
            do throws(OutputFailure) { _ = try takeDown(article, withdrawal, source, request) } catch {}
            throw SourceEditFailure(error, source, isChanged: isChanged)
        }
        return report
    }

    /// The article, if there is something to be withdrawn.
    private static func article(
        _ source: SingleSource, _ now: Timestamp
    ) throws(SourceEditFailure) -> Article {
        func refusal(_ problem: PublicationProblem) -> SourceEditFailure {
            .refused(Diagnostic(.error, problem, at: Place(file: source.file)))
        }
        guard case .article(let article) = source.kind else { throw refusal(.pageWithdrawal) }
        let isHidden = article.isDraft || article.date > now
        if article.withdrawal == nil, isHidden, !source.isRecorded { throw refusal(.neverPublished) }
        return article
    }

    /// The source with `order` in its front matter, unless it has been withdrawn before.
    private static func marked(
        _ source: SingleSource, _ article: Article, _ order: Withdrawal, _ root: String
    ) throws(SourceEditFailure) -> SourceEdit {
        var edit = try SourceEdit(source, root: root)
        if article.withdrawal != nil { return edit }
        guard !order.reason.isEmpty else {
            throw .refused(Diagnostic(.error, PublicationProblem.noReason))
        }
        var fields = [(key: "reason", text: order.reason)]
        if let date = order.date {
            fields.append(("date", DateForm.iso.text(date, zone: source.site.settings.zone)))
        }
        if !order.leavesNotice { fields.append(("page", "none")) }
        try edit.edit { editor throws(FrontMatterEditRefusal) in
            // A draft has no page at all, and readers who have the address are owed the notice.
            if article.isDraft { try editor.remove("draft") }
            try editor.set("withdrawn", to: fields)
        }
        return edit
    }

    /// Takes the article away without a build. Nil when nothing was ever built.
    private static func takeDown(
        _ article: Article, _ withdrawal: Withdrawal, _ source: SingleSource, _ request: BuildRequest
    ) throws(OutputFailure) -> WithdrawalOutcome.Takedown? {
        guard WholeFile.exists(request.destination) else { return nil }
        let takedown = try Takedown(siteRoot: request.root, destination: request.destination)
        let standing = try takedown.standingFiles()
        let files = source.ownFiles(among: standing)
        func isStanding(_ address: String) -> Bool { standing.contains(TakedownAddresses.file(of: address)) }
        let all = TakedownAddresses.of(article, source.site)
        let addresses = all.filter(isStanding)
        let pages = addresses.map(TakedownAddresses.file)
        let prints = TakedownAddresses.prints(of: all, article, source.site).filter(isStanding)
            .map(TakedownAddresses.file)
        if withdrawal.leavesNotice {
            let notices = NoticePage.make(withdrawal, at: addresses, source.site, request)
            try takedown.run(replacing: Array(zip(pages, notices)), deleting: prints + files)
        } else {
            try takedown.run(replacing: [], deleting: pages + prints + files)
        }
        return .init(pages: pages.count + prints.count, files: files.count)
    }
}

/// What became of an article that was withdrawn.
package struct WithdrawalOutcome: Sendable {
    /// What was done to public/ without a build.
    package struct Takedown: Sendable, Hashable {
        /// Pages that were replaced or deleted.
        package let pages: Int
        /// Files that were deleted.
        package let files: Int
    }

    package let title: String
    /// Where the notice is, or where the article was.
    package var url: String
    /// The source said so before.
    package let wasWithdrawn: Bool
    package let leavesNotice: Bool
    /// Nil after a build.
    package var takedown: Takedown?

    init(_ article: Article, _ withdrawal: Withdrawal) {
        title = article.title
        url = ""
        wasWithdrawn = article.withdrawal != nil
        leavesNotice = withdrawal.leavesNotice
    }
}
