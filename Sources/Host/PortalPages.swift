import Build
import HTTPTypes
import Hummingbird
import Logging

/// Serves what a build wrote: pages, old addresses with a query, the portal's own page for what is not there.
struct PortalPages: RouterMiddleware {
    typealias Context = HostContext

    private let folder: String
    private let files: FileMiddleware<HostContext, PublicFolder>
    private let base: String
    private let oldAddresses: OldAddresses

    init(folder: String, base: String, logger: Logger) {
        self.folder = folder
        self.base = base
        oldAddresses = OldAddresses(folder: folder)
        files = FileMiddleware(
            fileProvider: PublicFolder(folder, logger: logger), urlBasePath: base == "/" ? nil : base,
            cacheControl: .init([(.text, [.noCache]), (.image, [.public, .maxAge(3_600)])]),
            searchForIndexHtml: true
        ).withAdditionalMediaTypes(forFileExtensions: [
            "html": .init(type: .text, subType: "html", parameter: ("charset", "utf-8")),
            "txt": .init(type: .text, subType: "plain", parameter: ("charset", "utf-8")),
            "xml": .init(type: .application, subType: "xml", parameter: ("charset", "utf-8")),
        ])
    }

    func handle(
        _ request: Request, context: Context, next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        if let query = request.uri.query,
            let target = oldAddresses.target(of: request.uri.path + "?" + query)
        {
            return Response(status: .movedPermanently, headers: [.location: target])
        }
        do {
            // Names that start with a dot are the builder's own.
            let isHidden = request.uri.path.contains("/.") && !request.uri.path.hasPrefix("/.well-known/")
            if isHidden { throw HTTPError(.notFound) }
            var response = try await files.handle(request, context: context, next: next)
            fix(&response, of: request)
            return response
        } catch let error as any HTTPResponseError where error.status == .notFound {
            return missing
        }
    }

    private func fix(_ response: inout Response, of request: Request) {
        // A name with a fingerprint never holds anything else.
        if response.status == .ok, request.uri.path.hasPrefix(base + "assets/") {
            response.headers[.cacheControl] = "public, max-age=31536000, immutable"
        }
        if base != "/", response.status.kind == .redirection, let location = response.headers[.location],
            !location.hasPrefix(base)
        {
            response.headers[.location] = base + location.drop { $0 == "/" }
        }
    }

    private var missing: Response {
        let page = (try? WholeFile.read(folder + "/404.html")) ?? []
        return Response(
            status: .notFound,
            headers: [.contentType: "text/html; charset=utf-8", .cacheControl: "no-cache"],
            body: .init(byteBuffer: ByteBuffer(bytes: page)))
    }
}
