import Bytes
import Model
import Testing

@Suite struct SitePlanTests {
    @Test func pathsAreUniqueAndPhasesInOrder() {
        let entries = SampleCatalog.plan(of: SampleCatalog.make(articles: 45)).entries
        #expect(Set(entries.map(\.path)).count == entries.count)
        #expect(entries.map(\.phase) == entries.map(\.phase).sorted())
    }

    @Test func isTheSameOnAnyNumberOfThreads() {
        let catalog = SampleCatalog.make(articles: 45)
        let alone = SampleCatalog.plan(of: catalog, threads: 1).entries
        for threads in 2...3 {
            let entries = SampleCatalog.plan(of: catalog, threads: threads).entries
            #expect(entries.map(\.path) == alone.map(\.path))
            #expect(entries.map(\.phase) == alone.map(\.phase))
        }
    }

    /// The parts of an address stand for it.
    @Test func fingerprintsChangeWithTheAddressesThatPagesShow() {
        let pager = "{% for link in pager.window %}{{ link.url }}{% endfor %}"
        let catalog = SampleCatalog.make(articles: 45)
        func fingerprint(_ template: String, _ change: (inout Catalog) -> Void = { _ in }) -> ContentHash {
            var catalog = catalog
            change(&catalog)
            let plan = SampleCatalog.plan(of: catalog, ["category.html": template])
            let entry = plan.entries.first {
                if case .rendered(.category, _, 1) = $0.content { true } else { false }
            }!
            return plan.makeRenderer().fingerprint(entry)
        }
        #expect(fingerprint(pager) == fingerprint(pager))
        #expect(fingerprint(pager) != fingerprint(pager) { $0.settings.words.page = "page" })
        #expect(fingerprint(pager) != fingerprint(pager) { $0.categories[0].url = "/tin-moi/" })
        let canonical = "{{ page.canonical }}"
        #expect(
            fingerprint(canonical)
                != fingerprint(canonical) {
                    $0.settings.url = SiteURL(origin: "https://b.example", basePath: "/")
                })
    }

    @Test func listsHaveTheirPages() {
        let paths = SampleCatalog.plan(of: SampleCatalog.make(articles: 45)).entries.map(\.path)
        let pages = paths.filter { $0.hasPrefix("tin-tuc/trang/") || $0 == "tin-tuc/index.html" }
        #expect(pages == ["tin-tuc/index.html"] + (2...5).map { "tin-tuc/trang/\($0)/index.html" })
    }

    @Test func anEmptyCategoryHasOnePage() {
        let paths = SampleCatalog.plan(of: SampleCatalog.make(articles: 0)).entries.map(\.path)
        #expect(paths.filter { $0.hasPrefix("tin-tuc/") && $0.hasSuffix(".html") } == ["tin-tuc/index.html"])
    }

    @Test func printVersionsStandBelowTheirPages() {
        var catalog = SampleCatalog.make(articles: 2)
        var page = StandingPage()
        page.path = "gioi-thieu"
        catalog.pages = [CatalogPage(source: page, url: "/gioi-thieu/", image: nil, fills: [])]
        func prints() -> [String] {
            SampleCatalog.plan(of: catalog).entries.map(\.path).filter { $0.hasSuffix("/in/index.html") }
        }
        #expect(prints() == [])
        catalog.settings.printPages = true
        #expect(
            prints() == [
                "tin-tuc/2024/06/bai-0/in/index.html", "tin-tuc/2024/06/bai-1/in/index.html",
                "gioi-thieu/in/index.html",
            ])
    }

    @Test func printVersionsNameTheirPages() {
        var catalog = SampleCatalog.make(articles: 2)
        catalog.settings.printPages = true
        let template =
            "{% if article %}{{ article.title }}{% elif standing %}sai{% endif %} {{ page.kind }} {{ page.url }} {{ page.canonical }} {{ 'noindex' if page.noindex }}"
        let plan = SampleCatalog.plan(of: catalog, ["print.html": template])
        let path = "tin-tuc/2024/06/bai-1/in/index.html"
        var buffer = ByteBuffer()
        plan.makeRenderer().append(plan.entries.first { $0.path == path }!, to: &buffer)
        let url = "/tin-tuc/2024/06/bai-1/"
        #expect(
            String(decoding: buffer.bytes, as: UTF8.self)
                == "Bài “số” 1 &amp; hơn print \(url)in/ https://a.example\(url) noindex")
    }

    @Test func theBasePathIsNoFolder() {
        var catalog = SampleCatalog.make(articles: 1)
        catalog.settings.url = SiteURL(origin: "https://a.example", basePath: "/b/c/")
        catalog.categories[0].url = "/b/c/tin-tuc/"
        catalog.articles[0].url = "/b/c/tin-tuc/2024/06/bai-0/"
        let paths = SampleCatalog.plan(of: catalog).entries.map(\.path)
        #expect(paths.contains("tin-tuc/2024/06/bai-0/index.html"))
        #expect(paths.contains("index.html"))
        #expect(paths.allSatisfy { !$0.hasPrefix("b/") && !$0.hasPrefix("/") })
    }
}

/// Fragments: files of their own, unless pages hold them.
@Suite struct FragmentPlanTests {
    private static let templates = [
        "home.html":
            "{% fragment 'latest' %}<a href=\"/\">Tin</a>{% endfragment %}{% fragment 'dau' %}{% endfragment %}",
        "fragments/dau.html": "{{ site.title }} {{ site.fragments }} {{ site.zone }}",
        "fragments/khong-dung.html": "",
        "fragments/latest.html": "{% for a in site.latest | limit(2) %}{{ a.url }} {% endfor %}",
    ]

    private func texts(
        _ delivery: FragmentDelivery, _ change: (inout Settings) -> Void = { _ in }
    ) -> [String: String] {
        var catalog = SampleCatalog.make(articles: 3)
        catalog.settings.fragments = delivery
        change(&catalog.settings)
        let plan = SampleCatalog.plan(of: catalog, Self.templates)
        let renderer = plan.makeRenderer()
        var texts: [String: String] = [:]
        for entry in plan.entries
        where entry.path == "index.html" || entry.path.hasSuffix("dau.html")
            || entry.path.hasSuffix("latest.html") || entry.path.contains("khong-dung")
        {
            #expect(entry.phase == .lists)
            var buffer = ByteBuffer()
            renderer.append(entry, to: &buffer)
            texts[entry.path] = String(decoding: buffer.bytes, as: UTF8.self)
        }
        return texts
    }

    private static let latest = "/tin-tuc/2024/06/bai-0/ /tin-tuc/2024/06/bai-1/ "

    @Test func inlineTheyAreNoFiles() {
        #expect(
            texts(.inline) == ["index.html": "\(Self.latest)Công đoàn &lt;An Bình&gt; inline +07:00"])
    }

    @Test func forTheServer() {
        #expect(
            texts(.ssi) == [
                "index.html":
                    "<!--# include virtual=\"/manh/latest.html\" --><!--# include virtual=\"/manh/dau.html\" -->",
                "manh/dau.html": "Công đoàn &lt;An Bình&gt; ssi +07:00", "manh/latest.html": Self.latest,
            ])
    }

    @Test func forAScript() {
        #expect(
            texts(.js) == [
                "index.html":
                    "<div data-fragment=\"/manh/latest.html\"><a href=\"/\">Tin</a></div><div data-fragment=\"/manh/dau.html\"></div>",
                "manh/dau.html": "Công đoàn &lt;An Bình&gt; js +07:00", "manh/latest.html": Self.latest,
            ])
    }

    @Test func theBasePathAndTheWordAreInTheirAddress() {
        let texts = texts(.ssi) { settings in
            settings.url = SiteURL(origin: "https://a.example", basePath: "/b/c/")
            settings.words.fragment = "parts"
        }
        #expect(texts["parts/latest.html"] == Self.latest)
        #expect(
            texts["index.html"]?.hasPrefix("<!--# include virtual=\"/b/c/parts/latest.html\" -->") == true)
    }

    /// Fragments are parts of pages, not pages to be found.
    @Test func noSitemapNamesThem() throws {
        var catalog = SampleCatalog.make(articles: 3)
        catalog.settings.fragments = .ssi
        let plan = SampleCatalog.plan(of: catalog, Self.templates)
        let renderer = plan.makeRenderer()
        for entry in plan.entries where entry.path.hasSuffix(".xml") {
            var buffer = ByteBuffer()
            renderer.append(entry, to: &buffer)
            #expect(!String(decoding: buffer.bytes, as: UTF8.self).contains("/manh/"), "\(entry.path)")
        }
    }
}
