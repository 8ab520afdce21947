import ArgumentParser
import Build
import Diagnostics
import Model

struct ListCommand: PortalVerb {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "list",
            abstract: say("Liệt kê bài theo trạng thái.", "Lists articles by their state."),
            aliases: ["liet-ke"])
    }

    enum State: String, ExpressibleByArgument, CaseIterable {
        case drafts, scheduled, expired, published, withdrawn

        var visibility: Visibility {
            switch self {
            case .drafts: .draft
            case .scheduled: .scheduled
            case .expired: .expired
            case .published: .published
            case .withdrawn: .withdrawn
            }
        }
    }

    @OptionGroup var common: CommonOptions

    @Argument(
        help: .init(
            say(
                "drafts, scheduled, expired, published hoặc withdrawn; mặc định là tất cả.",
                "drafts, scheduled, expired, published or withdrawn; all by default.")))
    var state: State?

    @Option(help: .init(say("Trạng thái ở thời điểm này.", "The states at this moment."), valueName: "time"))
    var at: String?

    @Flag(
        help: .init(
            say(
                "Bảng cho Excel, LibreOffice: CSV, UTF-8.", "A table for spreadsheets: CSV in UTF-8.")))
    var csv = false

    func run() throws {
        var request = common.request
        request.at = at
        request.output = request.root + "/.bantin/list"
        let inventory = SiteInventory.read(request)
        let language = common.language(site: inventory.settings.language)
        // Sources with errors have no line here: they are named, so that none is missing in silence.
        let errors = inventory.diagnostics.filter { $0.severity == .error }
        Console.error(
            DiagnosticPrinter(language: language, color: Console.isColored(common.color)).text(errors))
        let lines = inventory.lines.filter { line in state.map { $0.visibility == line.state } ?? true }
        if csv {
            try Console.write(ArticleTable(language: language, zone: inventory.settings.zone).text(lines))
        } else {
            try Console.write(lines: lines.map { text($0, inventory.settings.zone, language) })
        }
        if !errors.isEmpty { throw Exit.siteHasErrors }
    }

    private func text(_ line: InventoryLine, _ zone: ZoneOffset, _ language: Language) -> String {
        let state = StateWords.text(line.state, language)
        return [line.date.shortText(in: zone), state, line.title, line.source].joined(separator: "  ")
    }
}

enum StateWords {
    static func text(_ state: Visibility, _ language: Language) -> String {
        guard language == .vietnamese else { return state.rawValue }
        switch state {
        case .draft: return "nháp"
        case .scheduled: return "hẹn giờ"
        case .published: return "đã đăng"
        case .expired: return "hết hạn"
        case .withdrawn: return "đã gỡ"
        }
    }
}
