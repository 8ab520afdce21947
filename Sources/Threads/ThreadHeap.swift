internal import CMalloc
internal import Glibc
internal import Synchronization

/// How malloc gets its memory from the system.
///
/// The build of a large site fills some hundred megabytes once and ends. By default malloc asks for them in
/// small steps (on threads other than the first with a system call for each page), and every 4 KB cost a page
/// fault. Room that is asked for at once and in large pages takes a twentieth off the time of such a build. A
/// small site would only pay for clearing large pages.
package enum ThreadHeap {
    /// Bytes of room; malloc gives a block of less than 32 MB from the thread's own heap.
    private static let size = 30 << 20
    private static let largePage = 2 << 20
    private static let isLarge = Atomic(false)

    /// From now on this thread and those that start later have much room.
    package static func expectMuch() {
        guard isLarge.compareExchange(expected: false, desired: true, ordering: .relaxed).exchanged else {
            return
        }
        // Freed memory is kept: what one stage gives back, the next one takes.
        mallopt(M_TRIM_THRESHOLD, Int32.max)
        mallopt(M_MMAP_THRESHOLD, 32 << 20)
        mallopt(M_TOP_PAD, 8 << 20)
        reserve()
    }

    /// Makes room in the calling thread's heap, if much is expected. Nothing is held before it is used.
    static func reserve() {
        guard isLarge.load(ordering: .relaxed), let room = malloc(size) else { return }
        let mask = UInt(largePage - 1)
        let start = (UInt(bitPattern: room) + mask) & ~mask
        let count = Int(UInt(bitPattern: room) + UInt(size) - start)
        // Advice: a system without large pages ignores it.
        madvise(UnsafeMutableRawPointer(bitPattern: start), count, MADV_HUGEPAGE)
        free(room)
    }
}
