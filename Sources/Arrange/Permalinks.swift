import Bytes
import Diagnostics
import Model

/// The address of every article, official document and album that is no draft, and of every standing page: each has
/// one owner.
///
/// Articles that are scheduled or withdrawn have addresses too, so that neither the passing of time nor a
/// withdrawal can make two sources clash that did not clash before.
struct Permalinks {
    /// By index of the newsroom's articles: the path without the site's base; empty for a draft.
    private(set) var paths: [String] = []
    /// The owner of each path: the place to name when another source wants it.
    private(set) var owners: [String: Place] = [:]
    let reserved: ReservedAddresses
    private(set) var diagnostics: [Diagnostic] = []

    init(_ newsroom: Newsroom, _ sorting: ArticleSorting, _ options: ArrangeOptions) {
        let segments = newsroom.categories.map { AddressSegment.category($0.folder) }
        reserved = ReservedAddresses(newsroom.settings, categories: Set(segments))
        owners.reserveCapacity(newsroom.articles.count * 2)
        for (category, segment) in zip(newsroom.categories, segments) {
            own("/\(segment)/", category.place)
        }
        ownArticles(newsroom, sorting, segments)
        for page in newsroom.pages where page.isShown(options) && !page.isDamaged {
            own(page.address, page.place)
        }
        ownShelved(newsroom, options)
        checkIDs(newsroom)
        checkNames(newsroom.shelved)
    }

    /// Those that wait for their day have addresses, too.
    private mutating func ownShelved(_ newsroom: Newsroom, _ options: ArrangeOptions) {
        for shelved in newsroom.shelved where shelved.state(options) != .draft && !shelved.isDamaged {
            own(shelved.address(newsroom.settings.words), shelved.addressPlace)
        }
    }

    private mutating func ownArticles(
        _ newsroom: Newsroom, _ sorting: ArticleSorting, _ segments: [String]
    ) {
        let pattern = PermalinkPattern(newsroom.settings.permalink)
        let folders = newsroom.categories.map { ExactText($0.folder) }
        let categories = Dictionary(zip(folders, segments)) { first, _ in first }
        paths.reserveCapacity(newsroom.articles.count)
        for (index, state) in sorting.states.enumerated() {
            guard state != .draft else {
                paths.append("")
                continue
            }
            let folder = newsroom.articles[index].category
            let category = categories[ExactText(folder)] ?? folder
            let path = pattern.path(
                ofArticleAt: index, newsroom.articles, category: category, zone: newsroom.settings.zone)
            paths.append(path)
            guard !newsroom.articles[index].isDamaged else { continue }
            let field = newsroom.articles[index].slug == nil ? "title" : "slug"
            let line = newsroom.articles[index].fieldLines.first { $0.field == field }?.line ?? 0
            own(path, Place(file: newsroom.articles[index].source, line: Int(line)))
        }
    }

    private mutating func own(_ path: String, _ place: Place) {
        if reserved.contains(path) {
            let problem = ArrangeProblem.reservedAddress(path: path)
            diagnostics.append(Diagnostic(.error, problem, at: place))
        } else if let owner = owners[path] {
            let problem = ArrangeProblem.sameAddress(path: path, other: owner.file)
            diagnostics.append(Diagnostic(.error, problem, at: place, related: owner.line > 0 ? [owner] : []))
        } else {
            owners[path] = place
        }
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
