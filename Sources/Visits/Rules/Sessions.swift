/// Who is reading now, and what they have opened; in memory only.
struct Sessions {
    /// A million of them take some 80 MB: few readers open a second article.
    fileprivate struct Session {
        /// Seconds of the counter's clock.
        var last: UInt32
        var first: Int32
        var others: [Int32]?
        /// False when the visit could not be kept: the next hit counts it.
        var isCounted = true

        static let none: Int32 = -1
    }

    private var sessions: [ReaderKey: Session] = [:]
    /// Seconds without a hit after which a session is over.
    private let idle: UInt32
    private var nextSweep: UInt32 = 0

    init(idle: Int) { self.idle = UInt32(idle) }

    var count: Int { sessions.count }

    mutating func removeAll() { sessions.removeAll() }

    /// What was counted of a hit could not be kept: `visit`, and the view of `article`.
    mutating func takeBack(_ key: ReaderKey, visit: Bool, article: Int32?) {
        if visit { sessions[key]?.isCounted = false }
        if let article { sessions[key]?.close(article) }
    }

    func isLive(_ key: ReaderKey, at now: UInt32) -> Bool {
        sessions[key].map { now &- $0.last < idle } ?? false
    }

    /// Notes a hit; says whether it begins a session, and whether the session opens `article` for the first time.
    mutating func hit(
        _ key: ReaderKey, article: Int32?, at now: UInt32
    ) -> (isNew: Bool, opens: Bool) {
        sweep(now)
        guard isLive(key, at: now) else {
            sessions[key] = Session(last: now, first: article ?? Session.none)
            return (true, article != nil)
        }
        return sessions[key, default: Session(last: now, first: Session.none)].hit(article, at: now)
    }

    /// Once in a minute, so that those who left take no room.
    private mutating func sweep(_ now: UInt32) {
        guard now >= nextSweep else { return }
        nextSweep = now &+ 60
        sessions = sessions.filter { now &- $0.value.last < idle }
    }
}

extension Sessions.Session {
    fileprivate mutating func hit(_ article: Int32?, at now: UInt32) -> (isNew: Bool, opens: Bool) {
        last = now
        let isNew = !isCounted
        isCounted = true
        return (isNew, open(article))
    }

    private mutating func open(_ article: Int32?) -> Bool {
        guard let article, article != first, !(others?.contains(article) ?? false) else { return false }
        if first == Self.none { first = article } else { others = (others ?? []) + [article] }
        return true
    }

    fileprivate mutating func close(_ article: Int32) {
        if first == article { first = Self.none }
        others?.removeAll { $0 == article }
    }
}
