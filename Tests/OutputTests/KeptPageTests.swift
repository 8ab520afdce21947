import Bytes
import Glibc
import Model
import Output
import Testing

/// A page that cannot be made now stays as the last build wrote it.
@Suite struct KeptPageTests {
    private let scratch = Scratch()
    private let files = ["a.html": "một", "b.html": "hai", "z.css": "x"]

    /// The plan of `files` with b.html kept.
    private func keeping(_ files: [String: String]) -> Plan {
        let plan = plan(files)
        let entries = plan.entries.map { entry in
            entry.path == "b.html"
                ? PlanEntry(path: entry.path, phase: entry.phase, content: .kept(source: "content/b.md"))
                : entry
        }
        return Plan(entries: entries, makeRenderer: plan.makeRenderer)
    }

    @Test func itStaysWhileOthersChange() throws {
        try scratch.build(files)
        let before = scratch.stamps()
        scratch.settle()
        var next = files
        next["a.html"] = "một khác"
        next["b.html"] = "không ai thấy"
        for _ in 0..<3 {
            let report = try scratch.build(keeping(next))
            #expect(report.unchanged + report.changed.count == 3)
            #expect(scratch.pages() == ["a.html": "một khác", "b.html": "hai", "z.css": "x"])
            #expect(scratch.stamps()["b.html"] == before["b.html"])
        }
        #expect(try scratch.build(next).changed == ["b.html"])
    }

    @Test func theListOfFilesHasIt() throws {
        try scratch.build(files)
        let list = scratch.text("site/public/.bantin-files")
        try scratch.build(keeping(files))
        #expect(scratch.text("site/public/.bantin-files") == list)
    }

    @Test(arguments: ["deleted", "edited", "a folder", "a link"])
    func aPageThatIsNotWhatWasWrittenCannotBeKept(_ how: String) throws {
        try scratch.build(files)
        scratch.settle()
        let path = scratch.output + "/b.html"
        switch how {
        case "deleted": unlink(path)
        case "edited": scratch.put("khác", at: "site/public/b.html")
        case "a folder":
            unlink(path)
            mkdir(path, 0o755)
        default:
            unlink(path)
            symlink("a.html", path)
        }
        #expect(throws: OutputFailure.cannotKeep(path: path)) { try scratch.build(keeping(files)) }
    }

    @Test func aPageThatNoBuildWroteCannotBeKept() throws {
        #expect(throws: OutputFailure.cannotKeep(path: scratch.output + "/b.html")) {
            try scratch.build(keeping(files))
        }
        #expect(scratch.pages().isEmpty)
    }

    /// A build that was stopped behind a kept page has not lost it.
    @Test func itSurvivesAMissingCache() throws {
        try scratch.build(files)
        Scratch.run(["rm", "-rf", scratch.site + "/.bantin"])
        try scratch.build(keeping(files))
        #expect(scratch.pages() == files)
    }
}
