import Bytes
import Glibc
import Model
import Output
import Testing

/// A page in which only shared parts have changed is not made again: the new parts take the places of the old.
@Suite struct SharedPartTests {
    private let scratch = Scratch()

    /// A page `(name)` with the parts that its text names in brackets.
    private static let pages = [
        "a.html": "một [x] và [y].", "b.html": "[y][x]", "c.html": "không có phần nào",
    ]
    private static let parts = ["x": "phần x", "y": "<y>"]

    private func build(
        _ parts: [String: String], _ pages: [String: String] = pages
    ) throws -> (made: [String], report: OutputReport) {
        let made = PartedPages(pages, parts)
        let report = try scratch.build(made.plan)
        #expect(scratch.pages() == made.texts)
        return (made.rendered, report)
    }

    /// Two builds: a first one knows no fingerprints.
    private func buildCalmly() throws {
        _ = try build(Self.parts)
        scratch.settle()
        _ = try build(Self.parts)
        scratch.settle()
    }

    @Test func withTheSamePartsNothingHappens() throws {
        try buildCalmly()
        let (made, report) = try build(Self.parts)
        #expect(made.isEmpty)
        #expect(report == OutputReport(unchanged: 3, totalFiles: 3))
    }

    @Test(arguments: ["một phần x dài hơn nhiều", "", "phần z"])
    func anotherPartTakesThePlaceOfTheOld(_ text: String) throws {
        try buildCalmly()
        for parts in [["x": text, "y": "<y>"], Self.parts, ["x": text, "y": text]] {
            let (made, report) = try build(parts)
            #expect(made.isEmpty)
            #expect(report.changed == ["a.html", "b.html"])
            scratch.settle()
        }
    }

    /// Parts are known by their names, not by their numbers.
    @Test func moreAndFewerPartsMoveTheirNumbers() throws {
        try buildCalmly()
        let more = Self.parts.merging(["a": "mới", "xx": "mới"]) { $1 }
        #expect(try build(more).report.changed.isEmpty)
        #expect(try build(more.merging(["y": "<Y>"]) { $1 }).made.isEmpty)
        scratch.settle()
        #expect(try build(Self.parts).made.isEmpty)
    }

    @Test func aPageWithAPartThatIsGoneIsMade() throws {
        try buildCalmly()
        #expect(try build(["x": "phần x"]).made == ["a.html", "b.html"])
    }

    @Test func aPageThatHasChangedItselfIsMade() throws {
        try buildCalmly()
        var pages = Self.pages
        pages["a.html"] = "[x] hai"
        #expect(try build(Self.parts, pages).made == ["a.html"])
        scratch.settle()
        #expect(try build(["x": "khác", "y": "<y>"], pages).made.isEmpty)
    }

    @Test func aPageThatSomebodyEditedIsMade() throws {
        try buildCalmly()
        scratch.put("một [x] và <y>.", at: "site/public/a.html")
        #expect(try build(["x": "khác", "y": "<y>"]).made == ["a.html"])
    }

    @Test func aPageThatIsGoneSinceItWasLookedAtIsMade() throws {
        try buildCalmly()
        let output = Output(siteRoot: scratch.site, destination: scratch.output, threads: 2, prune: false)
        let look = output.beginLooking()
        look?.wait()
        scratch.delete("site/public/a.html")
        let pages = PartedPages(Self.pages, ["x": "khác", "y": "<y>"])
        _ = try output.write(pages.plan, look)
        #expect(pages.rendered == ["a.html"])
        #expect(scratch.pages() == pages.texts)
    }

    @Test func aPageThatIsEditedSinceItWasLookedAtIsMade() throws {
        try buildCalmly()
        let output = Output(siteRoot: scratch.site, destination: scratch.output, threads: 2, prune: false)
        let look = output.beginLooking()
        look?.wait()
        scratch.put("một [x] và [y]!", at: "site/public/a.html")
        let pages = PartedPages(Self.pages, ["x": "khác", "y": "<y>"])
        _ = try output.write(pages.plan, look)
        #expect(pages.rendered == ["a.html"])
        #expect(scratch.pages() == pages.texts)
    }

    /// Right after it was written a page may change without a trace: it is not taken from the disk then.
    @Test func aPageThatWasJustWrittenIsMade() throws {
        _ = try build(Self.parts)
        _ = try build(Self.parts)
        _ = try build(["x": "khác", "y": "<y>"])
    }
}

/// Pages that show the parts they name in brackets.
private final class PartedPages: Sendable {
    private let pages: [String: String]
    private let parts: [String: String]
    private let counting: CountingPages

    init(_ pages: [String: String], _ parts: [String: String]) {
        self.pages = pages
        self.parts = parts
        counting = CountingPages(
            pages.mapValues { text in CountingPages.Page(text: text, fingerprint: text) }, parts: parts)
    }

    var plan: Plan { counting.plan }
    var rendered: [String] { counting.rendered }
    var texts: [String: String] { pages.mapValues { CountingPages.filled($0, parts).text } }
}
