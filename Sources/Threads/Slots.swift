/// One value for each number below a count, for threads that share the numbers out among themselves.
///
/// `@unchecked Sendable`: no two threads set the same slot, and slots are read after all threads have ended.
package final class Slots<Value: Sendable>: @unchecked Sendable {
    private let values: UnsafeMutableBufferPointer<Value>
    private var isTaken = false

    package init(repeating value: Value, count: Int) {
        values = .allocate(capacity: count)
        values.initialize(repeating: value)
    }

    deinit {
        if !isTaken { values.deinitialize() }
        values.deallocate()
    }

    package subscript(index: Int) -> Value {
        get { values[index] }
        set { values[index] = newValue }
    }

    /// All of them, in order. They are moved and none is left: to copy thousands is to count thousands of
    /// references in memory that no cache holds any more.
    package func takeAll() -> [Value] {
        precondition(!isTaken, "the slots have been emptied")
        isTaken = true
        return [Value](unsafeUninitializedCapacity: values.count) { all, filled in
            filled = all.moveInitialize(fromContentsOf: values)
        }
    }
}
