internal import Synchronization

/// Hands out entries to threads, a few consecutive ones at a time.
final class WriteQueue: Sendable {
    /// Small enough that no thread waits long for the last; large enough, where there are many, that the counter is not
    /// felt, and neighbours, which often share a folder, stay on one thread.
    private let chunk: Int
    private static let mostInAChunk = 8
    private let entries: [Int]
    private let stretches: [Stretch]

    /// Hands out `entries` in their order; with more than one of `stretches`, each in its order.
    ///
    /// While one thread makes a name in a folder, another waits: in the order of paths, a stretch for each
    /// thread keeps them in different folders.
    init(_ entries: [Int], stretches count: Int = 1) {
        self.entries = entries
        chunk = min(max(entries.count / 256, 1), Self.mostInAChunk)
        let ends = (0...max(count, 1)).map { entries.count * $0 / max(count, 1) }
        stretches = zip(ends, ends.dropFirst()).map { Stretch($0..<$1) }
    }

    /// How many threads find enough to do.
    var threadCount: Int { (entries.count + Self.mostInAChunk - 1) / Self.mostInAChunk }

    /// Takes from the stretch of `thread` and, when that is used up, from the others. Nil when all entries are
    /// handed out.
    func take(for thread: Int) -> ArraySlice<Int>? {
        for step in stretches.indices {
            if let taken = stretches[(thread + step) % stretches.count].take(chunk) {
                return entries[taken]
            }
        }
        return nil
    }

    private final class Stretch: Sendable {
        private let next: Atomic<Int>
        private let end: Int

        init(_ range: Range<Int>) {
            next = Atomic(range.lowerBound)
            end = range.upperBound
        }

        func take(_ count: Int) -> Range<Int>? {
            let start = next.add(count, ordering: .relaxed).oldValue
            return start < end ? start..<min(start + count, end) : nil
        }
    }
}
