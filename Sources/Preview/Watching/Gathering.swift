/// Joins what comes in bursts: an editor's save is several events, a `git checkout` thousands.
struct Gathering {
    /// Milliseconds without an event after which a burst is over; a long burst is waited for longer.
    static let (quiet, longQuiet) = (8, 60)
    /// A burst of more paths than this is long.
    static let short = 20
    /// Milliseconds after which a burst that does not end is told as far as it has come.
    static let limit = 1_000

    private var change = SiteChange()
    private var start: ContinuousClock.Instant?
    private var last: ContinuousClock.Instant?

    mutating func add(_ change: SiteChange, at now: ContinuousClock.Instant) {
        guard !change.isEmpty else { return }
        self.change.formUnion(change)
        start = start ?? now
        last = now
    }

    /// Milliseconds to wait for more; nil when there is nothing to be told.
    func wait(at now: ContinuousClock.Instant) -> Int? {
        guard let start, let last else { return nil }
        let isLong = change.isEverything || change.paths.count > Self.short
        let quiet = (isLong ? Self.longQuiet : Self.quiet) - Self.milliseconds(now - last)
        return max(0, min(quiet, Self.limit - Self.milliseconds(now - start)))
    }

    /// What has been gathered, once the burst is over.
    mutating func take(at now: ContinuousClock.Instant) -> SiteChange? {
        guard wait(at: now) == 0 else { return nil }
        defer { self = Gathering() }
        return change
    }

    private static func milliseconds(_ duration: Duration) -> Int {
        let (seconds, attoseconds) = duration.components
        return Int(seconds) * 1_000 + Int(attoseconds / 1_000_000_000_000_000)
    }
}
