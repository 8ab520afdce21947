import Bytes
import Model
import VietnameseText

/// sitemap.xml for search engines: the pages worth finding, split past 50,000.
enum Sitemap {
    /// What the protocol allows in one file.
    private static let limit = 50_000
    /// About as many as one has.
    private static let bytesOfAnEntry = 192

    static func partCount(_ world: SiteWorld) -> Int {
        Pages.count(items: Entries(world).count, perPage: limit)
    }

    static func append(part: Int, _ world: SiteWorld, to buffer: inout ByteBuffer) {
        var entries = Entries(world)
        buffer.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
        buffer.append("<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n")
        let start = (part - 1) * limit
        // So that it need not be moved each time it has doubled: there is no longer file.
        buffer.reserve(min(limit, entries.count - start) * bytesOfAnEntry)
        for index in start..<min(start + limit, entries.count) { entries.append(index, to: &buffer) }
        buffer.append("</urlset>\n")
    }

    static func appendIndex(_ world: SiteWorld, to buffer: inout ByteBuffer) {
        buffer.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
        buffer.append("<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n")
        for part in 1...partCount(world) {
            buffer.append("<sitemap>")
            buffer.appendElement("loc", world.absolute(world.settings.url("/sitemap-\(part).xml")))
            buffer.append("</sitemap>\n")
        }
        buffer.append("</sitemapindex>\n")
    }

    /// Home, categories, standing pages, articles that have not expired, tags, lists of documents, documents, the photo
    /// library, albums; in this order.
    private struct Entries {
        private let world: SiteWorld
        private let counts: [Int]
        /// Taken again for each moment.
        private var moment: [UInt8] = []

        init(_ world: SiteWorld) {
            self.world = world
            let catalog = world.catalog
            counts = [
                1, catalog.categories.count, catalog.pages.count, catalog.listedCount, catalog.tags.count,
                catalog.documentLists.count, catalog.documents.count, catalog.albums.isEmpty ? 0 : 1,
                catalog.albums.count,
            ]
        }

        var count: Int { counts.reduce(0, +) }

        mutating func append(_ index: Int, to buffer: inout ByteBuffer) {
            var rest = index
            var group = 0
            while rest >= counts[group] {
                rest -= counts[group]
                group += 1
            }
            let (url, changed) = entry(group, rest)
            buffer.append("<url><loc>")
            // In two pieces: one text of both would be made for each of ten thousand articles.
            if url.utf8.first == UInt8(ascii: "/") { buffer.append(escaping: world.settings.url.origin) }
            buffer.append(escaping: url)
            buffer.append("</loc>")
            if let changed {
                buffer.append("<lastmod>")
                moment.removeAll(keepingCapacity: true)
                ISO8601.append(changed, zone: world.settings.zone, to: &moment)
                buffer.append(moment)
                buffer.append("</lastmod>")
            }
            buffer.append("</url>\n")
        }

        /// Reads single fields: a copy of the catalog would cost more than the entry.
        private func entry(_ group: Int, _ index: Int) -> (url: String, changed: Timestamp?) {
            switch group {
            case 0: return (world.settings.url.basePath, nil)
            case 1: return (world.catalog.categories[index].url, nil)
            case 2: return (world.catalog.pages[index].url, world.catalog.pages[index].source.updated)
            case 3:
                return (world.catalog.articles[index].url, world.catalog.articles[index].changed)
            case 4: return (world.catalog.tags[index].url, nil)
            case 5: return (world.catalog.documentLists[index].url, nil)
            case 6: return (world.catalog.documents[index].url, world.catalog.documents[index].source.changed)
            case 7: return (world.settings.url(world.settings.albumsPath), nil)
            default: return (world.catalog.albums[index].url, world.catalog.albums[index].source.changed)
            }
        }
    }
}

extension OfficialDocument {
    fileprivate var changed: Timestamp { updated ?? shownFrom }
}

extension Album {
    fileprivate var changed: Timestamp { updated ?? date }
}

/// The news sitemap: articles of the last two days, at most 1,000.
enum NewsSitemap {
    private static let limit = 1000

    static func append(_ world: SiteWorld, to buffer: inout ByteBuffer) {
        buffer.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
        buffer.append("<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"")
        buffer.append(" xmlns:news=\"http://www.google.com/schemas/sitemap-news/0.9\">\n")
        let oldest = world.catalog.moment.seconds - Catalog.newsHours * 3600
        for index in 0..<min(world.catalog.listedCount, limit) {
            guard world[source: index].date.seconds > oldest else { break }
            append(index, world, to: &buffer)
        }
        buffer.append("</urlset>\n")
    }

    private static func append(_ index: Int, _ world: SiteWorld, to buffer: inout ByteBuffer) {
        buffer.append("<url>")
        buffer.appendElement("loc", world.absolute(world.catalog.articles[index].url))
        buffer.append("<news:news><news:publication>")
        buffer.appendElement("news:name", world.settings.title)
        buffer.appendElement("news:language", world.settings.language)
        buffer.append("</news:publication>")
        buffer.appendElement(
            "news:publication_date", ISO8601.string(world[source: index].date, zone: world.settings.zone))
        buffer.appendElement("news:title", world[source: index].title)
        buffer.append("</news:news></url>\n")
    }
}

/// robots.txt, unless content/ has one.
enum Robots {
    static func append(_ world: SiteWorld, to buffer: inout ByteBuffer) {
        buffer.append("User-agent: *\nAllow: /\n\n")
        for path in ["/sitemap.xml", "/\(world.settings.words.newsSitemap)"] {
            buffer.append("Sitemap: ")
            buffer.append(world.absolute(world.settings.url(path)))
            buffer.append("\n")
        }
    }
}

/// Old addresses with a query, as nginx's `map` reads them: `"/tin.aspx?id=5" "/tin-tuc/…/";`.
enum RedirectMap {
    static func append(_ world: SiteWorld, to buffer: inout ByteBuffer) {
        for redirect in world.catalog.queryRedirects {
            buffer.append("\"")
            buffer.append(quoting: redirect.from)
            buffer.append("\" \"")
            buffer.append(quoting: redirect.to)
            buffer.append("\";\n")
        }
    }
}

extension ByteBuffer {
    fileprivate mutating func append(quoting text: String) {
        for byte in text.utf8 {
            if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { append(UInt8(ascii: "\\")) }
            append(byte)
        }
    }
}
