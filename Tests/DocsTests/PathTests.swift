import Foundation
import Testing

/// Every path that the documentation names exists.
@Suite struct PathTests {
    private static let documents =
        ["README.md", "README.vi.md", "CONTRIBUTING.md", "CHANGELOG.md"]
        + ((try? FileManager.default.contentsOfDirectory(atPath: repository.appending(path: "docs").path))
        ?? [])
        .filter { $0.hasSuffix(".md") }.sorted().map { "docs/" + $0 }

    @Test(arguments: documents) func namesWhatExists(_ document: String) throws {
        let text = try String(contentsOf: repository.appending(path: document), encoding: .utf8)
        let folder = repository.appending(path: document).deletingLastPathComponent()
        for match in text.matches(of: /\]\(([^)#\s]+)(?:#[^)]*)?\)/) where !match.1.contains("://") {
            guard !isExample(document, String(match.1)) else { continue }
            let path = folder.appending(path: String(match.1)).path
            #expect(FileManager.default.fileExists(atPath: path), "\(document) links to \(match.1)")
        }
        for match in text.matches(of: /`((?:Sources|Tests|Benchmarks|docs|scripts)\/[A-Za-z0-9_.+\/-]+)`/) {
            let path = repository.appending(path: String(match.1)).path
            #expect(FileManager.default.fileExists(atPath: path), "\(document) names \(match.1)")
        }
        for match in text.matches(
            of:
                /`((?:Content|Markdown|Arrange|Render|Output|Build|Templates|Model|Bytes|VietnameseText)\/[A-Za-z0-9_.+\/-]+)`/
        ) {
            let path = repository.appending(path: "Sources/" + String(match.1)).path
            #expect(FileManager.default.fileExists(atPath: path), "\(document) names \(match.1)")
        }
    }

    /// The references show links of imagined articles.
    private func isExample(_ document: String, _ target: String) -> Bool {
        document.hasPrefix("docs/") && !document.hasSuffix("architecture.md") && !target.hasPrefix("docs/")
    }

    @Test func readmeIsShort() throws {
        let text = try String(contentsOf: repository.appending(path: "README.md"), encoding: .utf8)
        #expect(text.split(separator: "\n", omittingEmptySubsequences: false).count <= 121)
    }

    @Test func installStepsAreTheReadmes() throws {
        let ci = try String(contentsOf: repository.appending(path: ".ci/run"), encoding: .utf8)
        #expect(ci.contains("make test"))
    }
}
