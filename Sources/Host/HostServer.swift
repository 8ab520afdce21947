package import Build
package import Diagnostics
import Glibc
import Hummingbird
package import Logging
package import Model
import NIOCore
import ServiceLifecycle
import UnixSignals
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
            server: .http1(configuration: .init(idleTimeout: .seconds(60))),
            configuration: .init(
                address: .hostname(options.address, port: options.port), serverName: "bantin"),
            onServerRunning: { [logger, options] channel in
                let port = channel.localAddress?.port ?? options.port
                logger.info("started", metadata: ["port": "\(port)"])
                onStart(port)
            },
            logger: quietLogger)
        if !options.builds, !WholeFile.exists(options.publicFolder) {
            logger.warning("no folder of pages", metadata: ["path": "\(options.publicFolder)"])
        }
        let timetable = Task {
            if options.builds { await Timetable(request: request, logger: logger).run() }
        }
        defer { timetable.cancel() }
        do {
            var group = ServiceGroupConfiguration(
                services: [application], gracefulShutdownSignals: [.sigterm, .sigint], logger: quietLogger)
            // Hits are answered within a moment; who sends half a request is not waited for.
            group.maximumGracefulShutdownDuration = .seconds(5)
            try await ServiceGroup(configuration: group).run()
        } catch let error as IOError {
            throw HostFailure.cannotListen(
                address: options.address, port: options.port, errno: error.errnoCode)
        } catch let error where error is SocketAddressError || error is SocketAddressError.UnknownHost {
            throw HostFailure.cannotListen(address: options.address, port: options.port, errno: EADDRNOTAVAIL)
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
            middleware: PortalPages(folder: options.publicFolder, base: settings.url.basePath))
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
    case cannotListen(address: String, port: Int, errno: Int32)

    package var kind: String { "host" }

    package func message(in language: Language) -> String {
        switch (self, language) {
        case (.cannotListen(let address, let port, let code), .vietnamese):
            "không mở được cổng \(port) trên \(address): \(String(cString: strerror(code)))"
        case (.cannotListen(let address, let port, let code), .english):
            "cannot listen on port \(port) of \(address): \(String(cString: strerror(code)))"
        }
    }

    package func remedy(in language: Language) -> String? {
        guard case .cannotListen(_, _, let code) = self else { return nil }
        return switch (code, language) {
        case (EADDRNOTAVAIL, .vietnamese): "máy này không có địa chỉ ấy; thường dùng --listen 127.0.0.1:8090"
        case (EADDRNOTAVAIL, .english): "this machine has no such address; --listen 127.0.0.1:8090 is usual"
        case (EACCES, .vietnamese):
            "cổng dưới 1024 cần quyền quản trị: chọn cổng khác và đặt sau nginx (docs/visits.md)"
        case (EACCES, .english):
            "ports below 1024 are for administrators: take another one, behind nginx (docs/visits.md)"
        case (_, .vietnamese):
            "dừng chương trình đang dùng cổng ấy, hoặc chọn cổng khác: --listen 127.0.0.1:8091"
        case (_, .english): "stop the program that uses the port, or choose another: --listen 127.0.0.1:8091"
        }
    }
}
