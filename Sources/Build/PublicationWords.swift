package import Diagnostics
import Model
import VietnameseText

/// What `publish` and `withdraw` say when they are done.
package struct PublicationWords {
    private let language: Language
    /// More addresses than this are counted, not shown.
    private static let shownAddresses = 10

    package init(language: Language) { self.language = language }

    private func say(_ vietnamese: String, _ english: String) -> String {
        language == .vietnamese ? vietnamese : english
    }

    private var summary: SummaryWords { SummaryWords(language: language) }

    /// Several lines, the last without a line end.
    package func published(
        _ outcome: PublicationOutcome, _ report: BuildReport, _ request: BuildRequest, in time: Duration
    ) -> String {
        var lines = [head(outcome, report.settings.zone)]
        if !outcome.written.isEmpty {
            let fields = outcome.written.joined(separator: ", ")
            lines.append(
                say("Đã ghi vào \(outcome.file): \(fields).", "Changed in \(outcome.file): \(fields)."))
        }
        lines.append(
            outcome.state == .scheduled
                ? say("Khi đến giờ, bài ở: \(outcome.url)", "When it is due it will be at: \(outcome.url)")
                : say("Xem tại: \(outcome.url)", "Look at: \(outcome.url)"))
        return (lines + changes(report, request, first: outcome.url) + summary.ending(report, in: time))
            .joined(separator: "\n")
    }

    /// The same for an article that was withdrawn.
    package func withdrawn(
        _ outcome: WithdrawalOutcome, _ report: BuildReport, _ request: BuildRequest, in time: Duration
    ) -> String {
        var lines = [head(outcome)]
        if let takedown = outcome.takedown { return (lines + self.lines(takedown)).joined(separator: "\n") }
        if report.hasErrors { return (lines + [listsFollow]).joined(separator: "\n") }
        if outcome.leavesNotice {
            lines.append(say("Trang thông báo: \(outcome.url)", "The notice is at: \(outcome.url)"))
        }
        return (lines + changes(report, request, first: outcome.url) + summary.ending(report, in: time))
            .joined(separator: "\n")
    }

    // MARK: Heads

    private func head(_ outcome: PublicationOutcome, _ zone: ZoneOffset) -> String {
        let moment = outcome.date.shortText(in: zone)
        let title = outcome.title
        switch (outcome.state, outcome.written.isEmpty) {
        case (_, true) where outcome.isPage:
            return say("Trang “\(title)” đã đăng từ trước.", "The page “\(title)” was published before.")
        case (_, false) where outcome.isPage:
            return say("Đã đăng trang “\(title)”.", "Published the page “\(title)”.")
        case (.scheduled, true):
            return say(
                "“\(title)” đã hẹn giờ từ trước: \(moment).", "“\(title)” was scheduled before: \(moment).")
        case (.scheduled, false):
            return say("Đã hẹn giờ đăng “\(title)”: \(moment).", "Scheduled “\(title)”: \(moment).")
        case (.expired, _):
            return say(
                "“\(title)” đã hết hạn: có trang, không có trong danh sách.",
                "“\(title)” has expired: it has a page and is in no list.")
        case (_, true):
            return say(
                "“\(title)” đã đăng từ trước: \(moment).", "“\(title)” was published before: \(moment).")
        case (_, false): return say("Đã đăng “\(title)”: \(moment).", "Published “\(title)”: \(moment).")
        }
    }

    private func head(_ outcome: WithdrawalOutcome) -> String {
        if outcome.wasWithdrawn {
            return say(
                "“\(outcome.title)” đã gỡ từ trước; lý do trong tệp giữ nguyên.",
                "“\(outcome.title)” was withdrawn before; the reason in its file stays.")
        }
        return say("Đã gỡ “\(outcome.title)”.", "Withdrew “\(outcome.title)”.")
    }

    // MARK: Withdrawn without a build

    private func lines(_ takedown: WithdrawalOutcome.Takedown) -> [String] {
        let done = say(
            "Cổng thông tin còn lỗi nên chưa dựng được; đã gỡ ngay khỏi public/: \(takedown.pages) trang, \(takedown.files) tệp.",
            "The site has errors and was not built; taken out of public/ at once: pages \(takedown.pages), files \(takedown.files)."
        )
        if takedown.pages > 0 { return [done, listsFollow] }
        let warning = say(
            "Chưa thấy trang nào của bài trong public/: nếu tệp vừa đổi tên hay chuyển chỗ, trang cũ vẫn còn cho đến khi dựng được.",
            "No page of it was found in public/: if its file was renamed or moved since the last build, the old page stays until the site is built."
        )
        return [done, warning, listsFollow]
    }

    private var listsFollow: String {
        say(
            "Các danh sách còn tên bài cho đến khi sửa xong lỗi và chạy: bantin build",
            "Lists show the article until the errors are mended and this is run: bantin build")
    }

    // MARK: Addresses

    /// The addresses that changed, that of the article first, then by path.
    private func changes(_ report: BuildReport, _ request: BuildRequest, first: String) -> [String] {
        let changes = report.changes(request).map {
            (url: report.settings.url.origin + $0.url, kind: $0.kind)
        }
        if changes.isEmpty { return [say("Không có địa chỉ nào thay đổi.", "No address changed.")] }
        let ordered = changes.filter { $0.url == first } + changes.filter { $0.url != first }
        let shown = ordered.prefix(Self.shownAddresses).map { "  \($0.url)\(mark($0.kind))" }
        let rest = ordered.count - shown.count
        let more = rest > 0 ? [say("  … và \(rest) địa chỉ khác", "  … and \(rest) more")] : []
        return [say("Địa chỉ thay đổi: \(ordered.count)", "Addresses changed: \(ordered.count)")] + shown
            + more
    }

    private func mark(_ kind: SiteChange.Kind) -> String {
        switch kind {
        case .added: say(" (mới)", " (new)")
        case .changed: ""
        case .removed: say(" (xóa)", " (removed)")
        }
    }
}
