internal import Glibc

/// Plain threads of the system: what they do is long and blocks, which Swift's own pool is not for.
package enum Threads {
    /// Calls `work` with each number below `count`, each on its own thread, the first on the calling one,
    /// and returns when all are done. What the system has no thread for is done on the calling one, too.
    package static func run(_ count: Int, _ work: @escaping @Sendable (Int) -> Void) {
        var refused: [Int] = []
        var started: [pthread_t] = []
        for number in 1..<max(count, 1) {
            if let thread = start({ work(number) }) { started.append(thread) } else { refused.append(number) }
        }
        work(0)
        refused.forEach(work)
        for thread in started { pthread_join(thread, nil) }
    }

    /// Calls `work` with consecutive ranges that make up the numbers below `count`, on as many threads.
    package static func run(
        _ threads: Int, sharing count: Int, _ work: @escaping @Sendable (Range<Int>) -> Void
    ) {
        let parts = max(threads, 1)
        run(parts) { part in work((count * part / parts)..<(count * (part + 1) / parts)) }
    }

    /// Tells the calling thread from all others that run.
    package static var current: UInt { UInt(pthread_self()) }

    /// What `work` gives on a thread of its own: tasks go on meanwhile.
    package static func value<Value: Sendable>(of work: @escaping @Sendable () -> Value) async -> Value {
        await withCheckedContinuation { done in
            if let thread = start({ done.resume(returning: work()) }) {
                pthread_detach(thread)
            } else {
                done.resume(returning: work())
            }
        }
    }

    static func start(_ work: @escaping @Sendable () -> Void) -> pthread_t? {
        let task = Unmanaged.passRetained(Task(work))
        var thread = pthread_t()
        let refused = pthread_create(
            &thread, nil,
            { argument in
                // pthread hands back the pointer that `start` gave it.
                let task = Unmanaged<Task>.fromOpaque(argument!).takeRetainedValue()
                task.work()
                return nil
            }, task.toOpaque())
        if refused == 0 { return thread }
        task.release()
        return nil
    }

    private final class Task: Sendable {
        let work: @Sendable () -> Void
        init(_ work: @escaping @Sendable () -> Void) { self.work = work }
    }
}
