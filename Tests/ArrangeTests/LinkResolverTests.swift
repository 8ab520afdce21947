import Arrange
import Diagnostics
import Model
import Testing

@Suite struct LinkResolverTests {
    /// An article that links to one of each state, by source and by address.
    private func linking(to target: String) -> Newsroom {
        var news = Newsroom.ofEveryState
        let address = "/tin-tuc/2024/06/\(target)/"
        let links = target == "draft" ? ["draft/index.md"] : ["\(target)/index.md", address]
        news.articles.append(Sample.article("tin-tuc/z.md") { $0.body = Body(links: links) })
        return news
    }

    private func urls(_ news: Newsroom, at moment: Timestamp = Sample.noon) -> [String?] {
        news.arranged(at: moment).article("tin-tuc/z")?.fills.urls ?? []
    }

    @Test(arguments: ["published", "expired"]) func whatIsShownIsLinkedTo(state: String) {
        let url = "/tin-tuc/2024/06/\(state)/"
        #expect(urls(linking(to: state)) == [url, url])
        #expect(linking(to: state).report() == "")
    }

    @Test func whatIsScheduledIsTextUntilItsDate() {
        let news = linking(to: "scheduled")
        #expect(urls(news) == [nil, nil])
        #expect(
            news.report() == """
                content/tin-tuc/z.md:10: note: content/tin-tuc/scheduled/index.md is not due yet, \
                so the link is shown as plain text for now
                content/tin-tuc/z.md:11: note: content/tin-tuc/scheduled/index.md is not due yet, \
                so the link is shown as plain text for now

                """)
        let url = "/tin-tuc/2024/06/scheduled/"
        #expect(urls(news, at: Sample.time(20)) == [url, url])
        #expect(news.report(at: Sample.time(20)) == "")
    }

    @Test(arguments: ["withdrawn", "none"]) func whatIsWithdrawnIsText(state: String) {
        let news = linking(to: state)
        #expect(urls(news) == [nil, nil])
        let warning = """
            warning: content/tin-tuc/\(state)/index.md is withdrawn, so the link is shown as plain text
              remedy: remove the link when convenient
            """
        #expect(news.report() == "content/tin-tuc/z.md:10: \(warning)\ncontent/tin-tuc/z.md:11: \(warning)\n")
    }

    @Test func aDraftIsAnError() {
        var news = linking(to: "draft")
        #expect(urls(news) == [nil])
        let words = """
            a link to the draft content/tin-tuc/draft/index.md
              remedy: remove `draft` from the other article, or remove the link

            """
        #expect(news.report() == "content/tin-tuc/z.md:10: error: " + words)
        #expect(news.arranged(drafts: true).article("tin-tuc/z")?.fills.urls == ["/tin-tuc/2024/06/draft/"])
        news.settings.checks.links = .warn
        #expect(news.report() == "content/tin-tuc/z.md:10: warning: " + words)
        news.settings.checks.links = .off
        #expect(news.report() == "" && urls(news) == [nil])
    }

    @Test func anchorsOfScheduledTargetsAreCheckedNow() {
        var news = linking(to: "scheduled")
        news.articles[6].body = Body(links: ["scheduled/index.md#co", "scheduled/index.md#khong"])
        news.articles[4].body.anchors = ["co"]
        let report = news.report()
        #expect(
            report.contains(
                "content/tin-tuc/z.md:11: error: content/tin-tuc/scheduled/index.md has no anchor `#khong`\n")
        )
        #expect(!report.contains("#co"))
    }

    @Test(arguments: ["draft", "withdrawn"]) func anchorsOfWhatIsNotToBeShownDoNotMatter(state: String) {
        var news = linking(to: state)
        news.articles[6].body = Body(links: ["\(state)/index.md#khong"])
        #expect(!news.report().contains("#khong"))
    }

    // MARK: Missing targets

    @Test(arguments: [
        ("khong-co.md", CheckLevel.error, "error"), ("khong-co.md", .warn, "warning"),
        ("/khong/co/", .error, "error"), ("/khong-co.aspx", .error, "error"),
    ])
    func aMissingTarget(link: String, level: CheckLevel, word: String) {
        let news = broken(link, level)
        #expect(
            news.report() == """
                content/a/x.md:10: \(word): a link to `\(link)`, but there is no such article, page or file
                  remedy: mend the path or remove the link

                """)
    }

    @Test func aMissingFile() {
        #expect(
            broken("x/khong-co.pdf", .error).report() == """
                content/a/x.md:10: warning: there is no file `x/khong-co.pdf` in content/
                  remedy: copy the file there or mend the path

                """)
    }

    @Test func anUncheckedLinkKeepsItsAddress() {
        let news = broken("../b/khong có.md?x#y", .off)
        #expect(news.report() == "")
        #expect(news.arranged().articles[0].fills.urls == ["/b/khong%20c%C3%B3.md?x#y"])
    }

    private func broken(_ link: String, _ level: CheckLevel) -> Newsroom {
        Sample.newsroom([Sample.article("a/x.md") { $0.body = Body(links: [link]) }]) {
            $0.settings.checks.links = level
        }
    }

    // MARK: Files

    @Test func officeFilesGoOutWhenAPageLinksToThem() {
        let names = ["a/1.docx", "a/2.docx", "a/3.docx", "a/4.zip", "a/5.docx", "a/6.pdf"]
        let files = names.map { Sample.file($0, $0.hasSuffix("pdf") ? .always : .whenLinked) }
        let news = Sample.newsroom(
            [
                Sample.article("a/x.md") { $0.body = Body(links: ["1.docx"]) },
                Sample.article("a/draft.md") {
                    $0.isDraft = true
                    $0.body = Body(links: ["2.docx"])
                },
                Sample.article("a/later.md", Sample.time(20)) { $0.body = Body(links: ["3.docx"]) },
                Sample.article("a/old.md") {
                    $0.expires = Sample.noon
                    $0.body = Body(links: ["4.zip"])
                },
            ], files: files)
        #expect(news.arranged().files.map(\.path) == ["a/1.docx", "a/4.zip", "a/6.pdf"])
        #expect(
            news.arranged(at: Sample.time(20)).files.map(\.path) == [
                "a/1.docx", "a/3.docx", "a/4.zip", "a/6.pdf",
            ])
    }

    @Test func aFileBesideAnArticleThatIsNotShown() {
        let news = Sample.newsroom(
            [
                Sample.article("a/nhap/index.md") { $0.isDraft = true },
                Sample.article("a/x.md") {
                    $0.body = Body(links: ["nhap/b.pdf"])
                    $0.image = Picture(path: "nhap/a.jpg", alt: "", caption: "")
                    $0.fieldLines = [FieldLine(field: "image", line: 7)]
                },
            ],
            files: [
                Sample.file("a/nhap/a.jpg", image: ImageSize(width: 1, height: 1)),
                Sample.file("a/nhap/b.pdf"),
            ])
        let article = news.arranged().article("a/x")
        #expect(article?.fills.urls == [nil])
        #expect(article?.image?.url == "/a/nhap/a.jpg" && article?.image?.size == nil)
        #expect(
            news.report() == """
                content/a/x.md:7: warning: the file `nhap/a.jpg` lies beside an article that is not shown, \
                so it is not published
                  remedy: copy the file into this article's folder
                content/a/x.md:10: warning: the file `nhap/b.pdf` lies beside an article that is not shown, \
                so it is not published
                  remedy: copy the file into this article's folder

                """)
    }
}
