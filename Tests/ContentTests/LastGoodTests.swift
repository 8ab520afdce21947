import Bytes
import Content
import Diagnostics
import Foundation
import Model
import Testing

/// An article with errors stays as it was when it had none; one that never was good is left out.
struct LastGoodTests {
    private static func source(_ title: String, date: String = "19/06/2024") -> String {
        "---\ntitle: \(title)\ndate: \(date)\n---\nNội dung.\n"
    }

    private static func remembered() throws -> RememberingSite {
        let site = try RememberingSite([
            "site.yaml": SiteFolder.siteFile, "content/tin-tuc/a.md": source("A"),
            "content/tin-tuc/b.md": source("B"), "content/tin-tuc/c.md": source("C"),
        ])
        site.settle()
        try site.read()
        return site
    }

    private static let broken: KeyValuePairs<String, String> = [
        "a date that is none": source("Mới", date: "31/02/2024"),
        "no title": "---\ndate: 19/06/2024\n---\n",
        "front matter without end": "---\ntitle: Mới\n",
        "an unknown key": "---\ntitle: Mới\ndate: 19/06/2024\ntitel: x\n---\n",
        "nothing": "",
        "NUL": "---\ntitle: Mới\ndate: 19/06/2024\n---\n\0",
    ]

    @Test(arguments: broken.map(\.key))
    func anArticleWithErrorsIsWhatItWas(_ how: String) throws {
        let site = try Self.remembered()
        try site.folder.write("content/tin-tuc/b.md", Self.broken.first { $0.key == how }?.value ?? "")
        try site.folder.write("content/tin-tuc/c.md", Self.source("C mới"))
        let errors = site.readFromNothing().2
        #expect(errors.hasErrors)
        // For as long as it takes.
        for _ in 0..<3 {
            let reading = try site.read(keepsLastGood: true)
            #expect(reading.titles == ["A", "B", "C mới"])
            #expect(reading.newsroom.articles.map(\.isKept) == [false, true, false])
            #expect(reading.newsroom.articles.map(\.isDamaged) == [false, false, false])
            #expect(reading.mended == ["content/tin-tuc/b.md"])
            for language in Language.allCases {
                let printer = DiagnosticPrinter(language: language)
                #expect(printer.text(reading.diagnostics) == printer.text(errors))
            }
        }
        try site.folder.write("content/tin-tuc/b.md", Self.source("B mới"))
        let mended = try site.read(keepsLastGood: true)
        #expect(mended.titles == ["A", "B mới", "C mới"])
        #expect(mended.newsroom.articles.allSatisfy { !$0.isKept })
        #expect(mended.mended.isEmpty && mended.diagnostics.isEmpty)
    }

    @Test func withoutBeingAskedNothingIsKept() throws {
        let site = try Self.remembered()
        try site.folder.write("content/tin-tuc/b.md", Self.source("Mới", date: "31/02/2024"))
        let reading = try site.read()
        #expect(reading.titles == ["A", "Mới", "C"])
        #expect(reading.newsroom.articles.map(\.isDamaged) == [false, true, false])
        #expect(reading.newsroom.articles.allSatisfy { !$0.isKept })
        #expect(reading.mended.isEmpty && reading.diagnostics.hasErrors)
    }

    @Test func anArticleThatNeverWasGoodIsLeftOut() throws {
        let site = try Self.remembered()
        try site.folder.write("content/tin-tuc/ab.md", Self.source("Mới", date: "31/02/2024"))
        let reading = try site.read(keepsLastGood: true)
        #expect(reading.titles == ["A", "B", "C"])
        #expect(reading.mended == ["content/tin-tuc/ab.md"])
        #expect(reading.diagnostics.count { $0.severity == .error } == 1)
        // Bodies are found by the place among those that are left.
        let bodies = try #require(reading.newsroom.bodies)
        try site.folder.write("content/tin-tuc/c.md", Self.source("C") + "Thêm.\n")
        _ = bodies.html(of: 1, digest: reading.newsroom.articles[1].body.digest)
        #expect(bodies.changedSource == nil)
        _ = bodies.html(of: 2, digest: reading.newsroom.articles[2].body.digest)
        #expect(bodies.changedSource == "content/tin-tuc/c.md")
    }

    @Test func theBodyOfBeforeIsMissed() throws {
        let site = try Self.remembered()
        try site.folder.write("content/tin-tuc/b.md", Self.source("Mới", date: "31/02/2024"))
        let reading = try site.read(keepsLastGood: true)
        let bodies = try #require(reading.newsroom.bodies)
        #expect(!bodies.html(of: 0, digest: reading.newsroom.articles[0].body.digest).isEmpty)
        #expect(!bodies.tookWhatIsMissing())
        #expect(bodies.html(of: 1, digest: reading.newsroom.articles[1].body.digest).isEmpty)
        #expect(bodies.changedSource == nil)
        #expect(bodies.tookWhatIsMissing())
        // It is told once.
        #expect(!bodies.tookWhatIsMissing())
    }

    @Test func anArticleWhosePageIsGoneIsLeftOut() throws {
        let site = try Self.remembered()
        for name in ["a", "b"] {
            try site.folder.write("content/tin-tuc/\(name).md", Self.source("Mới", date: "31/02/2024"))
        }
        let reading = try site.read(
            keepsLastGood: true, leavesOut: ["content/tin-tuc/b.md", "content/tin-tuc/c.md"])
        // C has no errors: it is made again and needs no page that stands.
        #expect(reading.titles == ["A", "C"])
        #expect(reading.newsroom.articles.map(\.isKept) == [true, false])
        #expect(reading.mended == ["content/tin-tuc/a.md", "content/tin-tuc/b.md"])
    }

    @Test func withoutAMemoryItIsLeftOut() throws {
        let site = try Self.remembered()
        try site.folder.remove("sources.cache")
        try site.folder.write("content/tin-tuc/b.md", Self.source("Mới", date: "31/02/2024"))
        #expect(try site.read(keepsLastGood: true).titles == ["A", "C"])
    }

    /// What is wrong beside it does not bring back what was withdrawn.
    @Test func aWithdrawalHolds() throws {
        let site = try Self.remembered()
        try site.folder.write(
            "content/tin-tuc/b.md", "---\ntitle: Mới\ndate: 31/02/2024\nwithdrawn: Nhầm\n---\n")
        let reading = try site.read(keepsLastGood: true)
        #expect(reading.titles == ["A", "B", "C"])
        #expect(reading.newsroom.articles.map { $0.withdrawal?.reason } == [nil, "Nhầm", nil])
    }

    /// Another setting, another version of the program or a new category makes all be read anew; what was good
    /// before is still the last that was.
    @Test(arguments: ["site.yaml", "program", "category"])
    func itStaysWhenAllIsReadAnew(_ what: String) throws {
        let site = try Self.remembered()
        try site.folder.write("content/tin-tuc/b.md", Self.source("Mới", date: "31/02/2024"))
        switch what {
        case "site.yaml": try site.folder.write("site.yaml", SiteFolder.siteFile + "# khác\n")
        case "program": site.program = ContentHash(high: 9, low: 9)
        default: try site.folder.write("content/van-hoa/x.md", Self.source("X"))
        }
        for _ in 0..<2 { #expect(try site.read(keepsLastGood: true).titles.contains("B")) }
    }
}
