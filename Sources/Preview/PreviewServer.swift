package import Build
import Bytes
package import Diagnostics
import Glibc
import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import ServiceLifecycle
import Serving
import VietnameseText

/// Answers browsers with the pages of a `PreviewSite` and its desk, until it is stopped by SIGINT or SIGTERM.
package struct PreviewServer: Sendable {
    private let options: PreviewOptions
    private let site: PreviewSite
    private let desk: Desk
    private let access: Access
    private let listeners = Listeners()

    /// Seconds between two signs of life to browsers that listen.
    private static let pause = 15
    /// How many ports are tried, one after the other.
    private static let ports = 20
    /// Bytes of a form that is read.
    private static let largestForm = 1 << 16

    /// `request` is what the desk's verbs are asked for.
    package init(_ options: PreviewOptions, site: PreviewSite, request: BuildRequest) {
        self.options = options
        self.site = site
        access = Access(
            token: options.isLocal ? nil : PreviewToken.ofSite(request.root), formToken: Access.random())
        desk = Desk(site: site, access: access, request: request, clock: site.clock)
    }

    /// Serves until stopped. `onStart` gets the address of the front page.
    package func run(onStart: @escaping @Sendable (String) -> Void) async throws {
        await site.startWatching(polling: options.polling) { [listeners, site, options] change in
            let goal = options.navigates ? await site.addressOfChange(change) : nil
            listeners.tell(.changed(goal: goal))
        }
        let pulse = Task { [listeners, site] in
            var seconds = 0
            while !Task.isCancelled {
                try await Task.sleep(for: .seconds(1))
                seconds += 1
                if await site.catchUpWithTime() {
                    listeners.tell(.changed(goal: nil))
                } else if seconds % Self.pause == 0 {
                    listeners.tell(.alive)
                }
            }
        }
        defer { pulse.cancel() }
        let port = options.port
        let last = port == 0 ? 0 : min(port + Self.ports - 1, 65_535)
        for port in port...last {
            do {
                return try await run(port, onStart)
            } catch let error as IOError {
                if error.errnoCode != EADDRINUSE || port == last { throw cannotListen }
            } catch is SocketAddressError {
                throw cannotListen
            } catch is SocketAddressError.UnknownHost {
                throw cannotListen
            }
        }
    }

    private var cannotListen: PreviewFailure {
        .cannotListen(address: options.address, port: options.port)
    }

    private func run(_ port: Int, _ onStart: @escaping @Sendable (String) -> Void) async throws {
        var logger = Logger(label: "bantin")
        logger.logLevel = .critical
        let application = Application(
            router: router,
            configuration: .init(address: .hostname(options.address, port: port), serverName: "bantin"),
            onServerRunning: { [options, access] channel in
                let token = access.token.map { "?\(Access.tokenName)=\($0)" } ?? ""
                onStart("http://\(options.shownHost):\(channel.localAddress?.port ?? port)/\(token)")
            },
            logger: logger)
        try await application.runService()
    }

    private var router: Router<BasicRequestContext> {
        let router = Router()
        router.add(middleware: AccessControl(access: access, site: site))
        router.get(RouterPath(LiveReload.eventsPath)) { _, _ in events() }
        router.get(RouterPath(LiveReload.scriptPath)) { _, _ in
            Self.response(
                200, [.contentType: ContentType.of(LiveReload.scriptPath), .cacheControl: "no-store"],
                Array(LiveReload.script.utf8))
        }
        router.get(RouterPath(Desk.path)) { request, _ in
            response(await desk.page(Form(request.uri.query ?? "")), to: request)
        }
        router.get(RouterPath(Desk.profilePath)) { request, _ in response(await desk.profile(), to: request) }
        // Who looks here is no reader of the portal: pages that count are told so.
        router.post("/_bantin/hit") { _, _ in Self.response(204, [:], []) }
        for action in Desk.Action.allCases {
            router.post(RouterPath(action.path)) { request, _ in
                let body = try await request.body.collect(upTo: Self.largestForm)
                return response(await desk.answer(to: action, Form(String(buffer: body))), to: request)
            }
        }
        for method in [HTTPRequest.Method.get, .head] {
            for path: RouterPath in ["/", "**"] {
                router.on(path, method: method) { request, _ in try await response(to: request) }
            }
        }
        return router
    }

    /// Server-sent events, until the browser or the preview ends them.
    private func events() -> Response {
        let heard = listeners.listen()
        let headers: HTTPFields = [.contentType: "text/event-stream", .cacheControl: "no-store"]
        return Response(
            status: .ok, headers: headers,
            body: ResponseBody { writer in
                try await writer.write(ByteBuffer(string: "retry: 500\n\n"))
                for await event in heard.cancelOnGracefulShutdown() {
                    try await writer.write(ByteBuffer(string: event.text))
                }
                try await writer.finish(nil)
            })
    }

    private func response(to request: Request) async throws -> Response {
        let path = UnicodeNormalization.nfc(PercentEncoding.decode(request.uri.path))
        return response(
            try await site.answer(to: path.utf8.first == UInt8(ascii: "/") ? path : "/" + path), to: request)
    }

    private func response(_ answer: PreviewAnswer, to request: Request) -> Response {
        var headers: HTTPFields = [.contentType: answer.type, .cacheControl: "no-store"]
        // Nobody is led to press a button of the desk inside of another page.
        if !answer.isOfSite { headers[.contentSecurityPolicy] = "frame-ancestors 'none'" }
        if let location = answer.location { headers[.location] = PercentEncoding.encode(location) }
        let tag = "\"\(ContentHash(of: answer.bytes).hex)\""
        headers[.eTag] = tag
        let bytes = answer.reloads ? LiveReload.added(to: answer.bytes, tag: tag) : answer.bytes
        guard answer.status == 200 else { return Self.response(answer.status, headers, bytes) }
        headers[.acceptRanges] = "bytes"
        if request.headers[.ifNoneMatch] == tag { return Self.response(304, headers, []) }
        guard let asked = request.headers[.range], request.headers[.ifRange].map({ $0 == tag }) ?? true else {
            return Self.response(200, headers, bytes)
        }
        let size = bytes.count
        switch ByteRange(asked, of: size) {
        case .whole: return Self.response(200, headers, bytes)
        case .none:
            headers[.contentRange] = "bytes */\(size)"
            return Self.response(416, headers, [])
        case .part(let range):
            headers[.contentRange] = "bytes \(range.lowerBound)-\(range.upperBound - 1)/\(size)"
            return Self.response(206, headers, Array(bytes[range]))
        }
    }

    fileprivate static func response(_ status: Int, _ headers: HTTPFields, _ bytes: [UInt8]) -> Response {
        Response(
            status: .init(code: status), headers: headers,
            body: .init(byteBuffer: ByteBuffer(bytes: bytes)))
    }
}

/// Lets nobody in who may not ask.
private struct AccessControl: RouterMiddleware {
    typealias Context = BasicRequestContext

    let access: Access
    let site: PreviewSite

    func handle(
        _ request: Request, context: Context, next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        let decision = access.decide(
            request.head, path: request.uri.path, query: Form(request.uri.query ?? "").fields)
        switch decision {
        case .granted: return try await next(request, context)
        case .welcome(let location, let cookie):
            return PreviewServer.response(
                303, [.location: location, .setCookie: cookie, .cacheControl: "no-store"], [])
        case .unknown, .foreignHost, .foreignOrigin:
            return PreviewServer.response(
                403, [.contentType: "text/plain; charset=utf-8", .cacheControl: "no-store"],
                Array(DeskPage.refusal(decision, await site.shownLanguage).utf8))
        }
    }
}

/// Why the preview cannot start.
package enum PreviewFailure: Error, Problem {
    case cannotListen(address: String, port: Int)

    package var kind: String { "preview" }

    package func message(in language: Language) -> String {
        switch self {
        case .cannotListen(let address, let port):
            language == .vietnamese
                ? "không mở được cổng mạng \(port) ở địa chỉ \(address) của máy này"
                : "port \(port) at the address \(address) of this machine cannot be opened"
        }
    }

    package func remedy(in language: Language) -> String? {
        language == .vietnamese
            ? "chọn cổng khác bằng `--port`, ví dụ `--port 8090`; `--listen` chỉ nhận địa chỉ của chính máy này"
            : "choose another port with `--port`, such as `--port 8090`; `--listen` takes addresses of this machine only"
    }
}
