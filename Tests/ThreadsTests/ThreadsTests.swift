import Synchronization
import Testing
import Threads

struct ThreadsTests {
    @Test(arguments: [1, 2, 64])
    func `every number is worked on once`(count: Int) {
        let seen = Mutex<[Int]>([])
        Threads.run(count) { number in seen.withLock { $0.append(number) } }
        #expect(seen.withLock { $0.sorted() } == Array(0..<count))
    }

    @Test
    func `the first number is worked on by the caller`() {
        let caller = ThreadIdentity.current
        let first = Mutex<UInt>(0)
        Threads.run(2) { number in if number == 0 { first.withLock { $0 = ThreadIdentity.current } } }
        #expect(first.withLock { $0 } == caller)
    }
}
