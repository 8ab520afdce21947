import Bytes
import Model
import Render
import Templates
import Testing

/// A digest of its file stands for many fields of an article: none of them may tell what other files, the moment or the
/// counters say.
struct DigestedFieldTests {
    private static var fields: [Field] {
        let schema = SiteSchema.make(settings: Settings(), theme: Theme(), assets: [])
        return schema.objects.first { $0.name == "article" }!.fields.filter(\.isInDigest)
    }

    /// A template that shows all that these fields tell.
    private static var template: String {
        fields.map { field in
            let value = "article.\(field.name)"
            return switch field.type {
            case .bool: "{% if \(value) %}yes{% endif %}"
            case .date: "{{ \(value) | iso }}"
            case .optional(.date): "{% if \(value) %}{{ \(value) | iso }}{% endif %}"
            case .list: "{% for one in \(value) %}{{ one }},{% endfor %}"
            case .optional(.object("source")):
                "{% if \(value) %}{{ \(value).name }} {{ \(value).url }}{% endif %}"
            case .optional(.object("correction")):
                "{% if \(value) %}{{ \(value).wrong }} {{ \(value).right }} {{ \(value).date | iso }}{% endif %}"
            case .object("params"): ""
            default: "{{ \(value) }}"
            }
        }.joined(separator: "|")
    }

    /// One article with something in every field.
    private static var catalog: Catalog {
        var catalog = SampleCatalog.make(articles: 3)
        catalog.sources[0].summary = "Tóm tắt"
        catalog.sources[0].authors = ["Lan", "Hùng"]
        (catalog.sources[0].authorNote, catalog.sources[0].unit) = ("Trưởng ban", "Ban Nữ công")
        (catalog.sources[0].photoBy, catalog.sources[0].approvedBy) = ("Mai", "Hà")
        (catalog.sources[0].baselineViews, catalog.sources[0].updated) = (152, catalog.moment)
        catalog.sources[0].republished = Republished(name: "Báo", url: "https://b.example/")
        catalog.sources[0].correction = Correction(date: catalog.moment, wrong: "120", right: "150")
        return catalog
    }

    private static func page(_ catalog: Catalog) -> String {
        let plan = SampleCatalog.plan(of: catalog, ["article.html": template])
        let entry = plan.entries.first {
            if case .rendered(.article, 0, _) = $0.content { true } else { false }
        }!
        var buffer = ByteBuffer()
        plan.makeRenderer().append(entry, to: &buffer)
        return String(decoding: buffer.bytes, as: UTF8.self)
    }

    @Test func theyTellOfTheFileAlone() {
        let before = Self.page(Self.catalog)
        for word in [
            "Bài “số” 0", "Tóm tắt", "Lan,Hùng,", "Trưởng ban", "Ban Nữ công", "Mai", "Hà", "152", "120",
        ] {
            #expect(before.contains(word), "\(word)")
        }
        var catalog = Self.catalog
        catalog.moment = SampleCatalog.moment(2030, 1, 1)
        catalog.listedCount = 2
        catalog.categories[0].title = "Khác"
        catalog.categories.append(catalog.categories[0])
        catalog.tags = [CatalogTag(key: "a", name: "A", slug: "a", url: "/the/a/", articles: [0])]
        catalog.articles[0].url = "/khac/"
        (catalog.articles[0].category, catalog.articles[0].tags) = (1, [0])
        (catalog.articles[0].position, catalog.articles[0].isExpired) = (-1, true)
        catalog.articles[0].image = CatalogImage(url: "/a.jpg", alt: "", caption: "", size: nil)
        catalog.articles[0].fills = [Fill(offset: 0, bytes: [])]
        catalog.sources[1].title = "Tin khác"
        catalog.settings.url = SiteURL(origin: "https://c.example", basePath: "/")
        #expect(Self.page(catalog) == before)
    }

    /// Those of which pages show most.
    @Test func thereAreMany() {
        let names = Self.fields.map(\.name)
        for name in ["title", "summary", "date", "date_text", "date_short", "authors", "id", "params"] {
            #expect(names.contains(name), "\(name)")
        }
    }
}
