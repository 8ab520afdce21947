import Synchronization
import Testing
import Threads

struct BackgroundTests {
    @Test
    func `a value is worked out once, on another thread`() {
        let threads = Mutex<[UInt]>([])
        let background = Background {
            threads.withLock { $0.append(ThreadIdentity.current) }
            return 42
        }
        #expect(background.value() == 42)
        #expect(background.value() == 42)
        let seen = threads.withLock { $0 }
        #expect(seen.count == 1)
        #expect(seen.first != ThreadIdentity.current)
    }

    @Test
    func `nobody has to ask`() {
        let ended = Atomic(false)
        do {
            let background = Background { ended.store(true, ordering: .releasing) }
            _ = background
        }
        let hasEnded = ended.load(ordering: .acquiring)
        #expect(hasEnded)
    }
}
