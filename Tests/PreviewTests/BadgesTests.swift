import Bytes
import Diagnostics
import Model
import Testing
import VietnameseText

@testable import Preview

struct BadgesTests {
    private let badges = Badges(
        [
            ExactText("/tin/nhap/"): (.draft, Timestamp(seconds: 0)),
            ExactText("/tin/hen/"): (.scheduled, Timestamp(seconds: 1_777_509_000)),
            ExactText("/tin/thay/"): (.published, Timestamp(seconds: 0)),
        ], zone: .vietnam, .vietnamese)

    private func added(_ page: String) -> String {
        String(decoding: badges.added(to: Array(page.utf8)), as: UTF8.self)
    }

    @Test func linksToWhatReadersDoNotSee() {
        let page = added(
            "<p><a class=\"x\" href=\"/tin/nhap/\" title=\"a\">Một</a> <a href=\"/tin/hen/\">Hai</a>")
        #expect(page.contains("data-bantin=\"badge\">NHÁP</span> Một</a>"))
        #expect(page.contains("data-bantin=\"badge\">HẸN GIỜ 07:30 30/4/2026</span> Hai</a>"))
    }

    @Test(arguments: [
        "<a href=\"/tin/thay/\">Ba</a>", "<a href=\"/tin/\">Tin</a>", "<a>Không</a><a name=\"x\">", "",
        "<a href=\"/tin/nhap/\"> <img src=\"x\"></a>", "<a href=\"/tin/nhap/\">\n<picture>",
        "<a href=\"/tin/nhap/",
        "<a href=\"/tin/nhap/\"", "<abbr href=\"/tin/nhap/\">x", "<a ", "chữ <a data-x=\"/tin/nhap/\">",
    ])
    func allElseStays(page: String) { #expect(added(page) == page) }

    @Test func withoutAnyThePageIsTheSame() {
        let page = Array("<a href=\"/tin/nhap/\">Một</a>".utf8)
        #expect(Badges().added(to: page) == page)
    }
}

struct DeskLogTests {
    @Test func theLastOnesStay() {
        var log = DeskLog()
        for number in 0..<30 {
            log.add(
                DeskLog.Entry(.planned, at: Timestamp(seconds: number), took: .zero, files: [], []))
        }
        #expect(log.entries.first?.moment == Timestamp(seconds: 29))
        #expect(log.entries.count == 12)
    }
}
