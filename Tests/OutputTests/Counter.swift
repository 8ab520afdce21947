import Synchronization

/// Counts calls from any thread.
final class Counter: Sendable {
    private let value = Atomic(0)

    var count: Int { value.load(ordering: .sequentiallyConsistent) }

    /// Returns the count before this call.
    @discardableResult
    func add() -> Int { value.add(1, ordering: .sequentiallyConsistent).oldValue }
}
