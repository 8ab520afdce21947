import Foundation
import HTTPTypes
import Hummingbird
import Visits

/// `_bantin/`: hits are counted, numbers shown, health told.
struct VisitRoutes {
    let counter: VisitCounter
    let trusted: [NetworkRange]
    /// Starts and ends with `/`.
    let base: String

    /// Bytes of a hit.
    private static let largest = 2_048

    func add(to router: Router<HostContext>) {
        let (counter, trusted) = (counter, trusted)
        router.post(RouterPath(base + "_bantin/hit")) { request, context in
            guard let peer = context.peer else { return Self.refusal(.forbidden, "address") }
            guard let body = try? await request.body.collect(upTo: Self.largest) else {
                return Self.refusal(.contentTooLarge, "too large")
            }
            guard let message = try? JSONDecoder().decode(HitMessage.self, from: Data(body.readableBytesView))
            else {
                return Self.refusal(.badRequest, "not a hit")
            }
            let reader = ForwardedAddress.of(
                peer, forwardedFor: request.headers[.forwardedFor], trusting: trusted)
            return Self.response(
                await counter.hit(message.hit, from: HitSource(reader, request.headers)),
                cacheControl: "no-store")
        }
        router.get(RouterPath(base + "_bantin/counts")) { request, _ in
            let id = request.uri.queryParameters["id"].map(String.init) ?? ""
            return Self.response(
                await counter.counts(of: id.isEmpty ? nil : id), cacheControl: "public, max-age=10")
        }
        router.get(RouterPath(base + "_bantin/health")) { _, _ in Self.response(await counter.health) }
    }

    private static func response(_ answer: HitAnswer, cacheControl: String) -> Response {
        switch answer {
        case .numbers(let numbers):
            Response(
                status: .ok, headers: [.contentType: "application/json", .cacheControl: cacheControl],
                body: .init(byteBuffer: ByteBuffer(string: text(numbers))))
        case .refused(.foreignOrigin): refusal(.forbidden, "origin")
        case .refused(.unknownArticle): refusal(.notFound, "unknown id")
        case .refused(.tooFast): refusal(.tooManyRequests, "too fast", [.retryAfter: "1"])
        case .refused(.cannotKeep): refusal(.serviceUnavailable, "cannot count now", [.retryAfter: "30"])
        }
    }

    /// By hand: thousands of answers a second.
    private static func text(_ numbers: VisitNumbers) -> String {
        guard let article = numbers.article else { return "{\"site\":\(numbers.site)}" }
        return "{\"site\":\(numbers.site),\"article\":\(article)}"
    }

    private static func response(_ health: VisitHealth) -> Response {
        json(
            health.keeps == false ? .serviceUnavailable : .ok, HealthMessage(health),
            [.cacheControl: "no-store"])
    }

    private static func refusal(
        _ status: HTTPResponse.Status, _ cause: String, _ headers: HTTPFields = [:]
    ) -> Response {
        var headers = headers
        headers[.cacheControl] = "no-store"
        return json(status, ErrorMessage(error: cause), headers)
    }

    private static func json(
        _ status: HTTPResponse.Status, _ message: some Encodable, _ headers: HTTPFields
    ) -> Response {
        var headers = headers
        headers[.contentType] = "application/json"
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        let bytes = (try? encoder.encode(message)) ?? Data()
        return Response(status: status, headers: headers, body: .init(byteBuffer: ByteBuffer(bytes: bytes)))
    }
}

/// `{"id": "…", "nav": true, "new": true}`; all but the id may be left out.
private struct HitMessage: Decodable {
    let id: String
    /// Whether the reader came to the page, and neither loaded it again nor went back to it.
    let nav: Bool?
    /// Whether the reader came from elsewhere.
    let new: Bool?

    var hit: Hit { Hit(article: id, isNavigation: nav ?? true, isArrival: new ?? true) }
}

private struct HealthMessage: Encodable {
    let status: String
    let waiting: Int
    let sessions: Int
    let frozen: Bool

    init(_ health: VisitHealth) {
        status = health.keeps == false ? "failing" : "ok"
        waiting = health.waiting
        sessions = health.liveSessions
        frozen = health.isFrozen
    }
}

private struct ErrorMessage: Encodable { let error: String }

extension HitSource {
    fileprivate init(_ reader: NetworkAddress, _ headers: HTTPFields) {
        self.init(address: reader, agent: headers[.userAgent] ?? "", origin: headers[.origin])
        isPrefetch = (headers[.purpose] ?? headers[.secPurpose])?.contains("pre") ?? false
        wantsNoKey = headers[.doNotTrack] == "1" || headers[.globalPrivacyControl] == "1"
    }
}

extension HTTPField.Name {
    fileprivate static let forwardedFor = Self("X-Forwarded-For")!
    fileprivate static let purpose = Self("Purpose")!
    fileprivate static let secPurpose = Self("Sec-Purpose")!
    fileprivate static let doNotTrack = Self("DNT")!
    fileprivate static let globalPrivacyControl = Self("Sec-GPC")!
}
