import ArgumentParser
import Build
import Diagnostics
import Model
import VietnameseText

struct BuildCommand: PortalVerb {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "build",
            abstract: say("Dựng cổng thông tin vào public/.", "Builds the portal into public/."),
            aliases: ["dung"])
    }

    @OptionGroup var common: CommonOptions

    @Option(help: .init(say("Dựng như ở thời điểm này.", "Builds as at this moment."), valueName: "time"))
    var at: String?

    @Flag(help: .init(say("Dựng cả bài nháp (cần -o).", "Builds drafts, too (needs -o).")))
    var drafts = false

    @Option(
        name: .shortAndLong,
        help: .init(
            say("Ghi vào thư mục này thay cho public/.", "Writes to this folder instead of public/."),
            valueName: "dir"))
    var output: String?

    @Option(help: .init(say("Số luồng.", "How many threads.")))
    var threads: Int?

    @Option(help: .init(say("Thay `url` của site.yaml.", "Replaces `url` of site.yaml."), valueName: "url"))
    var baseUrl: String?

    @Flag(
        help: .init(
            say(
                "Xóa tệp lạ trong thư mục kết quả khi không còn danh sách tệp.",
                "Removes unknown files of the output folder when the list of files is lost.")))
    var prune = false

    @Flag(
        help: .init(
            say(
                "Giữ bài có lỗi như lần dựng tốt gần nhất và vẫn dựng phần còn lại.",
                "Keeps articles with errors as they last were and builds the rest.")))
    var lastGood = false

    @Flag(
        help: .init(
            say(
                "Dựng lại từ đầu để so từng byte với kết quả.",
                "Builds once more from nothing and compares every byte.")))
    var verify = false

    @Flag(help: .init(say("In thời gian từng bước.", "Prints how long each step took.")))
    var times = false

    @Option(
        help: .init(
            say(
                "Ghi các địa chỉ đã thay đổi vào tệp này, mỗi dòng một JSON; `-` là màn hình.",
                "Writes the addresses that changed to this file, a JSON object a line; `-` is standard output."
            ),
            valueName: "file"))
    var changes: String?

    @Flag(
        help: .init(
            say(
                "Chỉ in lúc cổng thông tin cần dựng lại, không dựng.",
                "Only prints when the portal is due to be built again, and builds nothing.")))
    var nextDue = false

    func validate() throws {
        if let threads, !(1...64 ~= threads) {
            throw ValidationError(say("--threads phải từ 1 đến 64", "--threads must be 1 to 64"))
        }
    }

    func run() throws {
        if nextDue { return try printNextDue() }
        let clock = ContinuousClock()
        let start = clock.now
        var request = request
        if let problem = changesFile?.problem(siteRoot: request.root) {
            let refused = BuildReport([Diagnostic(.error, problem)])
            common.show(refused)
            throw refused.failure
        }
        let report = try ProgressLine.show(common, &request) {
            try SiteBuild.run($0, onWait: common.announce)
        }
        common.show(report)
        if report.output == nil { throw report.failure }
        let words = SummaryWords(language: common.language(site: report.settings.language))
        try writeChanges(report, request)
        // With `-`, standard output belongs to the changes.
        let tell = changes == "-" ? Console.note : Console.print
        tell(words.built(report, in: clock.now - start))
        if times {
            for time in report.times {
                tell("  \(time.name): \(Int(time.milliseconds.rounded())) ms")
            }
        }
        let isGood = !report.hasErrors && report.difference == nil
        Exit.leave(report, with: isGood ? .success : Exit.siteHasErrors)
    }

    /// The whole list at once, when the build is done.
    private func writeChanges(_ report: BuildReport, _ request: BuildRequest) throws {
        guard changes != nil else { return }
        let text = report.changes(request).map { $0.json + "\n" }.joined()
        if let changesFile { try changesFile.write(text) } else { try Console.write(text) }
    }

    /// Nil for standard output, or when nobody asks.
    private var changesFile: ChangesFile? {
        guard let changes, changes != "-" else { return nil }
        return ChangesFile(changes, at: CommonOptions.absolute(changes))
    }

    /// One line, or none when nothing is due: for timers.
    private func printNextDue() throws {
        var request = request
        // Nothing is written, so that no moment is too late for public/.
        request.output = request.root + "/.bantin/next-due"
        let inventory = SiteInventory.read(request)
        let language = common.language(site: inventory.settings.language)
        let errors = inventory.diagnostics.filter { $0.severity == .error }
        Console.error(
            DiagnosticPrinter(language: language, color: Console.isColored(common.color)).text(errors))
        let due = inventory.nextDue.map { ISO8601.string($0, zone: inventory.settings.zone) }
        try Console.write(lines: due.map { [$0] } ?? [])
        if !errors.isEmpty { throw BuildReport(errors).failure }
    }

    private var request: BuildRequest {
        var request = common.request
        request.output = output.map(CommonOptions.absolute)
        request.at = at
        request.drafts = drafts
        if let threads { request.threads = threads }
        request.baseURL = baseUrl
        request.prune = prune
        request.lastGood = lastGood
        request.verify = verify
        return request
    }
}
