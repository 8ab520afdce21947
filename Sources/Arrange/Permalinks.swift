import Bytes
import Diagnostics
import Model
import Threads

/// The address of every article, official document and album that is no draft, and of every standing page: each has
/// one owner.
///
/// Articles that are scheduled or withdrawn have addresses too, so that neither the passing of time nor a
/// withdrawal can make two sources clash that did not clash before.
struct Permalinks {
    /// By index of the newsroom's articles: the path without the site's base; empty for a draft.
    private(set) var paths: [String] = []
    private var owners: [ExactText: Owner] = [:]
    let reserved: ReservedAddresses
    private(set) var diagnostics: [Diagnostic] = []

    /// Whose a path is. The place of an article is only looked for when somebody else wants its path.
    private enum Owner {
        case article(Int)
        case other(Place)
    }

    init(_ newsroom: Newsroom, _ sorting: ArticleSorting, _ options: ArrangeOptions) {
        let segments = newsroom.categories.map { AddressSegment.category($0.folder) }
        reserved = ReservedAddresses(newsroom.settings, folders: newsroom.categories.map(\.folder))
        owners.reserveCapacity(newsroom.articles.count * 2)
        for (category, segment) in zip(newsroom.categories, segments) {
            own("/\(segment)/", .other(category.place), newsroom)
        }
        paths = Self.paths(newsroom, sorting, segments, threads: options.threads)
        for index in newsroom.articles.indices
        where !paths[index].isEmpty && !newsroom.articles[index].isDamaged {
            own(paths[index], .article(index), newsroom)
        }
        for page in newsroom.pages where page.isShown(options) && !page.isDamaged {
            own(page.address, .other(page.place), newsroom)
        }
        ownShelved(newsroom, options)
        checkIDs(newsroom)
        checkNames(newsroom.shelved)
    }

    /// The addresses alone, of articles that were checked before.
    init(paths: [String], _ newsroom: Newsroom) {
        reserved = ReservedAddresses(newsroom.settings, folders: newsroom.categories.map(\.folder))
        self.paths = paths
    }

    /// Those that wait for their day have addresses, too.
    private mutating func ownShelved(_ newsroom: Newsroom, _ options: ArrangeOptions) {
        for shelved in newsroom.shelved where shelved.state(options) != .draft && !shelved.isDamaged {
            own(shelved.address(newsroom.settings.words), .other(shelved.addressPlace), newsroom)
        }
    }

    private static func paths(
        _ newsroom: Newsroom, _ sorting: ArticleSorting, _ segments: [String], threads: Int
    ) -> [String] {
        let pattern = PermalinkPattern(newsroom.settings.permalink)
        let folders = newsroom.categories.map { ExactText($0.folder) }
        let categories = Dictionary(zip(folders, segments)) { first, _ in first }
        let (articles, zone) = (newsroom.articles, newsroom.settings.zone)
        return parallelMap(count: articles.count, threads: threads, makeWorker: {}) { _, index in
            guard sorting.states[index] != .draft else { return "" }
            let folder = articles[index].category
            return pattern.path(
                ofArticleAt: index, articles, category: categories[ExactText(folder)] ?? folder, zone: zone)
        }
    }

    private mutating func own(_ path: String, _ owner: Owner, _ newsroom: Newsroom) {
        if reserved.contains(path) {
            let problem = ArrangeProblem.reservedAddress(path: path)
            diagnostics.append(Diagnostic(.error, problem, at: Self.place(of: owner, newsroom)))
        } else if let first = owners[ExactText(path)] {
            let other = Self.place(of: first, newsroom)
            let problem = ArrangeProblem.sameAddress(path: path, other: other.file)
            diagnostics.append(
                Diagnostic(
                    .error, problem, at: Self.place(of: owner, newsroom),
                    related: other.line > 0 ? [other] : []))
        } else {
            owners[ExactText(path)] = owner
        }
    }

    private static func place(of owner: Owner, _ newsroom: Newsroom) -> Place {
        switch owner {
        case .other(let place): return place
        case .article(let index):
            let article = newsroom.articles[index]
            return article.place(of: article.slug == nil ? "title" : "slug")
        }
    }

    func isOwned(_ path: String) -> Bool { owners[ExactText(path)] != nil }

    /// The place to name when another source wants `path`; nil when nobody has it.
    func owner(of path: String, _ newsroom: Newsroom) -> Place? {
        owners[ExactText(path)].map { Self.place(of: $0, newsroom) }
    }

    /// Counters, addresses and feeds know an article by its id: two of one id are an error, drafts included.
    private mutating func checkIDs(_ newsroom: Newsroom) {
        var seen: [ExactText: Int] = Dictionary(minimumCapacity: newsroom.articles.count)
        for index in newsroom.articles.indices where !newsroom.articles[index].isDamaged {
            let id = newsroom.articles[index].id
            guard let first = seen.updateValue(index, forKey: ExactText(id)) else { continue }
            let other = newsroom.articles[first].place(of: "id")
            let problem = ArrangeProblem.sameID(id: id, other: other.file)
            let place = newsroom.articles[index].place(of: "id")
            diagnostics.append(Diagnostic(.error, problem, at: place, related: other.line > 0 ? [other] : []))
        }
    }
}

extension Permalinks {
    /// Documents and albums are known by their paths, which `x.md` and `x/index.md` share.
    private mutating func checkNames(_ sources: [any ShelvedSource]) {
        var seen: [ExactText: Place] = [:]
        for source in sources {
            if let other = seen.updateValue(source.place, forKey: ExactText(source.id)) {
                diagnostics.append(
                    Diagnostic(.error, ArrangeProblem.sameName(other: other.file), at: source.place))
            }
        }
    }
}

extension StandingPage {
    /// Without the site's base.
    var address: String { "/\(path)/" }

    func isShown(_ options: ArrangeOptions) -> Bool { !isDraft || options.drafts }
}

extension StandingPage: FieldPlaces {}

extension FieldPlaces {
    /// The place of the source as a whole.
    var place: Place { Place(file: source) }
}
