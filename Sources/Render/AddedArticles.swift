import Model
import Templates

/// What changes the value of fields when articles come to a site and nothing else does.
extension Influences {
    /// Any article.
    static let site = Influences(rawValue: 1 << 0)
    /// One of the category.
    static let category = Influences(rawValue: 1 << 1)
    /// One with the tag.
    static let tag = Influences(rawValue: 1 << 2)
    /// One of the day, the month or the year.
    static let period = Influences(rawValue: 1 << 3)
    /// One near the article in its category.
    static let neighbours = Influences(rawValue: 1 << 4)
    /// One of the list that a list page is a page of.
    static let list = Influences(rawValue: 1 << 5)
}

/// Articles that have come to a site in which nothing else has changed, and what that can change: everything else is as
/// it was.
struct AddedArticles {
    private let world: SiteWorld
    /// What templates are exposed to; nil for those of which it is not known. By the raw value of the page kind.
    private let exposures: [Exposure?]
    private let fragments: [Exposure?]
    private var articles: Set<Int> = []
    /// By category: the positions of new articles.
    private var positions: [Int: [Int]] = [:]
    private var tags: Set<Int> = []
    private var days: Set<Int> = []
    private var months: Set<Int> = []
    private var years: Set<Int> = []

    /// `articles` are listed ones of the catalog of `world`.
    init(_ articles: [Int], in world: SiteWorld, _ templates: TemplateSet) {
        self.world = world
        exposures = PageKindID.allCases.map { kind in
            SiteSchema.templateName(kind).flatMap(templates.template(forPage:))?.exposure
        }
        fragments = templates.fragmentNames.map { templates.template(forFragment: $0)?.exposure }
        let catalog = world.catalog
        for index in articles {
            self.articles.insert(index)
            let article = catalog.articles[index]
            positions[Int(article.category), default: []].append(Int(article.position))
            tags.formUnion(article.tags.map { Int($0) })
            func period(of periods: [CatalogPeriod]) -> Int? {
                periods.firstIndex { $0.articles.contains(index) }
            }
            if let day = period(of: catalog.days) { days.insert(day) }
            if let month = period(of: catalog.months) { months.insert(month) }
            if let year = period(of: catalog.years) { years.insert(year) }
        }
    }

    /// Whether the file may be another one than without these articles; true where that is not known.
    func mayChange(_ kind: PageKindID, _ subject: Int) -> Bool {
        switch kind {
        case .siteFeed, .sitemap, .sitemapIndex, .newsSitemap: return true
        case .categoryFeed: return positions[subject] != nil
        case .tagFeed: return tags.contains(subject)
        // Articles have no part in these.
        case .robots, .redirectMap, .documentIndex: return false
        case .fragment: return isExposed(fragments[subject], kind, subject)
        case .article where articles.contains(subject), .articlePrint where articles.contains(subject):
            return true
        // It may have a page more, whatever its pages show.
        case .category, .tag, .day, .month, .year:
            return !changes(kind, subject).isEmpty || isExposed(exposures[Int(kind.rawValue)], kind, subject)
        default: return isExposed(exposures[Int(kind.rawValue)], kind, subject)
        }
    }

    private func isExposed(_ exposure: Exposure?, _ kind: PageKindID, _ subject: Int) -> Bool {
        guard let exposure, exposure.far.isEmpty else { return true }
        return !exposure.near.isDisjoint(with: changes(kind, subject))
    }

    /// What these articles change of what a page is given.
    private func changes(_ kind: PageKindID, _ subject: Int) -> Influences {
        switch kind {
        case .article, .articlePrint: changes(ofArticle: subject)
        case .category: positions[subject] == nil ? .none : [.category, .list]
        case .tag: tags.contains(subject) ? [.tag, .list] : .none
        case .day: days.contains(subject) ? [.period, .list] : .none
        case .month: months.contains(subject) ? [.period, .list] : .none
        case .year: years.contains(subject) ? [.period, .list] : .none
        case .documents, .albums: .none
        default: .all
        }
    }

    private func changes(ofArticle index: Int) -> Influences {
        var changes = Influences.none
        // Single fields: a copy of the article costs more than all else.
        if let new = positions[Int(world.catalog.articles[index].category)] {
            changes.insert(.category)
            if isNear(Int(world.catalog.articles[index].position), new) { changes.insert(.neighbours) }
        }
        if world.catalog.articles[index].tags.contains(where: { tags.contains(Int($0)) }) {
            changes.insert(.tag)
        }
        return changes
    }

    /// Whether one of the positions `new` is among those that an article shows, which is at `position`; it was at another
    /// one before, but has moved with all that it shows.
    private func isNear(_ position: Int, _ new: [Int]) -> Bool {
        guard position >= 0 else { return false }
        let pages = world.settings.pages
        // The page of the list that goes on after the older ones is another one for all that have moved.
        if world.settings.fragments == .inline { return new.contains { $0 < position + pages.older + 2 } }
        let shown = (position - pages.newer)...(position + pages.older)
        return new.contains(where: shown.contains)
    }
}

extension Influences {
    /// An empty literal is worked out anew at every place, which there are ten thousand times.
    fileprivate static let none = Influences()
    fileprivate static let all: Influences = [.site, .category, .tag, .period, .neighbours, .list]
}
