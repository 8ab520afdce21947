internal import CMalloc
internal import Glibc

/// The C library's memory, set up for a program that makes much, keeps most of it and ends.
///
/// Each thread has a heap of its own there, which the library widens page by page: a system call for every 4 KiB,
/// for which all threads wait (4 % of a build's time). Widened once by as much as a thread is likely to need, it
/// stays wide. Memory that is not touched costs nothing.
package enum Heap {
    /// Bytes by which a heap is widened at once. A heap of a thread ends at 64 MiB; then it gets another.
    private static let step: Int32 = 30 << 20

    /// To be called once, before there are threads.
    package static func prepare() {
        // What is larger gets a mapping of its own and does not widen the heap.
        mallopt(M_MMAP_THRESHOLD, step + 1)
        mallopt(M_TOP_PAD, step / 8)
        // Heaps are not made narrow again.
        mallopt(M_TRIM_THRESHOLD, .max)
    }

    /// Widens the heap of the calling thread.
    static func reserve() { free(malloc(Int(step))) }
}
