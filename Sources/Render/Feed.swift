import Bytes
import Model
import VietnameseText

/// RSS 2.0: the newest articles of the site, of a category or of a tag.
enum Feed {
    static func append(_ page: PageNumber, _ world: SiteWorld, to buffer: inout ByteBuffer) {
        let (title, url, articles) = subject(page, world)
        let description = Self.description(page, world)
        buffer.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
        buffer.append("<rss version=\"2.0\" xmlns:atom=\"http://www.w3.org/2005/Atom\">\n<channel>\n")
        buffer.appendElement("title", title)
        buffer.appendElement("link", world.absolute(url))
        buffer.appendElement("description", description)
        buffer.appendElement("language", world.settings.language)
        buffer.append("<atom:link rel=\"self\" type=\"application/rss+xml\" href=\"")
        buffer.append(escaping: world.absolute(url + world.settings.words.feed))
        buffer.append("\"/>\n")
        for index in articles.prefix(world.settings.feeds.items) {
            appendItem(Int(index), world, to: &buffer)
        }
        buffer.append("</channel>\n</rss>\n")
    }

    /// RSS demands one: the category's or the site's, else the site's title.
    private static func description(_ page: PageNumber, _ world: SiteWorld) -> String {
        let own = page.kind == .categoryFeed ? world.catalog.categories[page.subject].description : ""
        return [own, world.settings.description, world.settings.title].first { !$0.isEmpty } ?? ""
    }

    private static func subject(_ page: PageNumber, _ world: SiteWorld) -> (String, String, [Int32]) {
        let site = world.settings.title
        switch page.kind {
        case .categoryFeed:
            let category = world.catalog.categories[page.subject]
            return ("\(category.title) - \(site)", category.url, category.articles)
        case .tagFeed:
            let tag = world.catalog.tags[page.subject]
            return ("\(tag.name) - \(site)", tag.url, tag.articles)
        default:
            let count = min(world.catalog.listedCount, world.settings.feeds.items)
            return (site, world.settings.url.basePath, (0..<count).map { Int32($0) })
        }
    }

    private static func appendItem(_ index: Int, _ world: SiteWorld, to buffer: inout ByteBuffer) {
        let article = world.catalog.articles[index]
        buffer.append("<item>\n")
        buffer.appendElement("title", world[source: index].title)
        buffer.appendElement("link", world.absolute(article.url))
        buffer.append("<guid isPermaLink=\"false\">")
        buffer.append(escaping: guid(article, id: world[source: index].id, world))
        buffer.append("</guid>\n")
        buffer.appendElement("pubDate", RFC822.string(world[source: index].date, zone: world.settings.zone))
        buffer.appendElement("category", world.catalog.categories[Int(article.category)].title)
        let lead = world.lead(ofArticle: index)
        if !lead.isEmpty { buffer.appendElement("description", lead) }
        buffer.append("</item>\n")
    }

    /// A tag URI (RFC 4151): it stays the same when the article moves.
    private static func guid(_ article: CatalogArticle, id: String, _ world: SiteWorld) -> String {
        "tag:\(world.settings.url.host),\(article.date.year):\(PercentEncoding.encode(id))"
    }
}

extension ByteBuffer {
    /// Appends `<name>text</name>` and a line end.
    mutating func appendElement(_ name: StaticString, _ text: String) {
        append("<")
        append(name)
        append(">")
        append(escaping: text)
        append("</")
        append(name)
        append(">\n")
    }
}
