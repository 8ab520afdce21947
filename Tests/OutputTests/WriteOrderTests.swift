import Glibc
import Output
import Synchronization
import Testing

@Suite struct WriteOrderTests {
    private let scratch = Scratch()

    @Test(arguments: [1, 2, 4])
    func writesAssetsThenArticlesThenListsThenTheFileListAndDeletesLast(threads: Int) throws {
        try scratch.build(["old/a.html": "", "index.html": "0"], threads: threads)
        let steps = Mutex<[String]>([])
        var files = ["index.html": "1", "the/t.html": "2", "css/sen.css": "3"]
        for number in 0..<40 { files["tin/\(number).html"] = "bài" }

        var fileSystem = FileSystem.real
        fileSystem.rename = { folder, from, to in
            steps.withLock { $0.append(String(cString: to)) }
            return renameat(folder, from, folder, to)
        }
        fileSystem.unlink = { folder, path, flags in
            steps.withLock { $0.append("delete " + String(cString: path)) }
            return unlinkat(folder, path, flags)
        }
        let sync = FileSystem.real.sync
        fileSystem.sync = { folder in
            steps.withLock { $0.append("sync") }
            return sync(folder)
        }
        try scratch.build(files, threads: threads, fileSystem)

        let all = steps.withLock { $0 }
        #expect(all[0] == ".bantin-pending")
        #expect(all[1] == "css/sen.css")
        #expect(all[2..<42].allSatisfy { $0.hasPrefix("tin/") })
        #expect(all[42..<44].sorted() == ["index.html", "the/t.html"])
        #expect(all[44] == "sync")
        #expect(all[45] == ".bantin-files")
        #expect(all[46...47] == ["delete old/a.html", "delete old"])
        #expect(all[48].hasPrefix("delete output-"))
        #expect("delete " + all[49] == all[48])
        #expect(all[50...] == ["delete .bantin-pending"])
    }

    @Test(arguments: [1, 2, 4])
    func showsTheFirstSiteOnlyWhenItIsComplete(threads: Int) throws {
        var files = [
            "index.html": "1", "the/t.html": "2", "css/sen.css": "3", "a.txt": "4", "tin/rss.xml": "5",
        ]
        for number in 0..<40 { files["tin/\(number)/index.html"] = "bài" }
        let steps = Mutex<[String]>([])
        let shown = Mutex<[String: String]>([:])

        var fileSystem = FileSystem.real
        fileSystem.rename = { [scratch] folder, from, to in
            let move = "\(String(cString: from)) -> \(String(cString: to))"
            if move.hasSuffix("-> .bantin-pending") { shown.withLock { $0 = scratch.pages() } }
            steps.withLock { $0.append(move) }
            return renameat(folder, from, folder, to)
        }
        fileSystem.unlink = { folder, path, flags in
            steps.withLock { $0.append("delete " + String(cString: path)) }
            return unlinkat(folder, path, flags)
        }
        try scratch.build(files, threads: threads, fileSystem)

        var all = steps.withLock { $0 }
        #expect(all.remove(at: 8).hasPrefix("delete output-"))
        #expect(all.remove(at: 8).hasPrefix(".bantin-tmp-list -> output-"))
        #expect(
            all == [
                ".bantin-tmp-list -> .bantin-pending", ".bantin-new/css -> css", ".bantin-new/a.txt -> a.txt",
                ".bantin-new/tin -> tin", ".bantin-new/the -> the", ".bantin-new/index.html -> index.html",
                "delete .bantin-new", ".bantin-tmp-list -> .bantin-files", "delete .bantin-pending",
            ])
        #expect(shown.withLock { $0 } == [:])
        #expect(scratch.pages() == files)
    }

    @Test func doesNotWaitForTheDiskInTheFirstBuildAndWhenNothingChanged() throws {
        let syncs = Counter()
        var fileSystem = FileSystem.real
        fileSystem.sync = { _ in
            syncs.add()
            return 0
        }
        try scratch.build(["index.html": "0"], fileSystem)
        try scratch.build(["index.html": "0"], fileSystem)
        #expect(syncs.count == 0)
        try scratch.build(["index.html": "1"], fileSystem)
        #expect(syncs.count == 1)
    }
}
