import Arrange
import Model
import Testing

@Suite struct LinkPathTests {
    private let articles = [
        Sample.article("hoat-dong/2024/y.md"), Sample.article("tin-tuc/bài 1.md"),
        Sample.article("tin-tuc/x/index.md"),
        Sample.article("tin-tuc/y.md"),
    ]

    private func news(_ path: String, _ links: [String]) -> Newsroom {
        Sample.newsroom(articles + [Sample.article(path) { $0.body = Body(links: links) }])
    }

    @Test(arguments: [
        "y.md", "./y.md", "../tin-tuc/y.md", "/tin-tuc/y.md", "2024/../y.md", "/hoat-dong/../tin-tuc//./y.md",
        "%79.md",
    ])
    func pathsAreRelativeToTheSource(link: String) {
        let news = news("tin-tuc/a.md", [link])
        #expect(news.arranged().article("tin-tuc/a")?.fills.urls == ["/tin-tuc/2024/06/y/"])
        #expect(news.report() == "")
    }

    @Test(arguments: [
        "b%C3%A0i%201.md", "bài 1.md", "ba\u{300}i 1.md", "ba%CC%80i%201.md", "/tin-tuc/b%c3%a0i%201.md",
    ])
    func spellingsOfOneNameAreOne(link: String) {
        let news = news("tin-tuc/a.md", [link])
        #expect(news.arranged().article("tin-tuc/a")?.fills.urls == ["/tin-tuc/2024/06/bai-1/"])
        #expect(news.report() == "")
    }

    @Test func aFolderBundleStandsInItsFolder() {
        let news = news("tin-tuc/a/index.md", ["../y.md", "../../hoat-dong/2024/y.md", "../x/"])
        #expect(
            news.arranged().article("tin-tuc/a")?.fills.urls == [
                "/tin-tuc/2024/06/y/", "/hoat-dong/2024/06/y/", "/tin-tuc/2024/06/x/",
            ])
    }

    @Test(arguments: [
        "y.md?in=1", "y.md?a=1&b=2#muc", "y.md#muc", "y.md#m%E1%BB%A5c-%C4%91",
    ])
    func queryAndFragmentAreKept(link: String) {
        var news = news("tin-tuc/a.md", [link])
        news.articles[3].body.anchors = ["muc", "mục-đ"]
        let suffix = link.dropFirst(4).replacing("&", with: "&amp;")
        #expect(news.arranged().article("tin-tuc/a")?.fills.urls == ["/tin-tuc/2024/06/y/" + suffix])
        #expect(news.report() == "")
    }

    @Test(arguments: [
        "https://x.vn/tin-tuc/z.md", "HTTP://x.vn", "//x.vn/a", "mailto:a@x.vn", "tel:+84", "ftp+x.y-z://a",
    ])
    func whatHasASchemeIsLeftAlone(link: String) {
        let news = news("tin-tuc/a.md", [link])
        #expect(news.arranged().article("tin-tuc/a")?.fills.urls == [link])
        #expect(news.report() == "")
    }

    @Test(arguments: ["x:y.md", "1a:b.md", "a b:c.md", "đ:x"])
    func whatLooksLikeASchemeIsAPath(link: String) {
        #expect(
            news("tin-tuc/a.md", [link]).report().contains("error: a link to `\(link)`, but there is no such")
        )
    }

    @Test(arguments: ["../../y.md", "/../x.md", "../../../etc/passwd"])
    func stepsOutOfContentLeadNowhere(link: String) {
        var news = news("tin-tuc/a.md", [link])
        #expect(
            news.report() == """
                content/tin-tuc/a.md:10: error: a link to `\(link)`, \
                but there is no such article, page or file
                  remedy: mend the path or remove the link

                """)
        news.settings.checks.links = .off
        #expect(news.arranged().article("tin-tuc/a")?.fills.urls == [link])
    }
}
