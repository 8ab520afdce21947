import Glibc
import Output
import TestSupport
import Testing

/// Whatever was built before, and whatever hands did meanwhile: a build gives what a build into an empty folder
/// gives, and does not touch files that need no touch.
@Suite struct OutputPropertyTests {
    @Test(arguments: 0..<60)
    func equalsABuildIntoAnEmptyFolder(seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        let scratch = Scratch()
        var files = randomSite(&random)
        try scratch.build(files)
        for step in 0..<8 {
            let edited = editByHand(scratch, files, &random)
            if Bool.random(using: &random) { scratch.settle() }
            let before = scratch.stamps()
            let next = changed(files, &random)
            try scratch.build(next, threads: 1 + step % 3)
            let clean = scratch.root + "/clean-\(step)"
            try scratch.build(next, into: clean)
            #expect(scratch.tree() == scratch.tree(clean), "seed \(seed), step \(step)")
            let after = scratch.stamps()
            for (path, text) in next where files[path] == text && !edited.contains(path) {
                #expect(after[path] == before[path], "\(path), seed \(seed), step \(step)")
            }
            files = next
        }
    }

    private func randomSite(_ random: inout SeededRandom) -> [String: String] { changed([:], &random) }

    /// Paths that clash as files and folders from build to build.
    private static let paths = [
        "index.html", "a/index.html", "a/b/index.html", "a/b/c/index.html", "d", "d/e", "d/e/f.html",
        "the/x.html",
        "the/y/z.html", "css/sen.css", "Đảng/ủy.html", "tin tức/bài.html", "t", "tin.html",
    ]

    private func changed(_ files: [String: String], _ random: inout SeededRandom) -> [String: String] {
        var next = files
        for _ in 0..<Int.random(in: 0...6, using: &random) {
            let path = Self.paths.randomElement(using: &random)!
            for other in next.keys where other.hasPrefix(path + "/") || path.hasPrefix(other + "/") {
                next[other] = nil
            }
            next[path] =
                Int.random(in: 0..<4, using: &random) == 0
                ? nil : "text \(Int.random(in: 0..<4, using: &random))"
        }
        return next
    }

    /// Returns the paths of the files that are other than the build left them.
    private func editByHand(
        _ scratch: Scratch, _ files: [String: String], _ random: inout SeededRandom
    ) -> Set<String> {
        if Int.random(in: 0..<6, using: &random) == 0 {
            Scratch.run(["rm", "-rf", scratch.site + "/.bantin"])
        }
        if Int.random(in: 0..<6, using: &random) == 0, !scratch.tree(scratch.site + "/.bantin").isEmpty {
            scratch.delete("site/public/.bantin-files")
        }
        var edited: Set<String> = []
        for path in files.keys.sorted() where Int.random(in: 0..<5, using: &random) == 0 {
            edited.insert(path)
            switch Int.random(in: 0..<3, using: &random) {
            case 0: scratch.delete("site/public/" + path)
            case 1: scratch.put("TEXT 0", at: "site/public/" + path)
            default: scratch.put("longer than before", at: "site/public/" + path)
            }
        }
        return edited
    }
}
