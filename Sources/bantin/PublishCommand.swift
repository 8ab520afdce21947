import ArgumentParser
import Build
import Diagnostics
import Glibc
import Model

struct PublishCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "publish",
            abstract: say(
                "Đăng một bài: kiểm tra, ghi ngày giờ, mã và đường dẫn, bỏ nháp, rồi dựng.",
                "Publishes an article: checks, stamps date, id and slug, clears draft, builds."),
            aliases: ["dang"])
    }

    @OptionGroup var common: CommonOptions

    @Argument(
        help: .init(
            say("Tệp của bài, hoặc thư mục của bài.", "The article's file, or its folder."), valueName: "file"
        ))
    var file: String

    @Option(
        help: .init(
            say("Hẹn giờ: ngày giờ đăng, hoặc `now`.", "Schedules: when it comes out, or `now`."),
            valueName: "time"))
    var at: String?

    func run() throws {
        let start = ContinuousClock.now
        var request = BuildRequest(root: common.root, now: Clock.now)
        request.threads = Clock.processors
        let report = try ProgressLine.show(common, &request) { request in
            try Publishing.run(
                request, source: file, from: CommonOptions.absolute("."), at: at, onWait: common.announce)
        }
        common.show(report.build)
        if report.build.hasErrors {
            throw report.build.isWrongUsage ? Exit.wrongUsage : Exit.siteHasErrors
        }
        guard let outcome = report.outcome else { return }
        let words = PublicationWords(language: common.language(site: report.build.settings.language))
        Console.print(
            words.published(outcome, report.build, request, in: ContinuousClock.now - start))
        // Giving a large site back piece by piece takes longer than the system takes for all of it.
        withExtendedLifetime(report) { Glibc.exit(0) }
    }
}
