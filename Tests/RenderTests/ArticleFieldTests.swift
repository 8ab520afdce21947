import Model
import Testing

@Suite struct ArticleFieldTests {
    private func article(_ index: Int, of count: Int, _ template: String) -> String? {
        SampleCatalog.render(
            "tin-tuc/2024/06/bai-\(index)/index.html", of: SampleCatalog.make(articles: count),
            articleTemplate: template)
    }

    private static let neighbours =
        "{% for a in article.newer %}{{ a.url }} {% endfor %}|{% for a in article.older %}{{ a.url }} {% endfor %}|{{ article.more_url }}"

    private func urls(_ indices: some Sequence<Int>) -> String {
        indices.map { "/tin-tuc/2024/06/bai-\($0)/ " }.joined()
    }

    @Test func newestHasNothingNewer() {
        #expect(article(0, of: 40, Self.neighbours) == "|\(urls(1...10))|/tin-tuc/trang/2/")
    }

    @Test func fiveNewerTenOlderAndWhereItGoesOn() {
        #expect(article(12, of: 40, Self.neighbours) == "\(urls(7...11))|\(urls(13...22))|/tin-tuc/trang/3/")
    }

    /// List pages shift with every new article, so that addresses of months stand for them.
    @Test(arguments: [FragmentDelivery.ssi, .js])
    func withFragmentsItGoesOnInAnArchiveThatStays(delivery: FragmentDelivery) {
        var catalog = SampleCatalog.make(articles: 40)
        catalog.settings.fragments = delivery
        let more = [0, 12, 29, 30, 39].map {
            SampleCatalog.render(
                "tin-tuc/2024/06/bai-\($0)/index.html", of: catalog,
                articleTemplate: "{{ article.more_url }}")
        }
        #expect(more == ["/ngay/2024/06/", "/ngay/2024/06/", "/ngay/2024/06/", "", ""])
    }

    @Test func oldestHasNothingOlder() {
        #expect(article(39, of: 40, Self.neighbours) == "\(urls(34...38))||")
    }

    @Test func textIsEscaped() {
        #expect(article(3, of: 4, "{{ article.title }}") == "Bài “số” 3 &amp; hơn")
    }

    @Test func datesInThePatternsOfTheSite() {
        #expect(
            article(
                0, of: 1,
                "{{ article.date_text }}|{{ article.date_short }}|{{ article.date | iso }}|{{ article.date | date(\"d/M\") }}"
            )
                == "Thứ Tư, 19/06/2024, 08:00|19/06/2024|2024-06-19T08:00:00+07:00|19/6")
    }

    /// What the body's first picture is filled with, and whether it is the article's.
    @Test(arguments: [
        (" src=\"/a&amp;b.jpg\" width=\"8\" height=\"6\"", "True"), (" src=\"/a&amp;b.jpg\"", "True"),
        (" src=\"/a&amp;b.jpg2\"", "False"), (" src=\"/c.jpg\"", "False"),
    ])
    func knowsWhetherTheBodyOpensWithTheSamePicture(fill: String, expected: String) {
        var catalog = SampleCatalog.make(articles: 1)
        catalog.articles[0].image = CatalogImage(url: "/a&b.jpg", alt: "", caption: "", size: nil)
        catalog.sources[0].body.holes = [
            Hole(offset: 0, kind: .link(destination: "x", title: ""), line: 1),
            Hole(offset: 0, kind: .image(destination: "a"), line: 1),
            Hole(offset: 0, kind: .image(destination: "b"), line: 2),
        ]
        catalog.articles[0].fills = ["<a>", fill, " src=\"/d.jpg\""].map {
            Fill(offset: 0, bytes: Array($0.utf8))
        }
        #expect(Self.imageInBody(catalog) == expected)
    }

    @Test func withoutPictureOrBodyNothingIsShownTwice() {
        var catalog = SampleCatalog.make(articles: 1)
        #expect(Self.imageInBody(catalog) == "False")
        catalog.articles[0].image = CatalogImage(url: "/a.jpg", alt: "", caption: "", size: nil)
        #expect(Self.imageInBody(catalog) == "False")
    }

    private static func imageInBody(_ catalog: Catalog) -> String? {
        SampleCatalog.render(
            "tin-tuc/2024/06/bai-0/index.html", of: catalog,
            articleTemplate: "{% if article.image_in_body %}True{% else %}False{% endif %}")
    }
}

@Suite struct CorrectedArticleTests {
    @Test func theyStandInTheOrderOfTheCatalog() {
        var catalog = SampleCatalog.make(articles: 4)
        catalog.corrected = [2, 3, 0]
        let ids = SampleCatalog.render(
            "tin-tuc/index.html", of: catalog,
            categoryTemplate: "{% for a in site.corrected %}{{ a.id }} {% endfor %}")
        #expect(ids == "tin-tuc/bai-2 tin-tuc/bai-3 tin-tuc/bai-0 ")
    }
}
