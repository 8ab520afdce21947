import Model
import VietnameseText

/// A list that is shown in pages: a category, a tag, a day, a month or a year.
struct ListPages {
    let kind: PageKindID
    let subject: Int
    let url: String
    let count: Int
    let pageSize: Int

    /// Nil for kinds of pages that are no lists.
    ///
    /// Takes the world and reads single fields: copying the catalog, or a list, for each number of a pager
    /// would cost more than the number.
    init?(_ kind: PageKindID, _ subject: Int, _ world: SiteWorld) {
        self.kind = kind
        self.subject = subject
        switch kind {
        case .category:
            url = world.catalog.categories[subject].url
            count = world.catalog.categories[subject].articles.count
            pageSize = world.catalog.categories[subject].pageSize
        case .tag:
            url = world.catalog.tags[subject].url
            count = world.catalog.tags[subject].articles.count
            pageSize = world.settings.pages.list
        case .day:
            url = world.catalog.days[subject].url
            count = world.catalog.days[subject].articles.count
            pageSize = world.settings.pages.list
        case .month:
            url = world.catalog.months[subject].url
            count = world.catalog.months[subject].articles.count
            pageSize = world.settings.pages.list
        case .year:
            url = world.catalog.years[subject].url
            count = world.catalog.years[subject].articles.count
            pageSize = world.settings.pages.list
        default: return nil
        }
    }

    var pageCount: Int { Pages.count(items: count, perPage: pageSize) }

    /// The positions in the list that `page` (from 1) shows.
    func positions(page: Int) -> Range<Int> {
        let start = min((page - 1) * pageSize, count)
        return start..<min(start + pageSize, count)
    }

    func url(page: Int, word: String) -> String {
        page == 1 ? url : "\(url)\(word)/\(page)/"
    }
}

extension Catalog {
    func periods(_ kind: PageKindID) -> [CatalogPeriod] {
        switch kind {
        case .day: days
        case .month: months
        default: years
        }
    }

    func period(_ number: PeriodNumber) -> CatalogPeriod {
        switch number.kind {
        case .day: days[number.index]
        case .month: months[number.index]
        case .year: years[number.index]
        }
    }
}
