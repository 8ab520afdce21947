import ArgumentParser
import Build
import Diagnostics
import Model
import Preview

struct ServeCommand: AsyncParsableCommand, PortalVerb {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "serve",
            abstract: say("Xem trước trên máy này.", "Shows the portal on this machine."), aliases: ["xem"])
    }

    @OptionGroup var common: CommonOptions

    @Option(help: .init(say("Cổng mạng.", "The port.")))
    var port = 8080

    @Option(
        help: .init(
            say(
                "Địa chỉ của máy này; máy khác xem được thì phải có mã in ra lúc khởi động.",
                "An address of this machine; who looks from another one needs the token that is printed."),
            valueName: "addr"))
    var listen = "127.0.0.1"

    @Flag(help: .init(say("Mở trình duyệt.", "Opens the browser.")))
    var open = false

    @Flag(
        help: .init(
            say("Trình duyệt chuyển đến bài vừa lưu.", "Browsers go to the article that was saved.")))
    var navigate = false

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
        var options = PreviewOptions()
        options.port = port
        options.address = listen
        options.polling = poll
        options.navigates = navigate
        let (common, opens) = (common, open)
        let site = PreviewSite(
            request, clock: { Clock.now }, language: { common.language(site: $0.language) })
        let words = common.language(site: SiteInventory.language(root: common.root))
        do {
            try await PreviewServer(options, site: site, request: common.request).run { address in
                Console.print(
                    words == .vietnamese
                        ? "Xem tại \(address) (Ctrl-C để dừng)" : "Look at \(address) (Ctrl-C stops it)")
                if opens, !Browser.open(address) {
                    Console.error(
                        words == .vietnamese
                            ? "Không mở được trình duyệt: hãy tự mở địa chỉ trên.\n"
                            : "The browser could not be opened: open the address above yourself.\n")
                }
            }
        } catch let failure as PreviewFailure {
            Console.error(DiagnosticPrinter(language: words).text(Diagnostic(.error, failure)))
            throw Exit.machineFailed
        }
    }
}
