import Build
import Bytes
import Diagnostics
import Model
import Templates
import VietnameseText

/// The pages of the desk as HTML.
struct DeskPage {
    let contents: DeskContents
    let formToken: String
    let words: DeskWords

    var language: Language { contents.language }

    /// How many of each kind are listed.
    static let shownArticles = 20
    private static let shownFiles = 10

    init(_ contents: DeskContents, _ formToken: String) {
        self.contents = contents
        self.formToken = formToken
        words = DeskWords(language: contents.language)
    }

    // MARK: Front page

    func home(searching text: String, at now: Timestamp) -> String {
        let lists = contents.overview.map { overview in
            [
                newForm(overview), buildForm, drafts(overview), scheduled(overview, now),
                published(overview, text),
                others(overview),
            ]
        }
        let wrong = [problems, links]
        // What stands in the way of the next article comes first.
        let sections = contents.diagnostics.hasErrors ? wrong + (lists ?? []) : (lists ?? []) + wrong
        return page(words.desk, status + (sections + [files, log, profileLink]).joined())
    }

    /// What was edited in articles that readers have already is theirs after a build.
    private var buildForm: String {
        section(
            "build", words.buildSite,
            "<p>\(words.buildHint)</p>" + form(.build, "<button>\(words.build)</button>"))
    }

    var questionOfBuild: String {
        page(words.buildSite, "<p>\(words.willBuildAll)</p>" + confirmation(.build, [], words.build))
    }

    var withoutReason: String { failed(words.noReason) }

    private var status: String {
        let errors = contents.diagnostics.count { $0.severity == .error }
        let due = contents.overview?.summary.nextDue.map { due in
            words.nextDue(due.shortText(in: zone))
        }
        let state = errors == 0 ? words.noErrors : words.errors(errors)
        return """
            <p class="state \(errors == 0 ? "good" : "bad")" role="status">\(state)\
            \(due.map { " " + escaped($0) } ?? "")</p>

            """
    }

    private func newForm(_ overview: SiteOverview) -> String {
        let options = overview.categories.map {
            "<option value=\"\(escaped($0.folder))\">\(escaped($0.title))</option>"
        }
        return section(
            "new", words.newArticle,
            form(
                .new,
                """
                <label>\(words.headline) <input name="title" required maxlength="300"></label>
                <label>\(words.category) <select name="category">\(options.joined())</select></label>
                <button>\(words.make)</button>
                """))
    }

    private func drafts(_ overview: SiteOverview) -> String {
        let (count, items) = overview.articles(.draft, limit: Self.shownArticles)
        return section(
            "drafts", words.drafts, count: count,
            table(items, count) { item in publishForm(item) + scheduleForm(item, at: nil) })
    }

    private func scheduled(_ overview: SiteOverview, _ now: Timestamp) -> String {
        let (count, items) = overview.articles(.scheduled, limit: Self.shownArticles)
        return section(
            "scheduled", words.scheduled, count: count,
            table(items.reversed(), count) { item in publishForm(item) + scheduleForm(item, at: item.date) })
    }

    private func published(_ overview: SiteOverview, _ text: String) -> String {
        let (count, items) = overview.articles(.published, matching: text, limit: Self.shownArticles)
        let search = """
            <form role="search" action="\(Desk.path)#published"><label>\(words.find) \
            <input type="search" name="q" value="\(escaped(text))"></label> <button>\(words.search)</button></form>

            """
        return section(
            "published", words.published, count: count,
            search + table(items, count) { item in withdrawForm(item) })
    }

    /// Expired and withdrawn articles; there may be none of either.
    private func others(_ overview: SiteOverview) -> String {
        [
            ("expired", words.expired, Visibility.expired), ("withdrawn", words.withdrawn, .withdrawn),
        ].map { id, title, state in
            let (count, items) = overview.articles(state, limit: Self.shownArticles)
            if count == 0 { return "" }
            return section(id, title, count: count, table(items, count) { _ in "" })
        }.joined()
    }

    private var problems: String {
        let found = contents.diagnostics.filter { !$0.isBrokenLink && $0.severity != .notice }
        return section("problems", words.problems, count: found.count, messages(found))
    }

    private var links: String {
        let found = contents.diagnostics.filter(\.isBrokenLink)
        return section("links", words.links, count: found.count, messages(found))
    }

    private var files: String {
        let files =
            contents.overview?.largestFiles(root: contents.root, limit: Self.shownFiles) ?? []
        let rows = files.map { file in
            "<tr><td>\(escaped("content/" + file.path))</td><td class=\"number\">\(escaped(size(file.size)))</td></tr>"
        }
        return section(
            "files", words.largestFiles,
            rows.isEmpty
                ? none : "<table>\(head([words.file, words.size], numbers: [1]))\(rows.joined())</table>")
    }

    private var log: String {
        let rows = contents.log.entries.map { entry in
            let files = entry.files.map { "<code>\(escaped($0))</code>" }.joined(separator: " ")
            return """
                <tr><td class="date">\(escaped(entry.moment.shortText(in: zone)))</td><td>\(words.work(entry.work)) \(files)</td>\
                <td class="number">\(milliseconds(entry.time)) ms</td>\
                <td>\(words.found(errors: entry.errors, warnings: entry.warnings))</td></tr>
                """
        }
        return section(
            "log", words.lastBuilds,
            "<table>\(head([words.moment, words.what, words.time, words.result], numbers: [2]))\(rows.joined())</table>"
        )
    }

    private var profileLink: String {
        section(
            "templates", words.templates,
            "<p>\(words.profileHint)</p><p><a href=\"\(Desk.profilePath)\">\(words.measure)</a></p>")
    }

    // MARK: Templates

    func profile(_ profile: TemplateProfile?) -> String {
        let lines = profile?.lines ?? []
        let own = lines.reduce(Duration.zero) { $0 + $1.own }
        let rows = lines.map { line in
            """
            <tr><td><code>\(escaped(line.template))</code></td><td class="number">\(number(line.count))</td>\
            <td class="number">\(tenths(line.own))</td><td class="number">\(percent(line.own, of: own))</td>\
            <td class="number">\(tenths(line.total))</td>\
            <td class="number">\(microseconds(line.total / line.count))</td>\
            <td class="number">\(microseconds(line.longest))</td></tr>
            """
        }
        return page(
            words.templates,
            """
            <p>\(words.profileLegend)</p>
            <table>\(head(words.profileColumns, numbers: 1...6))\(rows.joined())</table>
            \(back)
            """)
    }

    // MARK: Questions and answers

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
    func unfinished(_ errors: [Diagnostic]) -> String {
        page(
            words.unfinished,
            "<p class=\"state bad\" role=\"alert\">\(words.begun)</p>"
                + messages(errors.filter { $0.severity == .error }) + back)
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

// MARK: - Parts

extension DeskPage {
    var zone: ZoneOffset { contents.overview?.settings.zone ?? Settings().zone }

    func escaped(_ text: String) -> String { HTMLEscape.escape(text) }

    private var none: String { "<p class=\"none\">\(words.none)</p>" }

    private var back: String { "<p><a href=\"\(Desk.path)\">\(words.back)</a></p>" }

    private func look(at address: String?) -> String {
        address.map { "<p><a href=\"\(escaped($0))\">\(words.look)</a></p>" } ?? ""
    }

    private func section(_ id: String, _ title: String, count: Int? = nil, _ body: String) -> String {
        let shown = count.map { " <span class=\"count\">\(number($0))</span>" }
        return """
            <section id="\(id)" aria-labelledby="\(id)-title"><h2 id="\(id)-title">\(title)\(shown ?? "")</h2>
            \(body)
            </section>

            """
    }

    /// `numbers` are the columns that hold some.
    private func head(_ columns: [String], numbers: some Sequence<Int> = []) -> String {
        let cells = columns.enumerated().map { column, title in
            "<th scope=\"col\"\(numbers.contains(column) ? " class=\"number\"" : "")>\(title)</th>"
        }
        return "<thead><tr>\(cells.joined())</tr></thead>"
    }

    private func table(
        _ items: [SiteOverview.Item], _ count: Int, _ buttons: (SiteOverview.Item) -> String
    ) -> String {
        if items.isEmpty { return none }
        let rows = items.map { item in
            let title = escaped(item.title)
            let link = item.url.map { "<a href=\"\(escaped($0))\">\(title)</a>" } ?? title
            return """
                <tr><td>\(link)<br><small>\(escaped(item.category)) · <code>\(escaped(item.file))</code></small></td>\
                <td class="date">\(escaped(item.date.shortText(in: zone)))</td><td class="actions">\(buttons(item))</td></tr>
                """
        }
        let more =
            count > items.count ? "<p>\(words.more(number(count - items.count)))</p>" : ""
        return "<table>\(head([words.article, words.date, words.actions]))\(rows.joined())</table>\(more)"
    }

    private func messages(_ diagnostics: [Diagnostic]) -> String {
        if diagnostics.isEmpty { return none }
        return "<pre>\(escaped(DiagnosticPrinter(language: language).text(diagnostics)))</pre>"
    }

    private func facts(_ facts: [(name: String, value: String)]) -> String {
        "<dl>" + facts.map { "<dt>\($0.name)</dt><dd>\($0.value)</dd>" }.joined() + "</dl>"
    }

    private func changes(_ changes: LineChanges, in file: String) -> String {
        if changes.isEmpty { return "<p>\(words.fileStays)</p>" }
        let lines =
            changes.removed.map { "<del>- \(escaped($0))</del>" }
            + changes.added.map { "<ins>+ \(escaped($0))</ins>" }
        return """
            <p>\(words.changesIn) <code>\(escaped(file))</code>:</p>
            <pre class="changes">\(lines.joined(separator: "\n"))</pre>
            """
    }

    // MARK: Forms

    private func form(_ action: Desk.Action, _ fields: String) -> String {
        """
        <form method="post" action="\(action.path)"><input type="hidden" name="form" value="\(formToken)">
        \(fields)</form>

        """
    }

    private func hidden(_ name: String, _ value: String) -> String {
        "<input type=\"hidden\" name=\"\(name)\" value=\"\(escaped(value))\">"
    }

    private func confirmation(
        _ action: Desk.Action, _ fields: [(name: String, value: String)], _ button: String
    ) -> String {
        let hidden = (fields + [("confirm", "yes")]).map { self.hidden($0.name, $0.value) }.joined()
        return form(
            action,
            "\(hidden)<button class=\"do\">\(button)</button> <a href=\"\(Desk.path)\">\(words.cancel)</a>")
    }

    private func publishForm(_ item: SiteOverview.Item) -> String {
        form(
            .publish,
            hidden("source", item.file) + hidden("at", "now") + "<button>\(words.publishNow)</button>")
    }

    private func scheduleForm(_ item: SiteOverview.Item, at date: Timestamp?) -> String {
        let value = date.map { DateForm.field.text($0, zone: zone) } ?? ""
        return """
            <details><summary>\(words.schedule)</summary>\
            \(form(
                .publish,
                hidden("source", item.file)
                    + "<label>\(words.comesOut) <input type=\"datetime-local\" name=\"at\" required value=\"\(value)\"></label>"
                    + " <button>\(words.schedule)</button>"))</details>
            """
    }

    private func withdrawForm(_ item: SiteOverview.Item) -> String {
        """
        <details><summary>\(words.withdraw)</summary>\
        \(form(
            .withdraw,
            hidden("source", item.file)
                + "<label>\(words.reason) <input name=\"reason\" required maxlength=\"300\"></label>"
                + " <label><input type=\"checkbox\" name=\"notice\" value=\"yes\" checked> \(words.leaveNotice)</label>"
                + " <button>\(words.withdraw)</button>"))</details>
        """
    }

    // MARK: Numbers

    private func number(_ number: Int) -> String {
        Grouping.string(number, separator: language == .vietnamese ? "." : ",")
    }

    private var decimalSign: String { language == .vietnamese ? "," : "." }

    private func size(_ bytes: Int) -> String {
        bytes < 1024 * 1024
            ? "\(number(max(1, bytes / 1024))) KB"
            : "\(bytes / (1024 * 1024))\(decimalSign)\(bytes % (1024 * 1024) * 10 / (1024 * 1024)) MB"
    }

    private func milliseconds(_ time: Duration) -> String {
        number(Int((time / .milliseconds(1)).rounded()))
    }

    /// Milliseconds with one decimal.
    private func tenths(_ time: Duration) -> String {
        let tenths = Int((time / .microseconds(100)).rounded())
        return "\(number(tenths / 10))\(decimalSign)\(tenths % 10)"
    }

    private func microseconds(_ time: Duration) -> String {
        number(Int((time / .microseconds(1)).rounded()))
    }

    private func percent(_ part: Duration, of all: Duration) -> String {
        all == .zero ? "0 %" : "\(Int((part / all * 100).rounded())) %"
    }
}

extension Diagnostic {
    /// Links and pictures that lead nowhere.
    fileprivate var isBrokenLink: Bool { problem.kind == "link" || problem.kind == "file" }
}
