internal import Model
internal import Synchronization

/// The writing of one plan: what its threads share.
///
/// `@unchecked Sendable`: everything is constant but the outcomes, of which each is set by the one thread that
/// took its entry from the queue and read after all threads are done.
final class WriteRun: @unchecked Sendable {
    let plan: Plan
    let paths: PathTable
    let siteRoot: String
    let folder: Folder
    let journal: Journal
    let obstacles: Obstacles
    /// Nothing stands in the folder: nothing is compared.
    let isCold: Bool
    private let known: [FileRecord?]
    private let outcomes: UnsafeMutableBufferPointer<Outcome>
    private let failure = Mutex<(entry: Int, failure: OutputFailure)?>(nil)
    private let failed = Atomic(false)

    /// `known`: for each entry what the last build knew of its file; nil for a file it did not write.
    init(
        _ plan: Plan, paths: PathTable, known: [FileRecord?], isCold: Bool, siteRoot: String, folder: Folder,
        journal: Journal, obstacles: Obstacles
    ) {
        self.plan = plan
        self.paths = paths
        self.known = known
        self.isCold = isCold
        self.siteRoot = siteRoot
        self.folder = folder
        self.journal = journal
        self.obstacles = obstacles
        outcomes = .allocate(capacity: plan.entries.count)
        outcomes.initialize(repeating: Outcome())
    }

    deinit { outcomes.deallocate() }

    func known(_ entry: Int) -> FileRecord? { known[entry] }

    /// Runs all phases on `threads` threads. Throws the failure that stands first in the plan.
    func run(threads: Int) throws(OutputFailure) -> [Outcome] {
        let writers = (0..<max(threads, 1)).map { FileWriter(self, thread: $0) }
        for phase in WritePhase.allCases where !failed.load(ordering: .relaxed) {
            let queue = WriteQueue(plan.entries.indices.filter { plan.entries[$0].phase == phase })
            Threads.run(min(writers.count, queue.chunkCount)) { writers[$0].drain(queue) }
        }
        if let first = failure.withLock({ $0 }) { throw first.failure }
        return Array(outcomes)
    }

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

/// Hands out the entries of one phase, a few consecutive ones at a time.
final class WriteQueue: Sendable {
    /// Small enough that no thread waits long for the last; large enough that the counter is not felt, and
    /// neighbours, which often share a folder, stay on one thread.
    private static let chunk = 8

    private let entries: [Int]
    private let next = Atomic(0)

    init(_ entries: [Int]) { self.entries = entries }

    var chunkCount: Int { (entries.count + Self.chunk - 1) / Self.chunk }

    /// Nil when all are handed out.
    func take() -> ArraySlice<Int>? {
        let start = next.add(Self.chunk, ordering: .relaxed).oldValue
        return start < entries.count ? entries[start..<min(start + Self.chunk, entries.count)] : nil
    }
}
