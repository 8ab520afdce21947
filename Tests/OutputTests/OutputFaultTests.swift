import Glibc
import Output
import Testing

/// Every system call of a build fails once, and the build is killed once at every one of them.
@Suite struct OutputFaultTests {
    private static let before = [
        "index.html": "0", "tin/a/index.html": "1", "tin/b.html": "2", "the/x/old.html": "3", "d": "4",
    ]
    private static let after = [
        "index.html": "9", "tin/a/index.html": "1", "moi/c.html": "5", "d/e.html": "6",
    ]

    @Test func convergesAfterAnErrorAtAnyCall() throws { try failEverywhere(forGood: false) }

    @Test func convergesAfterAKillAtAnyCall() throws { try failEverywhere(forGood: true) }

    private func failEverywhere(forGood: Bool) throws {
        var failures = 0
        for call in 0..<400 {
            let scratch = Scratch()
            try scratch.build(Self.before)
            let calls = Counter()
            let isStopped = fails(
                scratch, Self.after, FileSystem.failing(at: call, of: calls, forGood: forGood))
            if isStopped { failures += 1 }
            for (path, text) in scratch.pages() where !path.contains(".bantin-tmp-") {
                #expect(
                    text == Self.before[path] || text == Self.after[path], "\(path) is not whole at \(call)")
            }
            // The plan may change again before the next build comes through.
            try scratch.build(call % 2 == 0 ? Self.after : Self.before)
            expectClean(scratch, call % 2 == 0 ? Self.after : Self.before, call)
            if calls.count <= call { break }
        }
        #expect(failures > 40)
    }

    @Test func convergesAfterTwoKillsInARow() throws {
        for first in stride(from: 8, to: 60, by: 3) {
            for second in stride(from: 8, to: 80, by: 5) {
                let scratch = Scratch()
                try scratch.build(Self.before)
                _ = fails(scratch, Self.after, FileSystem.failing(at: first, forGood: true))
                _ = fails(
                    scratch, ["moi/c.html": "7", "x.html": "8"], FileSystem.failing(at: second, forGood: true)
                )
                try scratch.build(Self.before)
                expectClean(scratch, Self.before, first * 1000 + second)
            }
        }
    }

    @Test(arguments: [false, true])
    func convergesAfterAStopOfTheFirstBuild(forGood: Bool) throws {
        var failures = 0
        for call in 0..<200 {
            let scratch = Scratch()
            scratch.put("*\n", at: "site/public/.gitignore")
            let calls = Counter()
            if fails(scratch, Self.after, FileSystem.failing(at: call, of: calls, forGood: forGood)) {
                failures += 1
                // Only a kill leaves a folder behind that no one can delete.
                #expect(forGood || scratch.tree()[".bantin-new/"] == nil, "call \(call)")
            }
            for (path, text) in scratch.pages() { #expect(text == Self.after[path], "\(path) at \(call)") }
            try scratch.build(Self.before)
            #expect(scratch.text("site/public/.gitignore") == "*\n")
            scratch.delete("site/public/.gitignore")
            expectClean(scratch, Self.before, call)
            if calls.count <= call { break }
        }
        #expect(failures > 30)
    }

    private func fails(
        _ scratch: Scratch, _ files: [String: String], _ fileSystem: FileSystem
    ) -> Bool {
        do throws(OutputFailure) {
            try scratch.build(files, threads: 1, fileSystem)
            return false
        } catch { return true }
    }

    private func expectClean(_ scratch: Scratch, _ files: [String: String], _ call: Int) {
        do throws(OutputFailure) {
            try scratch.build(files, into: scratch.root + "/clean")
        } catch { Issue.record("\(error)") }
        #expect(scratch.tree() == scratch.tree(scratch.root + "/clean"), "call \(call)")
    }

    @Test(arguments: [ENOSPC, EMFILE, EROFS, EACCES])
    func namesTheFileAndTheCause(cause: Int32) throws {
        let scratch = Scratch()
        var fileSystem = FileSystem.real
        fileSystem.open = { folder, path, flags, mode in
            if String(cString: path).hasPrefix("tin/") {
                errno = cause
                return -1
            }
            return openat(folder, path, flags, mode)
        }
        #expect(throws: OutputFailure.cannotWrite(path: scratch.output + "/tin/a/index.html", errno: cause)) {
            try scratch.build(["tin/a/index.html": "1"], fileSystem)
        }
    }
}

extension FileSystem {
    /// The disk, on which the call with the number `call` fails; with `forGood`, so do all after it.
    static func failing(at call: Int, of calls: Counter = Counter(), forGood: Bool) -> FileSystem {
        let fails: @Sendable () -> Bool = {
            let number = calls.add()
            let isDue = forGood ? number >= call : number == call
            if isDue { errno = EIO }
            return isDue
        }
        let real = FileSystem.real
        var failing = real
        failing.open = { fails() ? -1 : real.open($0, $1, $2, $3) }
        failing.close = { file in
            let result = real.close(file)
            return fails() ? -1 : result
        }
        failing.read = { fails() ? -1 : real.read($0, $1, $2) }
        failing.write = { file, bytes, count in
            // Half of it reaches the disk, as when a disk fills up.
            if fails() {
                _ = real.write(file, bytes, count / 2)
                errno = EIO
                return -1
            }
            return real.write(file, bytes, count)
        }
        failing.status = { fails() ? -1 : real.status($0, $1) }
        failing.statusAt = { fails() ? -1 : real.statusAt($0, $1, $2) }
        failing.makeFolder = { fails() ? -1 : real.makeFolder($0, $1, $2) }
        failing.rename = { fails() ? -1 : real.rename($0, $1, $2) }
        failing.unlink = { fails() ? -1 : real.unlink($0, $1, $2) }
        failing.sync = { fails() ? -1 : real.sync($0) }
        return failing
    }
}
