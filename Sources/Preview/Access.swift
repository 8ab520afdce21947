import HTTPTypes

/// Who may ask the preview, and for what.
///
/// On this machine alone nobody needs a token, but a page from elsewhere must not get in by a name that leads here
/// (DNS rebinding): only requests to this machine's own names are answered. Beyond this machine whoever has the token
/// of the site may look; the address that is printed brings it along once, and a cookie keeps it.
struct Access: Sendable {
    enum Decision: Equatable {
        case granted
        /// The token was in the address: it goes into a cookie, and the browser on to the address without it.
        case welcome(location: String, cookie: String)
        /// Neither token nor cookie.
        case unknown
        /// Asked under a name that is not this machine's.
        case foreignHost
        /// A change that a page of another site asks for.
        case foreignOrigin
    }

    /// Nil when only this machine is listened to.
    let token: String?
    /// Told in forms, so that only pages of this run can ask for a change.
    let formToken: String

    static let tokenName = "token"

    /// Each token has its own: cookies do not tell the ports of one machine apart.
    private var cookieName: String { "bantin_preview_" + (token ?? "").prefix(8) }

    init(token: String?, formToken: String) {
        self.token = token
        self.formToken = formToken
    }

    /// 128 random bits in hexadecimal digits.
    static func random() -> String {
        var generator = SystemRandomNumberGenerator()
        return [generator.next() as UInt64, generator.next()].map {
            let digits = String($0, radix: 16)
            return String(repeating: "0", count: 16 - digits.count) + digits
        }.joined()
    }

    /// `path` is that of `request` without its query.
    func decide(_ request: HTTPRequest, path: String, query: [(name: String, value: String)]) -> Decision {
        guard let token else {
            guard let host = request.authority, Self.isThisMachine(host) else { return .foreignHost }
            return request.method.changes && !isFromHere(request) ? .foreignOrigin : .granted
        }
        if let given = query.first(where: { $0.name == Self.tokenName }), Self.isSame(given.value, token) {
            let rest = query.filter { $0.name != Self.tokenName }
            return .welcome(
                location: path + Form.query(rest),
                cookie: "\(cookieName)=\(token); Path=/; HttpOnly; SameSite=Lax")
        }
        guard let given = cookie(request), Self.isSame(given, token) else { return .unknown }
        return request.method.changes && !isFromHere(request) ? .foreignOrigin : .granted
    }

    /// Whether a form brings the token of this run.
    func isOurs(_ form: Form) -> Bool { Self.isSame(form["form"] ?? "", formToken) }

    /// Whether the host of `authority` cannot be another machine.
    private static func isThisMachine(_ authority: String) -> Bool {
        let host =
            authority.hasPrefix("[")
            ? authority.prefix { $0 != "]" }.dropFirst() : authority.prefix { $0 != ":" }
        return PreviewOptions.isLocal(String(host))
    }

    /// Browsers tell the origin of every request that may change something.
    private func isFromHere(_ request: HTTPRequest) -> Bool {
        guard let origin = request.headerFields[.origin] else {
            return request.headerFields[.secFetchSite] == "same-origin"
        }
        return request.authority.map { origin == "http://" + $0 } ?? false
    }

    private func cookie(_ request: HTTPRequest) -> String? {
        for field in request.headerFields[values: .cookie] {
            for pair in field.split(separator: ";") {
                let parts = pair.drop { $0 == " " }.split(separator: "=", maxSplits: 1)
                if parts.count == 2, parts[0] == cookieName { return String(parts[1]) }
            }
        }
        return nil
    }

    /// In a time that does not tell how much of it is right.
    private static func isSame(_ given: String, _ expected: String) -> Bool {
        let (left, right) = (Array(given.utf8), Array(expected.utf8))
        guard left.count == right.count else { return false }
        return zip(left, right).reduce(0 as UInt8) { $0 | ($1.0 ^ $1.1) } == 0
    }
}

extension HTTPRequest.Method {
    fileprivate var changes: Bool { self != .get && self != .head }
}

extension HTTPField.Name {
    fileprivate static var secFetchSite: HTTPField.Name { HTTPField.Name("Sec-Fetch-Site")! }
}
