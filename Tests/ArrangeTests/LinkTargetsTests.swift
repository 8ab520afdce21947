import Arrange
import Diagnostics
import Model
import Testing

@Suite struct LinkTargetsTests {
    @Test(arguments: [
        ("/trang/gioi-thieu.md", "/gioi-thieu/"), ("../trang/gioi-thieu.md", "/gioi-thieu/"),
        ("/gioi-thieu/", "/gioi-thieu/"), ("/tin-tuc/x", "/tin-tuc/2024/06/x/"),
        ("x/", "/tin-tuc/2024/06/x/"),
        ("x/index.md", "/tin-tuc/2024/06/x/"), ("/hoat-dong/", "/hoat-dong/"),
        ("../hoat-dong", "/hoat-dong/"),
        ("/hoat-dong/_index.md", "/hoat-dong/"), ("../hoat-dong/_index.md", "/hoat-dong/"),
        (".", "/tin-tuc/"),
        ("tep.pdf", "/tin-tuc/tep.pdf"), ("/anh/a%20b.jpg", "/anh/a%20b.jpg"),
        ("x/anh.jpg", "/tin-tuc/x/anh.jpg"),
    ])
    func sourcesCategoriesAndFiles(link: String, url: String) {
        let news = Sample.newsroom(
            [
                Sample.article("hoat-dong/z.md"),
                Sample.article("tin-tuc/a.md") { $0.body = Body(links: [link]) },
                Sample.article("tin-tuc/x/index.md"),
            ], pages: [Sample.page("gioi-thieu")],
            files: ["anh/a b.jpg", "tin-tuc/tep.pdf", "tin-tuc/x/anh.jpg"].map { Sample.file($0) }
        ) { $0.categories[0].place = Place(file: "content/hoat-dong/_index.md") }
        #expect(news.arranged().article("tin-tuc/a")?.fills.urls == [url])
        #expect(news.report() == "")
    }

    @Test func aFolderWithoutAnIndexFileHasNone() {
        let news = Sample.newsroom([Sample.article("tin-tuc/a.md") { $0.body = Body(links: ["_index.md"]) }])
        #expect(news.report().hasPrefix("content/tin-tuc/a.md:10: error: a link to `_index.md`"))
    }

    @Test func pagesLinkFromTheirOwnFolder() {
        let news = Sample.newsroom(
            [Sample.article("tin-tuc/a.md")],
            pages: [
                Sample.page("gioi-thieu") {
                    $0.body = Body(links: ["lien-he.md", "../tin-tuc/a.md"])
                    $0.image = Picture(path: "tru-so.jpg", alt: "Trụ sở", caption: "")
                },
                Sample.page("lien-he"),
            ], files: [Sample.file("trang/tru-so.jpg", image: ImageSize(width: 8, height: 6))])
        let page = news.arranged().pages[0]
        #expect(page.fills.urls == ["/lien-he/", "/tin-tuc/2024/06/a/"])
        #expect(page.image?.url == "/trang/tru-so.jpg" && page.image?.size == ImageSize(width: 8, height: 6))
        #expect(page.image?.alt == "Trụ sở")
    }

    @Test func aDraftPageIsADraft() {
        let news = Sample.newsroom(
            [Sample.article("tin-tuc/a.md") { $0.body = Body(links: ["/trang/nhap.md"]) }],
            pages: [Sample.page("nhap") { $0.isDraft = true }])
        #expect(
            news.report() == """
                content/tin-tuc/a.md:10: error: a link to the draft content/trang/nhap.md
                  remedy: remove `draft` from the other article, or remove the link

                """)
        #expect(news.report(drafts: true) == "")
    }
}
