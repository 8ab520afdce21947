import Glibc
import Output
import Testing

@Suite struct TakedownTests {
    private static let files = [
        "index.html": "home", "tin/a/index.html": "one", "tin/a/anh.jpg": "photo", "tin/a/con/b.pdf": "paper",
        "tin/b/index.html": "two",
    ]
    private static let notice = Array("notice".utf8)

    private func takeDown(_ scratch: Scratch, _ fileSystem: FileSystem = .real) throws(OutputFailure) {
        try Takedown(siteRoot: scratch.site, destination: scratch.output, fileSystem: fileSystem).run(
            replacing: [("tin/a/index.html", Self.notice)], deleting: ["tin/a/anh.jpg", "tin/a/con/b.pdf"])
    }

    @Test func replacesAndDeletesAtOnce() throws {
        let scratch = Scratch()
        try scratch.build(Self.files)
        try takeDown(scratch)
        #expect(
            scratch.pages() == [
                "index.html": "home", "tin/a/index.html": "notice", "tin/b/index.html": "two",
            ])
        #expect(scratch.tree()["tin/a/con/"] == nil)
        #expect(scratch.tree().keys.filter { $0.hasPrefix(".") } == [".bantin-files"])
    }

    @Test func deletesAPageWithItsFolder() throws {
        let scratch = Scratch()
        try scratch.build(["tin/a/index.html": "one", "x.html": "2"])
        try Takedown(siteRoot: scratch.site, destination: scratch.output)
            .run(replacing: [], deleting: ["tin/a/index.html"])
        #expect(scratch.tree().keys.sorted() == [".bantin-files", "x.html"])
    }

    @Test func writesNothingTheSecondTime() throws {
        let scratch = Scratch()
        try scratch.build(Self.files)
        try takeDown(scratch)
        let before = scratch.stamps()
        scratch.settle()
        try takeDown(scratch)
        #expect(scratch.stamps() == before)
    }

    @Test func knowsOnlyWhatBuildsWroteAndIsStillThere() throws {
        let scratch = Scratch()
        try scratch.build(Self.files)
        scratch.put("of others", at: "site/public/tin/a/khac.jpg")
        scratch.delete("site/public/tin/b/index.html")
        let standing = try Takedown(siteRoot: scratch.site, destination: scratch.output).standingFiles()
        #expect(standing == ["index.html", "tin/a/anh.jpg", "tin/a/con/b.pdf", "tin/a/index.html"])
    }

    /// The list of files knows nothing of it: the next build brings back what it still wants.
    @Test func theNextBuildConverges() throws {
        for after in [
            Self.files, ["index.html": "home", "tin/a/index.html": "notice", "tin/b/index.html": "two"],
        ] {
            let scratch = Scratch()
            try scratch.build(Self.files)
            try takeDown(scratch)
            try scratch.build(after)
            #expect(scratch.pages() == after)
            let report = try scratch.build(after)
            #expect(report == OutputReport(unchanged: after.count, totalFiles: after.count))
        }
    }

    @Test func theNextBuildConvergesAfterAnErrorOrAKillAtAnyCall() throws {
        for forGood in [false, true] {
            var failures = 0
            for call in 0..<200 {
                let scratch = Scratch()
                try scratch.build(Self.files)
                let calls = Counter()
                do throws(OutputFailure) {
                    try takeDown(scratch, FileSystem.failing(at: call, of: calls, forGood: forGood))
                } catch { failures += 1 }
                for (path, text) in scratch.pages() where !path.contains(".bantin-tmp-") {
                    #expect(
                        text == Self.files[path] || path == "tin/a/index.html" && text == "notice",
                        "\(path) is not whole at \(call)")
                }
                try scratch.build(Self.files)
                #expect(scratch.pages() == Self.files, "\(call)")
                #expect(scratch.tree().keys.filter { $0.hasPrefix(".") } == [".bantin-files"], "\(call)")
                if calls.count <= call { break }
            }
            #expect(failures > 10)
        }
    }

    /// What a killed build left in its journal is still known afterwards.
    @Test func leavesTheJournalOfAKilledBuildAlone() throws {
        for call in stride(from: 10, to: 60, by: 3) {
            let scratch = Scratch()
            try scratch.build(Self.files)
            do throws(OutputFailure) {
                try scratch.build(
                    ["moi/c.html": "5", "tin/a/index.html": "9"], FileSystem.failing(at: call, forGood: true))
            } catch {}
            let journal = scratch.text("site/public/.bantin-pending")
            try Takedown(siteRoot: scratch.site, destination: scratch.output)
                .run(replacing: [("tin/a/index.html", Self.notice)], deleting: [])
            #expect(scratch.text("site/public/.bantin-pending") == journal)
            try scratch.build(Self.files)
            #expect(scratch.pages() == Self.files)
        }
    }
}
