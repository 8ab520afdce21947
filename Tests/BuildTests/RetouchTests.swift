import Build
import Foundation
import Glibc
import Model
import Output
import Testing

/// A build after a change in the text of articles puts the new texts into the pages and does nothing else.
@Suite struct RetouchTests {
    private static func text(_ word: String) -> String {
        "Đoạn mở đầu.\n\n## Kết quả\n\nĐã có [\(word)](b.md \"Hai\") và ![ảnh \(word)](a.gif), xem [đây](#ket-qua).\n\n"
            + "Tải [tệp](/x.pdf).\n"
    }

    private static func article(_ title: String, _ text: String) -> String {
        "---\ntitle: \(title)\ndate: 2025-06-19T08:30\nsummary: Tóm tắt.\n---\n\(text)"
    }

    private static let files = [
        "content/tin-tuc/a.md": article("Một", text("mười")),
        "content/tin-tuc/b.md": article("Hai", "Không có gì.\n"),
        "content/tin-tuc/c.md": IncrementalSite.article("Ba"),
        "content/tin-tuc/d.md": IncrementalSite.article("Bốn", "draft: true\nsummary: S\n"),
        "content/tin-tuc/e.md": article("Năm", "![](khong-co.gif)\n"),
        "content/tin-tuc/a.gif": "GIF89a\u{5}\0\u{7}\0\0\0\0;", "content/x.pdf": "pdf",
    ]

    /// A site of which everything is known.
    private func site(_ more: [String: String] = [:]) throws -> IncrementalSite {
        let site = try IncrementalSite(Self.files)
        for (path, text) in more { try site.write(path, text) }
        site.settle()
        try site.buildCalmly()
        site.settle()
        return site
    }

    private func build(_ site: IncrementalSite, _ options: IncrementalSite.Options = { _ in }) throws
        -> BuildReport
    {
        site.settle()
        let report = try site.build(0, options)
        #expect(try site.differences(report, 0, in: "public", options) == [])
        return report
    }

    @Test(arguments: ["một", "", "một chữ dài hơn nhiều", "đậm **và** `mã` &amp; ^"])
    func aWordIsAllThatChanges(_ word: String) throws {
        let site = try site()
        try site.write("content/tin-tuc/a.md", Self.article("Một", Self.text(word)))
        let report = try build(site)
        #expect(report.isRetouch)
        #expect(report.output?.changed == ["tin-tuc/2025/06/mot/index.html"])
        #expect(report.output?.added == [] && report.output?.removed == [])
        #expect(report.summary.published == 4 && report.summary.drafts == 1)
        // Nothing of it has to be done again.
        #expect(try build(site).isQuick)
    }

    @Test func oneAfterAnother() throws {
        let site = try site()
        for word in ["hai", "", "một chữ dài", "hai"] {
            try site.write("content/tin-tuc/a.md", Self.article("Một", Self.text(word)))
            #expect(try build(site).isRetouch)
            try site.write("content/tin-tuc/b.md", Self.article("Hai", "Không \(word) gì.\n"))
            #expect(try build(site).isRetouch)
        }
        // A build that plans knows the pages again, and leaves them alone.
        try site.write("content/tin-tuc/g.md", IncrementalSite.article("Bảy", "draft: true\n"))
        let report = try build(site)
        #expect(!report.isRetouch && report.output?.changed == [])
    }

    @Test func severalAtOnceAndOneThatIsOnlyTouched() throws {
        let site = try site()
        try site.write("content/tin-tuc/a.md", Self.article("Một", Self.text("hai")))
        try site.write("content/tin-tuc/b.md", Self.article("Hai", "Khác.\n"))
        try site.write("content/tin-tuc/c.md", IncrementalSite.article("Ba"))
        let report = try build(site)
        #expect(report.isRetouch)
        #expect(report.output?.changed.count == 2)
    }

    /// The page of an article that was renamed stays as it is, but it is the page of another source.
    @Test func anArticleThatWasRenamedBefore() throws {
        let site = try site(["content/doi-song/x.md": Self.article("Mười", "Một.\n")])
        try FileManager.default.moveItem(
            at: site.url("content/doi-song/x.md"), to: site.url("content/doi-song/y.md"))
        let page = "doi-song/2025/06/muoi/index.html"
        #expect(try build(site).output?.changed.contains(page) == false)
        try site.buildCalmly()
        try site.write("content/doi-song/y.md", Self.article("Mười", "Hai.\n"))
        let report = try build(site)
        #expect(report.isRetouch && report.output?.changed == [page])
    }

    /// Wherever templates show a text whole, it is replaced.
    @Test func everyPageThatShowsIt() throws {
        let site = try site([
            "themes/bare/templates/day.html":
                "{% extends \"list.html\" %}{% block main %}{% for a in pager.items %}{{ a.body }}{% endfor %}{% endblock %}\n"
        ])
        try site.write("content/tin-tuc/a.md", Self.article("Một", Self.text("hai")))
        let report = try build(site)
        #expect(report.isRetouch)
        #expect(report.output?.changed == ["ngay/2025/06/19/index.html", "tin-tuc/2025/06/mot/index.html"])
    }

    private static let others: KeyValuePairs<String, @Sendable (IncrementalSite) throws -> Void> = [
        "another headline": { try $0.write("content/tin-tuc/a.md", article("Mốt", text("mười"))) },
        "another heading": {
            try $0.write(
                "content/tin-tuc/a.md",
                article("Một", text("mười").replacing("## Kết quả", with: "## Kết quả?")))
        },
        "another link": {
            try $0.write("content/tin-tuc/a.md", article("Một", text("mười").replacing("b.md", with: "c.md")))
        },
        "a link more": { try $0.write("content/tin-tuc/a.md", article("Một", text("mười [hai](b.md)"))) },
        "another first paragraph, which stands for the summary": {
            try $0.write("content/tin-tuc/c.md", IncrementalSite.article("Ba").replacing("Nội", with: "Noi"))
        },
        "an article of which something is said": {
            try $0.write("content/tin-tuc/e.md", article("Năm", "Mới.\n\n![](khong-co.gif)\n"))
        },
        "a draft, which no page shows": {
            try $0.write(
                "content/tin-tuc/d.md",
                IncrementalSite.article("Bốn", "draft: true\nsummary: S\n") + "\nThêm.\n")
        },
        "an article more": { try $0.write("content/tin-tuc/g.md", article("Bảy", "x\n")) },
        "a text and a file": {
            try $0.write("content/tin-tuc/a.md", article("Một", text("hai")))
            try $0.write("content/x.pdf", "PDF 2")
        },
        "a text and site.yaml": {
            try $0.write("content/tin-tuc/a.md", article("Một", text("hai")))
            try $0.write("site.yaml", "title: Đoàn\nurl: https://congdoan.example.vn/\ntheme: bare\n")
        },
        "a text and a page that was changed by hand": {
            try $0.write("content/tin-tuc/a.md", article("Một", text("hai")))
            try $0.write("public/tin-tuc/2025/06/mot/index.html", "x")
        },
        "a text and another page that is gone": {
            try $0.write("content/tin-tuc/a.md", article("Một", text("hai")))
            try $0.remove("public/index.html")
        },
        "a text, and what builds remember of the output is gone": {
            try $0.write("content/tin-tuc/a.md", article("Một", text("hai")))
            try $0.remove(try #require(try $0.caches.first { $0.hasPrefix(".bantin/output-") }))
        },
    ]

    @Test(arguments: others.map(\.key))
    func anythingElseIsPlanned(_ name: String) throws {
        let site = try site()
        try #require(Self.others.first { $0.key == name }).value(site)
        #expect(!(try build(site).isRetouch))
    }

    /// Pages may depend on the text in a way that its place does not tell.
    @Test(arguments: [
        "{% for a in site.latest %}{{ a.body | striptags }}{% endfor %}",
        "{% for a in site.latest %}{% if a.body %}{{ a.body | striptags }}{% endif %}{% endfor %}",
        "{% import \"x.html\" as x %}{% for a in site.latest %}{{ x.m(a) | striptags }}{% endfor %}",
    ])
    func templatesThatDoMoreThanToShowIt(_ text: String) throws {
        let site = try site([
            "themes/bare/templates/home.html":
                "{% extends \"base.html\" %}{% block main %}\(text){% endblock %}\n",
            "themes/bare/templates/x.html": "{% macro m(a) %}{{ a.body }}{% endmacro %}",
        ])
        try site.write("content/tin-tuc/a.md", Self.article("Một", Self.text("hai")))
        let report = try build(site)
        #expect(!report.isRetouch)
        #expect(report.output?.changed.contains("index.html") == true)
    }

    /// What is due comes, whatever was changed besides.
    @Test func somethingThatIsDueIsPlanned() throws {
        let site = try site([
            "content/tin-tuc/f.md": "---\ntitle: Sáu\ndate: 2026-01-01T01:00:00Z\n---\nSắp đến.\n"
        ])
        try site.write("content/tin-tuc/a.md", Self.article("Một", Self.text("hai")))
        site.settle()
        let report = try site.build(3600)
        #expect(!report.isRetouch && report.output?.added.isEmpty == false)
        #expect(try site.differences(report, 3600) == [])
    }

    /// Another request has left its own pages: what is remembered of sources is newer than they are.
    @Test func twoOutputsInTurn() throws {
        let site = try site()
        let other: IncrementalSite.Options = { $0.output = $0.root + "/out" }
        try site.buildCalmly(0, other)
        for word in ["hai", "ba"] {
            try site.write("content/tin-tuc/a.md", Self.article("Một", Self.text(word)))
            #expect(try build(site).isRetouch)
            site.settle()
            let report = try site.build(0, other)
            #expect(!report.isRetouch)
            #expect(try site.differences(report, 0, in: "out", other) == [])
        }
    }

    @Test func changesAreToldWithTheAddressThatWasAskedFor() throws {
        let site = try site()
        let options: IncrementalSite.Options = { $0.baseURL = "https://khac.example.vn/tin/" }
        try site.buildCalmly(0, options)
        try site.write("content/tin-tuc/a.md", Self.article("Một", Self.text("hai")))
        let report = try build(site, options)
        #expect(report.isRetouch)
        var request = BuildRequest(root: site.folder.path, now: IncrementalSite.start)
        options(&request)
        #expect(report.changes(request).map(\.url) == ["/tin/tin-tuc/2025/06/mot/"])
    }
}
