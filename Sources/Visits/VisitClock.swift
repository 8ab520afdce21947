internal import Glibc
package import Model

/// The clocks of counting: tests have their own.
package struct VisitClock: Sendable {
    /// The time of day, which somebody may set.
    package let now: @Sendable () -> Timestamp
    /// Seconds of a clock that nobody sets.
    package let elapsed: @Sendable () -> UInt32

    package init(now: @escaping @Sendable () -> Timestamp, elapsed: @escaping @Sendable () -> UInt32) {
        self.now = now
        self.elapsed = elapsed
    }

    package static let system = VisitClock(
        now: { Timestamp(seconds: Int(time(nil))) },
        elapsed: {
            var time = timespec()
            clock_gettime(CLOCK_BOOTTIME, &time)
            return UInt32(truncatingIfNeeded: time.tv_sec)
        })
}
