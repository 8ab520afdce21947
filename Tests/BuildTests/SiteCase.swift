import Build
import Diagnostics
import Foundation
import Model
import Testing

/// A whole-site case: a folder under Tests/Sites.
///
///     site/            the input: site.yaml, content/, themes/
///     expected/        every file of the output, without `.bantin-files`; one more or less fails
///     messages.vi.txt  everything the run says in Vietnamese; messages.en.txt the same in English
///     case.txt         lines `at: 2026-01-01`, `base-url: …`, `drafts`, `check`
///
/// A case whose messages hold an error has no expected/. With BANTIN_RECORD=1 what came out is written
/// there, and the run fails: somebody has to look at it.
struct SiteCase: CustomTestStringConvertible {
    let name: String

    var testDescription: String { name }

    static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Sites")

    /// All cases, by name.
    static var all: [SiteCase] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return names.filter { !$0.hasPrefix("_") && !$0.hasPrefix(".") }.sorted().map { SiteCase(name: $0) }
    }

    private var root: URL { Self.folder.appending(path: name) }

    func run() throws {
        let place = FileManager.default.temporaryDirectory.appending(path: "bantin-case-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: place) }
        let site = place.appending(path: "site")
        try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
        try FileManager.default.copyItem(at: root.appending(path: "site"), to: site)
        try Self.addBareTheme(to: site)
        let output = place.appending(path: "out")
        let report = try run(site.path, output.path)
        for language in Language.allCases {
            try compare(
                messages: DiagnosticPrinter(language: language).text(report.diagnostics),
                with: "messages.\(language.rawValue).txt")
        }
        let made = try Self.files(in: output)
        if report.hasErrors {
            #expect(made.isEmpty, "a build with errors wrote \(made.keys.sorted())")
        } else if !options.contains("check") {
            try compare(files: made)
        }
    }

    private func run(_ site: String, _ output: String) throws -> BuildReport {
        var request = BuildRequest(root: site, now: Timestamp(seconds: 1_767_225_600))
        request.output = output
        request.threads = 2
        for option in options {
            let parts = option.split(separator: ":", maxSplits: 1).map { $0.trimmingCharacters(in: .whitespaces) }
            switch parts[0] {
            case "at": request.at = parts[1]
            case "base-url": request.baseURL = parts[1]
            case "drafts": request.drafts = true
            case "check": request.strict = true
            default: Issue.record("case.txt: unknown option \(option)")
            }
        }
        return options.contains("check") ? SiteBuild.check(request) : try SiteBuild.run(request)
    }

    private var options: [String] {
        let text = (try? String(contentsOf: root.appending(path: "case.txt"), encoding: .utf8)) ?? ""
        return text.split(separator: "\n").map(String.init)
    }

    /// Cases that do not test themes use `theme: bare`, whose pages are short enough to read.
    private static func addBareTheme(to site: URL) throws {
        let themes = site.appending(path: "themes")
        let bare = themes.appending(path: "bare")
        guard !FileManager.default.fileExists(atPath: bare.path) else { return }
        try FileManager.default.createDirectory(at: themes, withIntermediateDirectories: true)
        try FileManager.default.copyItem(at: folder.appending(path: "_themes/bare"), to: bare)
    }

    // MARK: Comparing

    private static var isRecording: Bool { ProcessInfo.processInfo.environment["BANTIN_RECORD"] == "1" }

    private func compare(messages: String, with name: String) throws {
        let file = root.appending(path: name)
        let expected = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
        guard Array(messages.utf8) != Array(expected.utf8) else { return }
        if Self.isRecording {
            if messages.isEmpty {
                try FileManager.default.removeItem(at: file)
            } else {
                try messages.write(to: file, atomically: true, encoding: .utf8)
            }
        }
        Issue.record("\(self.name)/\(name) differs; the run says:\n\(messages)")
    }

    private func compare(files made: [String: Data]) throws {
        let folder = root.appending(path: "expected")
        let expected = try Self.files(in: folder)
        guard made != expected else { return }
        for name in Set(made.keys).union(expected.keys).sorted() where made[name] != expected[name] {
            let text = made[name].map { String(decoding: $0.prefix(4000), as: UTF8.self) } ?? "no such file"
            Issue.record("\(self.name)/expected/\(name) differs; the run made:\n\(text)")
        }
        guard Self.isRecording else { return }
        try? FileManager.default.removeItem(at: folder)
        for (name, data) in made {
            let file = folder.appending(path: name)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try data.write(to: file)
        }
    }

    /// The files under `folder` by their paths in it, without the build's own list.
    private static func files(in folder: URL) throws -> [String: Data] {
        guard FileManager.default.fileExists(atPath: folder.path) else { return [:] }
        var files: [String: Data] = [:]
        for path in try FileManager.default.subpathsOfDirectory(atPath: folder.path) {
            var isFolder: ObjCBool = false
            let full = folder.appending(path: path)
            FileManager.default.fileExists(atPath: full.path, isDirectory: &isFolder)
            guard !isFolder.boolValue, path != ".bantin-files" else { continue }
            files[path] = try Data(contentsOf: full)
        }
        return files
    }
}

@Suite("whole sites") struct SiteCases {
    @Test(arguments: SiteCase.all) func matches(_ site: SiteCase) throws { try site.run() }

    @Test func areFound() { #expect(SiteCase.all.count >= 30) }
}
