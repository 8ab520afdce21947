import HTTPTypes
import Testing

@testable import Preview

/// Who may ask the preview, and for what.
struct AccessTests {
    private let local = Access(token: nil, formToken: "f")
    private let open = Access(token: "secret", formToken: "f")

    private func request(
        _ method: HTTPRequest.Method = .get, host: String? = "127.0.0.1:8080", _ fields: HTTPFields = [:]
    ) -> HTTPRequest {
        HTTPRequest(method: method, scheme: nil, authority: host, path: "/", headerFields: fields)
    }

    private func decide(
        _ access: Access, _ request: HTTPRequest, _ path: String = "/a/", _ query: String = ""
    ) -> Access.Decision { access.decide(request, path: path, query: Form(query).fields) }

    @Test(arguments: ["127.0.0.1", "127.0.0.1:8080", "localhost:1", "[::1]:8080", "[::1]"])
    func thisMachineNeedsNoToken(host: String) { #expect(decide(local, request(host: host)) == .granted) }

    /// A name of somebody else's that leads to this machine.
    @Test(arguments: [
        "evil.example", "evil.example:8080", "127.0.0.1.evil.example", "localhost.evil.example", "",
    ])
    func otherNamesAreRefused(host: String) { #expect(decide(local, request(host: host)) == .foreignHost) }

    @Test func aRequestWithoutAHostIsRefused() { #expect(decide(local, request(host: nil)) == .foreignHost) }

    @Test func changesComeFromPagesOfThePreview() {
        let origin: HTTPFields = [.origin: "http://127.0.0.1:8080"]
        #expect(decide(local, request(.post, origin)) == .granted)
        #expect(decide(local, request(.post)) == .foreignOrigin)
        for foreign in ["http://evil.example", "null", "https://127.0.0.1:8080", "http://127.0.0.1:80"] {
            #expect(decide(local, request(.post, [.origin: foreign])) == .foreignOrigin, "\(foreign)")
        }
        let site = HTTPField.Name("Sec-Fetch-Site")!
        #expect(decide(local, request(.post, [site: "same-origin"])) == .granted)
        #expect(decide(local, request(.post, [site: "cross-site"])) == .foreignOrigin)
        #expect(decide(local, request(.delete)) == .foreignOrigin)
    }

    @Test func fromOutsideTheTokenIsNeeded() {
        #expect(decide(open, request(host: "may-chu:8080")) == .unknown)
        #expect(decide(open, request(), "/a/", "token=wrong!") == .unknown)
        #expect(decide(open, request([.cookie: "bantin_preview_secret=other!"])) == .unknown)
        #expect(decide(open, request(.post, [.origin: "http://127.0.0.1:8080"])) == .unknown)
    }

    private func request(_ fields: HTTPFields) -> HTTPRequest { request(.get, fields) }

    @Test func theTokenBecomesACookie() {
        let decision = decide(
            open, request(host: "may-chu"), "/_bantin/", "q=h%E1%BB%8Dp+b%C3%A0n&token=secret&x=1")
        guard case .welcome(let location, let cookie) = decision else {
            Issue.record("\(decision)")
            return
        }
        #expect(location == "/_bantin/?q=h%E1%BB%8Dp%20b%C3%A0n&x=1")
        #expect(cookie == "bantin_preview_secret=secret; Path=/; HttpOnly; SameSite=Lax")
        #expect(decide(open, request([.cookie: "a=1; bantin_preview_secret=secret; b=2"])) == .granted)
        let post: HTTPFields = [.cookie: "bantin_preview_secret=secret", .origin: "http://evil.example"]
        #expect(decide(open, request(.post, post)) == .foreignOrigin)
    }

    @Test func tokensAreNew() {
        let tokens = (0..<100).map { _ in Access.random() }
        #expect(Set(tokens).count == 100)
        #expect(tokens.allSatisfy { $0.utf8.count == 32 && $0.allSatisfy(\.isHexDigit) })
    }

    @Test func formsBringTheTokenOfTheRun() {
        #expect(local.isOurs(Form("form=f")))
        for form in ["", "form=", "form=g", "form=ff", "other=f"] {
            #expect(!local.isOurs(Form(form)), "\(form)")
        }
    }
}

struct FormTests {
    @Test func fields() {
        let form = Form(
            "title=H%E1%BB%99i+ngh%E1%BB%8B%3A+%22s%C6%A1+k%E1%BA%BFt%22&empty=&flag&a=b=c&title=2")
        #expect(form["title"] == "Hội nghị: \"sơ kết\"")
        #expect(form["empty"] == "")
        #expect(form["flag"] == "")
        #expect(form["a"] == "b=c")
        #expect(form["none"] == nil)
        #expect(Form("")["title"] == nil)
        #expect(Form("a=%zz%2")["a"] == "%zz%2")
    }

    @Test func queries() {
        #expect(Form.query([]) == "")
        let query = Form.query([("a", "b&c=d"), ("Đ", "ộ /")])
        #expect(Form(query.dropFirst()).fields.map(\.value) == ["b&c=d", "ộ /"])
    }
}
