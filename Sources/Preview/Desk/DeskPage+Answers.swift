import Build
import Diagnostics
import Model
import VietnameseText

/// What a button asks before it does something, and what it says afterwards.
extension DeskPage {
    var questionOfBuild: String {
        page(words.buildSite, "<p>\(words.willBuildAll)</p>" + confirmation(.build, [], words.build))
    }

    var withoutReason: String { failed(words.noReason) }

    func question(_ draft: NewDraft) -> String {
        page(
            words.newArticle,
            """
            <p>\(words.willMake)</p>
            \(facts([(words.headline, escaped(draft.title)), (words.file, "<code>\(escaped(draft.path))</code>")]))
            <pre>\(escaped(draft.text))</pre>
            \(confirmation(.new, [("title", draft.title), ("category", draft.category)], words.make))
            """)
    }

    func question(
        _ rehearsal: Rehearsal<PublicationOutcome>, source: String, at: String?, _ build: BuildReport
    ) -> String {
        let outcome = rehearsal.outcome
        let moment = outcome.date.shortText(in: build.settings.zone)
        let isScheduled = outcome.state == .scheduled
        return page(
            isScheduled ? words.schedule : words.publish,
            """
            \(facts([
                (words.headline, escaped(outcome.title)),
                (isScheduled ? words.comesOut : words.date, escaped(moment)),
                (words.address, escaped(outcome.url)),
            ]))
            \(changes(rehearsal.changes, in: source))
            <p>\(words.willBuild)</p>
            \(confirmation(
                .publish, [("source", source), ("at", at ?? "")],
                isScheduled ? words.schedule : words.publish))
            """)
    }

    func question(_ rehearsal: Rehearsal<WithdrawalOutcome>, source: String, reason: String) -> String {
        let outcome = rehearsal.outcome
        return page(
            words.withdraw,
            """
            \(facts([
                (words.headline, escaped(outcome.title)), (words.address, escaped(outcome.url)),
                (words.reason, escaped(reason)),
            ]))
            <p>\(outcome.leavesNotice ? words.noticeStays : words.nothingStays)</p>
            \(changes(rehearsal.changes, in: source))
            <p>\(words.willBuild)</p>
            \(confirmation(
                .withdraw,
                [("source", source), ("reason", reason)] + (outcome.leavesNotice ? [("notice", "yes")] : []),
                words.withdraw))
            """)
    }

    /// `address` is that of the article in the preview, if it has a page there.
    func made(_ draft: NewDraft, at address: String?) -> String {
        page(
            words.done,
            """
            <p role="status" class="state good">\(words.isMade)</p>
            <p><code>\(escaped(draft.path))</code></p><p>\(words.writeThere)</p>\(look(at: address))\(back)
            """)
    }

    /// `text` is what the verb says; `errors` what is still wrong.
    func done(_ text: String, at address: String?, _ errors: [Diagnostic] = []) -> String {
        page(
            words.done,
            "<pre role=\"status\" class=\"told\">\(escaped(text))</pre>"
                + (errors.isEmpty ? "" : messages(errors)) + look(at: address) + back)
    }

    /// The deed was begun.
    func unfinished(_ found: [Diagnostic]) -> String {
        page(
            words.unfinished,
            "<p class=\"state bad\" role=\"alert\">\(words.begun)</p>"
                + messages(found.errors) + back)
    }

    func failed(_ errors: [Diagnostic]) -> String {
        page(
            words.notDone,
            "<p class=\"state bad\" role=\"alert\">\(words.nothingChanged)</p>\(messages(errors))\(back)")
    }

    func failed(_ reason: String) -> String {
        page(
            words.notDone,
            "<p class=\"state bad\" role=\"alert\">\(words.nothingChanged)</p><pre>\(escaped(reason))</pre>\(back)"
        )
    }

    /// The form is of an earlier run of the preview, or of another site.
    var stale: String { failed(words.staleForm) }

    var unknownArticle: String { failed(words.noSuchArticle) }

    /// The answer to somebody who may not look.
    static func refusal(_ decision: Access.Decision, _ language: Language) -> String {
        DeskWords(language: language).refusal(decision)
    }
}
