import Bytes
import Diagnostics
import Model

/// The redirects so far: each old address leads to one new one.
struct RedirectBook {
    private(set) var pages: [CatalogRedirect] = []
    /// Those with a query, which no file can answer.
    private(set) var queries: [CatalogRedirect] = []
    private var taken: [ExactText: Taken] = [:]
    private let permalinks: Permalinks
    /// Only an alias that looks like a file can meet one.
    private lazy var files = Set(newsroom.files.map { ExactText("/" + $0.path) })
    private let newsroom: Newsroom

    private struct Taken {
        let place: Place
        let target: String
    }

    init(_ newsroom: Newsroom, _ permalinks: Permalinks) {
        self.permalinks = permalinks
        self.newsroom = newsroom
    }

    /// Whether somebody has the address `path`: a source, or an alias.
    func isTaken(_ path: String) -> Bool {
        permalinks.isOwned(path) || taken[ExactText(path)] != nil
    }

    /// Leads `alias` to `target`, the address of the source at `place`; without a page there, the alias is
    /// only taken.
    mutating func add(
        _ alias: String, to target: String, hasPage: Bool, _ place: Place, _ diagnostics: inout [Diagnostic]
    ) {
        guard let from = AliasPath(alias) else {
            diagnostics.append(Diagnostic(.error, ArrangeProblem.aliasNotAPath(alias), at: place))
            return
        }
        if from.path == target || taken[ExactText(from.path)]?.target == target { return }
        if permalinks.reserved.contains(from.path) {
            diagnostics.append(Diagnostic(.error, ArrangeProblem.aliasReserved(alias), at: place))
        } else if let owner = owner(of: from.path) {
            let problem = ArrangeProblem.aliasTaken(alias: alias, other: owner.file)
            diagnostics.append(Diagnostic(.error, problem, at: place, related: [owner]))
        } else {
            taken[ExactText(from.path)] = Taken(place: place, target: target)
            if hasPage { append(from.path, target, hasQuery: from.hasQuery) }
        }
    }

    private mutating func owner(of path: String) -> Place? {
        if let place = permalinks.owner(of: path, newsroom) ?? taken[ExactText(path)]?.place { return place }
        if path.utf8.last == UInt8(ascii: "/") { return nil }
        return files.contains(ExactText(path)) ? Place(file: "content" + path) : nil
    }

    /// Leads the address that `line` remembers to `target`; false when something else is there now.
    mutating func move(_ line: Address, to target: String) -> Bool {
        guard !isTaken(line.url), !permalinks.reserved.contains(line.url) else { return false }
        taken[ExactText(line.url)] = Taken(place: Place(file: "addresses.csv"), target: target)
        append(line.url, target, hasQuery: false)
        return true
    }

    private mutating func append(_ from: String, _ to: String, hasQuery: Bool) {
        let redirect = CatalogRedirect(from: newsroom.settings.url(from), to: newsroom.settings.url(to))
        if hasQuery { queries.append(redirect) } else { pages.append(redirect) }
    }
}
