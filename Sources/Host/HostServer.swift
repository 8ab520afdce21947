package import Build
package import Diagnostics
import Hummingbird
package import Logging
package import Model
import NIOCore
import ServiceLifecycle
package import Visits

/// The portal in production: its files, its counters and its timetable, until SIGINT or SIGTERM.
///
/// Nothing that stands for a reader is logged or written.
package struct HostServer: Sendable {
    private let options: HostOptions
    private let settings: Settings
    private let request: BuildRequest
    private let store: SQLiteVisitStore
    private let counter: VisitCounter
    private let logger: Logger

    /// `request` is what a build of the portal is asked for. Throws when the store of counts cannot be used.
    package init(
        _ options: HostOptions, settings: Settings, request: BuildRequest, logger: Logger
    ) throws(VisitStoreFailure) {
        self.options = options
        self.settings = settings
        self.request = request
        self.logger = logger
        store = try SQLiteVisitStore(root: request.root)
        var visits = settings.visits
        if visits.origins.isEmpty { visits.origins = [settings.url.origin] }
        counter = VisitCounter(
            store: store, articles: KnownArticles(root: request.root), settings: visits, zone: settings.zone)
    }

    /// Serves until stopped; hits that were taken are kept and answered before that. `onStart` gets the port.
    package func run(onStart: @escaping @Sendable (Int) -> Void) async throws {
        let application = Application(
            router: router,
            configuration: .init(
                address: .hostname(options.address, port: options.port), serverName: "bantin"),
            onServerRunning: { [logger, options] channel in
                let port = channel.localAddress?.port ?? options.port
                logger.info("started", metadata: ["port": "\(port)"])
                onStart(port)
            },
            logger: quietLogger)
        let timetable = Task {
            if options.builds { await Timetable(request: request, logger: logger).run() }
        }
        defer { timetable.cancel() }
        do {
            try await application.runService()
        } catch is IOError {
            throw HostFailure.cannotListen(address: options.address, port: options.port)
        } catch is SocketAddressError {
            throw HostFailure.cannotListen(address: options.address, port: options.port)
        }
        logger.info("stopped")
    }

    /// For what others log: only what is wrong.
    private var quietLogger: Logger {
        var logger = logger
        logger.logLevel = .error
        return logger
    }

    private var router: Router<HostContext> {
        let router = Router(context: HostContext.self)
        router.add(
            middleware: PortalPages(
                folder: options.publicFolder, base: settings.url.basePath, logger: quietLogger))
        VisitRoutes(counter: counter, trusted: options.trustedProxies, base: settings.url.basePath).add(
            to: router)
        return router
    }
}

/// What is known of one request.
struct HostContext: RequestContext {
    var coreContext: CoreRequestContextStorage
    let peer: NetworkAddress?

    init(source: ApplicationRequestContextSource) {
        coreContext = .init(source: source)
        peer = source.channel.remoteAddress?.ipAddress.flatMap { NetworkAddress($0) }
    }
}

/// Why the portal cannot be served.
package enum HostFailure: Error, Problem {
    case cannotListen(address: String, port: Int)

    package var kind: String { "host" }

    package func message(in language: Language) -> String {
        switch (self, language) {
        case (.cannotListen(let address, let port), .vietnamese): "không mở được cổng \(port) trên \(address)"
        case (.cannotListen(let address, let port), .english): "cannot listen on port \(port) of \(address)"
        }
    }

    package func remedy(in language: Language) -> String? {
        language == .vietnamese
            ? "dừng chương trình đang dùng cổng ấy, hoặc chọn cổng khác: --listen 127.0.0.1:8091"
            : "stop the program that uses the port, or choose another: --listen 127.0.0.1:8091"
    }
}
