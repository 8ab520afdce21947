package import Diagnostics
import Model
import Output
import VietnameseText

/// What a run says when it is done.
package struct SummaryWords {
    private let language: Language

    package init(language: Language) { self.language = language }

    private func say(_ vietnamese: String, _ english: String) -> String {
        language == .vietnamese ? vietnamese : english
    }

    /// Several lines, the last without a line end.
    package func built(_ report: BuildReport, in time: Duration) -> String {
        var lines = [head(report, time)]
        if let output = report.output { lines += changes(output) }
        lines += lostAddresses(report)
        lines += moved(report.summary)
        lines += waiting(report)
        lines += verified(report)
        return lines.joined(separator: "\n")
    }

    private func verified(_ report: BuildReport) -> [String] {
        if report.isBeyondVerifying {
            return [
                say(
                    "Chưa so được với bản dựng từ đầu: còn bài có lỗi.",
                    "Not compared with a build from nothing: there are errors.")
            ]
        }
        guard report.isVerified else { return [] }
        guard let difference = report.difference else {
            return [
                say("Dựng lại từ đầu cho kết quả giống hệt.", "A build from nothing gives exactly the same.")
            ]
        }
        let path = difference.path
        let what =
            switch difference.kind {
            case .missing: say("không có trong thư mục kết quả", "it is missing in the output folder")
            case .unexpected: say("không được có", "it should not be there")
            case .bytes(let line): say("khác từ dòng \(line)", "it differs from line \(line) on")
            }
        return [
            say(
                "Dựng lại từ đầu cho kết quả khác: \(path): \(what).",
                "A build from nothing gives another result: \(path): \(what).")
        ]
    }

    /// The build in short, and what waits.
    func ending(_ report: BuildReport, in time: Duration) -> [String] {
        [head(report, time)] + moved(report.summary) + waiting(report)
    }

    package func checked(_ report: BuildReport) -> String {
        let warnings = report.diagnostics.count { $0.severity == .warning }
        let head = say(
            "Đã kiểm tra \(report.summary.published) bài: không có lỗi, \(warnings) cảnh báo.",
            "Checked \(report.summary.published) articles: no errors, \(warnings) warnings.")
        return ([head] + waiting(report)).joined(separator: "\n")
    }

    private func head(_ report: BuildReport, _ time: Duration) -> String {
        let milliseconds = Int(
            (Double(time.components.seconds) * 1e3 + Double(time.components.attoseconds) / 1e15).rounded())
        let articles = Grouping.string(report.summary.published)
        let files = Grouping.string(report.output?.totalFiles ?? 0)
        return say(
            "Đã dựng \(articles) bài thành \(files) tệp trong \(milliseconds) ms.",
            "Built \(articles) articles into \(files) files in \(milliseconds) ms.")
    }

    private func changes(_ output: OutputReport) -> [String] {
        let counts = (output.added.count, output.changed.count, output.removed.count)
        var lines: [String] = []
        if counts == (0, 0, 0) {
            lines.append(say("Không có tệp nào thay đổi.", "No file changed."))
        } else {
            lines.append(
                say(
                    "Tệp mới: \(counts.0), thay đổi: \(counts.1), xóa: \(counts.2).",
                    "Files added: \(counts.0), changed: \(counts.1), removed: \(counts.2)."))
        }
        if !output.pruned.isEmpty {
            let head = say(
                "Đã xóa \(output.pruned.count) tệp không do bantin ghi:",
                "Removed these \(output.pruned.count) files, which bantin did not write:")
            lines += [head] + shown(output.pruned)
        }
        guard !output.foreign.isEmpty else { return lines }
        lines.append(
            say(
                "Không rõ ai ghi \(output.foreign.count) tệp sau nên giữ nguyên; `--prune` để xóa:",
                "Nobody knows who wrote these \(output.foreign.count) files, so they stay; `--prune` removes them:"
            ))
        return lines + shown(output.foreign)
    }

    /// The first of `paths`, and how many more there are.
    private func shown(_ paths: [String]) -> [String] {
        let rest = paths.count - Self.shownPaths
        let more = rest > 0 ? [say("  … và \(rest) tệp khác", "  … and \(rest) more")] : []
        return paths.prefix(Self.shownPaths).map { "  " + $0 } + more
    }

    private static let shownPaths = 20

    /// Without addresses.csv nobody knows the addresses that readers have from earlier.
    private func lostAddresses(_ report: BuildReport) -> [String] {
        guard report.lostAddresses else { return [] }
        return [
            say(
                "Không thấy addresses.csv nên địa chỉ cũ không còn dẫn tới bài: nếu bị mất, chép lại từ bản sao lưu rồi dựng lại.",
                "There was no addresses.csv, so old addresses lead nowhere: if it was lost, bring it back from a backup and build again."
            )
        ]
    }

    private func moved(_ summary: CatalogSummary) -> [String] {
        summary.moved.map { say("Đổi địa chỉ: \($0.from) → \($0.to)", "Moved: \($0.from) → \($0.to)") }
    }

    /// What was left out, and when the site is due again.
    private func waiting(_ report: BuildReport) -> [String] {
        let summary = report.summary
        let parts = [
            (summary.drafts, say("nháp", "drafts")), (summary.scheduled, say("hẹn giờ", "scheduled")),
            (summary.expired, say("hết hạn", "expired")), (summary.withdrawn, say("đã gỡ", "withdrawn")),
        ].filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
        var lines: [String] = []
        if !parts.isEmpty {
            lines.append(
                say("Không đưa vào danh sách: ", "Not listed: ") + parts.joined(separator: ", ") + ".")
        }
        if let due = summary.nextDue {
            let moment = due.shortText(in: report.settings.zone)
            lines.append(say("Lần thay đổi kế tiếp: \(moment).", "Next due: \(moment)."))
        }
        return lines
    }
}
