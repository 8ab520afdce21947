import Arrange
import Diagnostics
import Model
import Testing

@Suite struct AnchorIndexTests {
    private let few = ["muc-1", "mục-đ", "ket-luan"]

    @Test func ownAnchors() {
        let news = Sample.newsroom([
            Sample.article("a/x.md") {
                $0.body = Body(
                    links: ["#muc-1", "#m%E1%BB%A5c-%C4%91", "#mu\u{323}c-đ", "#", "?in=1"], anchors: few)
            }
        ])
        #expect(
            news.arranged().articles[0].fills.urls == [
                "#muc-1", "#m%E1%BB%A5c-%C4%91", "#mu\u{323}c-đ", "#", "?in=1",
            ])
        #expect(news.report() == "")
    }

    @Test func aMissingAnchorIsAnError() {
        var news = Sample.newsroom([
            Sample.article("a/x.md") {
                $0.body = Body(links: ["#muc-2", "y.md#kket-luan", "y.md#z"], anchors: few)
            },
            Sample.article("a/y.md") { $0.body.anchors = ["ket-luan"] },
        ])
        #expect(
            news.report(in: .vietnamese) == """
                content/a/x.md:10: lỗi: content/a/x.md không có mục `#muc-2`
                  cách sửa: ý bạn là `#muc-1`?
                content/a/x.md:11: lỗi: content/a/y.md không có mục `#kket-luan`
                  cách sửa: ý bạn là `#ket-luan`?
                content/a/x.md:12: lỗi: content/a/y.md không có mục `#z`
                  cách sửa: sửa hoặc bỏ phần sau dấu #

                """)
        news.settings.checks.links = .warn
        #expect(
            news.report().hasPrefix("content/a/x.md:10: warning: content/a/x.md has no anchor `#muc-2`\n"))
        #expect(
            news.arranged().articles[0].fills.urls == [
                "#muc-2", "/a/2024/06/y/#kket-luan", "/a/2024/06/y/#z",
            ])
        news.settings.checks.links = .off
        #expect(news.report() == "")
    }

    @Test func anchorsOfPages() {
        let news = Sample.newsroom(
            [Sample.article("a/x.md") { $0.body = Body(links: ["/trang/p.md#co", "/p/#khong"]) }],
            pages: [Sample.page("p") { $0.body.anchors = ["co"] }])
        #expect(
            news.report().hasPrefix("content/a/x.md:11: error: content/trang/p.md has no anchor `#khong`\n"))
    }

    @Test func longListsOfAnchors() {
        let anchors = (0..<40).map { "muc-\($0)" }
        let links = (0..<40).map { "y.md#muc-\($0)" } + ["y.md#muc-40"]
        let news = Sample.newsroom([
            Sample.article("a/x.md") { $0.body = Body(links: links) },
            Sample.article("a/y.md") { $0.body.anchors = anchors },
        ])
        #expect(
            news.report() == """
                content/a/x.md:50: error: content/a/y.md has no anchor `#muc-40`
                  remedy: did you mean `#muc-0`?

                """)
    }

    @Test func onlyTheFirstTwentyAreGuessed() {
        let links = (0..<25).map { _ in "#muk-1" }
        let news = Sample.newsroom([Sample.article("a/x.md") { $0.body = Body(links: links, anchors: few) }])
        let report = news.report().split(separator: "\n")
        #expect(report.filter { $0 == "  remedy: did you mean `#muc-1`?" }.count == 20)
        #expect(report.filter { $0 == "  remedy: mend or remove what follows the #" }.count == 5)
    }
}
