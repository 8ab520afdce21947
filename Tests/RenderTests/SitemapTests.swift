import Foundation
import Model
import Testing

@Suite struct SitemapTests {
    @Test func wholeSitemap() {
        var catalog = SampleCatalog.make(articles: 1)
        catalog.articles[0].changed = SampleCatalog.moment(2024, 7, 1, 9)
        #expect(
            SampleCatalog.render("sitemap.xml", of: catalog) == """
                <?xml version="1.0" encoding="UTF-8"?>
                <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
                <url><loc>https://a.example/</loc></url>
                <url><loc>https://a.example/tin-tuc/</loc></url>
                <url><loc>https://a.example/tin-tuc/2024/06/bai-0/</loc><lastmod>2024-07-01T09:00:00+07:00</lastmod></url>
                </urlset>

                """)
    }

    @Test func isSplitPastFiftyThousand() throws {
        let catalog = SampleCatalog.make(articles: 49_999)
        let index = try #require(SampleCatalog.render("sitemap.xml", of: catalog))
        #expect(index.contains("<loc>https://a.example/sitemap-1.xml</loc>"))
        #expect(index.contains("<loc>https://a.example/sitemap-2.xml</loc>"))
        #expect(!index.contains("sitemap-3.xml"))
        let last = try #require(SampleCatalog.render("sitemap-2.xml", of: catalog))
        #expect(last.components(separatedBy: "<url>").count - 1 == 1)
        #expect(last.contains("/bai-49998/"))
    }

    @Test func expiredArticlesAreLeftOut() throws {
        var catalog = SampleCatalog.make(articles: 2)
        catalog.listedCount = 1
        catalog.articles[1].isExpired = true
        let sitemap = try #require(SampleCatalog.render("sitemap.xml", of: catalog))
        #expect(!sitemap.contains("bai-1"))
    }

    /// T is 08:00 on 20/6/2024: 48 hours back is 08:00 on 18/6, which itself is too old.
    @Test func newsIsOfTheLastTwoDays() throws {
        let news = try #require(SampleCatalog.render("tin-moi.xml", of: SampleCatalog.make(articles: 60)))
        #expect(news.components(separatedBy: "<news:news>").count - 1 == 24)
        #expect(news.contains("<news:title>Bài “số” 0 &amp; hơn</news:title>"))
        #expect(news.contains("<news:publication_date>2024-06-19T08:00:00+07:00</news:publication_date>"))
        #expect(!news.contains("bai-24/"))
    }

    @Test func robotsNamesBothSitemaps() {
        #expect(
            SampleCatalog.render("robots.txt", of: SampleCatalog.make(articles: 1)) == """
                User-agent: *
                Allow: /

                Sitemap: https://a.example/sitemap.xml
                Sitemap: https://a.example/tin-moi.xml

                """)
    }

    @Test func ownRobotsStays() {
        var catalog = SampleCatalog.make(articles: 1)
        catalog.files = [CatalogFile(path: "robots.txt", diskPath: "robots.txt")]
        let robots = SampleCatalog.plan(of: catalog).entries.filter { $0.path == "robots.txt" }
        #expect(robots.count == 1)
    }

    @Test func redirectsWithQueriesGoToTheMap() {
        var catalog = SampleCatalog.make(articles: 1)
        #expect(SampleCatalog.render("redirects.map", of: catalog) == nil)
        catalog.queryRedirects = [CatalogRedirect(from: "/tin.aspx?id=\"5\"", to: "/tin-tuc/2024/06/bai-0/")]
        #expect(
            SampleCatalog.render("redirects.map", of: catalog)
                == "\"/tin.aspx?id=\\\"5\\\"\" \"/tin-tuc/2024/06/bai-0/\";\n")
    }
}
