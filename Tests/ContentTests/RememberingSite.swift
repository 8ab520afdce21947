import Bytes
import Content
import Diagnostics
import Foundation
import Glibc
import Model

/// A site that is read again and again, each time with what the reading before remembered.
final class RememberingSite {
    let folder: SiteFolder
    var program = ContentHash(high: 1, low: 2)
    var theme = "title: Sen\n"

    init(_ files: [String: String]) throws { folder = try SiteFolder(files, isBare: true) }

    var base: String { folder.path + "/sources.cache" }
    var news: String { folder.path + "/sources-news.cache" }

    var memory: SourceMemory? { SourceMemory(contentsOf: base, newsAt: news) }

    /// Reads, and remembers what was read, but for those that an unsettled stamp would make forgotten.
    @discardableResult
    func read(
        inputs: ContentHash = .unknown, keepsLastGood: Bool = false, leavesOut: Set<String> = [],
        remembers: Bool = true, threads: Int = 1
    ) throws -> ContentReading {
        let recall = Recall(
            program: program, memory: memory, inputs: inputs, keepsLastGood: keepsLastGood,
            leavesOut: leavesOut)
        let reading = ContentReader.read(
            root: folder.path, builtInThemes: builtIn, threads: threads, recall: recall)
        if remembers, let notes = reading.notes { try write(notes) }
        return reading
    }

    /// What a reading gives that remembers nothing.
    func readFromNothing() -> (Newsroom, Theme, [Diagnostic]) { folder.read(builtIn: builtIn) }

    private var builtIn: [BuiltInFile] {
        [BuiltInFile(theme: "sen", path: "theme.yaml", bytes: Array(theme.utf8))]
    }

    /// Only now are stamps of what was written before sure to change with the next edit.
    func settle() { usleep(25_000) }

    private func write(_ notes: MemoryNotes) throws {
        try notes.store { file, pieces in
            let path =
                switch file {
                case .base: base
                case .news: news
                }
            try Data(pieces.joined()).write(to: URL(fileURLWithPath: path))
        }
    }
}

extension ContentReading {
    /// The sources of the articles that were not recalled.
    var freshlyRead: [String] { newsroom.articles.filter(\.body.isLoaded).map(\.source) }

    var titles: [String] { newsroom.articles.map(\.title) }
}

/// Every stored value inside `value` with the way to it, one on a line, so that a new field is compared
/// without anybody thinking of it.
func fields(of value: Any, at path: String = "") -> [String] {
    let mirror = Mirror(reflecting: value)
    switch mirror.displayStyle {
    case nil where mirror.children.isEmpty: return ["\(path) = \(String(reflecting: value))"]
    case .enum where mirror.children.isEmpty: return ["\(path) = \(value)"]
    case .optional where mirror.children.isEmpty: return ["\(path) = nil"]
    case .collection where mirror.children.isEmpty: return ["\(path) = []"]
    default: break
    }
    return mirror.children.enumerated().flatMap { index, child in
        fields(of: child.value, at: "\(path).\(child.label ?? String(index))")
    }
}
