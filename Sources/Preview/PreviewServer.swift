import Bytes
package import Diagnostics
import Glibc
import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import ServiceLifecycle
import VietnameseText

/// Answers browsers on this machine with the pages of a `PreviewSite`, until it is stopped by SIGINT or
/// SIGTERM. It listens on 127.0.0.1 only.
package struct PreviewServer: Sendable {
    private let port: Int
    private let site: PreviewSite
    private let polling: Bool
    private let listeners = Listeners()

    /// Between two signs of life to browsers that listen.
    private static let pause = Duration.seconds(15)
    /// How many ports are tried, one after the other.
    private static let ports = 20

    /// `port` 0 takes any free port; of a port that is taken the next free one is taken. `polling` looks for changes
    /// and does not wait to be told of them.
    package init(port: Int, site: PreviewSite, polling: Bool = false) {
        self.port = port
        self.site = site
        self.polling = polling
    }

    /// Serves until stopped. `onStart` gets the address of the front page.
    package func run(onStart: @escaping @Sendable (String) -> Void) async throws {
        await site.startWatching(polling: polling) { [listeners] in listeners.tell(.changed) }
        let pulse = Task { [listeners] in
            while !Task.isCancelled {
                try await Task.sleep(for: Self.pause)
                listeners.tell(.alive)
            }
        }
        defer { pulse.cancel() }
        let last = port == 0 ? 0 : min(port + Self.ports - 1, 65_535)
        for port in port...last {
            do {
                return try await run(port, onStart)
            } catch let error as IOError {
                if error.errnoCode != EADDRINUSE || port == last {
                    throw PreviewFailure.cannotListen(port: self.port, errno: error.errnoCode)
                }
            }
        }
    }

    private func run(_ port: Int, _ onStart: @escaping @Sendable (String) -> Void) async throws {
        var logger = Logger(label: "bantin")
        logger.logLevel = .critical
        let application = Application(
            router: router,
            configuration: .init(address: .hostname("127.0.0.1", port: port), serverName: "bantin"),
            onServerRunning: { channel in
                onStart("http://127.0.0.1:\(channel.localAddress?.port ?? port)/")
            },
            logger: logger)
        try await application.runService()
    }

    private var router: Router<BasicRequestContext> {
        let router = Router()
        router.get(RouterPath(LiveReload.eventsPath)) { _, _ in events() }
        router.get(RouterPath(LiveReload.scriptPath)) { _, _ in
            Self.response(
                200, [.contentType: ContentType.of(LiveReload.scriptPath), .cacheControl: "no-store"],
                Array(LiveReload.script.utf8))
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
                    let text = event == .changed ? "data: changed\n\n" : ":\n\n"
                    try await writer.write(ByteBuffer(string: text))
                }
                try await writer.finish(nil)
            })
    }

    private func response(to request: Request) async throws -> Response {
        let path = UnicodeNormalization.nfc(PercentEncoding.decode(request.uri.path))
        let answer = try await site.answer(to: path.utf8.first == UInt8(ascii: "/") ? path : "/" + path)
        var headers: HTTPFields = [.contentType: answer.type, .cacheControl: "no-store"]
        if let location = answer.location { headers[.location] = PercentEncoding.encode(location) }
        let tag = "\"\(ContentHash(of: answer.bytes).hex)\""
        headers[.eTag] = tag
        let bytes = answer.isPage ? LiveReload.added(to: answer.bytes, tag: tag) : answer.bytes
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

    private static func response(_ status: Int, _ headers: HTTPFields, _ bytes: [UInt8]) -> Response {
        Response(
            status: .init(code: status), headers: headers,
            body: .init(byteBuffer: ByteBuffer(bytes: bytes)))
    }
}

/// Why the preview cannot start.
package enum PreviewFailure: Error, Problem {
    case cannotListen(port: Int, errno: Int32)

    package var kind: String { "preview" }

    package func message(in language: Language) -> String {
        switch self {
        case .cannotListen(let port, _):
            language == .vietnamese
                ? "không mở được cổng mạng \(port) trên máy này"
                : "port \(port) of this machine cannot be opened"
        }
    }

    package func remedy(in language: Language) -> String? {
        language == .vietnamese
            ? "chọn cổng khác bằng `--port`, ví dụ `--port 8090`"
            : "choose another port with `--port`, such as `--port 8090`"
    }
}
