import Build
import Bytes
import Diagnostics
import Model
import VietnameseText

/// What pages are made of.
extension DeskPage {
    var zone: ZoneOffset { contents.overview?.settings.zone ?? Settings().zone }

    func escaped(_ text: String) -> String { HTMLEscape.escape(text) }

    var none: String { "<p class=\"none\">\(words.none)</p>" }

    var back: String { "<p><a href=\"\(Desk.path)\">\(words.back)</a></p>" }

    func look(at address: String?) -> String {
        address.map { "<p><a href=\"\(escaped($0))\">\(words.look)</a></p>" } ?? ""
    }

    func section(_ id: String, _ title: String, count: Int? = nil, _ body: String) -> String {
        let shown = count.map { " <span class=\"count\">\(number($0))</span>" }
        return """
            <section id="\(id)" aria-labelledby="\(id)-title"><h2 id="\(id)-title">\(title)\(shown ?? "")</h2>
            \(body)
            </section>

            """
    }

    /// `numbers` are the columns that hold some.
    func head(_ columns: [String], numbers: some Sequence<Int> = []) -> String {
        let cells = columns.enumerated().map { column, title in
            "<th scope=\"col\"\(numbers.contains(column) ? " class=\"number\"" : "")>\(title)</th>"
        }
        return "<thead><tr>\(cells.joined())</tr></thead>"
    }

    func table(
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

    func messages(_ diagnostics: [Diagnostic]) -> String {
        if diagnostics.isEmpty { return none }
        return "<pre>\(escaped(DiagnosticPrinter(language: language).text(diagnostics)))</pre>"
    }

    func facts(_ facts: [(name: String, value: String)]) -> String {
        "<dl>" + facts.map { "<dt>\($0.name)</dt><dd>\($0.value)</dd>" }.joined() + "</dl>"
    }

    func changes(_ changes: LineChanges, in file: String) -> String {
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

    func form(_ action: Desk.Action, _ fields: String) -> String {
        """
        <form method="post" action="\(action.path)"><input type="hidden" name="form" value="\(formToken)">
        \(fields)</form>

        """
    }

    func hidden(_ name: String, _ value: String) -> String {
        "<input type=\"hidden\" name=\"\(name)\" value=\"\(escaped(value))\">"
    }

    func confirmation(
        _ action: Desk.Action, _ fields: [(name: String, value: String)], _ button: String
    ) -> String {
        let hidden = (fields + [("confirm", "yes")]).map { self.hidden($0.name, $0.value) }.joined()
        return form(
            action,
            "\(hidden)<button class=\"do\">\(button)</button> <a href=\"\(Desk.path)\">\(words.cancel)</a>")
    }

    func publishForm(_ item: SiteOverview.Item) -> String {
        form(
            .publish,
            hidden("source", item.file) + hidden("at", "now") + "<button>\(words.publishNow)</button>")
    }

    func scheduleForm(_ item: SiteOverview.Item, at date: Timestamp?) -> String {
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

    func withdrawForm(_ item: SiteOverview.Item) -> String {
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

    func number(_ number: Int) -> String {
        Grouping.string(number, separator: language == .vietnamese ? "." : ",")
    }

    var decimalSign: String { language == .vietnamese ? "," : "." }

    func size(_ bytes: Int) -> String {
        bytes < 1024 * 1024
            ? "\(number(max(1, bytes / 1024))) KB"
            : "\(bytes / (1024 * 1024))\(decimalSign)\(bytes % (1024 * 1024) * 10 / (1024 * 1024)) MB"
    }

    func milliseconds(_ time: Duration) -> String {
        number(Int((time / .milliseconds(1)).rounded()))
    }

    /// Milliseconds with one decimal.
    func tenths(_ time: Duration) -> String {
        let tenths = Int((time / .microseconds(100)).rounded())
        return "\(number(tenths / 10))\(decimalSign)\(tenths % 10)"
    }

    func microseconds(_ time: Duration) -> String {
        number(Int((time / .microseconds(1)).rounded()))
    }

    func percent(_ part: Duration, of all: Duration) -> String {
        all == .zero ? "0 %" : "\(Int((part / all * 100).rounded())) %"
    }
}
