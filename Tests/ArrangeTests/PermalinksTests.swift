import Arrange
import Diagnostics
import Model
import Testing

@Suite struct PermalinksTests {
    @Test(arguments: [
        "published", "scheduled", "withdrawn", "silently withdrawn", "expired",
    ])
    func twoSourcesOfOneAddressAreAnErrorNow(state: String) {
        let other = Sample.article("tin-tuc/b.md") { article in
            article.slug = "a"
            switch state {
            case "scheduled": article.date = Sample.time(25)
            case "withdrawn": article.withdrawal = .sample
            case "silently withdrawn": article.withdrawal = .silent
            case "expired": article.expires = Sample.time(19, 9)
            default: break
            }
            article.fieldLines = [FieldLine(field: "title", line: 2), FieldLine(field: "slug", line: 5)]
        }
        #expect(
            Sample.newsroom([Sample.article("tin-tuc/a.md"), other]).report(in: .vietnamese) == """
                content/tin-tuc/b.md:5: lỗi: địa chỉ /tin-tuc/2024/06/a/ đã thuộc về content/tin-tuc/a.md
                  cách sửa: đặt `slug` khác cho một trong hai

                """)
    }

    @Test func theTitleMakesTheAddressWhereNoSlugIsWritten() {
        let articles = ["a", "b"].map { name in
            Sample.article("tin-tuc/\(name).md") {
                $0.title = "Một"
                $0.fieldLines = [FieldLine(field: "date", line: 2), FieldLine(field: "title", line: 3)]
            }
        }
        #expect(
            Sample.newsroom(articles).report() == """
                content/tin-tuc/b.md:3: error: the address /tin-tuc/2024/06/mot/ belongs to content/tin-tuc/a.md already
                  see also content/tin-tuc/a.md:3
                  remedy: give one of the two another `slug`

                """)
    }

    @Test func nothingIsSaidOfDamagedSources() {
        let articles = ["a", "b"].map { name in
            Sample.article("tin-tuc/\(name).md") {
                $0.title = "Một"
                $0.id = "mot"
                $0.isDamaged = name == "b"
            }
        }
        #expect(Sample.newsroom(articles).report() == "")
    }

    @Test func draftsHaveNoAddressYet() {
        let news = Sample.newsroom(
            [
                Sample.article("tin-tuc/a.md"),
                Sample.article("tin-tuc/b.md") {
                    $0.slug = "a"
                    $0.isDraft = true
                },
            ],
            pages: [
                Sample.page("x"),
                Sample.page("y") {
                    $0.path = "x"
                    $0.isDraft = true
                },
            ])
        #expect(news.report() == "")
        let error = "error: the address /tin-tuc/2024/06/a/ belongs to content/tin-tuc/a.md already"
        #expect(news.report(drafts: true).contains(error))
        #expect(news.report(drafts: true).contains("the address /x/ belongs to content/trang/x.md already"))
    }

    @Test func threeOfOneAddressNameTheFirst() {
        let articles = ["a", "b", "c"].map { Sample.article("tin-tuc/\($0).md") { $0.title = "Một" } }
        let report = Sample.newsroom(articles).report()
        #expect(report.split(separator: "\n").filter { $0.contains("error") }.count == 2)
        #expect(
            report.contains(
                "c.md: error: the address /tin-tuc/2024/06/mot/ belongs to content/tin-tuc/a.md already\n"))
    }

    @Test func aPageMayNotTakeACategorysAddress() {
        let news = Sample.newsroom([Sample.article("tin-tuc/a.md")], pages: [Sample.page("tin-tuc")])
        #expect(
            news.report() == """
                content/trang/tin-tuc.md: error: the address /tin-tuc/ belongs to content/tin-tuc already
                  remedy: give one of the two another `slug`

                """)
    }

    @Test func aPageAndAnArticleMayMeet() {
        let news = Sample.newsroom([Sample.article("tin-tuc/a.md")], pages: [Sample.page("a")]) {
            $0.settings.permalink = "/:slug/"
        }
        #expect(
            news.report() == """
                content/trang/a.md: error: the address /a/ belongs to content/tin-tuc/a.md already
                  remedy: give one of the two another `slug`

                """)
    }

    @Test func foldersOfOneAddressMeet() {
        let news = Sample.newsroom([Sample.article("Tin tức/a.md"), Sample.article("tin-tuc/b.md")])
        #expect(
            news.report().hasPrefix(
                "content/tin-tuc: error: the address /tin-tuc/ belongs to content/Tin tức already\n"))
    }

    @Test func oneIDHasOneArticle() {
        let articles = [
            Sample.article("tin-tuc/a.md") { $0.id = "mot" },
            Sample.article("tin-tuc/b.md") {
                $0.id = "mot"
                $0.isDraft = true
                $0.fieldLines = [FieldLine(field: "id", line: 3)]
            },
        ]
        #expect(
            Sample.newsroom(articles).report() == """
                content/tin-tuc/b.md:3: error: the id `mot` belongs to content/tin-tuc/a.md already
                  remedy: give one of the two another `id`

                """)
    }

    @Test func theBaseStandsBeforeEveryAddress() {
        let news = Sample.newsroom(
            [
                Sample.article("tin-tuc/a.md") {
                    $0.tags = ["Đoàn"]
                    $0.aliases = ["/cu/"]
                    $0.body = Body(links: ["../trang/x.md", "tep 1.pdf", "/the/doan/", "/khoi/tin-tuc/"])
                },
                Sample.article("tin-tuc/b.md") { $0.withdrawal = .sample },
            ],
            pages: [Sample.page("x")], files: [Sample.file("tin-tuc/tep 1.pdf")],
            addresses: [Address(id: "trang/x", url: "/cu-nua/")]
        ) {
            $0.settings.url = SiteURL(origin: "https://cd.vn", basePath: "/khoi/")
            let item = MenuItem(
                title: "X", target: "trang/x.md", children: [], place: Place(file: "site.yaml"))
            $0.settings.menus = [Menu(name: "main", items: [item])]
        }
        let catalog = news.arranged()
        #expect(catalog.articles.map(\.url) == ["/khoi/tin-tuc/2024/06/a/"])
        #expect(catalog.notices.map(\.url) == ["/khoi/tin-tuc/2024/06/b/"])
        #expect(
            catalog.categories.map(\.url) == ["/khoi/tin-tuc/"]
                && catalog.tags.map(\.url) == ["/khoi/the/doan/"])
        #expect(catalog.pages.map(\.url) == ["/khoi/x/"] && catalog.menus[0].items.map(\.url) == ["/khoi/x/"])
        #expect(
            catalog.articles[0].fills.urls == [
                "/khoi/x/", "/khoi/tin-tuc/tep%201.pdf", "/khoi/the/doan/", "/khoi/tin-tuc/",
            ])
        #expect(catalog.redirects.map(\.from) == ["/khoi/cu-nua/", "/khoi/cu/"])
        #expect(catalog.redirects.map(\.to) == ["/khoi/x/", "/khoi/tin-tuc/2024/06/a/"])
        #expect(catalog.newAddresses.map(\.url) == ["/tin-tuc/2024/06/a/", "/x/"])
        #expect(news.report() == "")
    }
}
