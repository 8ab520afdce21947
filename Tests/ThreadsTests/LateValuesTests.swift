import Synchronization
import Testing
import Threads

struct LateValuesTests {
    @Test
    func `each value is made once, whoever asks and however often`() {
        let made = Mutex<[Int: Int]>([:])
        let values = LateValues(count: 300) { index in
            made.withLock { $0[index, default: 0] += 1 }
            return "số \(index)"
        }
        Threads.run(8) { thread in
            for step in 0..<600 {
                let index = (step * 7 + thread) % 200
                if values[index] != "số \(index)" { fatalError("another value") }
            }
        }
        let counts = made.withLock { $0 }
        #expect(counts.count == 200)
        #expect(counts.values.allSatisfy { $0 == 1 })
    }

    @Test
    func `values that were made go with it`() {
        final class Living: Sendable {
            let count: Mutex<Int>
            init(_ count: Mutex<Int>.Type = Mutex<Int>.self) { self.count = Mutex(0) }
        }
        weak var last: Living?
        do {
            let values = LateValues(count: 3) { _ in Living() }
            last = values[1]
            #expect(last != nil)
        }
        #expect(last == nil)
    }
}
