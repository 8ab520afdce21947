import ArgumentParser
import Build
import Diagnostics
import Model
import Preview

struct ServeCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "serve",
            abstract: say("Xem trước trên máy này.", "Shows the portal on this machine."), aliases: ["xem"])
    }

    @OptionGroup var common: CommonOptions

    @Option(help: .init(say("Cổng mạng.", "The port.")))
    var port = 8080

    @Option(
        help: .init(say("Xem như ở thời điểm này.", "Shows the portal as at this moment."), valueName: "time")
    )
    var at: String?

    @Flag(
        help: .init(say("Không hiện bài nháp và bài hẹn giờ.", "Shows neither drafts nor what is scheduled."))
    )
    var noDrafts = false

    @Flag(
        help: .init(
            say(
                "Tự dò tìm thay đổi, cho ổ đĩa mạng không báo thay đổi.",
                "Looks for changes itself, for network folders that do not tell of them.")))
    var poll = false

    func validate() throws {
        guard 0...65535 ~= port else {
            throw ValidationError(say("--port phải từ 0 đến 65535", "--port must be 0 to 65535"))
        }
    }

    func run() async throws {
        var request = common.request
        request.at = at
        request.drafts = !noDrafts
        request.scheduled = !noDrafts
        request.output = request.root + "/.bantin/serve"
        let common = common
        let site = PreviewSite(
            request, clock: { Clock.now }, language: { common.language(site: $0.language) })
        let words = common.language(site: nil)
        do {
            try await PreviewServer(port: port, site: site, polling: poll).run { address in
                Console.print(
                    words == .vietnamese
                        ? "Xem tại \(address) (Ctrl-C để dừng)" : "Look at \(address) (Ctrl-C stops it)")
            }
        } catch let failure as PreviewFailure {
            Console.error(DiagnosticPrinter(language: words).text(Diagnostic(.error, failure)))
            throw Exit.machineFailed
        }
    }
}
