import Glibc
import Output
import Testing

@Suite struct ForeignFileTests {
    private let scratch = Scratch()
    private let files = ["index.html": "home", "tin/a/index.html": "one"]

    @Test func neverTouchesFilesOfOthers() throws {
        try scratch.build(files)
        scratch.put("mine", at: "site/public/tin/a/note.txt")
        scratch.put("*\n", at: "site/public/.gitignore")
        let report = try scratch.build(["index.html": "home"])
        #expect(report.removed == ["tin/a/index.html"])
        #expect(report.foreign.isEmpty)
        #expect(scratch.pages() == ["index.html": "home", "tin/a/note.txt": "mine"])
        #expect(scratch.text("site/public/.gitignore") == "*\n")
    }

    @Test func namesThemWhenNothingTellsWhoWroteThem() throws {
        try scratch.build(files)
        scratch.put("*\n", at: "site/public/.gitignore")
        scratch.put("x", at: "site/public/.well-known/security.txt")
        scratch.put("old", at: "site/public/old/page.html")
        scratch.delete("site/public/.bantin-files")
        Scratch.run(["rm", "-rf", scratch.site + "/.bantin"])
        let report = try scratch.build(["index.html": "casa"])
        #expect(report.foreign == ["old/page.html", "tin/a/index.html"])
        #expect(report.changed == ["index.html"])
        #expect(report.removed.isEmpty)
        #expect(scratch.text("site/public/tin/a/index.html") == "one")

        let pruned = try scratch.build(["index.html": "casa"], prune: true)
        #expect(pruned.removed == ["old/page.html", "tin/a/index.html"])
        #expect(pruned.foreign.isEmpty)
        #expect(
            scratch.tree().keys.sorted() == [
                ".bantin-files", ".gitignore", ".well-known/", ".well-known/security.txt", "index.html",
            ])
    }

    @Test func isColdBesideNamesThatStartWithADot() throws {
        scratch.put("*\n", at: "site/public/.gitignore")
        let report = try scratch.build(files)
        #expect(report.foreign.isEmpty)
        #expect(report.added.count == 2)
    }

    @Test func replacesAFolderOfOursByAFileAndTheReverse() throws {
        try scratch.build(["a/b/c.html": "deep", "d": "flat"])
        #expect(try scratch.build(["a": "flat", "d/e/f.html": "deep"]).added == ["a", "d/e/f.html"])
        #expect(scratch.pages() == ["a": "flat", "d/e/f.html": "deep"])
    }

    @Test func stopsAtAFolderOfOthersInTheWayOfAFile() throws {
        try scratch.build(["a/b.html": "deep"])
        scratch.put("mine", at: "site/public/a/note.txt")
        #expect(throws: OutputFailure.folderInTheWay(path: scratch.output + "/a")) {
            try scratch.build(["a": "flat"])
        }
        #expect(scratch.pages() == ["a/b.html": "deep", "a/note.txt": "mine"])
    }

    @Test func stopsAtAFileOfOthersInTheWayOfAFolder() throws {
        try scratch.build(["index.html": "home"])
        scratch.put("mine", at: "site/public/tin")
        #expect(throws: OutputFailure.fileInTheWay(path: scratch.output + "/tin")) {
            try scratch.build(files)
        }
        #expect(scratch.text("site/public/tin") == "mine")
    }

    @Test func refusesAFileAsOutputFolder() {
        scratch.put("mine", at: "site/public")
        #expect(throws: OutputFailure.isNotAFolder(path: scratch.output)) { try scratch.build(files) }
    }

    @Test func removesTheFoldersThatPruningLeavesEmptyAndNoOthers() throws {
        try scratch.build(["a/b/c/d.html": "1", "a/e.html": "2", "f/g/h.html": "3"])
        mkdir(scratch.output + "/f/mine", 0o755)
        try scratch.build(["a/e.html": "2"])
        #expect(scratch.tree().keys.sorted() == [".bantin-files", "a/", "a/e.html", "f/", "f/mine/"])
    }

    @Test func removesTemporaryFilesOfAKilledBuild() throws {
        try scratch.build(files)
        let list = scratch.text("site/public/.bantin-files")!
        scratch.put(list, at: "site/public/.bantin-pending")
        scratch.put("ha", at: "site/public/tin/a/.bantin-tmp-1")
        scratch.put("ha", at: "site/public/.bantin-tmp-list")
        try scratch.build(files)
        #expect(
            scratch.tree().keys.sorted() == [
                ".bantin-files", "index.html", "tin/", "tin/a/", "tin/a/index.html",
            ])
    }
}
