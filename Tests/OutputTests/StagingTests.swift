import Glibc
import Output
import Synchronization
import Testing

/// The first build, which shows its files all at once.
@Suite struct StagingTests {
    private let scratch = Scratch()
    private let files = ["index.html": "home", "tin/a/index.html": "one", "css/sen.css": "body{}"]

    /// Builds and returns whether a staging folder was made.
    private func stages(_ files: [String: String]) throws -> Bool {
        let made = Counter()
        var fileSystem = FileSystem.real
        fileSystem.makeFolder = { folder, path, mode in
            if String(cString: path) == ".bantin-new" { made.add() }
            return mkdirat(folder, path, mode)
        }
        try scratch.build(files, fileSystem)
        return made.count == 1
    }

    @Test func isForAFolderInWhichNothingShows() throws {
        #expect(try stages(files))
        #expect(try !stages(files))
        #expect(try !stages(["index.html": "casa"]))
    }

    @Test func isForAFolderWithHiddenNamesOfOthers() throws {
        scratch.put("*\n", at: "site/public/.gitignore")
        scratch.put("x", at: "site/public/.well-known/security.txt")
        #expect(try stages(files))
        #expect(
            scratch.tree().filter { !$0.key.hasSuffix("/") && $0.key != ".bantin-files" }
                == files.merging([".gitignore": "*\n", ".well-known/security.txt": "x"]) { $1 })
    }

    @Test func isNotForAFolderWithFilesOfOthers() throws {
        scratch.put("mine", at: "site/public/note.txt")
        #expect(try !stages(files))
        #expect(scratch.pages() == files.merging(["note.txt": "mine"]) { $1 })
    }

    @Test func isNotForAHiddenFolderThatIsThereAlready() throws {
        scratch.put("x", at: "site/public/.well-known/security.txt")
        #expect(try !stages(["index.html": "home", ".well-known/bantin.txt": "y"]))
        #expect(scratch.text("site/public/.well-known/security.txt") == "x")
        #expect(scratch.text("site/public/.well-known/bantin.txt") == "y")
    }

    @Test func restoresASiteThatSomebodyDeleted() throws {
        try scratch.build(files)
        Scratch.run(["rm", "-rf", scratch.output])
        #expect(try stages(files))
        #expect(scratch.pages() == files)
        Scratch.run(["rm", "-rf", scratch.output])
        let report = try scratch.build(["index.html": "home"])
        #expect(report.changed == ["index.html"])
        #expect(report.added == [])
        #expect(scratch.pages() == ["index.html": "home"])
    }

    @Test func knowsTheStampsOfFilesThatMoved() throws {
        var slow = FileSystem.real
        slow.rename = { [scratch] folder, from, to in
            // So that the stamps have settled when the build ends.
            if String(cString: to) == ".bantin-files" { scratch.settle() }
            return renameat(folder, from, folder, to)
        }
        try scratch.build(files, slow)
        let opened = Mutex<[String]>([])
        var watched = FileSystem.real
        watched.open = { folder, path, flags, mode in
            opened.withLock { $0.append(String(cString: path)) }
            return openat(folder, path, flags, mode)
        }
        #expect(try scratch.build(files, watched).unchanged == 3)
        #expect(opened.withLock { $0.filter { files[$0] != nil } } == [])
    }

    @Test(arguments: [["index.html": "old"], [:]])
    func deletesTheFolderOfAKilledBuild(standing: [String: String]) throws {
        if !standing.isEmpty { try scratch.build(standing) }
        scratch.put("ha", at: "site/public/.bantin-new/tin/a/index.html")
        scratch.put("ha", at: "site/public/.bantin-new/x.html")
        symlink("/", scratch.output + "/.bantin-new/root")
        try scratch.build(files)
        #expect(scratch.pages() == files)
        #expect(scratch.tree().keys.filter { $0.hasPrefix(".") } == [".bantin-files"])
    }

    @Test func deletesAFileOfItsName() throws {
        scratch.put("ha", at: "site/public/.bantin-new")
        #expect(try stages(files))
        #expect(scratch.pages() == files)
    }

    @Test func givesWayWhereFoldersCannotMove() throws {
        var fileSystem = FileSystem.real
        fileSystem.rename = { folder, from, to in
            if String(cString: from) == ".bantin-new/tin" {
                errno = EXDEV
                return -1
            }
            return renameat(folder, from, folder, to)
        }
        #expect(throws: OutputFailure.cannotRename(path: scratch.output + "/tin", errno: EXDEV)) {
            try scratch.build(files, fileSystem)
        }
        #expect(scratch.pages() == ["css/sen.css": "body{}"])
        try scratch.build(files, fileSystem)
        #expect(scratch.pages() == files)
        #expect(scratch.tree().keys.filter { $0.hasPrefix(".") } == [".bantin-files"])
    }

    @Test func leavesNothingAfterAFailure() throws {
        var fileSystem = FileSystem.real
        fileSystem.write = { file, bytes, count in
            if count == 6 {
                errno = ENOSPC
                return -1
            }
            return Glibc.write(file, bytes, count)
        }
        #expect(throws: OutputFailure.cannotWrite(path: scratch.output + "/css/sen.css", errno: ENOSPC)) {
            try scratch.build(files, fileSystem)
        }
        #expect(scratch.tree().isEmpty)
    }

    @Test func refusesAFileAndAFolderOfOneName() throws {
        #expect(throws: OutputFailure.fileInTheWay(path: scratch.output + "/tin")) {
            try scratch.build(["tin": "flat", "tin/a.html": "deep"], threads: 1)
        }
        #expect(scratch.tree().isEmpty)
    }

    @Test func refusesAFileWhereAnotherThreadMadeAFolder() throws {
        var files = ["tin": "flat", "tin/a.html": "deep"]
        for number in 0..<20 { files["tin-\(number)"] = "between" }
        var fileSystem = FileSystem.real
        fileSystem.open = { folder, path, flags, mode in
            if String(cString: path) == "tin" {
                // The other thread comes to the last file in a moment.
                for _ in 0..<1000 where faccessat(folder, "tin/a.html", F_OK, 0) != 0 { usleep(1000) }
            }
            return openat(folder, path, flags, mode)
        }
        #expect(throws: OutputFailure.folderInTheWay(path: scratch.output + "/tin")) {
            try scratch.build(files, threads: 2, fileSystem)
        }
        #expect(scratch.tree().isEmpty)
    }
}
