import Build
import Bytes
import Diagnostics
import Foundation
import Model
import Testing

/// A site that is kept planned is, after each edit, what it would be planned anew.
@Suite struct PreviewSessionTests {
    private static let now = Timestamp(seconds: 1_767_225_600)
    private static let text =
        "Mở đầu.\n\nXem [bài kia](b.md), ![Ảnh](anh.png) và [mục](#muc).\n\n## Mục\n\nHai.\n"

    private let site: IncrementalSite

    init() throws {
        site = try IncrementalSite([:])
        try site.write("site.yaml", "title: Cổng\nurl: https://a.example/\n")
        try site.write("content/tin/a.md", Self.article("Một", Self.text))
        try site.write("content/tin/b.md", Self.article("Hai", "Ngắn.\n"))
        try site.write("content/tin/c.md", Self.article("Ba", "Bài nháp.\n", "draft: true\n"))
        try site.write("content/tin/anh.png", Data([0x89, 0x50]))
    }

    private static func article(_ title: String, _ text: String, _ more: String = "") -> String {
        "---\ntitle: \(title)\ndate: 2025-06-19\n\(more)---\n\n\(text)"
    }

    private func session() -> PreviewSession {
        var request = BuildRequest(root: site.folder.path, now: Self.now)
        request.output = site.folder.path + "/out"
        request.drafts = true
        var session = PreviewSession(request)
        session.plan(at: Self.now)
        return session
    }

    /// Every page, by its path.
    private static func pages(_ session: PreviewSession) throws -> [String: [UInt8]] {
        let plan = try #require(session.plan)
        let renderer = plan.makeRenderer()
        return Dictionary(
            uniqueKeysWithValues: plan.entries.map { entry in
                var bytes = ByteBuffer()
                renderer.append(entry, to: &bytes)
                return (entry.path, bytes.copy())
            })
    }

    private func expectSame(_ session: PreviewSession) throws {
        let (kept, fresh) = (try Self.pages(session), try Self.pages(self.session()))
        #expect(Set(kept.keys) == Set(fresh.keys))
        for (path, bytes) in fresh where kept[path] != bytes { Issue.record("\(path) differs") }
    }

    @Test(arguments: [
        ("a.md", text.replacingOccurrences(of: "Xem ", with: "Hãy xem kỹ ")),
        ("a.md", text.replacingOccurrences(of: "Mở đầu.", with: "Mở đầu.\n\nMột đoạn nữa.")),
        ("a.md", text.replacingOccurrences(of: "Hai.", with: "Ba **bốn**.")),
        ("b.md", "Ngắn.\n\nRồi dài."),
    ])
    func anEditOfTheTextIsTakenOver(_ name: String, _ text: String) throws {
        var session = session()
        let title = name == "a.md" ? "Một" : "Hai"
        let before = try Self.pages(session)
        try site.write("content/tin/" + name, Self.article(title, text))
        let isTaken = session.takeOver(["content/tin/" + name])
        #expect(isTaken)
        #expect(try Self.pages(session) != before)
        try expectSame(session)
        // And once more on top of it.
        try site.write("content/tin/" + name, Self.article(title, text + "\nHết.\n"))
        let isTaken2 = session.takeOver(["content/tin/" + name])
        #expect(isTaken2)
        try expectSame(session)
    }

    /// What is only shown, on whichever pages.
    @Test(arguments: [
        "summary: Tóm tắt.\n", "author: Nguyễn Văn A\nunit: Ban Tuyên giáo\nphoto_by: B\napproved_by: C\n",
        "updated: 20/6/2025\n", "correction: {date: 20/6/2025, wrong: năm, right: sáu}\n",
        "source: {name: Báo, url: https://b.example/}\n",
        "image: {src: anh.png, alt: Một bức ảnh, caption: Chú thích}\n",
    ])
    func whatIsOnlyShownIsTakenOver(_ more: String) throws {
        let picture = more.contains("image:") ? "image: anh.png\n" : ""
        try site.write("content/tin/a.md", Self.article("Một", Self.text, picture))
        var session = session()
        let before = try Self.pages(session)
        try site.write("content/tin/a.md", Self.article("Một", Self.text, more))
        let isTaken = session.takeOver(["content/tin/a.md"])
        #expect(isTaken)
        #expect(try Self.pages(session) != before)
        try expectSame(session)
        try site.write("content/tin/a.md", Self.article("Một", Self.text, picture))
        let isTaken2 = session.takeOver(["content/tin/a.md"])
        #expect(isTaken2)
        #expect(try Self.pages(session) == before)
    }

    @Test func aHeadlineBesideASlugIsTakenOver() throws {
        try site.write("content/tin/a.md", Self.article("Một", Self.text, "slug: mot\n"))
        var session = session()
        try site.write("content/tin/a.md", Self.article("Tên khác", Self.text, "slug: mot\n"))
        let isTaken = session.takeOver(["content/tin/a.md"])
        #expect(isTaken)
        try expectSame(session)
    }

    @Test func severalTextsAtOnce() throws {
        var session = session()
        try site.write("content/tin/a.md", Self.article("Một", "Đầu tiên.\n\n" + Self.text))
        try site.write("content/tin/c.md", Self.article("Ba", "Bài nháp.\n\nThêm.\n", "draft: true\n"))
        // The first paragraph of a stands in lists.
        let isTaken = session.takeOver(["content/tin/a.md", "content/tin/c.md"])
        #expect(isTaken)
        try expectSame(session)
        try site.write("content/tin/a.md", Self.article("Một", "Đầu tiên.\n\nRồi tới. " + Self.text))
        try site.write("content/tin/c.md", Self.article("Ba", "Bài nháp.\n\nThêm nữa.\n", "draft: true\n"))
        let isTaken2 = session.takeOver(["content/tin/a.md", "content/tin/c.md"])
        #expect(isTaken2)
        try expectSame(session)
    }

    @Test(arguments: [
        article("Tên khác", text), article("Một", text, "tags: [mới]\n"),
        article("Một", text.replacingOccurrences(of: "(b.md)", with: "(a.md)")),
        article("Một", text.replacingOccurrences(of: "## Mục", with: "## Phần")),
        article("Một", text.replacingOccurrences(of: "![Ảnh](anh.png)", with: "ảnh")),
        article("Một", text, "draft: true\n"), article("Một", "![](anh.png)\n"),
        article("Một", text, "image: anh.png\n"), article("Một", text, "slug: khac\n"),
        article("Một", text, "expires: 1/1/2030\n"),
        "---\ntitle: Một\ndate: 31/02/2025\n---\n" + text, "",
    ])
    func anythingElseIsNot(_ source: String) throws {
        var session = session()
        let before = try Self.pages(session)
        try site.write("content/tin/a.md", source)
        let isTaken = session.takeOver(["content/tin/a.md"])
        #expect(!isTaken)
        #expect(try Self.pages(session) == before)
    }

    @Test(arguments: ["content/tin/moi.md", "content/tin", "content/tin/anh.png", "site.yaml", "themes", ""])
    func otherFilesAreNot(_ path: String) throws {
        var session = session()
        let isTaken = session.takeOver([path])
        #expect(!isTaken)
    }

    @Test func aSourceThatIsGoneIsNot() throws {
        var session = session()
        try site.remove("content/tin/b.md")
        let isTaken = session.takeOver(["content/tin/b.md"])
        #expect(!isTaken)
    }

    @Test func withErrorsNothingIsTakenOverAndTheLastPlanStays() throws {
        var session = session()
        try site.write("site.yaml", "title: [\n")
        session.plan(at: Self.now)
        #expect(session.report.hasErrors && session.plan != nil)
        try site.write("content/tin/b.md", Self.article("Hai", "Ngắn.\n\nDài.\n"))
        let isTaken = session.takeOver(["content/tin/b.md"])
        #expect(!isTaken)
        try site.write("site.yaml", "title: Cổng\nurl: https://a.example/\n")
        session.plan(at: Self.now)
        #expect(session.report.diagnostics.filter { $0.severity == .error }.map { "\($0)" } == [])
        try expectSame(session)
    }
}
