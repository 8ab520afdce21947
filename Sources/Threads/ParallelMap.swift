internal import Synchronization

/// The results of `body` for 0 to `count - 1`, in that order, computed on up to `threads` threads.
///
/// Each thread makes a worker of its own with `makeWorker` and takes the next run of indices as soon as it
/// has done one, so that long items do not hold up a whole share.
package func parallelMap<Worker: ~Copyable, Result: Sendable>(
    count: Int, threads: Int, makeWorker: @escaping @Sendable () -> Worker,
    _ body: @escaping @Sendable (inout Worker, Int) -> Result
) -> [Result] {
    guard count > 0 else { return [] }
    return [Result](unsafeUninitializedCapacity: count) { results, filled in
        let job = Job(count: count, results: results, makeWorker: makeWorker, body: body)
        Threads.run(min(threads, job.runCount)) { _ in job.run() }
        filled = count
    }
}

/// Calls both at the same time when there are two threads, else one after the other.
package func inParallel<First: Sendable, Second: Sendable>(
    threads: Int, _ first: @escaping @Sendable () -> First, _ second: @escaping @Sendable () -> Second
) -> (First, Second) {
    guard threads > 1 else { return (first(), second()) }
    let both = Both<First, Second>()
    Threads.run(2) { number in
        if number == 0 { both.first = first() } else { both.second = second() }
    }
    // Both threads have ended.
    return (both.first!, both.second!)
}

/// Sendable: each thread writes one of the two, and the owner reads them after both have ended.
private final class Both<First, Second>: @unchecked Sendable {
    var first: First?
    var second: Second?
}

/// Sendable: `next` hands out every index once, so that no two threads write one element of `results`, and
/// the owner reads them only after every thread has ended.
private final class Job<Worker: ~Copyable, Result: Sendable>: @unchecked Sendable {
    private let count: Int
    private let results: UnsafeMutableBufferPointer<Result>
    private let makeWorker: @Sendable () -> Worker
    private let body: @Sendable (inout Worker, Int) -> Result
    private let next = Atomic<Int>(0)

    /// Small enough that threads end together, large enough that neighbours in memory stay with one thread.
    private static var length: Int { 16 }

    init(
        count: Int, results: UnsafeMutableBufferPointer<Result>, makeWorker: @escaping @Sendable () -> Worker,
        body: @escaping @Sendable (inout Worker, Int) -> Result
    ) {
        self.count = count
        self.results = results
        self.makeWorker = makeWorker
        self.body = body
    }

    /// How many runs of indices there are to take.
    var runCount: Int { (count + Self.length - 1) / Self.length }

    @Sendable func run() {
        var worker = makeWorker()
        while true {
            let start = next.add(Self.length, ordering: .relaxed).oldValue
            guard start < count else { return }
            for index in start..<min(start + Self.length, count) {
                // There is an element for each index, so the buffer has an address.
                (results.baseAddress! + index).initialize(to: body(&worker, index))
            }
        }
    }
}
