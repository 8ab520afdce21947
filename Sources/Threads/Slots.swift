/// One value for each number below a count, for threads that share the numbers out among themselves.
///
/// `@unchecked Sendable`: no two threads set the same slot, and slots are read after all threads have ended.
package final class Slots<Value: Sendable>: @unchecked Sendable {
    private let values: UnsafeMutableBufferPointer<Value>

    package init(repeating value: Value, count: Int) {
        values = .allocate(capacity: count)
        values.initialize(repeating: value)
    }

    deinit {
        values.deinitialize()
        values.deallocate()
    }

    package subscript(index: Int) -> Value {
        get { values[index] }
        set { values[index] = newValue }
    }

    /// All of them, in order.
    package var all: [Value] { Array(values) }
}
