import Bytes
package import Diagnostics
import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import VietnameseText

/// Answers browsers on this machine with the pages of a `PreviewSite`, until it is stopped by SIGINT or
/// SIGTERM. It listens on 127.0.0.1 only.
package struct PreviewServer: Sendable {
    private let port: Int
    private let site: PreviewSite

    /// `port` 0 takes any free port.
    package init(port: Int, site: PreviewSite) {
        self.port = port
        self.site = site
    }

    /// Serves until stopped. `onStart` gets the address of the front page.
    package func run(onStart: @escaping @Sendable (String) -> Void) async throws {
        var logger = Logger(label: "bantin")
        logger.logLevel = .critical
        let application = Application(
            router: router,
            configuration: .init(address: .hostname("127.0.0.1", port: port), serverName: "bantin"),
            onServerRunning: { channel in
                onStart("http://127.0.0.1:\(channel.localAddress?.port ?? port)/")
            },
            logger: logger)
        do { try await application.runService() } catch let error as IOError {
            throw PreviewFailure.cannotListen(port: port, errno: error.errnoCode)
        }
    }

    private var router: Router<BasicRequestContext> {
        let router = Router()
        for method in [HTTPRequest.Method.get, .head] {
            for path: RouterPath in ["/", "**"] {
                router.on(path, method: method) { request, _ in try await response(to: request) }
            }
        }
        return router
    }

    private func response(to request: Request) async throws -> Response {
        let path = UnicodeNormalization.nfc(PercentEncoding.decode(request.uri.path))
        let answer = try await site.answer(to: path.utf8.first == UInt8(ascii: "/") ? path : "/" + path)
        var headers: HTTPFields = [.contentType: answer.type, .cacheControl: "no-store"]
        if let location = answer.location { headers[.location] = PercentEncoding.encode(location) }
        return Response(
            status: .init(code: answer.status), headers: headers,
            body: .init(byteBuffer: NIOCore.ByteBuffer(bytes: answer.bytes)))
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
