import Bytes
import Model
import VietnameseText

/// The pages of lists: what their addresses are and how many pages each has.
struct AddressLists {
    private struct List {
        let url: String
        let count: Int
        let pageSize: Int
        let hasFeed: Bool
    }

    private var lists: [List] = []

    init() {}

    /// The lists that the site has now.
    init(_ catalog: Catalog) {
        let (feeds, size) = (catalog.settings.feeds, catalog.settings.pages.list)
        lists = catalog.categories.map {
            List(url: $0.url, count: $0.articles.count, pageSize: $0.pageSize, hasFeed: feeds.categories)
        }
        lists += catalog.tags.map {
            List(url: $0.url, count: $0.articles.count, pageSize: size, hasFeed: feeds.tags)
        }
        lists += (catalog.days + catalog.months + catalog.years).map {
            List(url: $0.url, count: $0.articles.count, pageSize: size, hasFeed: false)
        }
        lists += catalog.documentLists.map {
            List(url: $0.url, count: $0.documents.count, pageSize: size, hasFeed: false)
        }
        addAlbums(catalog.albums.count, catalog.settings)
    }

    /// The photo library, when there is one.
    private mutating func addAlbums(_ count: Int, _ settings: Settings) {
        guard count > 0 else { return }
        lists.append(
            List(
                url: settings.url(settings.albumsPath), count: count, pageSize: settings.pages.list,
                hasFeed: false))
    }

    /// The lists that the site would have if every article that is no draft were shown: at no time, and after
    /// no withdrawal, is there a page that is not among theirs.
    init(all newsroom: Newsroom, _ sorting: ArticleSorting) {
        let settings = newsroom.settings
        var census = ListCensus(settings)
        for (article, state) in zip(newsroom.articles, sorting.states) where state != .draft {
            census.count(article)
        }
        let (feeds, size) = (settings.feeds, settings.pages.list)
        lists = newsroom.categories.map { category in
            List(
                url: settings.url("/\(AddressSegment.category(category.folder))/"),
                count: census.categories[ExactText(category.folder)] ?? 0,
                pageSize: category.pageSize ?? size,
                hasFeed: feeds.categories)
        }
        lists += DocumentList.sizesOfAll(newsroom).map {
            List(url: $0.url, count: $0.count, pageSize: size, hasFeed: false)
        }
        addAlbums(newsroom.albums.count { !$0.isDraft }, settings)
        lists += census.periods.map { List(url: settings.url($0), count: $1, pageSize: size, hasFeed: false) }
        for (number, count) in census.tags.enumerated() {
            let slugs = [census.numbers.slug(number), census.numbers.slugWithDigits(number)]
            lists += slugs.map {
                List(
                    url: settings.url(settings.tagPath($0)), count: count, pageSize: size, hasFeed: feeds.tags
                )
            }
        }
    }

    /// All addresses, with the site's base.
    func urls(_ words: PathWords) -> Set<String> {
        var urls: Set<String> = []
        for list in lists {
            urls.insert(list.url)
            if list.hasFeed { urls.insert(list.url + words.feed) }
            let pages = Pages.count(items: list.count, perPage: list.pageSize)
            guard pages > 1 else { continue }
            for page in 2...pages { urls.insert("\(list.url)\(words.page)/\(page)/") }
        }
        return urls
    }
}

/// How many articles each list would hold.
private struct ListCensus {
    private(set) var categories: [ExactText: Int] = [:]
    /// By path of the day, the month or the year.
    private(set) var periods: [String: Int] = [:]
    /// By number.
    private(set) var tags: [Int] = []
    private(set) var numbers: TagNumbers
    private let settings: Settings

    init(_ settings: Settings) {
        self.settings = settings
        numbers = TagNumbers(settings.tags)
    }

    mutating func count(_ article: Article) {
        categories[ExactText(article.category), default: 0] += 1
        let date = article.date.civil(in: settings.zone).date
        for path in [settings.dayPath(date), settings.monthPath(date), settings.yearPath(date)] {
            periods[path, default: 0] += 1
        }
        for tag in article.tags {
            guard let number = numbers.number(of: tag) else { continue }
            if number == tags.count { tags.append(0) }
            tags[number] += 1
        }
    }
}
