import Testing
import Threads

struct ParallelMapTests {
    @Test(arguments: [1, 2, 7])
    func `results stand in the order of their indices, whatever the threads`(threads: Int) {
        let results = parallelMap(count: 1000, threads: threads, makeWorker: {}) { _, index in index * index }
        #expect(results == (0..<1000).map { $0 * $0 })
    }

    @Test
    func `nothing gives nothing`() {
        #expect(parallelMap(count: 0, threads: 2, makeWorker: {}) { _, index in index } == [])
    }

    @Test
    func `each thread has a worker of its own`() {
        final class Counter { var count = 0 }
        let counts = parallelMap(count: 500, threads: 3, makeWorker: { Counter() }) { counter, _ in
            counter.count += 1
            return counter.count
        }
        // Workers count by themselves: no more ones than threads, and every run of a worker without gaps.
        #expect(counts.count { $0 == 1 } <= 3)
        #expect(counts.allSatisfy { $0 >= 1 && $0 <= 500 })
    }

    @Test(arguments: [1, 2])
    func `two things at a time, each with its result`(threads: Int) {
        let (number, text) = inParallel(threads: threads, { 7 }, { "bảy" })
        #expect(number == 7)
        #expect(text == "bảy")
    }
}
