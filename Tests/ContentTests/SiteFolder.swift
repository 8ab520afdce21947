import Content
import Diagnostics
import Foundation
import Model

/// A site in a folder of its own that is deleted with it.
final class SiteFolder {
    let path: String

    static let siteFile = "title: Công đoàn\nurl: https://congdoan.example.vn/\n"
    static let sen = BuiltInFile(theme: "sen", path: "theme.yaml", bytes: Array("title: Sen\n".utf8))

    /// Writes `files`, and a site.yaml and one article unless `isBare`.
    init(_ files: [String: String] = [:], isBare: Bool = false) throws {
        path = FileManager.default.temporaryDirectory.path + "/bantin-content-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        if !isBare {
            try write("site.yaml", Self.siteFile)
            try write("content/tin-tuc/bai.md", "---\ntitle: Bài\ndate: 19/06/2024\n---\n")
        }
        for (file, text) in files { try write(file, text) }
    }

    deinit {
        // A folder that cannot be deleted stays in the system's temporary folder, which is cleaned anyway.
        try? FileManager.default.removeItem(atPath: path)
    }

    func write(_ file: String, _ text: String) throws {
        try write(file, bytes: Array(text.utf8))
    }

    func write(_ file: String, bytes: [UInt8]) throws {
        let whole = path + "/" + file
        let folder = (whole as NSString).deletingLastPathComponent
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try Data(bytes).write(to: URL(fileURLWithPath: whole))
    }

    func remove(_ file: String) throws {
        try FileManager.default.removeItem(atPath: path + "/" + file)
    }

    func link(_ file: String, to target: String) throws {
        try FileManager.default.createSymbolicLink(atPath: path + "/" + file, withDestinationPath: target)
    }

    func read(threads: Int = 1, builtIn: [BuiltInFile] = [SiteFolder.sen]) -> (Newsroom, Theme, [Diagnostic])
    {
        ContentReader.read(root: path, builtInThemes: builtIn, threads: threads)
    }

    /// What `read` prints.
    func messages(_ language: Language = .vietnamese, builtIn: [BuiltInFile] = [SiteFolder.sen]) -> String {
        DiagnosticPrinter(language: language).text(read(builtIn: builtIn).2)
    }
}

/// What is printed for one article, content/tin-tuc/x.md.
func messages(article: String, _ language: Language = .vietnamese) throws -> String {
    try SiteFolder(["content/tin-tuc/x.md": article]).messages(language)
}

/// What is printed for an article with these lines of front matter.
func messages(frontMatter: String, _ language: Language = .vietnamese) throws -> String {
    try messages(article: "---\ntitle: Bài\ndate: 19/06/2024\n\(frontMatter)\n---\n", language)
}

/// The article with these lines of front matter, which must give no message.
func article(_ frontMatter: String) throws -> Article {
    let site = try SiteFolder(["content/tin-tuc/x.md": "---\n\(frontMatter)\n---\n"])
    let (newsroom, _, diagnostics) = site.read()
    guard diagnostics.isEmpty, let article = newsroom.articles.last else {
        throw Unexpected(text: DiagnosticPrinter(language: .vietnamese).text(diagnostics))
    }
    return article
}

struct Unexpected: Error {
    let text: String
}

/// What is printed for a site.yaml with these further lines.
func messages(site: String, _ language: Language = .vietnamese) throws -> String {
    try SiteFolder(["site.yaml": SiteFolder.siteFile + site + "\n"]).messages(language)
}
