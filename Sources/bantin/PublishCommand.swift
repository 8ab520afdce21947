import ArgumentParser
import Build
import Diagnostics
import Model

struct PublishCommand: PortalVerb {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "publish",
            abstract: say(
                "Đăng một bài: kiểm tra, ghi ngày giờ, mã và đường dẫn, bỏ nháp, rồi dựng.",
                "Publishes an article: checks, stamps date, id and slug, clears draft, builds."),
            aliases: ["dang"])
    }

    @OptionGroup var common: CommonOptions

    @OptionGroup var article: ArticleArgument

    @Option(
        help: .init(
            say("Hẹn giờ: ngày giờ đăng, hoặc `now`.", "Schedules: when it comes out, or `now`."),
            valueName: "time"))
    var at: String?

    func run() throws {
        let start = ContinuousClock.now
        var request = common.request
        let report = try ProgressLine.show(common, &request) { request in
            try Publishing.run(
                request, source: article.file, from: CommonOptions.absolute("."), at: at,
                onWait: common.announce)
        }
        common.show(report.build)
        if report.build.hasErrors { throw report.build.failure }
        guard let outcome = report.outcome else { return }
        let words = PublicationWords(language: common.language(site: report.build.settings.language))
        Console.print(
            words.published(outcome, report.build, request, in: ContinuousClock.now - start))
        Exit.leave(report, with: ExitCode.success)
    }
}
