import ArgumentParser
import Build
import Model

struct CheckCommand: PortalVerb {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "check",
            abstract: say(
                "Kiểm tra mọi thứ, nghiêm hơn khi dựng; không ghi gì.",
                "Checks everything, stricter than a build; writes nothing."),
            aliases: ["kiem-tra"])
    }

    @OptionGroup var common: CommonOptions

    @Option(help: .init(say("Kiểm tra như ở thời điểm này.", "Checks as at this moment."), valueName: "time"))
    var at: String?

    func run() throws {
        var request = common.request
        request.at = at
        // Nothing is written, so that no moment is too late for public/.
        request.output = request.root + "/.bantin/check"
        request.strict = true
        let report = SiteBuild.check(request)
        common.show(report)
        if report.hasErrors { throw report.failure }
        Console.print(SummaryWords(language: common.language(site: report.settings.language)).checked(report))
    }
}
