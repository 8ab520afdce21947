import Arrange
import Diagnostics
import Model
import Testing

@Suite struct BodyFillerTests {
    private func fills(_ holes: [Hole.Kind], files: [SourceFile] = []) -> [String] {
        let article = Sample.article("a/x/index.md") { $0.body = Body(holes) }
        return Sample.newsroom([article, Sample.article("a/draft.md") { $0.isDraft = true }], files: files)
            .arranged().articles[0].fills.texts
    }

    @Test func aLinkIsAWholeTag() {
        #expect(
            fills([.link(destination: "/so-do/", title: ""), .linkEnd]) == ["<a href=\"/so-do/\">", "</a>"])
        #expect(
            fills([.link(destination: "/so-do/?a&b", title: "Xem \"tất cả\" <đi>"), .linkEnd]) == [
                "<a href=\"/so-do/?a&amp;b\" title=\"Xem &quot;tất cả&quot; &lt;đi&gt;\">", "</a>",
            ])
    }

    @Test func aLinkThatIsTextHasNoTags() {
        let holes: [Hole.Kind] = [
            .link(destination: "../draft.md", title: "x"), .linkEnd, .link(destination: "/", title: ""),
            .linkEnd,
        ]
        #expect(fills(holes) == ["", "", "<a href=\"/\">", "</a>"])
    }

    @Test func aPictureHasItsSize() {
        let files = [
            Sample.file("a/x/ảnh 1.jpg", image: ImageSize(width: 1200, height: 675)),
            Sample.file("anh/b.svg"),
        ]
        let holes: [Hole.Kind] = [
            .image(destination: "%E1%BA%A3nh%201.jpg"), .image(destination: "/anh/b.svg#lop"),
            .image(destination: "https://x.vn/a.jpg?b&c"),
        ]
        #expect(
            fills(holes, files: files) == [
                " src=\"/a/x/%E1%BA%A3nh%201.jpg\" width=\"1200\" height=\"675\"", " src=\"/anh/b.svg#lop\"",
                " src=\"https://x.vn/a.jpg?b&amp;c\"",
            ])
    }

    @Test func aVideoHasItsAddress() {
        #expect(
            fills([.media(destination: "v.mp4")], files: [Sample.file("a/x/v.mp4")]) == [
                " src=\"/a/x/v.mp4\""
            ])
    }

    @Test func anAttachmentHasItsLabel() {
        let holes: [Hole.Kind] = [
            .link(destination: "b.docx", title: ""), .linkEnd, .fileSize(destination: "b.docx"),
        ]
        let file = Sample.file("a/x/b.docx", size: 120_000, .whenLinked)
        #expect(fills(holes, files: [file]) == ["<a href=\"/a/x/b.docx\">", "</a>", " (DOCX, 120 KB)"])
    }

    @Test func fillsStandAtTheirHoles() {
        let article = Sample.article("a/x.md") {
            $0.body.holes = [5, 5, 17].map { Hole(offset: $0, kind: .linkEnd, line: 1) }
        }
        let catalog = Sample.newsroom([article, Sample.article("a/y.md")]).arranged()
        #expect(catalog.articles[0].fills.map(\.offset) == [5, 5, 17] && catalog.articles[1].fills.isEmpty)
    }

    @Test(arguments: [(CheckLevel.error, "error"), (.warn, "warning")])
    func aMissingFile(level: CheckLevel, word: String) {
        let article = Sample.article("a/x.md") {
            $0.body = Body([.image(destination: "b.jpg"), .media(destination: "/v.mp4")])
            $0.image = Picture(path: "../../c.jpg", alt: "Ảnh", caption: "Chú thích")
            $0.fieldLines = [FieldLine(field: "image", line: 4)]
        }
        var news = Sample.newsroom([article]) { $0.settings.checks.files = level }
        #expect(
            news.report() == """
                content/a/x.md:4: \(word): there is no file `../../c.jpg` in content/
                  remedy: copy the file there or mend the path
                content/a/x.md:10: \(word): there is no file `b.jpg` in content/
                  remedy: copy the file there or mend the path
                content/a/x.md:11: \(word): there is no file `/v.mp4` in content/
                  remedy: copy the file there or mend the path

                """)
        news.settings.checks.files = .off
        #expect(news.report() == "")
        let arranged = news.arranged().articles[0]
        #expect(arranged.fills.texts == [" src=\"/a/b.jpg\"", " src=\"/v.mp4\""])
        #expect(arranged.image?.url == "../../c.jpg" && arranged.image?.alt == "Ảnh")
        #expect(arranged.image?.caption == "Chú thích")
    }

    // MARK: Scheduled articles

    @Test func scheduledArticlesAreCheckedNow() {
        let article = Sample.article("a/x.md", Sample.time(25)) {
            $0.body = Body([.link(destination: "khong.md", title: ""), .image(destination: "b.jpg")])
            $0.image = Picture(path: "c.jpg", alt: "", caption: "")
        }
        let news = Sample.newsroom([article]) { $0.settings.checks.files = .error }
        #expect(
            news.report() == """
                content/a/x.md: error: there is no file `c.jpg` in content/
                  remedy: copy the file there or mend the path
                content/a/x.md:10: error: a link to `khong.md`, but there is no such article, page or file
                  remedy: mend the path or remove the link
                content/a/x.md:11: error: there is no file `b.jpg` in content/
                  remedy: copy the file there or mend the path

                """)
        #expect(news.report(at: Sample.time(25)) == news.report())
    }

    @Test func aScheduledArticleMayUseItsOwnFilesAndOthersThatWait() {
        let articles = [
            Sample.article("a/x/index.md", Sample.time(25)) {
                $0.body = Body([
                    .link(destination: "b.docx", title: ""), .linkEnd, .image(destination: "c.jpg"),
                    .link(destination: "../y.md", title: ""), .linkEnd,
                ])
            }, Sample.article("a/y.md", Sample.time(26)),
        ]
        let files = [Sample.file("a/x/b.docx", .whenLinked), Sample.file("a/x/c.jpg")]
        let news = Sample.newsroom(articles, files: files)
        #expect(news.report() == "" && news.arranged().files.isEmpty)
        #expect(news.arranged(at: Sample.time(25)).files.map(\.path) == ["a/x/b.docx", "a/x/c.jpg"])
    }

    @Test func draftsAndWithdrawnArticlesAreNotChecked() {
        let body = Body(links: ["khong.md"])
        let news = Sample.newsroom([
            Sample.article("a/x.md") {
                $0.body = body
                $0.isDraft = true
            },
            Sample.article("a/y.md") {
                $0.body = body
                $0.withdrawal = .sample
            },
        ])
        #expect(news.report() == "")
    }
}
