import Model
import VietnameseText

/// A list that is shown in pages: a category, a tag, a day, a month, a year, documents or albums.
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
        case .day: (url, count, pageSize) = Self.fields(of: world.catalog.days, subject, world)
        case .month: (url, count, pageSize) = Self.fields(of: world.catalog.months, subject, world)
        case .year: (url, count, pageSize) = Self.fields(of: world.catalog.years, subject, world)
        case .documents:
            url = world.catalog.documentLists[subject].url
            count = world.catalog.documentLists[subject].documents.count
            pageSize = world.settings.pages.list
        case .albums:
            url = world.settings.url(world.settings.albumsPath)
            count = world.catalog.albums.count
            pageSize = world.settings.pages.list
        default: return nil
        }
    }

    private static func fields(
        of periods: [CatalogPeriod], _ subject: Int, _ world: SiteWorld
    ) -> (url: String, count: Int, pageSize: Int) {
        (periods[subject].url, periods[subject].articles.count, world.settings.pages.list)
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
