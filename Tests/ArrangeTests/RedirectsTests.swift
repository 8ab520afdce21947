import Arrange
import Diagnostics
import Foundation
import Model
import Testing

@Suite struct RedirectsTests {
    @Test func aliasesAreSortedAndLeadToTheirSources() {
        let news = Sample.newsroom(
            [
                Sample.article("tin-tuc/a.md") { $0.aliases = ["/z/", "/b/"] },
                Sample.article("tin-tuc/expired.md") {
                    $0.aliases = ["/het-han/"]
                    $0.expires = Sample.noon
                },
                Sample.article("tin-tuc/withdrawn.md") {
                    $0.aliases = ["/go/"]
                    $0.withdrawal = .sample
                },
            ], pages: [Sample.page("x") { $0.aliases = ["/gioithieu.aspx"] }])
        #expect(
            news.arranged().redirects.map { [$0.from, $0.to] } == [
                ["/b/", "/tin-tuc/2024/06/a/"], ["/gioithieu.aspx", "/x/"],
                ["/go/", "/tin-tuc/2024/06/withdrawn/"], ["/het-han/", "/tin-tuc/2024/06/expired/"],
                ["/z/", "/tin-tuc/2024/06/a/"],
            ])
        #expect(news.report() == "")
    }

    @Test func whatHasNoPageIsLedToByNothing() {
        let news = Sample.newsroom(
            [
                Sample.article("tin-tuc/draft.md") {
                    $0.aliases = ["/a/"]
                    $0.isDraft = true
                },
                Sample.article("tin-tuc/none.md") {
                    $0.aliases = ["/b/"]
                    $0.withdrawal = .silent
                },
                Sample.article("tin-tuc/scheduled.md", Sample.time(20)) { $0.aliases = ["/c/"] },
            ],
            pages: [
                Sample.page("x") {
                    $0.aliases = ["/d/"]
                    $0.isDraft = true
                }
            ])
        #expect(news.arranged().redirects.isEmpty)
        #expect(news.arranged(at: Sample.time(20)).redirects.map(\.from) == ["/c/"])
        #expect(news.arranged(drafts: true).redirects.map(\.from) == ["/a/", "/d/"])
    }

    @Test func anAliasHasOneOwner() {
        let news = Sample.newsroom([
            Sample.article("tin-tuc/a.md") { $0.aliases = ["/cu"] },
            Sample.article("tin-tuc/b.md", Sample.time(25)) {
                $0.aliases = ["/cu/"]
                $0.fieldLines = [FieldLine(field: "aliases", line: 4)]
            },
        ])
        #expect(
            news.report() == """
                content/tin-tuc/b.md:4: error: the old address /cu/ belongs to content/tin-tuc/a.md already
                  see also content/tin-tuc/a.md
                  remedy: take the address out of the `aliases` of one of the two

                """)
    }

    @Test(arguments: [
        ("/tin-tuc/2024/06/b/", "content/tin-tuc/b.md"), ("/tin-tuc/", "content/tin-tuc"),
        ("/x", "content/trang/x.md"),
        ("/anh/a.jpg", "content/anh/a.jpg"),
    ])
    func anAliasMayNotTakeWhatIsThere(alias: String, owner: String) {
        let news = Sample.newsroom(
            [
                Sample.article("tin-tuc/a.md") { $0.aliases = [alias] },
                Sample.article("tin-tuc/b.md", Sample.time(25)),
            ], pages: [Sample.page("x")], files: [Sample.file("anh/a.jpg")])
        #expect(
            news.report() == """
                content/tin-tuc/a.md: error: the old address \(alias) belongs to \(owner) already
                  see also \(owner)
                  remedy: take the address out of the `aliases` of one of the two

                """)
    }

    @Test func anAliasOfOnesOwnIsHarmless() {
        let news = Sample.newsroom([
            Sample.article("tin-tuc/a.md") { $0.aliases = ["/tin-tuc/2024/06/a/", "/cu", "/cu/"] }
        ])
        #expect(news.report() == "" && news.arranged().redirects.map(\.from) == ["/cu/"])
    }

    // MARK: addresses.csv

    @Test func aMovedIDIsLedToItsAddress() {
        let news = Sample.newsroom(
            [Sample.article("tin-tuc/a.md") { $0.title = "Mới" }], pages: [Sample.page("x")],
            addresses: [
                Address(id: "tin-tuc/a", url: "/tin-tuc/2024/06/cu/"), Address(id: "trang/x", url: "/cu/"),
                Address(id: "trang/x", url: "/x/"),
            ])
        let catalog = news.arranged()
        #expect(
            catalog.redirects.map { [$0.from, $0.to] } == [
                ["/cu/", "/x/"], ["/tin-tuc/2024/06/cu/", "/tin-tuc/2024/06/moi/"],
            ])
        // That the page moved was told when its new line was written.
        #expect(
            catalog.summary.moved.map { [$0.id, $0.from, $0.to] } == [
                ["tin-tuc/a", "/tin-tuc/2024/06/cu/", "/tin-tuc/2024/06/moi/"]
            ])
        #expect(catalog.newAddresses == [Address(id: "tin-tuc/a", url: "/tin-tuc/2024/06/moi/")])
        #expect(news.report() == "")
    }

    @Test func aMoveToANoticeLeadsThere() {
        let news = Sample.newsroom(
            [
                Sample.article("tin-tuc/a.md") { $0.withdrawal = .sample },
                Sample.article("tin-tuc/b.md") { $0.withdrawal = .silent },
            ], addresses: [Address(id: "tin-tuc/a", url: "/cu/"), Address(id: "tin-tuc/b", url: "/b/")])
        let catalog = news.arranged()
        #expect(catalog.redirects.map { [$0.from, $0.to] } == [["/cu/", "/tin-tuc/2024/06/a/"]])
        #expect(catalog.newAddresses.isEmpty && news.report() == "")
        // It gets no line, so that it would be told by every build.
        #expect(catalog.summary.moved.isEmpty)
    }

    @Test func anOldAddressThatIsTakenIsNoRedirect() {
        let news = Sample.newsroom(
            [
                Sample.article("tin-tuc/a.md"), Sample.article("tin-tuc/b.md"),
                Sample.article("tin-tuc/c.md", Sample.time(25)),
            ],
            addresses: [
                Address(id: "tin-tuc/a", url: "/ngay/2024/"),
                Address(id: "tin-tuc/a", url: "/tin-tuc/2024/06/b/"),
                Address(id: "tin-tuc/a", url: "/tin-tuc/2024/06/c/"),
            ])
        #expect(news.arranged().redirects.isEmpty && news.arranged().summary.moved.isEmpty)
        #expect(news.report() == "")
    }

    @Test func anAddressWithoutOwnerIsReported() {
        let gone = Address(id: "tin-tuc/gone", url: "/tin-tuc/2024/06/gone/")
        let news = Sample.newsroom([Sample.article("tin-tuc/a.md")], addresses: [gone])
        #expect(
            news.report(in: .vietnamese) == """
                addresses.csv: cảnh báo: địa chỉ đã đăng /tin-tuc/2024/06/gone/ không còn bài nào \
                (mã `tin-tuc/gone`)
                  cách sửa: thêm `aliases: [/tin-tuc/2024/06/gone/]` vào bài thay thế

                """)
    }

    /// A file that was renamed and renamed back had two ids at one address.
    @Test func anAddressOfTwoIDsLeadsOnWithOneOfThem() {
        let news = Sample.newsroom(
            [Sample.article("tin-tuc/b.md")],
            addresses: [Address(id: "tin-tuc/a", url: "/cu/"), Address(id: "tin-tuc/b", url: "/cu/")])
        #expect(
            news.arranged().redirects.map { [$0.from, $0.to] } == [["/cu/", "/tin-tuc/2024/06/b/"]])
        #expect(news.report() == "")
    }

    @Test func anAddressWithoutOwnerIsReportedOnce() {
        let news = Sample.newsroom(
            [Sample.article("tin-tuc/a.md")],
            addresses: [Address(id: "tin-tuc/x", url: "/cu/"), Address(id: "tin-tuc/y", url: "/cu/")])
        #expect(news.report(in: .vietnamese).components(separatedBy: "/cu/ không còn bài nào").count == 2)
        #expect(news.report(in: .vietnamese).contains("`tin-tuc/x`"))
    }

    @Test(arguments: ["alias", "same address", "draft", "scheduled", "silently withdrawn"])
    func anAddressThatSomebodyHasIsNotReported(how: String) {
        let gone = Address(id: "tin-tuc/gone", url: "/tin-tuc/2024/06/gone/")
        let article = Sample.article("tin-tuc/gone.md") { article in
            switch how {
            case "alias":
                article.id = "khac"
                article.title = "Khác"
                article.aliases = ["/tin-tuc/2024/06/gone"]
            case "same address": article.id = "khac"
            case "draft": article.isDraft = true
            case "scheduled": article.date = Sample.time(25)
            default: article.withdrawal = .silent
            }
        }
        #expect(Sample.newsroom([article], addresses: [gone]).report() == "")
    }

    @Test func newLinesAreSortedByBytes() {
        let news = Sample.newsroom(
            [
                Sample.article("tin-tuc/b.md"), Sample.article("tin-tuc/a/x.md") { $0.title = "c" },
                Sample.article("tin-tuc/a.md"), Sample.article("tin-tuc/đ.md"),
                Sample.article("tin-tuc/s.md", Sample.time(25)),
                Sample.article("tin-tuc/d.md") { $0.isDraft = true },
                Sample.article("tin-tuc/e.md") {
                    $0.expires = Sample.noon
                    $0.title = "e"
                },
            ], pages: [Sample.page("x"), Sample.page("y") { $0.isDraft = true }])
        let lines = news.arranged().newAddresses
        #expect(
            lines.map { "\($0.id),\($0.url)" } == [
                "tin-tuc/a,/tin-tuc/2024/06/a/", "tin-tuc/a/x,/tin-tuc/2024/06/c/",
                "tin-tuc/b,/tin-tuc/2024/06/b/",
                "tin-tuc/e,/tin-tuc/2024/06/e/", "tin-tuc/đ,/tin-tuc/2024/06/d/", "trang/x,/x/",
            ])
        var again = news
        again.addresses = lines
        #expect(again.arranged().newAddresses.isEmpty)
    }
}
