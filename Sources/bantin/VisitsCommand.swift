import ArgumentParser
import Build
import Diagnostics
import Model
import VietnameseText
import Visits

/// What was counted: shown, carried over, written into the build's input.
struct VisitsCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "visits",
            abstract: say("Số lượt truy cập và lượt xem.", "Counts of visits and views."),
            subcommands: [
                Top.self, Report.self, Bake.self, Baseline.self, Export.self, Import.self,
                Log.self,
            ])
    }
}

/// The days that a report is about.
struct Period: ParsableArguments {
    @Option(
        help: .init(
            say("Từ ngày này, ví dụ 1/11/2026.", "From this day on, such as 1/11/2026."), valueName: "day"))
    var from: String?

    @Option(help: .init(say("Đến hết ngày này.", "To the end of this day."), valueName: "day"))
    var to: String?

    /// The first and last day as the store writes them; everything when nothing is said.
    func days(zone: ZoneOffset) throws -> (first: Int, last: Int) {
        (try day(from, zone) ?? 0, try day(to, zone) ?? 99_999_999)
    }

    private func day(_ text: String?, _ zone: ZoneOffset) throws -> Int? {
        guard let text else { return nil }
        guard case .success(let date) = DateParser.parse(text, zone: zone) else {
            throw ValidationError(
                say(
                    "`\(text)` không phải ngày; viết như 1/11/2026",
                    "`\(text)` is no day; write it like 1/11/2026"))
        }
        return date.timestamp.civil(in: zone).date.number
    }
}

/// The portal of a subcommand of `visits`, and its store.
struct CountedPortal {
    let root: String
    let settings: Settings
    let language: Language

    init(_ common: CommonOptions) throws {
        root = common.root
        settings = try common.settings()
        language = common.language(site: settings.language)
    }

    var reading: SQLiteVisitStore {
        get throws { try SQLiteVisitStore(root: root, forReading: true) }
    }

    var writing: SQLiteVisitStore {
        get throws { try SQLiteVisitStore(root: root) }
    }

    func words(_ vietnamese: String, _ english: String) -> String {
        language == .vietnamese ? vietnamese : english
    }
}

extension VisitsCommand {
    struct Top: AsyncParsableCommand, PortalVerb {
        static var configuration: CommandConfiguration {
            CommandConfiguration(
                commandName: "top",
                abstract: say("Bài được đọc nhiều nhất.", "The articles that were read most."))
        }

        @OptionGroup var common: CommonOptions
        @OptionGroup var period: Period

        @Option(help: .init(say("Số bài.", "How many.")))
        var count = 20

        @Flag(help: .init(say("Bảng cho Excel, LibreOffice.", "A table for spreadsheets.")))
        var csv = false

        func run() async throws {
            let portal = try CountedPortal(common)
            let (first, last) = try period.days(zone: portal.settings.zone)
            let most = try await portal.reading.mostRead(from: first, to: last, limit: max(count, 0))
            let lines = Dictionary(
                SiteInventory.read(common.request).lines.map { ($0.id, $0) },
                uniquingKeysWith: { first, _ in first })
            let rows = most.map { views in
                [
                    String(views.views), lines[views.article]?.title ?? views.article,
                    lines[views.article]?.url ?? "",
                ]
            }
            if csv {
                let head = portal.words("Lượt xem|Tiêu đề|Địa chỉ", "Views|Title|URL").split(separator: "|")
                    .map(String.init)
                try Console.write(Spreadsheet.text([head] + rows))
            } else {
                try Console.write(lines: rows.map { $0[0] + "  " + $0[1] })
            }
        }
    }

    struct Report: AsyncParsableCommand, PortalVerb {
        static var configuration: CommandConfiguration {
            CommandConfiguration(
                commandName: "report", abstract: say("Số liệu từng ngày.", "The counts of each day."))
        }

        @OptionGroup var common: CommonOptions
        @OptionGroup var period: Period

        @Flag(help: .init(say("Bảng cho Excel, LibreOffice.", "A table for spreadsheets.")))
        var csv = false

        func run() async throws {
            let portal = try CountedPortal(common)
            let (first, last) = try period.days(zone: portal.settings.zone)
            let days = try await portal.reading.days(from: first, to: last)
            let total = [
                portal.words("Tổng", "Total"), String(days.reduce(0) { $0 + $1.visits }),
                String(days.reduce(0) { $0 + $1.views }),
            ]
            let rows = days.map { [Self.day($0.day), String($0.visits), String($0.views)] } + [total]
            if csv {
                let head = portal.words("Ngày|Lượt truy cập|Lượt xem bài", "Day|Visits|Views").split(
                    separator: "|")
                try Console.write(Spreadsheet.text([head.map(String.init)] + rows))
            } else {
                try Console.write(lines: rows.map { $0.joined(separator: "  ") })
            }
        }

        /// 20261122 as 2026-11-22, which spreadsheets understand in every language.
        private static func day(_ number: Int) -> String {
            let digits = String(number)
            return digits.prefix(4) + "-" + digits.dropFirst(4).prefix(2) + "-" + digits.suffix(2)
        }
    }

    struct Bake: AsyncParsableCommand, PortalVerb {
        static var configuration: CommandConfiguration {
            CommandConfiguration(
                commandName: "bake",
                abstract: say(
                    "Ghi số liệu vào counts.json cho lần dựng sau.", "Writes counts.json for the next build.")
            )
        }

        @OptionGroup var common: CommonOptions

        @Option(help: .init(say("Đọc nhiều trong ngần ấy ngày.", "Read most within so many days.")))
        var days = 30

        @Option(help: .init(say("Số bài đọc nhiều.", "How many of those read most.")))
        var most = 20

        func validate() throws {
            guard 1...36_600 ~= days, 0...1_000 ~= most else {
                throw ValidationError(
                    say(
                        "--days từ 1 đến 36600, --most từ 0 đến 1000",
                        "--days is 1 to 36600, --most 0 to 1000"))
            }
        }

        func run() async throws {
            let portal = try CountedPortal(common)
            let store = try portal.reading
            let now = Clock.now
            let first = Timestamp(seconds: now.seconds - (days - 1) * 86_400).civil(in: portal.settings.zone)
                .date
            let baked = BakedCounts(
                total: try await store.numbers(of: nil).site, at: now, zone: portal.settings.zone,
                articles: try await store.views(), days: days,
                mostRead: try await store.mostRead(from: first.number, to: 99_999_999, limit: most).map(
                    \.article))
            try WholeFile.write(try baked.json, to: portal.root + "/counts.json")
            Console.print(portal.words("Đã ghi counts.json.", "counts.json is written."))
        }
    }

    struct Baseline: AsyncParsableCommand, PortalVerb {
        static var configuration: CommandConfiguration {
            CommandConfiguration(
                commandName: "baseline",
                abstract: say(
                    "Đặt số liệu mang từ trang cũ sang.",
                    "Sets the counts brought along from an older portal."))
        }

        @OptionGroup var common: CommonOptions

        @Option(help: .init(say("Tổng lượt truy cập của trang cũ.", "All visits of the older portal.")))
        var total: Int?

        @Option(
            help: .init(
                say(
                    "Lượt xem cũ của một bài; viết được nhiều lần.",
                    "Older views of an article; may be repeated."),
                valueName: "id=number"))
        var article: [String] = []

        func validate() throws {
            if let total, !(0...HistoryFile.largest ~= total) {
                throw ValidationError(
                    say("--total từ 0 đến \(HistoryFile.largest)", "--total is 0 to \(HistoryFile.largest)"))
            }
            if total == nil, article.isEmpty {
                throw ValidationError(say("cần --total hoặc --article", "--total or --article is needed"))
            }
            _ = try articles
        }

        private var articles: [String: Int] {
            get throws {
                var articles: [String: Int] = [:]
                for text in article {
                    guard let equals = text.lastIndex(of: "="),
                        let views = Int(text[text.index(after: equals)...]),
                        0...HistoryFile.largest ~= views, equals > text.startIndex
                    else {
                        throw ValidationError(
                            say("--article viết như ma-bai=14589", "--article is written like the-id=14589"))
                    }
                    articles[String(text[..<equals])] = views
                }
                return articles
            }
        }

        func run() async throws {
            let portal = try CountedPortal(common)
            let known = KnownArticles(root: portal.root)
            let articles = try articles
            if let unknown = articles.keys.sorted().first(where: { known.number(of: $0) == nil }) {
                throw ValidationError(
                    say("không có bài nào mang mã `\(unknown)`", "no article has the id `\(unknown)`"))
            }
            let store = try portal.writing
            try await store.setBaseline(total, articles: articles)
            Console.print(portal.words("Đã đặt.", "Set."))
        }
    }

    struct Export: AsyncParsableCommand, PortalVerb {
        static var configuration: CommandConfiguration {
            CommandConfiguration(
                commandName: "export",
                abstract: say(
                    "Xuất mọi số liệu ra màn hình (CSV).", "Prints all counts (CSV), to be kept or moved."))
        }

        @OptionGroup var common: CommonOptions

        func run() async throws {
            try Console.write(HistoryFile.text(try await CountedPortal(common).reading.history()))
        }
    }

    struct Import: AsyncParsableCommand, PortalVerb {
        static var configuration: CommandConfiguration {
            CommandConfiguration(
                commandName: "import",
                abstract: say(
                    "Nạp số liệu đã xuất vào nơi chưa đếm gì.",
                    "Takes over exported counts where nothing was counted."))
        }

        @OptionGroup var common: CommonOptions

        @Argument(help: .init(say("Tệp do `export` ghi.", "A file that `export` wrote.")))
        var file: String

        func run() async throws {
            let portal = try CountedPortal(common)
            let path = CommonOptions.absolute(file)
            guard let bytes = try? WholeFile.read(path) else {
                throw HistoryFileFailure.cannotRead(name: file)
            }
            let history = try HistoryFile.read(bytes, name: file)
            try await portal.writing.restore(history)
            Console.print(portal.words("Đã nạp.", "Imported."))
        }
    }
}
