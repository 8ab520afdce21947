import Bytes
import Glibc
import Model
import Output
import TestSupport
import Testing

/// New texts take the places of old ones in the pages that show them.
@Suite struct RetouchingTests {
    private static let pages = TextedPages(
        pages: [
            "a.html": "Đầu [a] cuối", "b.html": "[b]", "both.html": "<[a]><[b]><[a]>", "none.html": "không",
        ], texts: ["a": "một | hai || ba", "b": ""])

    private let scratch = Scratch()

    private func output(_ fileSystem: FileSystem = .real) -> Output {
        Output(
            siteRoot: scratch.site, destination: scratch.output, threads: 2, prune: false,
            fileSystem: fileSystem)
    }

    private func buildCalmly(_ pages: TextedPages = pages) throws {
        try scratch.build(pages.plan)
        scratch.settle()
        try scratch.build(pages.plan)
        scratch.settle()
    }

    private func retouch(_ pages: TextedPages, to new: TextedPages) throws -> OutputReport? {
        let report = try output().retouch(pages.changes(to: new))
        if report != nil {
            #expect(scratch.pages() == new.files)
            try scratch.build(new.plan, into: scratch.root + "/clean")
            #expect(scratch.tree() == scratch.tree(scratch.root + "/clean"))
        }
        return report
    }

    private static func with(_ a: String, _ b: String = "") -> TextedPages {
        var new = pages
        new.texts = ["a": a, "b": b]
        return new
    }

    @Test(arguments: ["một | hai || bốn", "|||", "|dài hơn nhiều|| ba", "một | hai || ba"])
    func theNewTextIsWhereTheOldOneWas(_ text: String) throws {
        try buildCalmly()
        let stamps = scratch.stamps()
        let new = Self.with(text)
        let report = try #require(try retouch(Self.pages, to: new))
        let changed = text == Self.pages.texts["a"] ? [] : ["a.html", "both.html"]
        #expect(report.changed == changed && report.totalFiles == 4 && report.unchanged == 4 - changed.count)
        #expect((report.bytesWritten > 0) == !changed.isEmpty)
        for path in ["b.html", "none.html"] { #expect(scratch.stamps()[path] == stamps[path]) }
        // And back: what was written last has no stamp yet, and is read.
        scratch.settle()
        #expect(try retouch(new, to: Self.pages)?.changed == changed)
    }

    @Test func severalTextsAtOnce() throws {
        try buildCalmly()
        let new = Self.with("x|||", "mới")
        #expect(try retouch(Self.pages, to: new)?.changed == ["a.html", "b.html", "both.html"])
        // A build that plans knows what they are made from again, and changes nothing.
        scratch.settle()
        #expect(try scratch.build(new.plan) == OutputReport(unchanged: 4, totalFiles: 4))
    }

    @Test func afterAFirstBuildToo() throws {
        try scratch.build(Self.pages.plan)
        scratch.settle()
        #expect(try retouch(Self.pages, to: Self.with("y|||")) != nil)
    }

    /// Random pages in which texts and parts stand side by side, empty or not: whether a part or a text changes, and
    /// whoever brings it into the pages, they are what they should be.
    @Test(arguments: 0..<60)
    func textsAndPartsInTurn(_ seed: UInt64) throws {
        var dice = SeededRandom(seed: seed)
        let words = ["", "|", "x", "một |", "| dài hơn nhiều"]
        let pieces = ["[a]", "[b]", "{}", "{}", "-", "giữa"]
        var pages = TextedPages(
            pages: [:], texts: ["a": words.randomElement(using: &dice)!, "b": ""], part: "phần")
        for number in 0..<5 {
            let page = (0..<Int.random(in: 1...6, using: &dice)).map { _ in
                pieces.randomElement(using: &dice)!
            }
            pages.pages["\(number).html"] = page.joined()
        }
        try buildCalmly(pages)
        for _ in 0..<6 {
            var new = pages
            if Bool.random(using: &dice) {
                let name = ["a", "b"].randomElement(using: &dice)!
                let holes = pages.texts[name]!.count { $0 == "|" }
                new.texts[name] = words.filter { $0.count { $0 == "|" } == holes }.randomElement(
                    using: &dice)!
                if try output().retouch(pages.changes(to: new)) == nil { try scratch.build(new.plan) }
            } else {
                new.part = ["", "y", "một phần dài"].randomElement(using: &dice)!
                try scratch.build(new.plan)
            }
            #expect(scratch.pages() == new.files, "\(pages) \(new)")
            pages = new
            scratch.settle()
        }
    }

    // MARK: What is left to a build that plans

    private static let obstacles: KeyValuePairs<String, @Sendable (Scratch) -> Void> = [
        "a page was changed": { $0.put("khác", at: "site/public/none.html") },
        "a page is gone": { $0.delete("site/public/a.html") },
        "the list of files is gone": { $0.delete("site/public/.bantin-files") },
        "a build was stopped": { $0.put("bantin 1\n", at: "site/public/.bantin-pending") },
        "nothing is remembered": { Scratch.run(["rm", "-rf", $0.site + "/.bantin"]) },
        "nothing is there": { Scratch.run(["rm", "-rf", $0.output]) },
    ]

    @Test(arguments: obstacles.map(\.key))
    func nothingIsDoneInAFolderThatIsNotAsItWas(_ name: String) throws {
        try buildCalmly()
        try #require(Self.obstacles.first { $0.key == name }).value(scratch)
        let before = scratch.stamps()
        #expect(try retouch(Self.pages, to: Self.with("x|||")) == nil)
        #expect(scratch.stamps() == before)
    }

    @Test func pagesMayDependOnTextsInOtherWays() throws {
        var pages = Self.pages
        pages.showsTextsOnly = false
        try buildCalmly(pages)
        #expect(try retouch(pages, to: Self.with("x|||")) == nil)
    }

    /// What the records say of holes is not what the article had.
    @Test(arguments: ["một", "một | hai || ba |", "rất dài rất dài rất dài ||| x"])
    func anotherOldTextThanThePagesShow(_ text: String) throws {
        try buildCalmly()
        var old = TextedPages.body(text)
        old.digest = TextedPages.body(Self.pages.texts["a"]!).digest
        let change = TextChange(source: "a", old: old, new: TextedPages.body("x|||"))
        let before = scratch.stamps()
        #expect(try output().retouch([change]) == nil)
        #expect(scratch.stamps() == before)
    }

    // MARK: Faults

    @Test(arguments: [false, true])
    func everyCallFailsOnce(forGood: Bool) throws {
        let new = Self.with("x|||", "mới")
        var failures = 0
        for call in 0..<300 {
            let scratch = Scratch()
            try scratch.build(Self.pages.plan)
            scratch.settle()
            let calls = Counter()
            let failing = Output(
                siteRoot: scratch.site, destination: scratch.output, threads: 1, prune: false,
                fileSystem: .failing(at: call, of: calls, forGood: forGood))
            do throws(OutputFailure) {
                _ = try failing.retouch(Self.pages.changes(to: new))
            } catch { failures += 1 }
            for (path, text) in scratch.pages() where !path.contains(".bantin-tmp-") {
                #expect(
                    text == Self.pages.files[path] || text == new.files[path],
                    "\(path) is not whole at \(call)")
            }
            let next = call % 2 == 0 ? new : Self.pages
            try scratch.build(next.plan)
            #expect(scratch.pages() == next.files)
            try scratch.build(next.plan, into: scratch.root + "/clean")
            #expect(scratch.tree() == scratch.tree(scratch.root + "/clean"), "call \(call)")
            if calls.count <= call { break }
        }
        #expect(failures > 20)
    }
}
