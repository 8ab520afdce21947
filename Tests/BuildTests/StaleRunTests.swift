import Build
import Bytes
import Foundation
import Glibc
import Model
import Testing

/// What an earlier run said is only true while the output is that run's: a run that is not remembered
/// makes it void.
@Suite struct StaleRunTests {
    private func site() throws -> IncrementalSite {
        let site = try IncrementalSite([
            "content/tin-tuc/a.md": IncrementalSite.article("Một"),
            "content/tin-tuc/b.md": IncrementalSite.article("Hai", "draft: true\n"),
        ])
        site.settle()
        try site.buildCalmly()
        return site
    }

    /// A file whose time lies ahead, as a camera or another computer writes it, is never settled: runs with it
    /// are not remembered.
    @Test func aRunWithAFileFromTheFuture() throws {
        let site = try site()
        try site.write("content/tin-tuc/x.pdf", "pdf")
        let ahead = [
            timespec(tv_sec: 4_000_000_000, tv_nsec: 0), timespec(tv_sec: 4_000_000_000, tv_nsec: 0),
        ]
        #expect(utimensat(AT_FDCWD, site.url("content/tin-tuc/x.pdf").path, ahead, 0) == 0)
        for _ in 0..<3 {
            _ = try site.build()
            site.settle()
        }
        #expect(site.exists("public/tin-tuc/x.pdf"))
        try site.remove("content/tin-tuc/x.pdf")
        let report = try site.build()
        #expect(!site.exists("public/tin-tuc/x.pdf"))
        #expect(try site.differences(report) == [])
    }

    /// With errors a run is not remembered.
    @Test func aRunWithErrorsAndOtherFlags() throws {
        let site = try site()
        let drafts: IncrementalSite.Options = { [folder = site.folder] in
            ($0.output, $0.drafts) = (folder.appending(path: "out").path, true)
        }
        try site.buildCalmly(0, drafts)
        try site.write("content/tin-tuc/hong.md", "---\ntitle: Hỏng\n---\n")
        for _ in 0..<3 {
            _ = try site.build(0) { [folder = site.folder] in
                ($0.output, $0.lastGood) = (folder.appending(path: "out").path, true)
            }
            site.settle()
        }
        try site.remove("content/tin-tuc/hong.md")
        let report = try site.build(0, drafts)
        #expect(try site.differences(report, 0, in: "out", drafts) == [])
    }

    /// One folder under two names.
    @Test func aRunIntoTheSameFolderByAnotherName() throws {
        let site = try site()
        try FileManager.default.createDirectory(at: site.url("out"), withIntermediateDirectories: true)
        #expect(symlink("out", site.url("link").path) == 0)
        func into(_ name: String) -> IncrementalSite.Options {
            { [folder = site.folder] in $0.output = folder.appending(path: name).path }
        }
        try site.buildCalmly(0, into("out"))
        try site.write("content/tin-tuc/x.pdf", "pdf")
        site.settle()
        try site.buildCalmly(0, into("link"))
        try site.remove("content/tin-tuc/x.pdf")
        let report = try site.build(0, into("out"))
        #expect(try site.differences(report, 0, in: "out", into("out")) == [])
    }
}
