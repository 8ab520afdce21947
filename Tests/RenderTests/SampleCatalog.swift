import Bytes
import Diagnostics
import Model
import Render
import Templates

/// A catalog made by hand, and what a plan of it renders.
enum SampleCatalog {
    static let zone = ZoneOffset.vietnam

    static func moment(_ year: Int, _ month: Int, _ day: Int, _ hour: Int = 8) -> Timestamp {
        Timestamp(CivilTime(date: CivilDate(year: year, month: month, day: day)!, hour: hour), in: zone)
    }

    /// `count` articles of one category, an hour apart, newest first, the newest at 08:00 on 19/6/2024.
    static func make(articles count: Int) -> Catalog {
        var catalog = Catalog()
        catalog.settings.title = "Công đoàn <An Bình>"
        catalog.settings.url = SiteURL(origin: "https://a.example", basePath: "/")
        catalog.moment = moment(2024, 6, 20)
        catalog.listedCount = count
        var category = CatalogCategory(
            folder: "tin-tuc", title: "Tin & tức", description: "", url: "/tin-tuc/", pageSize: 10)
        category.articles = (0..<Int32(count)).map { $0 }
        catalog.categories = [category]
        catalog.sources = (0..<count).map(source)
        catalog.articles = (0..<count).map { article($0, of: catalog.sources[$0]) }
        return catalog
    }

    private static func source(_ index: Int) -> Article {
        var source = Article()
        source.id = "tin-tuc/bai-\(index)"
        source.title = "Bài “số” \(index) & hơn"
        source.date = Timestamp(seconds: moment(2024, 6, 19).seconds - index * 3600)
        source.summary = index == 0 ? "Tóm tắt" : ""
        return source
    }

    private static func article(_ index: Int, of source: Article) -> CatalogArticle {
        CatalogArticle(
            source: Int32(index), url: "/tin-tuc/2024/06/bai-\(index)/",
            date: source.date.civil(in: zone).date,
            category: 0,
            position: Int32(index), changed: source.changed)
    }

    /// The bytes of `path` in the plan of `catalog`; pages without a template here are empty.
    static func render(
        _ path: String, of catalog: Catalog, articleTemplate: String = "", categoryTemplate: String = ""
    ) -> String? {
        let plan = plan(of: catalog, ["article.html": articleTemplate, "category.html": categoryTemplate])
        guard let entry = plan.entries.first(where: { $0.path == path }) else { return nil }
        var buffer = ByteBuffer()
        plan.makeRenderer().append(entry, to: &buffer)
        return String(decoding: buffer.bytes, as: UTF8.self)
    }

    static func plan(of catalog: Catalog, _ templates: [String: String] = [:], threads: Int = 1) -> Plan {
        let schema = SiteSchema.make(settings: catalog.settings, theme: Theme(), assets: [])
        let names = Set(schema.pages.map(\.template)).union(templates.keys)
        let sources = names.sorted().map { name in
            let text = SourceText(file: name, bytes: Array((templates[name] ?? "").utf8))
            return TemplateSource(name: name, layer: "t", text: text)
        }
        let (set, diagnostics) = TemplateSet.compile(sources, schema: schema)
        precondition(!diagnostics.hasErrors, "\(diagnostics)")
        return SitePlan.make(catalog, templates: TemplateCopies(set!), assets: [], threads: threads)
    }
}
