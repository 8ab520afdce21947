import Bytes
import Diagnostics
import Model

/// Old addresses: aliases that sources name, and addresses that addresses.csv remembers.
struct Redirects {
    private(set) var diagnostics: [Diagnostic] = []
    private let newsroom: Newsroom
    private let permalinks: Permalinks
    private var book: RedirectBook
    private let owners: AddressOwners
    /// The lines of addresses.csv.
    private let known: Set<Address>
    private var moved: [CatalogMove] = []
    private var newAddresses: [Address] = []

    /// `lines` are those of addresses.csv that other parts of the catalog ask for.
    init(
        _ newsroom: Newsroom, _ sorting: ArticleSorting, _ permalinks: Permalinks, _ options: ArrangeOptions,
        lines: [Address]
    ) {
        self.newsroom = newsroom
        self.permalinks = permalinks
        book = RedirectBook(newsroom, permalinks)
        // Owners are asked for what was published before, and for what is to be recorded now.
        let isAsked = options.records || !newsroom.addresses.isEmpty
        owners = isAsked ? AddressOwners(newsroom, sorting, permalinks, options) : AddressOwners()
        known = Set(newsroom.addresses)
        addAliases(sorting, options)
        addMoves()
        if options.records { newAddresses = owners.newLines(since: known, lines) }
    }

    func fill(_ catalog: inout Catalog) {
        catalog.redirects = book.pages.sorted { $0.from.precedesInBytes($1.from) }
        catalog.queryRedirects = book.queries.sorted { $0.from.precedesInBytes($1.from) }
        catalog.summary.moved = moved
        catalog.newAddresses = newAddresses
    }

    /// The aliases of scheduled and withdrawn articles are taken, too, and lead nowhere yet or no more.
    private mutating func addAliases(_ sorting: ArticleSorting, _ options: ArrangeOptions) {
        for index in newsroom.articles.indices where !newsroom.articles[index].aliases.isEmpty {
            guard !permalinks.paths[index].isEmpty else { continue }
            let article = newsroom.articles[index]
            let hasPage = sorting.states[index].hasPage(leavesNotice: article.withdrawal?.leavesNotice)
            for alias in article.aliases {
                book.add(
                    alias, to: permalinks.paths[index], hasPage: hasPage, article.place(of: "aliases"),
                    &diagnostics)
            }
        }
        for page in newsroom.pages where page.isShown(options) {
            for alias in page.aliases {
                book.add(alias, to: page.address, hasPage: true, page.place, &diagnostics)
            }
        }
        let words = newsroom.settings.words
        for shelved in newsroom.shelved where !shelved.isDraft {
            for alias in shelved.aliases {
                book.add(
                    alias, to: shelved.address(words), hasPage: shelved.state(options) == .published,
                    shelved.place(of: "aliases"), &diagnostics)
            }
        }
    }

    /// A move is told in the run that finds it: from then on addresses.csv has the new address, too.
    private mutating func addMoves() {
        // The id of a damaged article is not known for certain.
        let allKnown =
            !newsroom.isIncomplete
            && !newsroom.articles.indices.contains { newsroom.articles[$0].isDamaged }
        var ownerless: [Address] = []
        for line in newsroom.addresses {
            if let current = owners.current(line.id) {
                guard line.url != current, book.move(line, to: current) else { continue }
                // What was withdrawn gets no line: it would be told again by every build.
                if owners.isRecorded(line.id), !known.contains(Address(id: line.id, url: current)) {
                    moved.append(CatalogMove(id: line.id, from: line.url, to: current))
                }
            } else if allKnown, !owners.isKnown(line.id) {
                ownerless.append(line)
            }
        }
        reportOwnerless(ownerless)
    }

    /// Asked after all moves: an address that two ids had leads on when one of them is still there.
    private mutating func reportOwnerless(_ lines: [Address]) {
        var told: Set<String> = []
        for line in lines where !book.isTaken(line.url) && told.insert(line.url).inserted {
            let problem = ArrangeProblem.addressWithoutOwner(url: line.url, id: line.id)
            diagnostics.append(Diagnostic(.warning, problem, at: Place(file: "addresses.csv")))
        }
    }
}

extension Visibility {
    /// Whether there is something to be read at the address of an article in this state.
    func hasPage(leavesNotice: Bool?) -> Bool {
        switch self {
        case .published, .expired: true
        case .withdrawn: leavesNotice ?? false
        case .draft, .scheduled: false
        }
    }
}

/// The address of each id that there is.
private struct AddressOwners {
    /// Empty for what has no page now: drafts, scheduled articles.
    private var paths: [ExactText: String] = [:]
    private var published: [Address] = []
    private var withdrawn: Set<ExactText> = []

    init() {}

    init(
        _ newsroom: Newsroom, _ sorting: ArticleSorting, _ permalinks: Permalinks, _ options: ArrangeOptions
    ) {
        paths.reserveCapacity(newsroom.articles.count + newsroom.pages.count)
        for (index, state) in sorting.states.enumerated() {
            let hasPage = state.hasPage(leavesNotice: newsroom.articles[index].withdrawal?.leavesNotice)
            let path = hasPage ? permalinks.paths[index] : ""
            own(newsroom.articles[index].id, path, isNews: state.isShown)
        }
        for page in newsroom.pages {
            let isShown = page.isShown(options)
            own(page.addressID, isShown ? page.address : "", isNews: isShown)
        }
        let words = newsroom.settings.words
        for shelved in newsroom.shelved {
            let isShown = shelved.state(options) == .published
            own(shelved.id, isShown ? shelved.address(words) : "", isNews: isShown)
        }
    }

    /// A notice is not what was published: it gets no line of its own.
    private mutating func own(_ id: String, _ path: String, isNews: Bool) {
        paths[ExactText(id)] = path
        if isNews {
            published.append(Address(id: id, url: path))
        } else if !path.isEmpty {
            withdrawn.insert(ExactText(id))
        }
    }

    /// Whether the address that `id` has now goes into addresses.csv.
    func isRecorded(_ id: String) -> Bool { !withdrawn.contains(ExactText(id)) }

    /// The address at which `id` has a page now.
    func current(_ id: String) -> String? { paths[ExactText(id)].flatMap { $0.isEmpty ? nil : $0 } }

    /// Tags come and go with their articles, and nobody misses their pages.
    func isKnown(_ id: String) -> Bool {
        id.utf8.starts(with: TagSlugs.idPrefix.utf8) || paths[ExactText(id)] != nil
    }

    /// Addresses that the file does not have yet, sorted as its lines are.
    func newLines(since old: Set<Address>, _ others: [Address]) -> [Address] {
        (published + others)
            .filter { !old.contains($0) }
            .map { (address: $0, line: $0.id + "," + $0.url) }
            .sorted { $0.line.precedesInBytes($1.line) }
            .map(\.address)
    }
}

extension StandingPage {
    /// The id of a standing page in addresses.csv: no category is named `trang`.
    fileprivate var addressID: String { "trang/" + path }
}
