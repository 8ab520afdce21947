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

    func home(searching text: String) -> String {
        let lists = contents.overview.map { overview in
            [
                newForm(overview), buildForm, drafts(overview), scheduled(overview),
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

    private var status: String {
        let errors = contents.diagnostics.errors.count
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

    private func scheduled(_ overview: SiteOverview) -> String {
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
}

extension Diagnostic {
    /// Links and pictures that lead nowhere.
    fileprivate var isBrokenLink: Bool { problem.kind == "link" || problem.kind == "file" }
}
