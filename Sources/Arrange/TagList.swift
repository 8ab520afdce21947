import Bytes
import Diagnostics
import Model
import VietnameseText

/// Finds which tags have articles, and how each is spelt: the most used spelling, ties by byte order.
struct TagList {
    /// The tags that have listed articles, by the Vietnamese order of their names.
    private(set) var tags: [CatalogTag] = []
    /// Indices of `tags`, for each article of the catalog, in the order of its front matter.
    private(set) var ofArticles: [[Int32]] = []
    /// What addresses.csv is to have of them.
    private(set) var lines: [Address] = []
    private(set) var diagnostics: [Diagnostic] = []
    private var numbers: TagNumbers
    private var uses: [TagUse] = []
    /// How often listed articles spell a tag so, in the order in which the spellings are met.
    private var spellings: [(number: Int, name: String, count: Int)] = []

    static func make(_ newsroom: Newsroom, _ sorting: ArticleSorting) -> TagList {
        var list = TagList(numbers: TagNumbers(newsroom.settings.tags))
        let shown = sorting.shown
        list.ofArticles = shown.enumerated().map { order, index in
            list.add(newsroom.articles[index].tags, article: order, listed: order < sorting.listed.count)
        }
        list.nameTags()
        let slugs = TagSlugs(
            list.numbers, counts: list.uses.map(\.articles.count), newsroom.settings,
            recorded: newsroom.addresses)
        list.lines = slugs.lines
        list.diagnostics = slugs.clashes.map { clash in
            let oldest = list.uses[clash.other].articles.last.map { newsroom.articles[shown[Int($0)]] }
            return list.warning(clash, slugs, at: oldest?.place(of: "tags"))
        }
        let place = list.order(slugs, newsroom.settings)
        list.ofArticles = list.ofArticles.map { $0.compactMap { place[Int($0)] } }
        return list
    }

    private init(numbers: TagNumbers) { self.numbers = numbers }

    /// The numbers of an article's tags, each once, in the order of the front matter. Only listed articles
    /// count.
    private mutating func add(_ names: [String], article: Int, listed: Bool) -> [Int32] {
        var result: [Int32] = []
        for name in names {
            guard let (number, spelling) = numbers.spelling(name) else { continue }
            if number == uses.count { uses.append(TagUse()) }
            if spelling == spellings.count { spellings.append((number, name, 0)) }
            guard uses[number].lastArticle != article else { continue }
            uses[number].lastArticle = article
            result.append(Int32(number))
            guard listed else { continue }
            uses[number].articles.append(Int32(article))
            spellings[spelling].count += 1
        }
        return result
    }

    /// Puts the tags into their order; returns the place of each number.
    private mutating func order(_ slugs: TagSlugs, _ settings: Settings) -> [Int32?] {
        let named = uses.indices.filter { !uses[$0].articles.isEmpty }.map { number in
            let name = name(number)
            return (number: number, name: name, sortKey: SortKey.make(name))
        }
        let sorted = named.sorted { left, right in
            left.sortKey == right.sortKey
                ? numbers.keys[left.number].precedesInBytes(numbers.keys[right.number])
                : left.sortKey.lexicographicallyPrecedes(right.sortKey)
        }
        var place = [Int32?](repeating: nil, count: uses.count)
        for (index, tag) in sorted.enumerated() {
            place[tag.number] = Int32(index)
            let slug = slugs.slugs[tag.number]
            tags.append(
                CatalogTag(
                    key: numbers.keys[tag.number], name: tag.name, slug: slug,
                    url: settings.url(settings.tagPath(slug)), articles: uses[tag.number].articles))
        }
        return place
    }

    private func name(_ number: Int) -> String { numbers.givenName(number) ?? uses[number].name }

    /// Names each tag by its most used spelling; of several, by the first in byte order.
    private mutating func nameTags() {
        var counts = [Int](repeating: 0, count: uses.count)
        for (number, spelling, count) in spellings where count > 0 {
            guard
                count > counts[number]
                    || (count == counts[number] && spelling.precedesInBytes(uses[number].name))
            else { continue }
            counts[number] = count
            uses[number].name = spelling
        }
    }

    /// `place`: the oldest article that has the tag without the slug.
    private func warning(_ clash: TagSlugs.Clash, _ slugs: TagSlugs, at place: Place?) -> Diagnostic {
        let problem = ArrangeProblem.tagsWithOneSlug(
            owner: name(clash.owner), other: name(clash.other), slug: numbers.slug(clash.other),
            given: slugs.slugs[clash.other])
        return Diagnostic(.warning, problem, at: place)
    }
}

/// What the catalog's articles make of one tag.
private struct TagUse {
    /// Listed articles, in the site's order.
    var articles: [Int32] = []
    var name = ""
    /// The last article that named it, listed or not.
    var lastArticle = -1
}
