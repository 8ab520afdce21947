internal import Synchronization

#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#endif

/// The results of `body` for 0 to `count - 1`, in that order, computed on up to `threads` threads.
///
/// Each thread makes a worker of its own with `makeWorker` and takes the next run of indices as soon as it
/// has done one, so that long items do not hold up a whole share.
func parallelMap<Worker: ~Copyable, Result: Sendable>(
    count: Int, threads: Int, makeWorker: @escaping @Sendable () -> Worker,
    _ body: @escaping @Sendable (inout Worker, Int) -> Result
) -> [Result] {
    guard count > 0 else { return [] }
    return [Result](unsafeUninitializedCapacity: count) { results, filled in
        let job = Job(count: count, results: results, makeWorker: makeWorker, body: body)
        let helpers = (1..<max(1, min(threads, count))).compactMap { _ in Thread.start(job.run) }
        job.run()
        for helper in helpers { helper.join() }
        filled = count
    }
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
    private static var run: Int { 16 }

    init(
        count: Int, results: UnsafeMutableBufferPointer<Result>, makeWorker: @escaping @Sendable () -> Worker,
        body: @escaping @Sendable (inout Worker, Int) -> Result
    ) {
        self.count = count
        self.results = results
        self.makeWorker = makeWorker
        self.body = body
    }

    @Sendable func run() {
        var worker = makeWorker()
        while true {
            let start = next.add(Self.run, ordering: .relaxed).oldValue
            guard start < count else { return }
            for index in start..<min(start + Self.run, count) {
                // There is an element for each index, so the buffer has an address.
                (results.baseAddress! + index).initialize(to: body(&worker, index))
            }
        }
    }
}

/// A thread of the system.
private struct Thread {
    private let handle: pthread_t

    /// Starts `work`; nil when the machine has no thread to give, in which case others do its share.
    static func start(_ work: @escaping @Sendable () -> Void) -> Thread? {
        var handle = pthread_t()
        let box = Unmanaged.passRetained(Work(work))
        let code = pthread_create(
            &handle, nil,
            { box in
                // pthread hands back the pointer that `start` gave it.
                Unmanaged<Work>.fromOpaque(box!).takeRetainedValue().body()
                return nil
            }, box.toOpaque())
        guard code == 0 else {
            box.release()
            return nil
        }
        return Thread(handle: handle)
    }

    func join() { pthread_join(handle, nil) }
}

private final class Work: Sendable {
    let body: @Sendable () -> Void

    init(_ body: @escaping @Sendable () -> Void) {
        self.body = body
    }
}
