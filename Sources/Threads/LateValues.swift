internal import Glibc
internal import Synchronization

/// One value for each number below a count, each made when somebody first asks for it, on whichever thread that is.
///
/// `@unchecked Sendable`: a value is written once, by the thread that took it over to be made, and read by those that have
/// seen that it is made.
package final class LateValues<Value: Sendable>: @unchecked Sendable {
    package let count: Int
    private let values: UnsafeMutablePointer<Value>
    private let states: UnsafeMutablePointer<Atomic<UInt8>>
    private let make: @Sendable (Int) -> Value

    /// `make` makes the value of a number; it must not ask for one of these values.
    package init(count: Int, _ make: @escaping @Sendable (Int) -> Value) {
        self.count = count
        self.make = make
        values = .allocate(capacity: count)
        states = .allocate(capacity: count)
        for index in 0..<count { (states + index).initialize(to: Atomic(ValueState.unknown)) }
    }

    deinit {
        for index in 0..<count where states[index].load(ordering: .acquiring) == ValueState.made {
            (values + index).deinitialize(count: 1)
        }
        states.deinitialize(count: count)
        states.deallocate()
        values.deallocate()
    }

    package subscript(index: Int) -> Value {
        precondition(index >= 0 && index < count, "there is no such value")
        if states[index].load(ordering: .acquiring) != ValueState.made { add(index) }
        return values[index]
    }

    private func add(_ index: Int) {
        let isOurs = states[index].compareExchange(
            expected: ValueState.unknown, desired: ValueState.making, ordering: .acquiring)
        guard isOurs.exchanged else {
            // It takes microseconds.
            while states[index].load(ordering: .acquiring) != ValueState.made { sched_yield() }
            return
        }
        (values + index).initialize(to: make(index))
        states[index].store(ValueState.made, ordering: .releasing)
    }
}

/// What is known of a value; bytes, since they are changed atomically.
private enum ValueState {
    static let unknown: UInt8 = 0
    static let making: UInt8 = 1
    static let made: UInt8 = 2
}
