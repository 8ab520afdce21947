import Build
import Bytes
import Diagnostics
import Foundation
import Model
import TestSupport
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

    private func expectSame(_ session: PreviewSession, as other: PreviewSession? = nil) throws {
        let (kept, fresh) = (try Self.pages(session), try Self.pages(other ?? self.session()))
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
        let isTaken = session.takeOver(["content/tin/" + name], at: Self.now)
        #expect(isTaken == .texts)
        #expect(try Self.pages(session) != before)
        try expectSame(session)
        // And once more on top of it.
        try site.write("content/tin/" + name, Self.article(title, text + "\nHết.\n"))
        let isTaken2 = session.takeOver(["content/tin/" + name], at: Self.now)
        #expect(isTaken2 == .texts)
        try expectSame(session)
    }

    /// What is only shown, on whichever pages.
    @Test(arguments: [
        "summary: Tóm tắt.\n",
        "author: Nguyễn Văn A\nauthor_note: |\n  Một\n  Hai\nunit: Ban Tuyên giáo\nphoto_by: B\napproved_by: C\n",
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
        let isTaken = session.takeOver(["content/tin/a.md"], at: Self.now)
        #expect(isTaken == .texts)
        #expect(try Self.pages(session) != before)
        try expectSame(session)
        try site.write("content/tin/a.md", Self.article("Một", Self.text, picture))
        let isTaken2 = session.takeOver(["content/tin/a.md"], at: Self.now)
        #expect(isTaken2 == .texts)
        #expect(try Self.pages(session) == before)
    }

    @Test func aHeadlineBesideASlugIsTakenOver() throws {
        try site.write("content/tin/a.md", Self.article("Một", Self.text, "slug: mot\n"))
        var session = session()
        try site.write("content/tin/a.md", Self.article("Tên khác", Self.text, "slug: mot\n"))
        let isTaken = session.takeOver(["content/tin/a.md"], at: Self.now)
        #expect(isTaken == .texts)
        try expectSame(session)
    }

    @Test func severalTextsAtOnce() throws {
        var session = session()
        try site.write("content/tin/a.md", Self.article("Một", "Đầu tiên.\n\n" + Self.text))
        try site.write("content/tin/c.md", Self.article("Ba", "Bài nháp.\n\nThêm.\n", "draft: true\n"))
        // The first paragraph of a stands in lists.
        let isTaken = session.takeOver(["content/tin/a.md", "content/tin/c.md"], at: Self.now)
        #expect(isTaken == .texts)
        try expectSame(session)
        try site.write("content/tin/a.md", Self.article("Một", "Đầu tiên.\n\nRồi tới. " + Self.text))
        try site.write("content/tin/c.md", Self.article("Ba", "Bài nháp.\n\nThêm nữa.\n", "draft: true\n"))
        let isTaken2 = session.takeOver(["content/tin/a.md", "content/tin/c.md"], at: Self.now)
        #expect(isTaken2 == .texts)
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
        let isTaken = session.takeOver(["content/tin/a.md"], at: Self.now)
        #expect(isTaken == nil)
        #expect(try Self.pages(session) == before)
    }

    @Test(arguments: ["content/tin/moi.md", "content/tin", "content/tin/anh.png", "site.yaml", "themes", ""])
    func otherFilesAreNot(_ path: String) throws {
        var session = session()
        let isTaken = session.takeOver([path], at: Self.now)
        #expect(isTaken == nil)
    }

    @Test func aSourceThatIsGoneIsNot() throws {
        var session = session()
        try site.remove("content/tin/b.md")
        let isTaken = session.takeOver(["content/tin/b.md"], at: Self.now)
        #expect(isTaken == nil)
    }

    @Test func withErrorsNothingIsTakenOverAndTheLastPlanStays() throws {
        var session = session()
        try site.write("site.yaml", "title: [\n")
        session.plan(at: Self.now)
        #expect(session.report.hasErrors && session.plan != nil)
        try site.write("content/tin/b.md", Self.article("Hai", "Ngắn.\n\nDài.\n"))
        let isTaken = session.takeOver(["content/tin/b.md"], at: Self.now)
        #expect(isTaken == nil)
        try site.write("site.yaml", "title: Cổng\nurl: https://a.example/\n")
        session.plan(at: Self.now)
        #expect(session.report.diagnostics.filter { $0.severity == .error }.map { "\($0)" } == [])
        try expectSame(session)
    }

    // MARK: New articles

    @Test func aNewArticleIsTakenOver() throws {
        var session = session()
        try site.write(
            "content/tin/d.md",
            Self.article("Bốn", "Xem [bài kia](b.md) và ![Ảnh](anh.png).\n", "image: anh.png\n"))
        let isTaken = session.takeOver(["content/tin/d.md"], at: Self.now)
        #expect(isTaken == .articles)
        try expectSame(session)
        #expect(session.address(ofSource: "content/tin/d.md") == "/tin/2025/06/bon/")
        // It is no source of the last reading: its edits plan the site anew.
        try site.write("content/tin/d.md", Self.article("Bốn", "Khác.\n"))
        let isTaken2 = session.takeOver(["content/tin/d.md"], at: Self.now)
        #expect(isTaken2 == nil)
        session.plan(at: Self.now)
        try expectSame(session)
    }

    @Test(arguments: [
        ("content/tin/d.md", article("Một", "Trùng địa chỉ.\n")),
        ("content/tin/d.md", article("Bốn", "[x](khong-co.md)\n")),
        ("content/tin/d.md", article("Bốn", "Chữ.\n", "tags: [mới]\n")),
        ("content/tin/d.md", article("Bốn", "", "pin_until: 1/1/2030\n")),
        ("content/tin/d.md", article("Bốn", "", "id: tin/a\n")),
        ("content/tin/d.md", article("Bốn", "", "aliases: [/cu/]\n")),
        ("content/tin/d.md", article("Bốn", "", "expires: 1/1/2030\n")),
        ("content/tin/d.md", article("Bốn", "", "withdrawn: Sai\n")),
        ("content/tin/d.md", "---\ntitel: x\n---\n"), ("content/tin/d.md", ""),
        ("content/khac/d.md", article("Bốn", "")),
        ("content/tin/a/index.md", article("Bốn", "")), ("content/tin/D.md", article("Bốn", "")),
        ("content/tin/_index.md", "---\ntitle: Tin\n---\n"),
        ("content/trang/d.md", "---\ntitle: Trang\n---\n"),
        ("content/d.md", article("Bốn", "")), ("content/tin/d.md", article("Trang", "", "slug: trang\n")),
        ("content/tin/d.md", article("Trùng tên tệp", "", "slug: ../../x\n")),
    ])
    func whatIsNotPlainIsNot(_ file: String, _ text: String) throws {
        var session = session()
        let before = try Self.pages(session)
        try site.write(file, text)
        let isTaken = session.takeOver([file], at: Self.now)
        if isTaken == nil {
            #expect(try Self.pages(session) == before)
        } else {
            try expectSame(session)
        }
    }

    /// The second one asks for addresses of which nobody has asked before.
    @Test func oneAfterAnother() throws {
        var session = session()
        try site.write("content/tin/d.md", Self.article("Bốn", "Chữ.\n"))
        #expect(session.takeOver(["content/tin/d.md"], at: Self.now) == .articles)
        try site.write(
            "content/tin/e.md", Self.article("Năm", "[a](/tin/2025/06/mot/) [ngày](/ngay/2025/06/19/)\n"))
        if session.takeOver(["content/tin/e.md"], at: Self.now) == nil { session.plan(at: Self.now) }
        try expectSame(session)
        try site.write("content/tin/g.md", Self.article("Sáu", "[d](/tin/2025/06/bon/) [d](d.md)\n"))
        if session.takeOver(["content/tin/g.md"], at: Self.now) == nil { session.plan(at: Self.now) }
        try expectSame(session)
    }

    @Test func aFileIsOneArticle() throws {
        var session = session()
        try site.write("content/tin/d.md", Self.article("Mẫu", "Chữ.\n", "id: mau\n"))
        #expect(session.takeOver(["content/tin/d.md"], at: Self.now) == .articles)
        try site.write("content/tin/d.md", Self.article("Thật", "Chữ.\n", "id: that\n"))
        #expect(session.takeOver(["content/tin/d.md"], at: Self.now) == nil)
        session.plan(at: Self.now)
        try expectSame(session)
    }

    /// A warning that is mended is not to be told any more.
    @Test func whatWasWarnedOfIsReadAnew() throws {
        try site.write("content/tin/a.md", Self.article("Một", "<blink>x</blink>\n"))
        var session = session()
        #expect(session.report.diagnostics.contains { $0.place?.file == "content/tin/a.md" })
        try site.write("content/tin/a.md", Self.article("Một", "x\n"))
        #expect(session.takeOver(["content/tin/a.md"], at: Self.now) == nil)
    }

    /// The site was planned in the morning; the article is of this minute.
    @Test func whatComesOutNowIsOut() throws {
        var session = session()
        let later = Timestamp(seconds: Self.now.seconds + 3 * 3600)
        try site.write(
            "content/tin/d.md",
            Self.article("Bốn", "Chữ.\n").replacing("2025-06-19", with: "2026-01-01 09:30"))
        #expect(session.takeOver(["content/tin/d.md"], at: later) == .articles)
        #expect(session.unseen.keys.map(\.text) == ["/tin/2025/06/ba/"])
        #expect(
            session.plan.map { plan in
                plan.entries.contains { session.state(of: $0)?.visibility == .scheduled }
            } == false)
    }

    /// Whatever is written, the site is what it would be planned anew.
    @Test(arguments: 1...6 as ClosedRange<UInt64>)
    func randomArticlesComeOneByOne(_ seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        try site.write("site.yaml", "title: Cổng\nurl: https://a.example/\npage_size: 3\n")
        for number in 0..<12 { try site.write("content/tin/cu-\(number).md", Self.random(number, &random)) }
        try site.write("content/nghe/e.md", Self.article("Nghề", "Chữ.\n", "tags: [khen thưởng, Đại hội]\n"))
        var session = session()
        var taken = 0
        for number in 100..<115 {
            let folder = ["tin", "nghe", "tin/2025"].randomElement(using: &random)!
            let file = "content/\(folder)/moi-\(number).md"
            try site.write(file, Self.random(number, &random))
            if session.takeOver([file], at: Self.now) != nil {
                taken += 1
            } else {
                session.plan(at: Self.now)
            }
            let fresh = self.session()
            try expectSame(session, as: fresh)
            #expect(session.nextDue == fresh.nextDue)
        }
        #expect(taken > 1)
    }

    private static func random(_ number: Int, _ random: inout SeededRandom) -> String {
        func maybe(_ text: String, _ percent: Int) -> String {
            Int.random(in: 0..<100, using: &random) < percent ? text : ""
        }
        // Some are of the last 48 hours, some are still to come.
        let day = Int.random(in: 1...31, using: &random)
        let month = ["10", "12"].randomElement(using: &random)!
        let date = maybe("2026-01-0\(Int.random(in: 1...5, using: &random)) 09:00", 20)
        let tags = ["khen thưởng", "Khen thưởng", "đại hội", "Đại hội", "mới \(number)"].shuffled(
            using: &random)
        let links = [
            "[b](/tin/b.md)", "[ngoài](https://b.example/)", "[tin](/tin/)", "![Ảnh](/tin/anh.png)",
        ]
        return "---\ntitle: Bài \(number)\ndate: \(date.isEmpty ? "2025-\(month)-\(day)" : date)\n"
            + maybe("tags: [\(tags.prefix(2).joined(separator: ", "))]\n", 60) + maybe("draft: true\n", 15)
            + maybe("summary: Tóm tắt.\n", 30) + maybe("category: nghe\n", 10)
            + maybe("image: /tin/anh.png\n", 20)
            + maybe("pin_until: 1/1/2030\n", 5)
            + "---\n\nĐoạn \(number). \(maybe(links.randomElement(using: &random)!, 50))\n"
    }
}
