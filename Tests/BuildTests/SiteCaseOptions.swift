import Build
import Foundation
import Glibc
import Model
import Testing

/// What case.txt says of a whole-site case, one option on a line:
///
///     at: 2026-01-01                         the build moment; else 2026-01-01T00:00:00Z
///     base-url: https://b.example/           replaces `url:` of site.yaml
///     drafts                                 builds with drafts
///     check                                  checks only, as strictly as `bantin check`
///     output: site/content/x                 the output folder, from the folder that holds site/
///     generate: content/tin/x.md 10485761    makes a file of so many bytes, which git need not keep
///     folder: content/tin                    makes an empty folder, which git cannot keep
///     unreadable: content/tin/x.md           takes the right to read; root reads it all the same
struct SiteCaseOptions {
    /// What the clock shows in every case.
    static let now = Timestamp(seconds: 1_767_225_600)

    private var lines: [(key: String, value: String)] = []

    /// A case without the file has no options.
    init(file: URL) throws {
        guard FileManager.default.fileExists(atPath: file.path) else { return }
        lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map { line in
            let parts = line.split(separator: ":", maxSplits: 1).map {
                $0.trimmingCharacters(in: .whitespaces)
            }
            return (parts[0], parts.count > 1 ? parts[1] : "")
        }
    }

    var isCheck: Bool { lines.contains { $0.key == "check" } }

    var output: String { lines.first { $0.key == "output" }?.value ?? "out" }

    /// Does to the copy of the site what a folder in git cannot hold.
    func prepare(_ site: URL) throws {
        for (key, value) in lines {
            switch key {
            case "generate": try generate(value, in: site)
            case "folder":
                try FileManager.default.createDirectory(
                    at: site.appending(path: value), withIntermediateDirectories: true)
            default: break
            }
        }
    }

    private func generate(_ value: String, in site: URL) throws {
        let parts = value.split(separator: " ")
        let bytes = try #require(parts.count == 2 ? Int(parts[1]) : nil, "generate: \(value)")
        try Data(repeating: UInt8(ascii: "a"), count: bytes).write(to: site.appending(path: String(parts[0])))
    }

    func run(_ request: BuildRequest, in site: URL, to output: URL) throws -> BuildReport {
        var request = request
        request.output = output.path
        let closed = lines.filter { $0.key == "unreadable" }.map { site.appending(path: $0.value).path }
        if !closed.isEmpty, geteuid() == 0 { try Test.cancel("root reads everything") }
        for path in closed { #expect(chmod(path, 0) == 0) }
        defer { for path in closed { #expect(chmod(path, 0o700) == 0) } }
        for (key, value) in lines {
            switch key {
            case "at": request.at = value
            case "base-url": request.baseURL = value
            case "drafts": request.drafts = true
            case "check": request.strict = true
            case "output", "generate", "folder", "unreadable": break
            default: Issue.record("case.txt: unknown option \(key)")
            }
        }
        return isCheck ? SiteBuild.check(request) : try SiteBuild.run(request)
    }
}
