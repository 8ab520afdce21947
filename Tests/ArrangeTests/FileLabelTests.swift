import Arrange
import Model
import Testing

@Suite struct FileLabelTests {
    @Test(arguments: [
        (0, "1 KB"), (1, "1 KB"), (1499, "1 KB"), (1500, "2 KB"), (120_000, "120 KB"), (999_499, "999 KB"),
        (999_500, "1 MB"), (1_000_000, "1 MB"), (1_049_999, "1 MB"), (1_050_000, "1,1 MB"),
        (2_500_000, "2,5 MB"),
        (12_340_000, "12,3 MB"), (1_000_000_000, "1000 MB"),
    ])
    func size(bytes: Int, expected: String) {
        #expect(label("bao cao.v2.pdf", bytes) == " (PDF, \(expected))")
    }

    @Test func kindIsTheExtension() {
        #expect(label("a.docx", 2000) == " (DOCX, 2 KB)")
        #expect(label("khong-duoi", 2000) == " (2 KB)")
        #expect(label("a.&x", 2000) == " (&amp;X, 2 KB)")
    }

    @Test func noFileNoLabel() {
        let news = Sample.newsroom([
            Sample.article("a/x.md") {
                $0.body = Body([
                    .fileSize(destination: "b.pdf"), .fileSize(destination: "https://x.vn/a.pdf"),
                ])
            }
        ])
        #expect(news.arranged().articles[0].fills.texts == ["", ""])
    }

    private func label(_ name: String, _ size: Int) -> String? {
        let article = Sample.article("a/x.md") { $0.body = Body([.fileSize(destination: name)]) }
        let news = Sample.newsroom([article], files: [Sample.file("a/" + name, size: size)])
        return news.arranged().articles[0].fills.texts.first
    }
}
