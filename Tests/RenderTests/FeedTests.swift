import Foundation
import Model
import Testing

@Suite struct FeedTests {
    @Test func wholeFeed() {
        var catalog = SampleCatalog.make(articles: 2)
        catalog.settings.description = "Tin của tỉnh"
        #expect(
            SampleCatalog.render("rss.xml", of: catalog) == """
                <?xml version="1.0" encoding="UTF-8"?>
                <rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom">
                <channel>
                <title>Công đoàn &lt;An Bình&gt;</title>
                <link>https://a.example/</link>
                <description>Tin của tỉnh</description>
                <language>vi</language>
                <atom:link rel="self" type="application/rss+xml" href="https://a.example/rss.xml"/>
                <item>
                <title>Bài “số” 0 &amp; hơn</title>
                <link>https://a.example/tin-tuc/2024/06/bai-0/</link>
                <guid isPermaLink="false">tag:a.example,2024:tin-tuc/bai-0</guid>
                <pubDate>Wed, 19 Jun 2024 08:00:00 +0700</pubDate>
                <category>Tin &amp; tức</category>
                <description>Tóm tắt</description>
                </item>
                <item>
                <title>Bài “số” 1 &amp; hơn</title>
                <link>https://a.example/tin-tuc/2024/06/bai-1/</link>
                <guid isPermaLink="false">tag:a.example,2024:tin-tuc/bai-1</guid>
                <pubDate>Wed, 19 Jun 2024 07:00:00 +0700</pubDate>
                <category>Tin &amp; tức</category>
                </item>
                </channel>
                </rss>

                """)
    }

    @Test func holdsTwentyItems() throws {
        let feed = try #require(SampleCatalog.render("tin-tuc/rss.xml", of: SampleCatalog.make(articles: 45)))
        #expect(feed.components(separatedBy: "<item>").count - 1 == 20)
        #expect(feed.contains("<title>Tin &amp; tức - Công đoàn &lt;An Bình&gt;</title>"))
    }

    @Test func ofCategoriesCanBeOff() {
        var catalog = SampleCatalog.make(articles: 1)
        catalog.settings.feeds.categories = false
        #expect(SampleCatalog.render("tin-tuc/rss.xml", of: catalog) == nil)
    }
}
