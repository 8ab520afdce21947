import Build
import HTTPTypes
import Hummingbird
import Logging

/// Serves what a build wrote: pages, old addresses with a query, the portal's own page for what is not there.
struct PortalPages: RouterMiddleware {
    typealias Context = HostContext

    private let folder: String
    private let files: FileMiddleware<HostContext, LocalFileSystem>
    private let base: String

    init(folder: String, base: String, logger: Logger) {
        self.folder = folder
        self.base = base
        files = FileMiddleware(
            folder, urlBasePath: base == "/" ? nil : base,
            cacheControl: .init([(.text, [.noCache]), (.image, [.public, .maxAge(3_600)])]),
            searchForIndexHtml: true, logger: logger
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
            let target = OldAddresses.target(of: request.uri.path, query, in: folder)
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

/// Addresses with a query that a portal had before: `redirects.map`, which the build writes.
enum OldAddresses {
    static func target(of path: String, _ query: String, in folder: String) -> String? {
        guard let bytes = try? WholeFile.read(folder + "/redirects.map") else { return nil }
        let start = Array("\"\(path)?\(query)\" \"".utf8)
        for line in bytes.split(separator: UInt8(ascii: "\n")) where line.starts(with: start) {
            return String(
                decoding: line.dropFirst(start.count).prefix { $0 != UInt8(ascii: "\"") }, as: UTF8.self)
        }
        return nil
    }
}
