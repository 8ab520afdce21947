import Build
import Bytes
import Diagnostics
import Foundation
import Glibc
import Model
import Output
import Testing

/// A build that remembers gives what a build from nothing gives, in files and in words.
@Suite struct IncrementalTests {
    private static let files = [
        "content/tin-tuc/a.md": IncrementalSite.article("Đại hội", "tags: [đại hội]\n"),
        "content/tin-tuc/b.md": IncrementalSite.article("Hai", "draft: true\n"),
        "content/tin-tuc/c.md":
            "---\ntitle: Ba\ndate: Thứ Hai, 19/06/2025\nimage: khong-co.jpg\n---\n![](a.gif)\n",
        "content/tin-tuc/d.md": IncrementalSite.article("Bốn", "withdrawn: Nhầm\n"),
        "content/tin-tuc/e.md": IncrementalSite.article("Năm", "expires: 2025-07-01\n"),
        "content/tin-tuc/f.md": "---\ntitle: Sáu\ndate: 2026-01-01T01:00:00Z\n---\nSắp đến.\n",
        "content/tin-tuc/g.md": IncrementalSite.article("Bảy", "pin_until: 2026-01-01T02:00:00Z\n"),
        "content/tin-tuc/a.gif": "no picture",
        "content/trang/gioi-thieu.md": "---\ntitle: Giới thiệu\n---\nX\n",
    ]

    private func site() throws -> IncrementalSite {
        let site = try IncrementalSite(Self.files)
        site.settle()
        return site
    }

    @Test func anUnchangedSiteIsReportedAsItWas() throws {
        let site = try site()
        let full = try site.build()
        #expect(!full.isQuick)
        #expect(full.diagnostics.count > 2)
        let quick = try site.buildCalmly()
        #expect(quick.isQuick)
        #expect(try site.differences(quick) == [])
        #expect(quick.summary.published == full.summary.published)
        #expect(quick.summary.drafts == 1 && quick.summary.withdrawn == 1)
        #expect(quick.summary.expired == 1 && quick.summary.scheduled == 1)
        #expect(quick.summary.nextDue == Timestamp(seconds: IncrementalSite.start.seconds + 3600))
        #expect(quick.settings.title == "Công đoàn")
        let total = try #require(full.output).totalFiles
        #expect(quick.output == OutputReport(unchanged: total, totalFiles: total))
    }

    @Test func timeThatBringsNothingReadsNothing() throws {
        let site = try site()
        try site.buildCalmly()
        for seconds in [1, 1800, 3599] {
            let report = try site.build(seconds)
            #expect(report.isQuick)
            #expect(report.moment.seconds == IncrementalSite.start.seconds + seconds)
            #expect(try site.differences(report, seconds) == [])
        }
    }

    /// An article is due after an hour, a pin ends after two.
    @Test func timeThatBringsSomethingBuilds() throws {
        let site = try site()
        try site.buildCalmly()
        let page = "public/tin-tuc/2026/01/sau/index.html"
        #expect(!site.exists(page))
        let due = try site.build(3600)
        #expect(!due.isQuick)
        #expect(site.exists(page))
        #expect(try site.differences(due, 3600) == [])
        try site.buildCalmly(3600)
        #expect(try site.build(7199).isQuick)
        let later = try site.build(7200)
        #expect(!later.isQuick)
        #expect(try site.differences(later, 7200) == [])
        // A clock that was set back.
        try site.buildCalmly(7200)
        let before = try site.build(0)
        #expect(!before.isQuick)
        #expect(!site.exists(page))
        #expect(try site.differences(before, 0) == [])
    }

    // MARK: Other requests

    private static let requests: [(name: String, output: String, options: IncrementalSite.Options)] = [
        ("as it is", "out", { _ in }), ("with drafts", "out", { $0.drafts = true }),
        ("at another address", "out", { $0.baseURL = "https://khac.example.vn/tin/" }),
        ("at another moment", "out", { $0.at = "2026-01-01T01:30:00Z" }),
        ("on one thread", "out", { $0.threads = 1 }), ("into another folder", "out2", { _ in }),
    ]

    /// Each request after each other, all with one memory.
    @Test func otherRequestsDoNotShareTheirResults() throws {
        let site = try site()
        for (_, first, before) in Self.requests {
            for (name, output, options) in Self.requests {
                try site.buildCalmly(0) { [folder = site.folder] in
                    $0.output = folder.appending(path: first).path
                    before(&$0)
                }
                let all: IncrementalSite.Options = { [folder = site.folder] in
                    $0.output = folder.appending(path: output).path
                    options(&$0)
                }
                let report = try site.build(0, all)
                #expect(try site.differences(report, 0, in: output, all) == [], "\(name)")
            }
        }
    }

    @Test func pruningIsNeverSkipped() throws {
        let site = try site()
        try site.buildCalmly()
        try site.write("public/la.html", "x")
        #expect(try site.build().isQuick)
        #expect(site.exists("public/la.html"))
        let report = try site.build { $0.prune = true }
        #expect(!report.isQuick)
        #expect(report.output?.removed == ["la.html"])
        #expect(!site.exists("public/la.html"))
    }

    @Test func theReportDoesNotDependOnTheThreads() throws {
        let site = try site()
        try site.buildCalmly { $0.threads = 1 }
        #expect(try site.build { $0.threads = 4 }.isQuick)
    }

    // MARK: Addresses

    @Test func aMoveIsToldOnce() throws {
        let site = try site()
        try site.buildCalmly()
        try site.write("content/tin-tuc/a.md", IncrementalSite.article("Đại hội", "slug: dia-chi-moi\n"))
        site.settle()
        let moved = try site.build()
        #expect(moved.summary.moved.map(\.to) == ["/tin-tuc/2025/06/dia-chi-moi/"])
        #expect(moved.summary.moved.map(\.from) == ["/tin-tuc/2025/06/dai-hoi/"])
        for _ in 0..<3 {
            site.settle()
            let report = try site.build()
            #expect(report.summary.moved.isEmpty)
            #expect(try site.differences(report) == [])
        }
        #expect(try site.build().isQuick)
    }

    @Test func anEditedAddressBookIsNoticed() throws {
        let site = try site()
        try site.buildCalmly()
        let lines = try site.read("addresses.csv")
        try site.write("addresses.csv", lines + Data("tin-tuc/a,/dia-chi-cu/\n".utf8))
        site.settle()
        let report = try site.build()
        #expect(!report.isQuick)
        #expect(site.exists("public/dia-chi-cu/index.html"))
    }

    // MARK: Output that somebody touched

    @Test(arguments: ["index.html", "tin-tuc/index.html", "robots.txt"])
    func outputThatSomebodyChangedIsRestored(_ path: String) throws {
        let site = try site()
        try site.buildCalmly()
        for edit in ["edited", "deleted"] {
            if edit == "edited" {
                try site.write("public/" + path, "khác")
            } else {
                try site.remove("public/" + path)
            }
            let report = try site.build()
            #expect(!report.isQuick)
            #expect(report.output?.changed == [path])
            #expect(try site.differences(report) == [])
            try site.buildCalmly()
        }
    }

    // MARK: Errors

    @Test func anErrorIsToldEachTimeAndLeavesTheOutput() throws {
        let site = try site()
        try site.buildCalmly()
        let before = try CaseFiles(in: site.url("public"))
        try site.write("content/tin-tuc/a.md", "---\ntitle: Đại hội\ndate: 31/02/2025\n---\n")
        for _ in 0..<3 {
            site.settle()
            let report = try site.build()
            #expect(report.output == nil && report.hasErrors && !report.isQuick)
            #expect(report.diagnostics.count { $0.severity == .error } == 1)
        }
        #expect(try CaseFiles(in: site.url("public")) == before)
        try site.write("content/tin-tuc/a.md", Self.files["content/tin-tuc/a.md"] ?? "")
        site.settle()
        #expect(try site.differences(try site.build()) == [])
    }
}
