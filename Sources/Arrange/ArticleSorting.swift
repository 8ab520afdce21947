import Bytes
package import Model

/// The articles by their state at T, each state in the order of the site.
struct ArticleSorting {
    /// Indices into the newsroom's articles: date descending, then id ascending by bytes.
    var listed: [Int] = []
    var expired: [Int] = []
    var scheduled: [Int] = []
    var withdrawn: [Int] = []
    /// The state of each article of the newsroom.
    var states: [Visibility] = []
    var summary = CatalogSummary()

    init(_ articles: [Article], _ options: ArrangeOptions, zone: ZoneOffset) {
        states = articles.indices.map { articles.visibility(at: $0, options) }
        for index in Self.ordered(articles) { place(index) }
        summary.published = listed.count
        summary.expired = expired.count
        summary.scheduled = scheduled.count
        summary.withdrawn = withdrawn.count
        summary.drafts = states.count { $0 == .draft }
    }

    /// The states alone, of articles that were sorted before.
    init(states: [Visibility]) { self.states = states }

    /// Those that have a page, in the order of the catalog.
    var shown: [Int] { listed + expired }

    private mutating func place(_ index: Int) {
        switch states[index] {
        case .published: listed.append(index)
        case .expired: expired.append(index)
        case .scheduled: scheduled.append(index)
        case .withdrawn: withdrawn.append(index)
        case .draft: break
        }
    }

    private static func ordered(_ articles: [Article]) -> [Int] {
        let keys = articles.indices.map { articles[$0].date.seconds }
        return articles.indices.sorted {
            keys[$0] != keys[$1] ? keys[$0] > keys[$1] : articles[$0].id.precedesInBytes(articles[$1].id)
        }
    }
}

extension [Article] {
    /// The state of one at the options' moment, field by field: a copy of an article costs thirty reference counts.
    package func visibility(at index: Int, _ options: ArrangeOptions) -> Visibility {
        Visibility(
            isDraft: self[index].isDraft, isWithdrawn: self[index].withdrawal != nil,
            shown: Window(from: self[index].date, until: self[index].expires), options)
    }
}

extension Article {
    /// The state at the options' moment.
    package func visibility(_ options: ArrangeOptions) -> Visibility { [self].visibility(at: 0, options) }
}

extension Visibility {
    /// Whether there is a page with the text of an article in this state.
    var isShown: Bool { self == .published || self == .expired }

    /// A draft is a draft whatever else it says; a withdrawn article is withdrawn before its date, too.
    fileprivate init(isDraft: Bool, isWithdrawn: Bool, shown: Window, _ options: ArrangeOptions) {
        if isDraft, !options.drafts {
            self = .draft
        } else if isWithdrawn {
            self = .withdrawn
        } else if let from = shown.from, from > options.moment {
            self = options.scheduled ? .published : .scheduled
        } else {
            self = shown.contains(options.moment) ? .published : .expired
        }
    }
}
