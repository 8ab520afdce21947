import Bytes
import Glibc
import Model
import Output
import Testing

/// What `build --verify` finds: the first file, in the order of paths, that is not what the plan gives.
@Suite struct OutputVerificationTests {
    private let scratch = Scratch()
    private let files = [
        "a.html": "một\nhai\nba\n", "b/c.html": "bốn", "b/d.css": "", "the/x.html": "năm\n", "z.html": "sáu",
    ]

    private func difference(_ files: [String: String]? = nil, threads: Int = 2) throws -> Found? {
        try difference(from: plan(files ?? self.files), threads: threads)
    }

    private func difference(from plan: Plan, threads: Int = 2) throws -> Found? {
        try Output(siteRoot: scratch.site, destination: scratch.output, threads: threads, prune: false)
            .difference(from: plan).map { Found(path: $0.path, kind: $0.kind) }
    }

    private struct Found: Equatable {
        let path: String
        let kind: OutputDifference.Kind
    }

    @Test(arguments: [1, 2, 7])
    func whatABuildWroteIsEqual(threads: Int) throws {
        try scratch.build(files)
        let before = scratch.tree()
        #expect(try difference(threads: threads) == nil)
        #expect(scratch.tree() == before)
    }

    @Test func anEmptySiteIsEqualToAnEmptyPlan() throws {
        try scratch.build([:])
        #expect(try difference([:]) == nil)
    }

    @Test(arguments: [
        ("a.html", "mot\nhai\nba\n", 1), ("a.html", "một\nHai\nba\n", 2), ("a.html", "một\nhai\nbA\n", 3),
        ("a.html", "một\nhai\nba", 3), ("a.html", "một\nhai\nba\nbốn\n", 4), ("a.html", "", 1),
        ("b/c.html", "Bốn", 1), ("b/d.css", "x", 1), ("z.html", "sáu\n", 1), ("the/x.html", "\nnăm\n", 1),
    ])
    func otherBytesAreFoundWithTheirLine(_ path: String, _ text: String, _ line: Int) throws {
        try scratch.build(files)
        scratch.put(text, at: "site/public/" + path)
        #expect(try difference() == Found(path: path, kind: .bytes(line: line)))
    }

    @Test(arguments: ["a.html", "b/c.html", "b/d.css", "z.html"])
    func aFileThatIsGoneIsMissing(_ path: String) throws {
        try scratch.build(files)
        scratch.delete("site/public/" + path)
        #expect(try difference() == Found(path: path, kind: .missing))
        mkdir(scratch.output + "/" + path, 0o755)
        #expect(try difference() == Found(path: path, kind: .missing))
        rmdir(scratch.output + "/" + path)
        symlink("/dev/null", scratch.output + "/" + path)
        #expect(try difference() == Found(path: path, kind: .missing))
    }

    @Test func aFileThatOnlyThePlanHasIsMissing() throws {
        try scratch.build(files)
        var more = files
        more["b/ca.html"] = "mới"
        #expect(try difference(more) == Found(path: "b/ca.html", kind: .missing))
    }

    @Test func aFileThatOnlyTheListHasIsUnexpected() throws {
        try scratch.build(files)
        var fewer = files
        fewer["b/c.html"] = nil
        #expect(try difference(fewer) == Found(path: "b/c.html", kind: .unexpected))
        // Whether it stands or not.
        scratch.delete("site/public/b/c.html")
        #expect(try difference(fewer) == Found(path: "b/c.html", kind: .unexpected))
    }

    @Test func filesOfOthersAreNoDifference() throws {
        try scratch.build(files)
        scratch.put("x", at: "site/public/b/la.html")
        scratch.put("x", at: "site/public/.htaccess")
        #expect(try difference() == nil)
    }

    @Test(arguments: [1, 2, 3, 8])
    func theFirstByPathIsNamed(threads: Int) throws {
        let many = Dictionary(uniqueKeysWithValues: (0..<90).map { ("\($0 % 9)/\($0).html", "bài \($0)") })
        try scratch.build(many)
        let paths = many.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        for last in stride(from: paths.count - 1, through: 0, by: -11) {
            scratch.put("khác", at: "site/public/" + paths[last])
            #expect(
                try difference(many, threads: threads)
                    == Found(path: paths[last], kind: .bytes(line: 1)))
        }
        // A difference goes before a file that is not expected, whatever their names.
        var fewer = many
        fewer[paths[0]] = nil
        #expect(try difference(fewer, threads: threads)?.kind == .bytes(line: 1))
    }

    // MARK: The list of files

    private static let list = ".bantin-files"

    @Test func theListMayBeMissing() throws {
        try scratch.build(files)
        scratch.delete("site/public/" + Self.list)
        #expect(try difference() == Found(path: Self.list, kind: .missing))
    }

    @Test(arguments: [
        ("", 1), ("# bantin-files 1 00000000000000000000000000000000\n", 1),
    ])
    func aDamagedListIsOther(_ text: String, _ line: Int) throws {
        try scratch.build(files)
        scratch.put(text, at: "site/public/" + Self.list)
        #expect(try difference() == Found(path: Self.list, kind: .bytes(line: line)))
    }

    @Test func aListThatIsCutOffDiffersWhereItEnds() throws {
        try scratch.build(files)
        let text = try #require(scratch.text("site/public/" + Self.list))
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).dropLast(2)
        scratch.put(lines.joined(separator: "\n") + "\n", at: "site/public/" + Self.list)
        #expect(try difference() == Found(path: Self.list, kind: .bytes(line: lines.count + 1)))
    }

    /// A list that is right in itself and tells of another file.
    @Test func aListOfOtherHashesIsOther() throws {
        try scratch.build(files)
        var other = files
        other["z.html"] = "bảy"
        let elsewhere = Scratch()
        try elsewhere.build(other)
        scratch.put(elsewhere.text("site/public/" + Self.list) ?? "", at: "site/public/" + Self.list)
        #expect(try difference() == Found(path: Self.list, kind: .bytes(line: 1)))
    }

    // MARK: Kinds of entries

    @Test func copiedFilesAreComparedWithTheirSources() throws {
        scratch.put("ảnh", at: "site/content/a.jpg")
        let entries = [PlanEntry(path: "a.jpg", phase: .assets, content: .copied(from: "content/a.jpg"))]
        let plan = Plan(entries: entries) { NoRenderer() }
        try scratch.build(plan)
        #expect(try difference(from: plan) == nil)
        scratch.put("ảnh khác", at: "site/content/a.jpg")
        #expect(try difference(from: plan) == Found(path: "a.jpg", kind: .bytes(line: 1)))
        scratch.delete("site/content/a.jpg")
        #expect(throws: OutputFailure.cannotRead(path: "content/a.jpg", errno: ENOENT)) {
            try difference(from: plan)
        }
    }

    @Test func aFileThatIsKeptNeedsOnlyBeThere() throws {
        try scratch.build(files)
        let kept = Plan(
            entries: plan(files).entries.map { entry in
                entry.path == "z.html"
                    ? PlanEntry(path: entry.path, phase: entry.phase, content: .kept(source: "content/z.md"))
                    : entry
            }, makeRenderer: plan(files).makeRenderer)
        scratch.delete("site/public/z.html")
        #expect(try difference(from: kept) == Found(path: "z.html", kind: .missing))
    }

    @Test func aFileThatIsKeptAsItWasListedIsEqual() throws {
        try scratch.build(files)
        let all = plan(files)
        let entries = all.entries.map { entry in
            entry.path == "z.html"
                ? PlanEntry(path: entry.path, phase: entry.phase, content: .kept(source: "content/z.md"))
                : entry
        }
        #expect(try difference(from: Plan(entries: entries, makeRenderer: all.makeRenderer)) == nil)
    }
}

private final class NoRenderer: EntryRenderer {
    var changedSource: String? { nil }
    func fingerprint(_ entry: PlanEntry) -> ContentHash { .unknown }
    func append(_ entry: PlanEntry, to buffer: inout ByteBuffer) {}
}
