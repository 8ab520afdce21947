import Bytes
import Diagnostics
import Model
import VietnameseText

/// Finds which tags have articles, and how each is spelt: the most used spelling, ties by byte order.
struct TagList {
    private var numbers: TagNumbers
    private var uses: [TagUse] = []

    /// Fills in the tags of the catalog and of its articles; returns the lines that addresses.csv is to have
    /// for them.
    static func fill(
        _ catalog: inout Catalog, recorded: [Address], _ diagnostics: inout [Diagnostic]
    ) -> [Address] {
        var list = TagList(numbers: TagNumbers(catalog.settings.tags))
        for index in catalog.articles.indices {
            catalog.articles[index].tags = list.add(
                catalog.articles[index].source.tags, article: index, listed: index < catalog.listedCount)
        }
        let slugs = TagSlugs(
            list.numbers, counts: list.uses.map(\.articles.count), catalog.settings, recorded: recorded)
        diagnostics += slugs.clashes.map { list.warning($0, slugs, catalog) }
        let place = list.order(slugs, &catalog)
        for index in catalog.articles.indices {
            catalog.articles[index].tags = catalog.articles[index].tags.compactMap { place[Int($0)] }
        }
        return slugs.lines
    }

    private init(numbers: TagNumbers) { self.numbers = numbers }

    /// The numbers of an article's tags, each once, in the order of the front matter. Only listed articles
    /// count.
    private mutating func add(_ names: [String], article: Int, listed: Bool) -> [Int32] {
        var result: [Int32] = []
        for name in names {
            guard let number = numbers.number(of: name) else { continue }
            if number == uses.count { uses.append(TagUse()) }
            guard uses[number].lastArticle != article else { continue }
            uses[number].lastArticle = article
            result.append(Int32(number))
            guard listed else { continue }
            uses[number].articles.append(Int32(article))
            uses[number].spellings[ExactText(name), default: 0] += 1
        }
        return result
    }

    /// Puts the tags that have listed articles into the catalog, by the Vietnamese order of their names;
    /// returns the place of each number.
    private func order(_ slugs: TagSlugs, _ catalog: inout Catalog) -> [Int32?] {
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
            catalog.tags.append(
                CatalogTag(
                    key: numbers.keys[tag.number], name: tag.name, slug: slug,
                    url: catalog.settings.url(catalog.settings.tagPath(slug)),
                    articles: uses[tag.number].articles))
        }
        return place
    }

    private func name(_ number: Int) -> String { numbers.givenName(number) ?? uses[number].mostUsedSpelling }

    /// Stands at the oldest article that has the tag without the slug.
    private func warning(_ clash: TagSlugs.Clash, _ slugs: TagSlugs, _ catalog: Catalog) -> Diagnostic {
        let problem = ArrangeProblem.tagsWithOneSlug(
            owner: name(clash.owner), other: name(clash.other), slug: numbers.slug(clash.other),
            given: slugs.slugs[clash.other])
        let oldest = uses[clash.other].articles.last.map { catalog.articles[Int($0)].source }
        return Diagnostic(.warning, problem, at: oldest?.place(of: "tags"))
    }
}

/// What the catalog's articles make of one tag.
private struct TagUse {
    /// Listed articles, in the site's order.
    var articles: [Int32] = []
    var spellings: [ExactText: Int] = [:]
    /// The last article that named it, listed or not.
    var lastArticle = -1

    /// The most used spelling; of several, the first in byte order.
    var mostUsedSpelling: String {
        spellings.max { left, right in
            left.value != right.value
                ? left.value < right.value : right.key.text.precedesInBytes(left.key.text)
        }?.key.text ?? ""
    }
}
