import Glibc
import Model
import Output
import TestSupport
import Testing

/// A plan that names only what may have changed: all other files stay as the last build left them.
@Suite struct PartialPlanTests {
    private let scratch = Scratch()

    private static func pages(_ texts: [String: String]) -> TextedPages {
        TextedPages(pages: texts, texts: [:])
    }

    private static func partial(_ texts: [String: String]) -> Plan {
        var plan = pages(texts).plan
        plan.isPartial = true
        return plan
    }

    private func isAsLeft() throws -> Bool {
        try Output(siteRoot: scratch.site, destination: scratch.output, threads: 2, prune: false).isAsLeft()
    }

    private func buildCalmly(_ texts: [String: String]) throws {
        try scratch.build(Self.pages(texts).plan)
        scratch.settle()
        try scratch.build(Self.pages(texts).plan)
        scratch.settle()
    }

    @Test func onlyWhatItNamesIsWritten() throws {
        let old = ["a.html": "một", "b/c.html": "hai", "d.html": "ba"]
        try buildCalmly(old)
        #expect(try isAsLeft())
        let stamps = scratch.stamps()
        let report = try scratch.build(
            Self.partial(["a.html": "khác", "b/new.html": "mới", "d.html": "ba"]))
        #expect(report.changed == ["a.html"] && report.added == ["b/new.html"] && report.removed == [])
        #expect(report.totalFiles == 4 && report.unchanged == 2)
        let all = old.merging(["a.html": "khác", "b/new.html": "mới"]) { $1 }
        #expect(scratch.pages() == Self.pages(all).files)
        for path in ["b/c.html", "d.html"] { #expect(scratch.stamps()[path] == stamps[path]) }

        // The next build knows all of them.
        scratch.settle()
        #expect(try isAsLeft())
        let whole = try scratch.build(Self.pages(all).plan)
        #expect(whole.changed == [] && whole.added == [] && whole.removed == [] && whole.unchanged == 4)
        let less = try scratch.build(Self.pages(["a.html": "khác"]).plan)
        #expect(less.removed == ["b/c.html", "b/new.html", "d.html"])
    }

    /// Whatever comes where among the files that stand: they are afterwards what a build of all of them gives, and so is the
    /// list of them.
    @Test(arguments: 0..<20)
    func manyInARowGiveWhatOneOfAllGives(seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        func path() -> String {
            "\(Int.random(in: 0..<6, using: &random))/\(Int.random(in: 0..<40, using: &random)).html"
        }
        var all: [String: String] = [:]
        for _ in 0..<60 { all[path()] = "cũ" }
        try buildCalmly(all)
        for step in 0..<6 {
            var some: [String: String] = [:]
            for _ in 0..<Int.random(in: 0..<30, using: &random) { some[path()] = "lần \(step)" }
            #expect(try isAsLeft())
            let report = try scratch.build(Self.partial(some))
            all.merge(some) { $1 }
            #expect(report.totalFiles == all.count, "seed \(seed), step \(step)")
            let clean = scratch.root + "/clean-\(step)"
            try scratch.build(Self.pages(all).plan, into: clean)
            #expect(scratch.tree() == scratch.tree(clean), "seed \(seed), step \(step)")
            scratch.settle()
        }
    }

    @Test func aFolderThatSomebodyChangedIsNotAsLeft() throws {
        #expect(try !isAsLeft())
        try buildCalmly(["a.html": "một", "b.html": "hai"])
        #expect(try isAsLeft())
        unlink(scratch.output + "/b.html")
        #expect(try !isAsLeft())
    }
}
