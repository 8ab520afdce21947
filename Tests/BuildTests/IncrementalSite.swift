import Build
import Diagnostics
import Foundation
import Glibc
import Model
import Output

/// A small site that is built again and again, and beside it, from nothing, what each build should give.
final class IncrementalSite {
    /// 2026-01-01T00:00:00Z.
    static let start = Timestamp(seconds: 1_767_225_600)

    let folder: URL

    /// The site's folder holds site.yaml with the bare theme, and `files` (path, text).
    init(_ files: [String: String]) throws {
        let place = access("/dev/shm", W_OK) == 0 ? "/dev/shm" : NSTemporaryDirectory()
        folder = URL(filePath: place).appending(path: "bantin-incremental-\(UUID().uuidString)")
        let theme = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "Sites/_themes/bare")
        try CaseFiles(in: theme).replace(folder.appending(path: "themes/bare"))
        try write("site.yaml", "title: Công đoàn\nurl: https://congdoan.example.vn/\ntheme: bare\n")
        for (path, text) in files { try write(path, text) }
    }

    deinit {
        // What is left in a folder for temporary files harms no other test.
        try? FileManager.default.removeItem(at: folder)
    }

    static func article(_ title: String, _ more: String = "") -> String {
        "---\ntitle: \(title)\ndate: 2025-06-19T08:30\n\(more)---\nNội dung của \(title).\n"
    }

    // MARK: Its files

    func url(_ path: String) -> URL { folder.appending(path: path) }

    func write(_ path: String, _ text: String) throws { try write(path, Data(text.utf8)) }

    func write(_ path: String, _ data: Data) throws {
        try FileManager.default.createDirectory(
            at: url(path).deletingLastPathComponent(), withIntermediateDirectories: true)
        try data.write(to: url(path))
    }

    func remove(_ path: String) throws { try FileManager.default.removeItem(at: url(path)) }

    func read(_ path: String) throws -> Data { try Data(contentsOf: url(path)) }

    func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: url(path).path) }

    /// The paths of what builds remember, from the site's folder.
    var caches: [String] {
        get throws {
            try FileManager.default.contentsOfDirectory(atPath: url(".bantin").path)
                .filter { $0.hasSuffix(".cache") }.sorted().map { ".bantin/" + $0 }
        }
    }

    // MARK: Building

    typealias Options = @Sendable (inout BuildRequest) -> Void

    func build(_ seconds: Int = 0, _ options: Options = { _ in }) throws -> BuildReport {
        try SiteBuild.run(request(folder, seconds, options))
    }

    /// Builds until nothing is left to be learnt: the last build found everything as it was and read nothing.
    @discardableResult
    func buildCalmly(_ seconds: Int = 0, _ options: Options = { _ in }) throws -> BuildReport {
        var report = try build(seconds, options)
        for _ in 0..<4 where !report.isQuick {
            settle()
            report = try build(seconds, options)
        }
        return report
    }

    /// Only now are stamps of what was written before sure to change with the next edit.
    func settle() { usleep(25_000) }

    private func request(_ root: URL, _ seconds: Int, _ options: Options) -> BuildRequest {
        var request = BuildRequest(
            root: root.path, now: Timestamp(seconds: Self.start.seconds + seconds))
        options(&request)
        return request
    }

    // MARK: From nothing

    /// The files of a build from nothing of the same sources, and what it says.
    private func buildFromNothing(
        _ seconds: Int, _ output: String, _ options: Options
    ) throws -> (CaseFiles, BuildReport) {
        let copy = folder.deletingLastPathComponent().appending(path: "bantin-clean-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: copy) }
        try FileManager.default.createDirectory(at: copy, withIntermediateDirectories: true)
        for name in ["content", "themes", "site.yaml", "addresses.csv"] where exists(name) {
            try FileManager.default.copyItem(at: url(name), to: copy.appending(path: name))
        }
        var request = request(copy, seconds, options)
        if request.output != nil { request.output = copy.appending(path: output).path }
        let report = try SiteBuild.run(request)
        return (try CaseFiles(in: copy.appending(path: output)), report)
    }

    /// How the last build's files and words differ from those of a build from nothing; empty when they do not.
    func differences(
        _ report: BuildReport, _ seconds: Int = 0, in output: String = "public", _ options: Options = { _ in }
    ) throws -> [String] {
        let (expected, clean) = try buildFromNothing(seconds, output, options)
        return try CaseFiles(in: url(output)).paths(otherThanIn: expected) + Self.differences(report, clean)
    }

    private static func differences(_ one: BuildReport, _ other: BuildReport) -> [String] {
        var found = one.output == nil ? ["nothing was written"] : []
        for language in Language.allCases {
            let printer = DiagnosticPrinter(language: language)
            if printer.text(one.diagnostics) != printer.text(other.diagnostics) {
                found.append(printer.text(one.diagnostics))
            }
        }
        if "\(one.summary)" != "\(other.summary)" { found.append("\(one.summary)") }
        if one.moment != other.moment { found.append("\(one.moment)") }
        if one.output?.totalFiles != other.output?.totalFiles { found.append("total of files") }
        return found
    }
}

extension BuildReport {
    /// True when nothing was planned, since nothing had changed.
    var isQuick: Bool { output != nil && plan == nil && !isRetouch }

    /// True when nothing was planned, since nothing had changed but texts.
    var isRetouch: Bool { plan == nil && times.contains { $0.name == "memory" } }
}
