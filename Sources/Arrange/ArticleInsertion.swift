import Bytes
package import Model
import VietnameseText

/// Puts one more article into a site that is arranged: for whoever keeps it in memory while articles are written, or has
/// put it together again from its index.
///
/// Only where the result is what arranging everything anew would give; what is not plain is left to that. The
/// order of `Catalog.sources` alone may differ, and nothing that is shown depends on it.
package struct ArticleInsertion: Sendable {
    private(set) var links: LinkResolver
    private var options: ArrangeOptions
    package private(set) var claims: SourceClaims

    init(_ links: LinkResolver, _ options: ArrangeOptions, _ claims: SourceClaims) {
        self.links = links
        self.options = options
        self.claims = claims
        self.links.hold([])
    }

    /// False, with `catalog` as it was, when everything has to be arranged anew. `article` has no problems of its own, and
    /// neither has the site any of links.
    package mutating func insert(_ article: Article, into catalog: inout Catalog) -> Bool {
        guard insertWithoutFiles(article, into: &catalog) else { return false }
        catalog.files = links.publishedFiles()
        return true
    }

    /// The same, but leaves the files of the site as they are.
    mutating func insertWithoutFiles(_ article: Article, into catalog: inout Catalog) -> Bool {
        options.moment = catalog.moment
        guard isPlain(article, catalog.settings), !links.linksToSleeping, !claims.hasID(article.id),
            !catalog.sources.contains(where: { $0.source.utf8.elementsEqual(article.source.utf8) }),
            let category = catalog.categories.firstIndex(where: {
                $0.folder.utf8.elementsEqual(article.category.utf8)
            }), let tags = tags(of: article, in: catalog),
            let path = freePath(for: article, in: catalog)
        else { return false }
        guard let filling = filling(of: article, catalog.sources) else { return false }
        let rank = rank(of: article, in: catalog)
        shift(&catalog, from: rank)
        for tag in tags { catalog.insert(rank, intoTag: Int(tag)) }
        catalog.articles.insert(
            CatalogArticle(
                source: Int32(catalog.earlierCount + catalog.sources.count), url: catalog.settings.url(path),
                date: article.date.civil(in: catalog.settings.zone).date, category: Int32(category),
                tags: tags, image: filling.image, fills: filling.fills, changed: article.changed,
                metadataDigest: article.metadataDigest), at: rank)
        catalog.sources.append(article)
        claims.add(id: article.id, path: path)
        if options.records { catalog.newAddresses.append(Address(id: article.id, url: path)) }
        catalog.listedCount += 1
        catalog.summary.published += 1
        CategoryList.fill(&catalog)
        PeriodList.fill(&catalog)
        catalog.summary.nextDue = NextDue.earlier(
            catalog.summary.nextDue, NextDue.after(catalog.moment, article))
        return true
    }

    /// Nil when something is wrong with its links.
    private mutating func filling(of article: Article, _ sources: [Article]) -> Filling? {
        var links = links
        links.hold(sources)
        links.addFolder(of: article)
        let known = links.diagnostics.count
        let filling = links.filling(articleAt: 0, [article])
        guard links.diagnostics.count == known, !links.linksToSleeping else { return nil }
        links.hold([])
        self.links = links
        return filling
    }

    /// Whether the article is listed and takes part in nothing but its category, its tags and its days: not in what is
    /// pinned or corrected, which have orders of their own.
    private func isPlain(_ article: Article, _ settings: Settings) -> Bool {
        article.aliases.isEmpty && article.pinUntil == nil && article.expires == nil
            && article.withdrawal == nil && article.correction == nil && !article.isDamaged && !article.isKept
            && article.visibility(options) == .published
            // Where missing targets are not reported, links to this article may be waiting.
            && settings.checks.links != .off
    }

    /// The tags by their indices; nil when one is new, or when one more use could change how a tag is called.
    private func tags(of article: Article, in catalog: Catalog) -> [Int32]? {
        var numbers = TagNumbers(catalog.settings.tags)
        var found: [Int32] = []
        for name in article.tags {
            guard let number = numbers.number(of: name) else { continue }
            guard
                let index = catalog.tags.firstIndex(where: {
                    $0.key.utf8.elementsEqual(numbers.keys[number].utf8)
                }), catalog.tags[index].name.utf8.elementsEqual(name.utf8),
                catalog.tags[index].slug.utf8.elementsEqual(numbers.slug(number).utf8)
            else { return nil }
            if !found.contains(Int32(index)) { found.append(Int32(index)) }
        }
        return found
    }

    /// The address without the site's base; nil when somebody else has it, had it or may get it.
    private func freePath(for article: Article, in catalog: Catalog) -> String? {
        let addresses = ArticleAddress(catalog.settings)
        let path = addresses.path(of: article)
        let url = catalog.settings.url(path)
        let newsroom = links.newsroom
        func isSame(_ other: String) -> Bool { ExactText(other) == ExactText(url) }
        func isAlias(_ alias: String) -> Bool {
            AliasPath(alias)?.path.utf8.elementsEqual(path.utf8) ?? true
        }
        let isTaken =
            ReservedAddresses(catalog.settings, folders: catalog.categories.map(\.folder)).contains(path)
            || claims.hasPath(path) || catalog.pages.contains { isSame($0.url) }
            || catalog.categories.contains { isSame($0.url) }
            || catalog.redirects.contains { isSame($0.from) }
            || claims.aliases.contains(where: isAlias)
            || newsroom.pages.contains { $0.aliases.contains(where: isAlias) }
            || newsroom.shelved.contains {
                $0.address(catalog.settings.words).utf8.elementsEqual(path.utf8)
                    || $0.aliases.contains(where: isAlias)
            }
            || newsroom.addresses.contains {
                $0.url.utf8.elementsEqual(path.utf8) || $0.id.utf8.elementsEqual(article.id.utf8)
            }
        return isTaken ? nil : path
    }

    /// Where the article stands among those that are listed.
    private func rank(of article: Article, in catalog: Catalog) -> Int {
        var (low, high) = (0, catalog.listedCount)
        while low < high {
            let middle = (low + high) / 2
            if catalog.isArticle(middle, before: article) { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// Makes room for an article at `rank` in all lists but those of categories, which are filled again.
    private func shift(_ catalog: inout Catalog, from rank: Int) {
        for index in catalog.tags.indices { catalog.tags[index].articles.shift(from: rank) }
        catalog.pinned.shift(from: rank)
        catalog.corrected.shift(from: rank)
    }
}

extension [Int32] {
    /// Makes room for an article at `rank`.
    fileprivate mutating func shift(from rank: Int) {
        for place in indices where self[place] >= Int32(rank) { self[place] += 1 }
    }
}

extension Catalog {
    /// Whether the one at `index` stands before `article` in the order of the site.
    fileprivate func isArticle(_ index: Int, before article: Article) -> Bool {
        withSource(ofArticle: index) { other in
            other.date != article.date ? other.date > article.date : other.id.precedesInBytes(article.id)
        }
    }
}

extension Catalog {
    fileprivate mutating func insert(_ article: Int, intoTag tag: Int) {
        let place = tags[tag].articles.firstIndex { $0 > Int32(article) } ?? tags[tag].articles.count
        tags[tag].articles.insert(Int32(article), at: place)
    }
}
