import ArgumentParser
import Build
import Diagnostics
import Model

struct WithdrawCommand: PortalVerb {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "withdraw",
            abstract: say(
                "Gỡ một bài ngay: trang của bài chỉ còn lời báo, tệp kèm theo bị xóa khỏi public/.",
                "Withdraws an article at once: a notice takes the place of its page, its files go."),
            aliases: ["go"])
    }

    @OptionGroup var common: CommonOptions

    @OptionGroup var article: ArticleArgument

    @Option(
        help: .init(
            say("Lý do, hiện trên trang thông báo.", "The reason, shown on the notice."), valueName: "text"))
    var reason: String

    @Flag(help: .init(say("Không để lại trang thông báo.", "Leaves no notice.")))
    var noPage = false

    func run() throws {
        let start = ContinuousClock.now
        var request = common.request
        let report = try ProgressLine.show(common, &request) { request in
            try Withdrawing.run(
                request, source: article.file, from: CommonOptions.absolute("."), reason: reason,
                leavesNotice: !noPage, onWait: common.announce)
        }
        common.show(report.build)
        let words = PublicationWords(language: common.language(site: report.build.settings.language))
        if let outcome = report.outcome {
            Console.print(words.withdrawn(outcome, report.build, request, in: ContinuousClock.now - start))
        }
        if report.build.hasErrors { throw report.build.failure }
        Exit.leave(report, with: ExitCode.success)
    }
}
