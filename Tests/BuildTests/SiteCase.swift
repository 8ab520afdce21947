import Build
import Bytes
import Diagnostics
import Foundation
import Model
import Testing

/// A whole-site case: a folder under Tests/Sites.
///
///     site/            the input: site.yaml, content/, themes/
///     expected/        every file of the output, without `.bantin-files`; one more or less fails
///     messages.vi.txt  everything the run says in Vietnamese, paths from the folder that holds site/;
///                      messages.en.txt the same in English
///     case.txt         options, see `SiteCaseOptions`
///
/// A case whose messages hold an error has no expected/. With BANTIN_RECORD=1 what came out is written
/// there, and the run fails: somebody has to look at it.
struct SiteCase: CustomTestStringConvertible {
    let name: String
    private let root: URL
    private let options: SiteCaseOptions

    init(name: String) throws {
        self.name = name
        root = Self.folder.appending(path: name)
        options = try SiteCaseOptions(file: root.appending(path: "case.txt"))
    }

    var testDescription: String { name }

    private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent()
        .appending(path: "Sites")

    /// The names of all cases.
    static var names: [String] {
        get throws {
            try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { !$0.hasPrefix("_") }
                .sorted()
        }
    }

    func run() throws {
        let place = FileManager.default.temporaryDirectory.appending(path: "bantin-case-\(UUID().uuidString)")
        // What is left in the system's folder for temporary files harms no other case.
        defer { try? FileManager.default.removeItem(at: place) }
        let site = place.appending(path: "site")
        let output = place.appending(path: options.output)
        try CaseFiles(in: root.appending(path: "site")).replace(site)
        try addBareTheme(to: site)
        try options.prepare(site)
        let before = (site: try CaseFiles(in: site), output: try CaseFiles(in: output))
        let report = try options.run(
            BuildRequest(root: site.path, now: SiteCaseOptions.now), in: site, to: output)
        for language in Language.allCases {
            let messages = DiagnosticPrinter(language: language).text(report.diagnostics)
            try compare(
                messages: messages.replacingOccurrences(of: place.path, with: ""),
                with: "messages.\(language.rawValue).txt")
        }
        #expect(try CaseFiles(in: site) == before.site, "the run changed the site's own folder")
        let made = try CaseFiles(in: output)
        if report.hasErrors || options.isCheck {
            #expect(made == before.output, "nothing was to be written")
        } else {
            try compare(made)
        }
    }

    /// Cases that do not test themes use `theme: bare`, whose pages are short enough to read.
    private func addBareTheme(to site: URL) throws {
        let theme = try CaseFiles(in: Self.folder.appending(path: "_themes/bare"))
        try theme.replace(site.appending(path: "themes/bare"))
    }

    // MARK: Comparing

    private static var isRecording: Bool { ProcessInfo.processInfo.environment["BANTIN_RECORD"] == "1" }

    private func compare(messages: String, with name: String) throws {
        let file = root.appending(path: name)
        let isThere = FileManager.default.fileExists(atPath: file.path)
        let expected = isThere ? try Data(contentsOf: file) : Data()
        guard Data(messages.utf8) != expected else { return }
        Issue.record("\(self.name)/\(name) differs; the run says:\n\(messages)")
        guard Self.isRecording else { return }
        if messages.isEmpty {
            try FileManager.default.removeItem(at: file)
        } else {
            try Data(messages.utf8).write(to: file)
        }
    }

    private func compare(_ made: CaseFiles) throws {
        let folder = root.appending(path: "expected")
        let expected = try CaseFiles(in: folder)
        let paths = made.paths(otherThanIn: expected)
        guard !paths.isEmpty else { return }
        for path in paths {
            Issue.record("\(name)/expected/\(path) differs; the run made:\n\(made.beginning(of: path))")
        }
        if Self.isRecording { try made.replace(folder) }
    }
}

@Suite("whole sites") struct SiteCases {
    @Test(arguments: try SiteCase.names) func matches(_ name: String) throws {
        try SiteCase(name: name).run()
    }

    @Test func areFound() throws { #expect(try SiteCase.names.count >= 70) }
}
