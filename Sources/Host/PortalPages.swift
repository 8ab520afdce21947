import Build
import Bytes
import HTTPTypes
import Hummingbird
import Serving
import VietnameseText

/// Serves what a build wrote: pages, old addresses with a query, the portal's own page for what is not there.
struct PortalPages: RouterMiddleware {
    typealias Context = HostContext

    private let folder: PublicFolder
    private let root: String
    /// Starts and ends with `/`.
    private let base: String
    private let oldAddresses: OldAddresses

    init(folder: String, base: String) {
        root = folder
        self.folder = PublicFolder(folder)
        self.base = base
        oldAddresses = OldAddresses(folder: folder)
    }

    func handle(
        _ request: Request, context: Context, next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        do {
            if !request.uri.path.hasPrefix(base + "_bantin/"),
                request.method == .get || request.method == .head
            {
                return try await page(request, context) ?? missing(request)
            }
            return try await next(request, context)
        } catch let error as any HTTPResponseError where error.status == .notFound {
            return missing(request)
        }
    }

    private func page(_ request: Request, _ context: Context) async throws -> Response? {
        if let query = request.uri.query, let target = oldAddresses.target(of: request.uri.path + "?" + query)
        {
            return Self.moved(to: target)
        }
        let address = UnicodeNormalization.nfc(PercentEncoding.decode(request.uri.path))
        guard let path = path(at: address) else {
            return address + "/" == base ? Self.moved(to: base) : nil
        }
        switch folder.place(at: path) {
        case .file(let file): return try await answer(request, context, path, file)
        case .folder where path.utf8.last != UInt8(ascii: "/"):
            return Self.moved(to: PercentEncoding.encode(base + path.dropFirst() + "/"))
        case .folder:
            guard case .file(let file) = folder.place(at: path + "index.html") else { return nil }
            return try await answer(request, context, path + "index.html", file)
        case nil: return nil
        }
    }

    /// Where in the folder `address` is, which is decoded; nil for what nobody is to see. Names that start with a dot are the
    /// builder's own.
    private func path(at address: String) -> String? {
        guard address.utf8.starts(with: base.utf8), !address.utf8.contains(where: { $0 < 0x20 }) else {
            return nil
        }
        let path = "/" + address.dropFirst(base.count)
        let names = path.utf8.split(separator: UInt8(ascii: "/"))
        let isHidden = names.enumerated().contains { place, name in
            name.first == UInt8(ascii: ".") && !(place == 0 && name.elementsEqual(".well-known".utf8))
        }
        return isHidden ? nil : path
    }

    private func answer(
        _ request: Request, _ context: Context, _ path: String, _ file: PublicFile
    ) async throws -> Response {
        var headers: HTTPFields = [
            .contentType: ContentType.of(path), .acceptRanges: "bytes", .eTag: file.tag,
            .lastModified: file.modified, .cacheControl: Self.cacheControl(path),
        ]
        if isKnown(file, request.headers) { return Response(status: .notModified, headers: headers) }
        var part: Range<Int>?
        if let asked = request.headers[.range], isSame(file, request.headers[.ifRange]) {
            switch ByteRange(asked, of: file.size) {
            case .whole: break
            case .part(let range): part = range
            case .none:
                headers[.contentRange] = "bytes */\(file.size)"
                return Response(status: .rangeNotSatisfiable, headers: headers)
            }
        }
        if let part {
            headers[.contentRange] = "bytes \(part.lowerBound)-\(part.upperBound - 1)/\(file.size)"
        }
        headers[.contentLength] = String(part?.count ?? file.size)
        return Response(
            status: part == nil ? .ok : .partialContent, headers: headers,
            body: request.method == .head ? .init() : try await folder.body(of: file, part, context))
    }

    /// Whether the browser has the file already.
    private func isKnown(_ file: PublicFile, _ headers: HTTPFields) -> Bool {
        if let tags = headers[.ifNoneMatch] {
            // Servers in between that pack the file call its tag a weak one.
            return tags == "*"
                || tags.split(separator: ",").contains {
                    $0.drop { $0 == " " || $0 == "W" || $0 == "/" } == file.tag
                }
        }
        return headers[.ifModifiedSince] == file.modified
    }

    /// Whether `condition` (`If-Range`) lets a part be sent.
    private func isSame(_ file: PublicFile, _ condition: String?) -> Bool {
        condition.map { $0 == file.tag || $0 == file.modified } ?? true
    }

    private static func cacheControl(_ path: String) -> String {
        // A name with a fingerprint never holds anything else.
        if path.hasPrefix("/assets/") { return "public, max-age=31536000, immutable" }
        return ContentType.of(path).hasPrefix("image/") ? "public, max-age=3600" : "no-cache"
    }

    private static func moved(to address: String) -> Response {
        Response(status: .movedPermanently, headers: [.location: address])
    }

    private func missing(_ request: Request) -> Response {
        let page = (try? WholeFile.read(root + "/404.html")) ?? []
        return Response(
            status: .notFound,
            headers: [
                .contentType: "text/html; charset=utf-8", .cacheControl: "no-cache",
                .contentLength: String(page.count),
            ], body: request.method == .head ? .init() : .init(byteBuffer: ByteBuffer(bytes: page)))
    }
}
