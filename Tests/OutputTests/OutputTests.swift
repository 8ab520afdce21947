import Bytes
import Glibc
import Model
import Output
import Testing

@Suite struct OutputTests {
    private let scratch = Scratch()
    private let files = [
        "index.html": "home", "tin/a/index.html": "one", "css/sen.css": "body{}", "the/x.html": "",
    ]

    @Test func writesEveryFileAndListsThem() throws {
        let report = try scratch.build(files)
        #expect(scratch.pages() == files)
        #expect(report.added == ["css/sen.css", "index.html", "the/x.html", "tin/a/index.html"])
        #expect(report.totalFiles == 4)
        #expect(report.bytesWritten == 13)
        #expect(
            scratch.text("site/public/.bantin-files") == """
                # bantin-files 1 \(ContentHash(of: Array(lines(files).utf8)).hex)
                \(lines(files))
                """)
        #expect(scratch.tree().keys.filter { $0.hasPrefix(".") } == [".bantin-files"])
    }

    private func lines(_ files: [String: String]) -> String {
        files.keys.sorted().map { "\(ContentHash(of: Array(files[$0]!.utf8)).hex)  \($0)\n" }.joined()
    }

    @Test func leavesUnchangedFilesAlone() throws {
        try scratch.build(files)
        let before = scratch.stamps()
        scratch.settle()
        let report = try scratch.build(files)
        #expect(report == OutputReport(unchanged: 4, totalFiles: 4))
        #expect(scratch.stamps() == before)
    }

    @Test func writesOnlyWhatChanged() throws {
        try scratch.build(files)
        let before = scratch.stamps()
        scratch.settle()
        var next = files
        next["index.html"] = "casa"
        next["tin/b/index.html"] = "two"
        next["the/x.html"] = nil
        let report = try scratch.build(next)
        #expect(report.changed == ["index.html"])
        #expect(report.added == ["tin/b/index.html"])
        #expect(report.removed == ["the/x.html"])
        #expect(report.unchanged == 2)
        #expect(report.bytesWritten == 7)
        #expect(scratch.pages() == next)
        #expect(scratch.tree()["the/"] == nil)
        #expect(scratch.stamps()["tin/a/index.html"] == before["tin/a/index.html"])
        #expect(scratch.stamps()["index.html"] != before["index.html"])
    }

    @Test func restoresWhatSomebodyChangedOrDeleted() throws {
        try scratch.build(files)
        // The same size, at once: only the rule of 20 ms or the time tells.
        scratch.put("emoh", at: "site/public/index.html")
        scratch.delete("site/public/css/sen.css")
        let report = try scratch.build(files)
        #expect(report.changed == ["css/sen.css", "index.html"])
        #expect(scratch.pages() == files)
    }

    @Test func restoresWhatWasChangedAfterTheStampSettled() throws {
        try scratch.build(files)
        scratch.settle()
        try scratch.build(files)
        scratch.put("emoh", at: "site/public/index.html")
        #expect(try scratch.build(files).changed == ["index.html"])
        #expect(scratch.pages() == files)
    }

    @Test func worksWithoutTheCache() throws {
        try scratch.build(files)
        let before = scratch.stamps()
        Scratch.run(["rm", "-rf", scratch.site + "/.bantin"])
        scratch.settle()
        #expect(try scratch.build(files).unchanged == 4)
        #expect(scratch.stamps() == before)
    }

    @Test(arguments: [0, 7, 30, 60, 90, 150, 250, 350])
    func doesNotBelieveADamagedCache(at offset: Int) throws {
        try scratch.build(files)
        scratch.settle()
        let name = try #require(scratch.tree(scratch.site + "/.bantin").keys.first)
        let file = open(scratch.site + "/.bantin/" + name, O_RDWR)
        var byte: UInt8 = 0
        pread(file, &byte, 1, off_t(offset))
        byte ^= 0x10
        pwrite(file, &byte, 1, off_t(offset))
        close(file)
        scratch.put("emoh", at: "site/public/index.html")
        #expect(try scratch.build(files).changed == ["index.html"])
        #expect(scratch.pages() == files)
    }

    @Test func takesTheListFromTheCacheWhenItIsMissingOrDamaged() throws {
        for damage in ["", "# bantin-files 1 00000000000000000000000000000000\n", "99aa06d3  index.html\n"] {
            try scratch.build(files)
            scratch.put(damage, at: "site/public/.bantin-files")
            let report = try scratch.build(["index.html": "home"])
            #expect(report.removed == ["css/sen.css", "the/x.html", "tin/a/index.html"])
            #expect(report.foreign.isEmpty)
            #expect(scratch.pages() == ["index.html": "home"])
        }
    }

    @Test func givesTheSameBytesAtEveryThreadCount() throws {
        let many = Dictionary(
            uniqueKeysWithValues: (0..<200).map { ("tin/\($0 % 7)/bai-\($0).html", "bài \($0)") })
        try scratch.build(many, threads: 1, into: scratch.root + "/one")
        for threads in [2, 5] {
            try scratch.build(many, threads: threads, into: scratch.root + "/more")
            #expect(scratch.tree(scratch.root + "/one") == scratch.tree(scratch.root + "/more"))
            Scratch.run(["rm", "-rf", scratch.root + "/more"])
        }
    }

    @Test func writesAnEmptyPlan() throws {
        #expect(try scratch.build([:]) == OutputReport())
        try scratch.build(files)
        #expect(try scratch.build([:]).removed.count == 4)
        #expect(scratch.tree().keys.sorted() == [".bantin-files"])
    }

    @Test func keepsTheUsualModes() throws {
        let mask = umask(0o022)
        defer { umask(mask) }
        try scratch.build(files)
        var status = stat()
        stat(scratch.output + "/tin/a/index.html", &status)
        #expect(status.st_mode & 0o7777 == 0o644)
        stat(scratch.output + "/tin/a", &status)
        #expect(status.st_mode & 0o7777 == 0o755)
    }

    @Test(arguments: [
        "../x.html", "/x.html", "a//b", "a/", "", ".", "a/../b", "a\nb", ".bantin-files", "a/.bantin-tmp-0",
    ])
    func refusesPathsThatLeaveTheFolderOrBreakTheList(path: String) throws {
        let expected = OutputFailure.unusablePath(
            path: path.isEmpty ? scratch.output : scratch.output + "/" + path)
        #expect(throws: expected) { try scratch.build([path: "x"]) }
        #expect(scratch.tree().isEmpty)
    }

    @Test func refusesOnePathTwice() {
        let entry = PlanEntry(path: "a.html", phase: .lists, content: .bytes([]))
        #expect(throws: OutputFailure.unusablePath(path: scratch.output + "/a.html")) {
            try scratch.build(Plan(entries: [entry, entry]) { fatalError("nothing to render") })
        }
    }
}
