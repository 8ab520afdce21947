import Bytes
import Glibc
import Model
import Output
import Testing

/// A page is made again only when its fingerprint or its file is another than before.
@Suite struct FingerprintedPageTests {
    private let scratch = Scratch()
    private typealias Page = CountingPages.Page

    private static let pages = [
        "a.html": Page(text: "một", fingerprint: "a"), "b.html": Page(text: "hai", fingerprint: "b"),
        "c.html": Page(text: "ba", fingerprint: nil),
    ]

    /// The paths of pages that were made, and the report.
    private func build(_ pages: [String: Page]) throws -> (made: [String], report: OutputReport) {
        let counting = CountingPages(pages)
        let report = try scratch.build(counting.plan)
        return (counting.rendered, report)
    }

    /// Two builds: a first one knows no fingerprints.
    private func buildCalmly() throws {
        _ = try build(Self.pages)
        scratch.settle()
        _ = try build(Self.pages)
    }

    @Test func pagesWithTheSameFingerprintAreNotMade() throws {
        try buildCalmly()
        let (made, report) = try build(Self.pages)
        #expect(made == ["c.html"])
        #expect(report == OutputReport(unchanged: 3, totalFiles: 3))
    }

    @Test func anotherFingerprintMakesThePage() throws {
        try buildCalmly()
        var pages = Self.pages
        pages["a.html"] = Page(text: "một khác", fingerprint: "a khác")
        pages["b.html"] = Page(text: "hai", fingerprint: "b khác")
        let (made, report) = try build(pages)
        #expect(made == ["a.html", "b.html", "c.html"])
        // The same bytes are not written.
        #expect(report.changed == ["a.html"])
        #expect(try build(pages).made == ["c.html"])
    }

    @Test func aPageWhoseFingerprintIsNoLongerKnownIsMade() throws {
        try buildCalmly()
        var pages = Self.pages
        pages["a.html"]?.fingerprint = nil
        #expect(try build(pages).made == ["a.html", "c.html"])
        // What was known before is not known again by chance.
        #expect(try build(Self.pages).made == ["a.html", "c.html"])
        #expect(try build(Self.pages).made == ["c.html"])
    }

    @Test(arguments: ["edited", "deleted", "a link", "a folder"])
    func aFileThatSomebodyChangedIsMadeAgain(_ how: String) throws {
        try buildCalmly()
        scratch.settle()
        let path = scratch.output + "/a.html"
        switch how {
        case "edited": scratch.put("mat", at: "site/public/a.html")
        case "deleted": unlink(path)
        case "a link":
            unlink(path)
            symlink("b.html", path)
        default:
            unlink(path)
            mkdir(path, 0o755)
        }
        let (made, report) = try build(Self.pages)
        #expect(made == ["a.html", "c.html"])
        #expect(report.changed == ["a.html"])
        #expect(scratch.pages() == Self.pages.mapValues(\.text))
    }

    @Test func aTouchedFileIsReadAndNotMade() throws {
        try buildCalmly()
        scratch.put("một", at: "site/public/a.html")
        #expect(try build(Self.pages).made == ["c.html"])
    }

    @Test func withoutTheCacheEveryPageIsMade() throws {
        try buildCalmly()
        Scratch.run(["rm", "-rf", scratch.site + "/.bantin"])
        #expect(try build(Self.pages).made == ["a.html", "b.html", "c.html"])
        #expect(try build(Self.pages).made == ["c.html"])
    }

    // MARK: Sources that change meanwhile

    @Test func aPageWhoseSourceChangedIsNotWritten() throws {
        try buildCalmly()
        var pages = Self.pages
        pages["a.html"] = Page(text: "một mới", fingerprint: "1")
        pages["b.html"] = Page(text: "", fingerprint: "2", isChanging: true)
        pages["c.html"] = Page(text: "ba mới", fingerprint: "3")
        let plan = CountingPages(pages).plan
        #expect(throws: OutputFailure.sourceChanged(path: "content/b.html.md")) {
            try scratch.build(plan, threads: 1)
        }
        // What was made before stands, whole; the page itself and what follows are as they were.
        #expect(scratch.pages() == ["a.html": "một mới", "b.html": "hai", "c.html": "ba"])
        pages["b.html"] = Page(text: "hai mới", fingerprint: "2")
        #expect(try build(pages).report.changed == ["b.html", "c.html"])
        #expect(scratch.pages() == pages.mapValues(\.text))
        #expect(scratch.tree().keys.filter { $0.hasPrefix(".") } == [".bantin-files"])
    }

    @Test(arguments: [1, 2, 4])
    func aFirstBuildWhoseSourceChangedShowsNothing(threads: Int) throws {
        var pages = Self.pages
        pages["b.html"]?.isChanging = true
        let plan = CountingPages(pages).plan
        #expect(throws: OutputFailure.sourceChanged(path: "content/b.html.md")) {
            try scratch.build(plan, threads: threads)
        }
        #expect(scratch.pages().isEmpty)
        _ = try build(Self.pages)
        #expect(scratch.pages() == Self.pages.mapValues(\.text))
    }
}
