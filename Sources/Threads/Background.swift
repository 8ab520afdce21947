internal import Glibc

/// A value that a thread of its own works out while the caller does something else.
///
/// `@unchecked Sendable`: the thread alone writes the value, and it is read after the thread has been joined. One
/// thread asks for it.
package final class Background<Value: Sendable>: @unchecked Sendable {
    private final class Place: @unchecked Sendable { var value: Value? }

    private let work: @Sendable () -> Value
    private let place = Place()
    private var thread: pthread_t?

    package init(_ work: @escaping @Sendable () -> Value) {
        self.work = work
        thread = Threads.start { [place] in place.value = work() }
    }

    deinit { join() }

    /// Waits for the value. Where the system had no thread for it, it is worked out now.
    package func value() -> Value {
        join()
        if let value = place.value { return value }
        let value = work()
        place.value = value
        return value
    }

    private func join() {
        if let thread { pthread_join(thread, nil) }
        thread = nil
    }
}
