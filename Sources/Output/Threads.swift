internal import Glibc

/// Plain threads of the system: the work is system calls that block, which Swift's own pool is not for.
enum Threads {
    /// Calls `work` with each number below `count`, each on its own thread, the first on the calling one,
    /// and returns when all are done. When the system refuses a thread, the first ones do the work.
    static func run(_ count: Int, _ work: @escaping @Sendable (Int) -> Void) {
        let others = (1..<max(count, 1)).compactMap { number in start { work(number) } }
        work(0)
        for thread in others { pthread_join(thread, nil) }
    }

    private static func start(_ work: @escaping @Sendable () -> Void) -> pthread_t? {
        let task = Unmanaged.passRetained(Task(work))
        var thread = pthread_t()
        let refused = pthread_create(
            &thread, nil,
            { argument in
                Unmanaged<Task>.fromOpaque(argument!).takeRetainedValue().work()
                return nil
            }, task.toOpaque())
        if refused == 0 { return thread }
        task.release()
        return nil
    }

    private final class Task {
        let work: @Sendable () -> Void
        init(_ work: @escaping @Sendable () -> Void) { self.work = work }
    }
}
