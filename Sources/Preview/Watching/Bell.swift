internal import Glibc

/// Tells a thread that waits for the system to end: rung once, it is heard from then on.
final class Bell: Sendable {
    /// Readable once the bell has been rung; for `poll`.
    let descriptor: Int32
    private let rope: Int32

    /// Nil when the system has no more descriptors.
    init?() {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { return nil }
        (descriptor, rope) = (ends[0], ends[1])
        for end in ends {
            _ = fcntl(end, F_SETFD, FD_CLOEXEC)
            _ = fcntl(end, F_SETFL, O_NONBLOCK)
        }
    }

    deinit {
        close(descriptor)
        close(rope)
    }

    /// On any thread, and as often as one likes.
    func ring() {
        var byte: UInt8 = 1
        _ = write(rope, &byte, 1)
    }

    /// Waits so many milliseconds; true as soon as the bell is rung.
    func isHeard(within milliseconds: Int32) -> Bool {
        var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        return poll(&waiting, 1, milliseconds) > 0
    }
}
