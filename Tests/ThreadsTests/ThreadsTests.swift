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

    @Test(arguments: [(1, 5), (2, 5), (4, 4), (4, 3), (3, 0), (0, 2)])
    func `ranges make up all the numbers, in order`(threads: Int, count: Int) {
        let ranges = Mutex<[Range<Int>]>([])
        Threads.run(threads, sharing: count) { range in ranges.withLock { $0.append(range) } }
        let sorted = ranges.withLock {
            $0.sorted { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }
        }
        #expect(sorted.flatMap { Array($0) } == Array(0..<count))
        #expect(sorted.count == max(threads, 1))
    }
}
