import Synchronization

/// The browsers that wait to hear that something has changed.
final class Listeners: Sendable {
    enum Event: Sendable, Equatable {
        /// `goal` is the address that browsers are to go to; nil when they stay where they are.
        case changed(goal: String?)
        /// Says nothing; a connection that nobody reads any more shows when something is written to it.
        case alive
    }

    private struct State {
        var all: [Int: AsyncStream<Event>.Continuation] = [:]
        var next = 0
    }

    private let state = Mutex(State())

    /// What one browser hears from now on. Of several changes that it has not heard yet it hears the last.
    func listen() -> AsyncStream<Event> {
        let (stream, continuation) = AsyncStream.makeStream(
            of: Event.self, bufferingPolicy: .bufferingNewest(1))
        let number = state.withLock { state in
            state.next += 1
            state.all[state.next] = continuation
            return state.next
        }
        continuation.onTermination = { [weak self] _ in
            _ = self?.state.withLock { $0.all.removeValue(forKey: number) }
        }
        return stream
    }

    func tell(_ event: Event) {
        for listener in state.withLock({ Array($0.all.values) }) { listener.yield(event) }
    }
}

extension Listeners.Event {
    /// As a server-sent event.
    var text: String {
        switch self {
        case .alive: ":\n\n"
        case .changed(nil): "data: changed\n\n"
        case .changed(let goal?): "data: changed\ndata: \(goal)\n\n"
        }
    }
}
