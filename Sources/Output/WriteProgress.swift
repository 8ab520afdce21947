internal import Synchronization

/// How many files of a build are done, for whoever wants to show it while the build runs.
///
/// The threads that write count a few files at a time, so that they do not feel it.
package final class WriteProgress: Sendable {
    private let total = Atomic(0)
    private let done = Atomic(0)

    package init() {}

    /// Nil before the first file. A file that is compared and left as it is counts, too.
    package var state: (done: Int, total: Int)? {
        let total = total.load(ordering: .relaxed)
        return total == 0 ? nil : (min(done.load(ordering: .relaxed), total), total)
    }

    /// Starts from 0 of `total` files.
    func begin(total: Int) {
        done.store(0, ordering: .relaxed)
        self.total.store(total, ordering: .relaxed)
    }

    func advance(by count: Int) { done.add(count, ordering: .relaxed) }
}
