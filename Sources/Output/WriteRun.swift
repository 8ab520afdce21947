internal import Bytes
internal import Model
internal import Synchronization
internal import Threads

/// The writing of one plan: what its threads share.
final class WriteRun: Sendable {
    let plan: Plan
    let paths: PathTable
    let siteRoot: String
    let folder: Folder
    let obstacles: Obstacles
    /// Nil in a staging folder: what is there is no matter of the next build.
    let journal: Journal?
    let progress: WriteProgress?
    private let comparison: Comparison
    let parts: PartComparison
    /// Each is set by the one thread that took its entry from the queue.
    private let outcomes: Slots<Outcome>
    private let failure = Mutex<(entry: Int, failure: OutputFailure)?>(nil)
    private let failed = Atomic(false)

    init(
        _ plan: Plan, paths: PathTable, _ comparison: Comparison, siteRoot: String, folder: Folder,
        obstacles: Obstacles, journal: Journal?, progress: WriteProgress?
    ) {
        self.plan = plan
        self.paths = paths
        self.comparison = comparison
        parts = comparison.parts
        self.siteRoot = siteRoot
        self.folder = folder
        self.journal = journal
        self.obstacles = obstacles
        self.progress = progress
        outcomes = Slots(repeating: Outcome(), count: plan.entries.count)
    }

    /// What the last build knew of the file of an entry; nil for one it did not write.
    func known(_ entry: Int) -> FileRecord? { comparison.known(entry) }

    /// Whether that file was seen to stand as it is known.
    func stands(_ entry: Int) -> Bool { comparison.stands[entry] }

    /// Works the queues off on `threads` threads, one after another. Throws the failure that stands first in the
    /// plan.
    func run(_ queues: [WriteQueue], threads: Int) throws(OutputFailure) -> [Outcome] {
        let writers = (0..<max(threads, 1)).map { FileWriter(self, thread: $0) }
        for queue in queues where !hasFailed {
            Threads.run(min(writers.count, queue.threadCount)) { writers[$0].drain(queue, thread: $0) }
        }
        if let first = failure.withLock({ $0 }) { throw first.failure }
        return outcomes.takeAll()
    }

    /// True when nothing stands in the folder and nobody looks at it.
    var isStaged: Bool { journal == nil }

    var hasFailed: Bool { failed.load(ordering: .relaxed) }

    func fail(_ failure: OutputFailure, at entry: Int) {
        self.failure.withLock { first in
            if first.map({ entry < $0.entry }) ?? true { first = (entry, failure) }
        }
        failed.store(true, ordering: .relaxed)
    }

    func finish(_ entry: Int, _ outcome: Outcome) { outcomes[entry] = outcome }
}

/// What became of an entry.
struct Outcome: Sendable {
    enum Change: UInt8, Sendable { case unchanged, added, changed }

    var change = Change.unchanged
    var record = FileRecord(hash: .unknown)
    /// 0 for an unchanged file.
    var bytesWritten = 0
}
