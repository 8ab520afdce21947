import Build
import Bytes
import Foundation
import Glibc
import Model
import Output
import Testing

/// `build --verify` compares what was built with a build from nothing.
@Suite struct VerifiedBuildTests {
    private func site() throws -> IncrementalSite {
        let site = try IncrementalSite([
            "content/tin-tuc/a.md": IncrementalSite.article("Một"),
            "content/tin-tuc/b.md": IncrementalSite.article("Hai"),
        ])
        site.settle()
        try site.buildCalmly()
        return site
    }

    @Test func withoutBeingAskedNothingIsVerified() throws {
        let report = try site().build()
        #expect(!report.isVerified && report.difference == nil)
    }

    @Test func everyKindOfBuildIsVerified() throws {
        let site = try site()
        let quick = try site.build { $0.verify = true }
        #expect(quick.isQuick && quick.isVerified && quick.difference == nil)
        try site.write("content/tin-tuc/a.md", IncrementalSite.article("Một khác"))
        let full = try site.build { $0.verify = true }
        #expect(!full.isQuick && full.isVerified && full.difference == nil)
        let drafts = try site.build(100) { [folder = site.folder] in
            ($0.verify, $0.drafts, $0.baseURL) = (true, true, "https://khac.example.vn/a/")
            $0.output = folder.appending(path: "out").path
        }
        #expect(drafts.isVerified && drafts.difference == nil)
    }

    /// A page that somebody changed, and a record in the cache that says nobody did: no user can do that, and a
    /// wrong fingerprint would look the same.
    @Test func aPageThatTheCacheWronglyBelievesIsFound() throws {
        let site = try site()
        let text = try String(decoding: site.read("public/index.html"), as: UTF8.self)
        try site.write("public/index.html", text.replacingOccurrences(of: ">Hai<", with: ">Hái<"))
        try Self.restamp(site, "index.html")
        for _ in 0..<2 {
            let report = try site.build { $0.verify = true }
            #expect(report.isVerified)
            #expect(report.difference?.path == "index.html")
            let line = text.split(separator: "\n", omittingEmptySubsequences: false)
                .firstIndex { $0.contains(">Hai<") }.map { $0 + 1 }
            #expect(report.difference?.kind == .bytes(line: try #require(line)))
        }
        // Without the cache the page is looked at, and restored.
        for cache in try site.caches { try site.remove(cache) }
        #expect(try site.build { $0.verify = true }.difference == nil)
    }

    /// Writes the present stamp of public/`path` into the record of the output's cache, and makes the cache whole.
    private static func restamp(_ site: IncrementalSite, _ path: String) throws {
        let cache = try #require(try site.caches.first { $0.hasPrefix(".bantin/output-") })
        var words = try site.read(cache)
        func word(_ index: Int) -> UInt64 {
            words[(8 * index)..<(8 * index + 8)].withUnsafeBytes { $0.loadUnaligned(as: UInt64.self) }
        }
        func set(_ index: Int, _ value: UInt64) {
            words.replaceSubrange(
                (8 * index)..<(8 * index + 8), with: withUnsafeBytes(of: value) { Data($0) })
        }
        // A head of eleven words, then nine words for each file, five for each shared part, one for each of their
        // places, half words for texts, then the paths.
        let (count, parts, texts) = (Int(word(7)), Int(word(8)), Int(word(10)))
        let places = (0..<count).reduce(0) { $0 + Int(word(11 + 9 * $1 + 8) & 0xFFFF_FFFF) }
        let start = 8 * (11 + 9 * count + 5 * parts + places) + 4 * texts
        let paths = words[start...].split(separator: 0).map {
            String(decoding: $0, as: UTF8.self)
        }
        let record = 11 + 9 * (try #require(paths.firstIndex(of: path)))
        var status = stat()
        #expect(stat(site.url("public/" + path).path, &status) == 0)
        func nanoseconds(_ time: timespec) -> UInt64 {
            UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
        }
        set(record + 4, UInt64(status.st_size))
        set(record + 5, nanoseconds(status.st_mtim))
        set(record + 6, nanoseconds(status.st_ctim))
        set(record + 7, UInt64(status.st_ino))
        let hash = ContentHash(of: Array(words[24...]))
        set(1, hash.high)
        set(2, hash.low)
        try site.write(cache, words)
    }

    @Test func withErrorsThereIsNothingToVerify() throws {
        let site = try site()
        try site.write("content/tin-tuc/a.md", "---\ntitle: a\n---\n")
        let report = try site.build { $0.verify = true }
        #expect(report.output == nil && !report.isVerified)
    }
}
