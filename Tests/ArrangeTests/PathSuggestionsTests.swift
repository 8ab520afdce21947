import Arrange
import Diagnostics
import Model
import Testing

@Suite struct PathSuggestionsTests {
    private func remedy(_ link: String, _ paths: [String]) -> String {
        var articles = paths.filter { $0.hasSuffix(".md") && !$0.hasPrefix("trang/") }.map {
            Sample.article($0)
        }
        articles.append(Sample.article("tin-tuc/zz.md") { $0.body = Body(links: [link]) })
        let files = paths.filter { !$0.hasSuffix(".md") }.map { Sample.file($0) }
        let pages = paths.filter { $0.hasPrefix("trang/") }.map {
            Sample.page(String($0.dropFirst(6).dropLast(3)))
        }
        let news = Sample.newsroom(articles, pages: pages, files: files) {
            $0.settings.permalink = "/:category/:id/"
        }
        return String(news.report().split(separator: "\n").last?.dropFirst(10) ?? "")
    }

    @Test(arguments: [
        ("hoi-ngi.md", "/tin-tuc/hoi-nghi.md"), ("/hoi-nghi.md", "/tin-tuc/hoi-nghi.md"),
        ("../hoat-dong/dai-hoi.md", "/tin-tuc/dai-hoi.md"), ("Dai-Hoi.md", "/tin-tuc/dai-hoi.md"),
        ("hien-mau/index.md", "/hoat-dong/hien-mau"), ("../hoat-dong/hien-mua/", "/hoat-dong/hien-mau/"),
        ("../hoat-dong/hien-mua/index.md", "/hoat-dong/hien-mau"), ("bao-cao.pdf", "/tep/bao-cao.pdf"),
        ("/trang/goi-thieu.md", "/trang/gioi-thieu.md"), ("dai-hoi", "/tin-tuc/dai-hoi.md"),
        ("/tin-tcu", "/tin-tuc"),
    ])
    func guesses(link: String, expected: String) {
        let paths = [
            "hoat-dong/hien-mau/index.md", "tin-tuc/dai-hoi.md", "tin-tuc/hoi-nghi.md", "tep/bao-cao.pdf",
            "trang/gioi-thieu.md",
        ]
        #expect(remedy(link, paths) == "did you mean `\(expected)`?")
    }

    @Test func theFirstOfOneNameInByteOrder() {
        #expect(remedy("/x.md", ["c/x.md", "b/x.md", "đ/x.md"]) == "did you mean `/b/x.md`?")
    }

    @Test(arguments: ["hoàn toàn khác.md", "../hoat-dong/ab.md", "/khong/co/gi/"])
    func nothingIsNear(link: String) {
        #expect(
            remedy(link, ["tin-tuc/dai-hoi.md", "hoat-dong/xyz.md"]) == "mend the path or remove the link")
    }

    @Test func picturesAreGuessedAmongFilesAlone() {
        let picture = Picture(path: "anh-bai.jpg", alt: "", caption: "")
        let news = Sample.newsroom(
            [Sample.article("a/anh-bia.md"), Sample.article("a/x.md") { $0.image = picture }],
            files: [Sample.file("a/anh-bia.jpg"), Sample.file("a/khac.jpg")])
        #expect(
            news.report() == """
                content/a/x.md: warning: there is no file `anh-bai.jpg` in content/
                  remedy: did you mean `/a/anh-bia.jpg`?

                """)
    }

    /// Each guess is a walk through a folder: with a limit, a site with many broken links costs no more.
    @Test func onlyTheFirstTwentyAreGuessed() {
        let links = (0..<30).map { _ in "hoi-ngi.md" }
        let news = Sample.newsroom([
            Sample.article("a/hoi-nghi.md"), Sample.article("a/x.md") { $0.body = Body(links: links) },
        ])
        let report = news.report().split(separator: "\n")
        #expect(report.filter { $0 == "  remedy: did you mean `/a/hoi-nghi.md`?" }.count == 20)
        #expect(report.filter { $0 == "  remedy: mend the path or remove the link" }.count == 10)
    }
}
