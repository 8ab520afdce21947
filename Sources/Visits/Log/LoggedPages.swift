internal import Bytes
package import Model

/// What of a portal is a page that readers open, by the address that a server was asked for.
package struct LoggedPages {
    private let base: String
    private let fragments: String
    private let numbers: [String: Int32]
    /// By number.
    private let ids: [String]

    /// `addresses` has the ids of articles by every address that they ever had, without the site's base.
    package init(_ settings: Settings, addresses: [String: String]) {
        base = settings.url.basePath
        fragments = settings.fragmentFolder
        var numbers: [String: Int32] = [:]
        ids = Set(addresses.values).sorted()
        for (number, id) in ids.enumerated() { numbers[id] = Int32(number) }
        self.numbers = addresses.compactMapValues { numbers[$0] }
    }

    struct Page: Hashable {
        /// Nil for pages that are no articles.
        let article: Int32?
    }

    func id(of article: Int32) -> String { ids[Int(article)] }

    /// The page at `target`, which may have a query; nil for pictures, feeds, fragments and the like.
    func page(at target: some StringProtocol) -> Page? {
        let encoded = target.prefix { $0 != "?" && $0 != "#" }
        var path = PercentEncoding.decode(encoded)
        guard path.hasPrefix(base) else { return nil }
        path = "/" + path.dropFirst(base.count)
        if path.hasSuffix("/index.html") { path.removeLast("index.html".count) }
        guard path.hasSuffix("/"), !path.hasPrefix(fragments), !path.hasPrefix("/_bantin/") else {
            return nil
        }
        return Page(article: numbers[path])
    }
}
