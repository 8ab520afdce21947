import Bytes
import Content
import Files
import Output
import Threads

/// `.bantin/sources.cache` and `.bantin/sources-news.cache`: what the last builds read of content/.
struct SourceCache {
    private let folder: String

    init(siteRoot: String) { folder = siteRoot + "/.bantin" }

    /// What can be recalled: nothing when there is no cache, or one that cannot be believed. `last` is the last
    /// run with the same request; `memory` is what to recall instead of the files.
    func recall(
        _ last: LastRun?, _ request: BuildRequest, leavingOut: Set<String> = [],
        instead memory: SourceMemory? = nil
    ) -> Recall {
        Recall(
            program: Self.program, memory: memory ?? SourceMemory(contentsOf: basePath, newsAt: newsPath),
            inputs: last?.inputs ?? .unknown, addsArticles: last?.site.isKnown ?? false,
            keepsLastGood: request.lastGood, leavesOut: leavingOut)
    }

    /// Remembers `notes` while the caller goes on.
    func beginRemembering(_ notes: MemoryNotes?) -> Background<Result<Void, OutputFailure>> {
        Background { Result { () throws(OutputFailure) in if let notes { try remember(notes) } } }
    }

    /// Nothing else tells `--last-good` what articles with errors were: it is not to be lost by a kill.
    func remember(_ notes: MemoryNotes) throws(OutputFailure) {
        try notes.store { (file, pieces) throws(OutputFailure) in
            try WholeFile.write(pieces, to: file == .base ? basePath : newsPath, isSynced: false)
        }
    }

    private var basePath: String { folder + "/sources.cache" }
    private var newsPath: String { folder + "/sources-news.cache" }

    /// Stands for the running program: another version may read a source as something else.
    static let program: ContentHash = {
        let stamp = FileStamp.of("/proc/self/exe")
        guard stamp != .unknown else { return .unknown }
        return withUnsafeBytes(of: stamp) { ContentHash(of: $0) }
    }()
}
