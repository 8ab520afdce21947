import Foundation
import Testing

@testable import Preview

/// What both kinds of watch promise: every path that matters is told, soon, and no other.
@Suite(.serialized) struct SiteWatchTests {
    enum Kind: CaseIterable { case notified, polling }

    private let folder: WatchedFolder

    init() throws { folder = try WatchedFolder() }

    /// The system lends a user so many watches, whatever else runs there: others may have them all for a while.
    private func watch(_ kind: Kind) async throws -> any SiteWatch {
        for _ in 0..<100 {
            let watch: (any SiteWatch)? =
                switch kind {
                case .notified: NotifiedWatch(folder.site, onChange: folder.hear)
                case .polling: PollingWatch(folder.site, onChange: folder.hear)
                }
            if let watch { return watch }
            try await Task.sleep(for: .milliseconds(200))
        }
        throw NoWatch(kind: kind)
    }

    private struct NoWatch: Error { let kind: Kind }

    /// The paths told until `expected` have been, which must be all. On a busy machine one save may be told twice, the
    /// second time after the next one.
    private func expect(_ expected: Set<String>) async throws {
        let known = folder.known
        let changes = try await folder.changes(until: expected)
        let told = changes.reduce(into: Set()) { $0.formUnion($1.paths) }
        #expect(expected.subtracting(told).isEmpty)
        #expect(told.subtracting(expected).subtracting(known).isEmpty)
    }

    @Test(arguments: Kind.allCases)
    func filesThatAreWrittenMadeMovedAndRemoved(_ kind: Kind) async throws {
        let watch = try await watch(kind)
        defer { watch.stop() }
        try folder.write("content/tin-tuc/a.md", "a, sửa")
        try await expect(["content/tin-tuc/a.md"])
        try folder.write("content/tin-tuc/b.md", "b")
        try await expect(["content/tin-tuc/b.md"])
        try folder.move("content/tin-tuc/b.md", to: "content/tin-tuc/Đại hội.md")
        try await expect(["content/tin-tuc/b.md", "content/tin-tuc/Đại hội.md"])
        try folder.remove("content/tin-tuc/Đại hội.md")
        try await expect(["content/tin-tuc/Đại hội.md"])
        try folder.write("site.yaml", "title: y\n")
        try await expect(["site.yaml"])
    }

    /// The folder's own name is told by those who hear of folders.
    @Test(arguments: Kind.allCases)
    func foldersThatAppearMoveAndGo(_ kind: Kind) async throws {
        let watch = try await watch(kind)
        defer { watch.stop() }
        try folder.make("content/tin-tuc/2026/05")
        try folder.write("content/tin-tuc/2026/05/c.md", "c")
        _ = try await folder.changes(
            until: kind == .polling ? ["content/tin-tuc/2026/05/c.md"] : ["content/tin-tuc/2026"])
        try folder.write("content/tin-tuc/2026/05/c.md", "c, sửa")
        try await expect(["content/tin-tuc/2026/05/c.md"])
        try folder.move("content/tin-tuc/2026", to: "content/tin-tuc/2027")
        _ = try await folder.changes(
            until: kind == .polling ? ["content/tin-tuc/2027/05/c.md"] : ["content/tin-tuc/2027"])
        try folder.write("content/tin-tuc/2027/05/c.md", "c, sửa nữa")
        try await expect(["content/tin-tuc/2027/05/c.md"])
        // A folder of the old name is another one.
        try folder.make("content/tin-tuc/2026")
        _ = try await folder.changes(until: kind == .polling ? [] : ["content/tin-tuc/2026"])
        try folder.write("content/tin-tuc/2026/d.md", "d")
        try await expect(["content/tin-tuc/2026/d.md"])
    }

    @Test(arguments: Kind.allCases)
    func contentItselfMayGoAndComeBack(_ kind: Kind) async throws {
        let watch = try await watch(kind)
        defer { watch.stop() }
        try folder.remove("content")
        _ = try await folder.changes(until: [kind == .polling ? "content/tin-tuc/a.md" : "content"])
        try folder.make("content/tin-tuc")
        _ = try await folder.changes(until: kind == .polling ? [] : ["content"])
        try folder.write("content/tin-tuc/e.md", "e")
        _ = try await folder.changes(until: ["content/tin-tuc/e.md"])
        try folder.write("content/tin-tuc/e.md", "e, sửa")
        try await expect(["content/tin-tuc/e.md"])
    }

    @Test(arguments: Kind.allCases)
    func whatIsNoSourceIsNotTold(_ kind: Kind) async throws {
        let watch = try await watch(kind)
        defer { watch.stop() }
        for name in [
            ".a.md.swp", "4913", "a.md~", "#a.md#", "~$bai.docx", "sedAb12x9", ".~lock.bai.odt#", "x.tmp",
        ] {
            try folder.write("content/tin-tuc/" + name, "x")
            try folder.remove("content/tin-tuc/" + name)
        }
        try folder.make("public/tin-tuc")
        try folder.write("public/tin-tuc/index.html", "x")
        try folder.write("ghi-chu.txt", "x")
        try await Task.sleep(for: .milliseconds(kind == .polling ? 700 : 100))
        try folder.write("content/tin-tuc/a.md", "a, sửa")
        try await expect(["content/tin-tuc/a.md"])
    }

    /// Editors write a file beside and give it the name of the old one.
    @Test func aSaveByRenameIsOneChange() async throws {
        let watch = try await watch(.notified)
        defer { watch.stop() }
        try folder.write("content/tin-tuc/.a.md.new", "a, sửa")
        #expect(
            rename(folder.url("content/tin-tuc/.a.md.new").path, folder.url("content/tin-tuc/a.md").path) == 0
        )
        #expect(
            try await folder.changes(until: ["content/tin-tuc/a.md"])
                == [SiteChange(paths: ["content/tin-tuc/a.md"])])
    }

    @Test func thousandsOfFilesAreOneChange() async throws {
        let watch = try await watch(.notified)
        defer { watch.stop() }
        let paths = Set((0..<3000).map { "content/tin-tuc/bai-\($0).md" })
        for path in paths { try folder.write(path, "x") }
        let changes = try await folder.changes(until: paths)
        #expect(changes.reduce(into: Set()) { $0.formUnion($1.paths) } == paths)
        // A burst that takes long is told in parts.
        #expect(changes.count <= 30)
    }

    @Test(arguments: Kind.allCases)
    func afterItWasStoppedNothingIsTold(_ kind: Kind) async throws {
        let watch = try await watch(kind)
        watch.stop()
        watch.stop()
        try folder.write("content/tin-tuc/a.md", "a, sửa")
        try await Task.sleep(for: .milliseconds(kind == .polling ? 700 : 100))
        #expect(try await folder.changes(until: []).isEmpty)
    }
}

struct PassingFileTests {
    @Test(arguments: [
        "a.md", "index.md", "_index.md", "Đại hội.md", "anh~1.jpg", "sedAb12x.md", "a#.md", "4913.md",
    ])
    func sourcesAreNone(_ name: String) { #expect(!PassingFile.isNamed(name)) }

    @Test(arguments: [
        "", ".git", "a.md~", "#a.md#", ".#a.md", "~$a.docx", "sedK3jQ9x", "a.tmp", "4913", "a.crswap",
    ])
    func thoseOfEditorsAre(_ name: String) { #expect(PassingFile.isNamed(name)) }
}

struct GatheringTests {
    private let start = ContinuousClock.now

    private func moment(_ milliseconds: Int) -> ContinuousClock.Instant {
        start + .milliseconds(milliseconds)
    }

    @Test func aBurstEndsWhenItIsQuiet() {
        var gathering = Gathering()
        #expect(gathering.wait(at: moment(0)) == nil)
        gathering.add(SiteChange(paths: ["a"]), at: moment(0))
        #expect(gathering.wait(at: moment(3)) == Gathering.quiet - 3)
        #expect(gathering.take(at: moment(3)) == nil)
        gathering.add(SiteChange(paths: ["b"]), at: moment(5))
        #expect(gathering.take(at: moment(Gathering.quiet)) == nil)
        #expect(gathering.take(at: moment(5 + Gathering.quiet)) == SiteChange(paths: ["a", "b"]))
        #expect(gathering.take(at: moment(100)) == nil)
    }

    @Test func aLongBurstIsWaitedForLonger() {
        var gathering = Gathering()
        gathering.add(SiteChange(paths: Set((0...Gathering.short).map { "\($0)" })), at: moment(0))
        #expect(gathering.wait(at: moment(0)) == Gathering.longQuiet)
    }

    @Test func aBurstThatDoesNotEndIsTold() {
        var gathering = Gathering()
        for time in stride(from: 0, through: Gathering.limit, by: 5) {
            gathering.add(SiteChange(paths: ["a"]), at: moment(time))
        }
        #expect(gathering.take(at: moment(Gathering.limit)) == SiteChange(paths: ["a"]))
    }

    @Test func nothingIsNoBurst() {
        var gathering = Gathering()
        gathering.add(SiteChange(), at: moment(0))
        #expect(gathering.wait(at: moment(0)) == nil)
    }
}
