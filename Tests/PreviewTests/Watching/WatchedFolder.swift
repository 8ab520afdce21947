import Foundation
import Synchronization

@testable import Preview

/// A site's folder of one test, and what was told of its changes.
final class WatchedFolder: Sendable {
    let root: URL
    private let told = Mutex<[SiteChange]>([])
    private let asked = Mutex<Set<String>>([])

    init() throws {
        root = FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
            .appendingPathComponent("bantin-watch-\(UUID().uuidString)")
        try make("content/tin-tuc")
        try make("themes")
        try write("site.yaml", "title: x\n")
        try write("content/tin-tuc/a.md", "a")
    }

    deinit { try? FileManager.default.removeItem(at: root) }

    var site: WatchedSite { WatchedSite(root: root.path) }

    /// What is told from now on is kept here.
    func hear(_ change: SiteChange) { told.withLock { $0.append(change) } }

    /// The paths that were waited for so far.
    var known: Set<String> { asked.withLock { $0 } }

    /// Waits for as many changes as it takes until `paths` have been told, at most a minute; returns each.
    func changes(until paths: Set<String>) async throws -> [SiteChange] {
        asked.withLock { $0.formUnion(paths) }
        let end = ContinuousClock.now + .seconds(60)
        while ContinuousClock.now < end {
            let changes = told.withLock { $0 }
            if paths.isSubset(of: changes.reduce(into: Set()) { $0.formUnion($1.paths) }) { break }
            try await Task.sleep(for: .milliseconds(10))
        }
        return told.withLock { told in
            defer { told = [] }
            return told
        }
    }

    func url(_ path: String) -> URL { root.appendingPathComponent(path) }

    func make(_ folder: String) throws {
        try FileManager.default.createDirectory(at: url(folder), withIntermediateDirectories: true)
    }

    func write(_ path: String, _ text: String) throws {
        try Data(text.utf8).write(to: url(path))
    }

    func move(_ path: String, to other: String) throws {
        try FileManager.default.moveItem(at: url(path), to: url(other))
    }

    func remove(_ path: String) throws { try FileManager.default.removeItem(at: url(path)) }
}
