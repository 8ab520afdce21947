import Build
import Diagnostics
import Foundation
import Model
import Testing

/// What a verb would do is told without being done.
@Suite struct RehearsalTests {
    private static let now = Timestamp(seconds: 1_767_225_600)
    private let site: IncrementalSite

    init() throws {
        site = try IncrementalSite([:])
        try site.write("site.yaml", "title: Cổng\nurl: https://a.example/b/\n")
        try site.write("content/tin/a.md", "---\ntitle: Một\ndate: 2025-06-19\ndraft: true\n---\n\nChữ.\n")
        try site.write("content/tin/b.md", "---\ntitle: Hai\ndate: 2025-06-19\n---\n\nChữ.\n")
        try site.write(
            "content/tin/c.md", "---\ntitle: Ba\ndate: 2025-06-19\ndraft: true\n---\n\n[x](khong-co.md)\n")
    }

    private var request: BuildRequest { BuildRequest(root: site.folder.path, now: Self.now) }

    private func text(_ file: String) throws -> String {
        try String(contentsOf: site.folder.appending(path: file), encoding: .utf8)
    }

    @Test func publishing() throws {
        let before = try text("content/tin/a.md")
        let report = try Publishing.rehearse(
            request, source: "content/tin/a.md", from: site.folder.path, at: "2026-02-03T07:30")
        let rehearsal = try #require(report.outcome)
        #expect(rehearsal.outcome.state == .scheduled)
        #expect(rehearsal.outcome.url == "https://a.example/b/tin/2026/02/mot/")
        #expect(rehearsal.changes.removed == ["date: 2025-06-19", "draft: true"])
        #expect(rehearsal.changes.added == ["date: 2026-02-03 07:30", "id: 20260203-mot", "slug: mot"])
        #expect(try text("content/tin/a.md") == before)
        #expect(!FileManager.default.fileExists(atPath: site.folder.path + "/public"))
        #expect(!FileManager.default.fileExists(atPath: site.folder.path + "/addresses.csv"))

        // What is done then is what was told.
        let done = try Publishing.run(
            request, source: "content/tin/a.md", from: site.folder.path, at: "2026-02-03T07:30")
        #expect(done.outcome?.url == rehearsal.outcome.url)
        let after = try text("content/tin/a.md")
        for line in rehearsal.changes.added { #expect(after.contains(line + "\n")) }
        for line in rehearsal.changes.removed { #expect(!after.contains(line + "\n")) }
    }

    @Test func whatWouldBeRefusedIs() throws {
        let wrong = try Publishing.rehearse(
            request, source: "content/tin/c.md", from: site.folder.path, at: nil)
        #expect(wrong.outcome == nil)
        #expect(wrong.build.diagnostics.contains { $0.problem.kind == "link" && $0.severity == .error })
        let noDate = try Publishing.rehearse(
            request, source: "content/tin/a.md", from: site.folder.path, at: "mai")
        #expect(noDate.outcome == nil)
        #expect(noDate.build.hasErrors)
        let none = try Publishing.rehearse(
            request, source: "content/tin/x.md", from: site.folder.path, at: nil)
        #expect(none.build.hasErrors)
        let noReason = try Withdrawing.rehearse(
            request, source: "content/tin/b.md", from: site.folder.path, reason: " ", leavesNotice: true)
        #expect(noReason.build.hasErrors)
        #expect(noReason.outcome == nil)
    }

    @Test(arguments: [true, false])
    func withdrawing(leavesNotice: Bool) throws {
        let before = try text("content/tin/b.md")
        let report = try Withdrawing.rehearse(
            request, source: "content/tin/b.md", from: site.folder.path, reason: "Sai  số liệu",
            leavesNotice: leavesNotice)
        let rehearsal = try #require(report.outcome)
        #expect(rehearsal.outcome.url == "https://a.example/b/tin/2025/06/hai/")
        #expect(rehearsal.outcome.leavesNotice == leavesNotice)
        #expect(rehearsal.changes.removed.isEmpty)
        #expect(rehearsal.changes.added.contains("  reason: Sai số liệu"))
        #expect(rehearsal.changes.added.contains("  page: none") == !leavesNotice)
        #expect(try text("content/tin/b.md") == before)
    }
}
