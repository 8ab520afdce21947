/// Who is reading now, and what they have opened; in memory only.
struct Sessions {
    /// A million of them take some 70 MB: few readers open a second article.
    fileprivate struct Session {
        /// Seconds of the counter's clock.
        var last: UInt32
        var first: Int32
        var others: [Int32]?

        static let none: Int32 = -1
    }

    private var sessions: [ReaderKey: Session] = [:]
    /// Seconds without a hit after which a session is over.
    private let idle: UInt32
    private var nextSweep: UInt32 = 0

    init(idle: Int) { self.idle = UInt32(idle) }

    var count: Int { sessions.count }

    mutating func removeAll() { sessions.removeAll() }

    /// As if the reader had not been here: what was counted of them could not be kept.
    mutating func forget(_ key: ReaderKey) { sessions[key] = nil }

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
        return (false, sessions[key, default: Session(last: now, first: Session.none)].open(article, at: now))
    }

    /// Once in a minute, so that those who left take no room.
    private mutating func sweep(_ now: UInt32) {
        guard now >= nextSweep else { return }
        nextSweep = now + 60
        sessions = sessions.filter { now &- $0.value.last < idle }
    }
}

extension Sessions.Session {
    fileprivate mutating func open(_ article: Int32?, at now: UInt32) -> Bool {
        last = now
        guard let article, article != first, !(others?.contains(article) ?? false) else { return false }
        if first == Self.none { first = article } else { others = (others ?? []) + [article] }
        return true
    }
}
