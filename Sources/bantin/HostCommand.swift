import ArgumentParser
import Build
import Diagnostics
import Host
import Logging
import Model
import Visits

struct HostCommand: AsyncParsableCommand, PortalVerb {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "host",
            abstract: say(
                "Chạy cổng thông tin trên máy chủ: trang, bộ đếm, giờ đăng.",
                "Serves the portal in production: pages, counters, timetable."))
    }

    @OptionGroup var common: CommonOptions

    @Option(
        help: .init(
            say("Địa chỉ và cổng.", "Address and port."), valueName: "addr:port"))
    var listen = "127.0.0.1:8090"

    @Option(
        name: .customLong("public"),
        help: .init(
            say("Thư mục trang, thay cho public/.", "The folder of pages instead of public/."),
            valueName: "dir"))
    var publicFolder: String?

    @Option(
        help: .init(
            say(
                "Máy chủ trung gian được tin khi báo địa chỉ người đọc, ví dụ 127.0.0.1 hoặc 10.0.0.0/8; viết được nhiều lần.",
                "A proxy whose word on a reader's address is believed, such as 127.0.0.1 or 10.0.0.0/8; may be repeated."
            ),
            valueName: "cidr"))
    var trustedProxy: [String] = []

    @Flag(
        help: .init(
            say(
                "Không tự dựng lại khi đến giờ đăng, giờ hết hạn.",
                "Does not build the portal when something falls due.")))
    var noBuild = false

    func validate() throws {
        _ = try endpoint
        _ = try proxies
    }

    private var endpoint: (address: String, port: Int) {
        get throws {
            let parts = listen.split(separator: ":", omittingEmptySubsequences: false)
            guard parts.count >= 2, let port = Int(parts[parts.count - 1]), 0...65535 ~= port else {
                throw ValidationError(
                    say("--listen viết như 127.0.0.1:8090", "--listen is written like 127.0.0.1:8090"))
            }
            let address = parts.dropLast().joined(separator: ":").filter { $0 != "[" && $0 != "]" }
            return (address.isEmpty ? "0.0.0.0" : address, port)
        }
    }

    private var proxies: [NetworkRange] {
        get throws {
            try trustedProxy.map { text in
                if let range = NetworkRange(text) { return range }
                throw ValidationError(
                    say(
                        "--trusted-proxy `\(text)` không phải địa chỉ mạng",
                        "--trusted-proxy `\(text)` is no network address"))
            }
        }
    }

    func run() async throws {
        let settings = try common.settings()
        let language = common.language(site: settings.language)
        var request = common.request
        request.output = publicFolder.map(CommonOptions.absolute)
        var options = HostOptions(publicFolder: request.output ?? request.root + "/public")
        (options.address, options.port) = try endpoint
        options.trustedProxies = try proxies
        options.builds = !noBuild
        var logger = Logger(label: "bantin") { StreamLogHandler.standardError(label: $0) }
        logger.logLevel = .info
        let server = try HostServer(options, settings: settings, request: request, logger: logger)
        let address = options.address.contains(":") ? "[\(options.address)]" : options.address
        try await server.run { port in
            Console.print(
                language == .vietnamese
                    ? "Đang chạy tại http://\(address):\(port)/ (Ctrl-C để dừng)"
                    : "Serving at http://\(address):\(port)/ (Ctrl-C stops it)")
        }
    }
}
