import Bytes
import Glibc
import Model
import Output
import Testing

/// A folder that stands as the last build left it is confirmed, without any page being made.
@Suite struct ConfirmTests {
    private let scratch = Scratch()
    private let files = [
        "index.html": "home", "tin/a/index.html": "one", "tin/b/index.html": "two", "css/sen.css": "body{}",
        "the/x.html": "",
    ]

    private func output(_ threads: Int = 2) -> Output {
        Output(siteRoot: scratch.site, destination: scratch.output, threads: threads, prune: false)
    }

    /// Builds until every stamp is settled: the last one writes only what it knows.
    private func buildCalmly() throws {
        try scratch.build(files)
        scratch.settle()
        try scratch.build(files)
    }

    @Test(arguments: [1, 2, 9])
    func whatStandsIsReportedAsABuildWould(threads: Int) throws {
        try buildCalmly()
        let before = scratch.stamps()
        #expect(try output(threads).confirm() == OutputReport(unchanged: 5, totalFiles: 5))
        #expect(try scratch.build(files) == OutputReport(unchanged: 5, totalFiles: 5))
        #expect(scratch.stamps() == before)
    }

    @Test func withoutABuildThereIsNothingToConfirm() throws {
        #expect(try output().confirm() == nil)
        mkdir(scratch.output, 0o755)
        scratch.put("của người khác", at: "site/public/index.html")
        #expect(try output().confirm() == nil)
    }

    /// Files that were written a moment ago may change once more under the same stamp.
    @Test func stampsThatAreNotSettledAreNotTrusted() throws {
        try scratch.build(files)
        #expect(try output().confirm() == nil)
    }

    @Test(arguments: ["index.html", "tin/a/index.html", "css/sen.css", "the/x.html"])
    func anyFileThatWasTouchedIsLookedAt(_ path: String) throws {
        let place = "site/public/" + path
        let edits: [(String, (Scratch) -> Void)] = [
            ("edited", { $0.put("khác", at: place) }),
            ("with the same bytes", { $0.put(files[path] ?? "", at: place) }),
            ("deleted", { $0.delete(place) }),
            (
                "replaced by a folder",
                {
                    $0.delete(place); mkdir($0.root + "/" + place, 0o755)
                }
            ),
            (
                "replaced by a link",
                {
                    $0.delete(place); symlink("/dev/null", $0.root + "/" + place)
                }
            ),
            ("touched", { utimes($0.root + "/" + place, nil) }),
            ("with other rights", { chmod($0.root + "/" + place, 0o600) }),
        ]
        for (how, edit) in edits {
            try buildCalmly()
            #expect(try output().confirm() != nil)
            scratch.settle()
            edit(scratch)
            #expect(try output().confirm() == nil, "\(how)")
            scratch.settle()
            try scratch.build(files)
            #expect(scratch.pages() == files)
        }
    }

    /// The times can be set back; the time of the inode's change cannot.
    @Test func anEditWithTheSameSizeAndTimeIsNoticed() throws {
        try buildCalmly()
        let path = scratch.output + "/index.html"
        var status = stat()
        stat(path, &status)
        scratch.put("emoh", at: "site/public/index.html")
        let times = [status.st_atim, status.st_mtim]
        utimensat(AT_FDCWD, path, times, 0)
        #expect(try output().confirm() == nil)
    }

    @Test func filesOfOthersDoNotMatter() throws {
        try buildCalmly()
        scratch.put("x", at: "site/public/.htaccess")
        scratch.put("x", at: "site/public/tin/la.html")
        #expect(try output().confirm() == OutputReport(unchanged: 5, totalFiles: 5))
        #expect(scratch.text("site/public/tin/la.html") == "x")
    }

    // MARK: What builds keep for themselves

    @Test(arguments: ["", "x", "# bantin-files 1 00000000000000000000000000000000\n"])
    func anUnfinishedBuildIsLookedAt(_ journal: String) throws {
        try buildCalmly()
        scratch.put(journal, at: "site/public/.bantin-pending")
        #expect(try output().confirm() == nil)
        #expect(scratch.text("site/public/.bantin-pending") == journal)
    }

    @Test func aBuildThatFailedIsLookedAt() throws {
        try buildCalmly()
        let entries = [
            PlanEntry(path: "moi.html", phase: .articles, content: .bytes(Array("x".utf8))),
            PlanEntry(path: "z.html", phase: .lists, content: .copied(from: "khong-co.txt")),
        ]
        #expect(throws: OutputFailure.self) {
            try scratch.build(Plan(entries: entries) { fatalError("nothing to render") })
        }
        #expect(try output().confirm() == nil)
    }

    @Test func everyBitOfTheListCounts() throws {
        try buildCalmly()
        let list = try #require(scratch.text("site/public/.bantin-files"))
        for at in list.utf8.indices {
            var bytes = Array(list.utf8)
            let place = list.utf8.distance(from: list.startIndex, to: at)
            // Stays text: the helpers of these tests write strings.
            bytes[place] ^= 1
            scratch.put(String(decoding: bytes, as: UTF8.self), at: "site/public/.bantin-files")
            #expect(try output().confirm() == nil, "byte \(place)")
        }
        scratch.delete("site/public/.bantin-files")
        #expect(try output().confirm() == nil)
    }

    @Test func theCacheCounts() throws {
        try buildCalmly()
        let name = try #require(scratch.tree(scratch.site + "/.bantin").keys.first { $0.hasSuffix(".cache") })
        let path = scratch.site + "/.bantin/" + name
        let file = open(path, O_RDWR)
        defer { close(file) }
        var status = stat()
        fstat(file, &status)
        for at in 0..<status.st_size {
            var byte: UInt8 = 0
            pread(file, &byte, 1, at)
            var damaged = byte ^ 0x20
            pwrite(file, &damaged, 1, at)
            #expect(try output().confirm() == nil, "byte \(at)")
            pwrite(file, &byte, 1, at)
        }
        #expect(try output().confirm() != nil)
        ftruncate(file, status.st_size - 1)
        #expect(try output().confirm() == nil)
        unlink(path)
        #expect(try output().confirm() == nil)
    }

    @Test func leftoversAreRemoved() throws {
        try buildCalmly()
        scratch.put("nửa chừng", at: "site/public/.bantin-tmp-0")
        scratch.put("nửa chừng", at: "site/public/.bantin-tmp-list")
        scratch.put("nửa chừng", at: "site/public/.bantin-new/tin/x.html")
        #expect(try output().confirm() != nil)
        #expect(scratch.tree().keys.filter { $0.hasPrefix(".") } == [".bantin-files"])
        #expect(scratch.pages() == files)
    }
}
