internal import Model

/// What a page says of itself when it is seen.
package struct Hit: Sendable, Hashable {
    /// The id of the article; empty for every other page.
    package var article: String
    /// Whether the reader came to the page, and neither loaded it again nor went back to it.
    package var isNavigation: Bool
    /// Whether the reader came from elsewhere.
    package var isArrival: Bool

    package init(article: String, isNavigation: Bool = true, isArrival: Bool = true) {
        self.article = article
        self.isNavigation = isNavigation
        self.isArrival = isArrival
    }
}

/// What the request says of its sender. Nothing of it is kept.
package struct HitSource: Sendable {
    package var address: NetworkAddress
    package var agent: String
    package var origin: String?
    /// The browser fetches the page before anybody asked for it.
    package var isPrefetch = false
    /// The reader asks not to be followed (`DNT`, `Sec-GPC`).
    package var wantsNoKey = false

    package init(address: NetworkAddress, agent: String, origin: String?) {
        self.address = address
        self.agent = agent
        self.origin = origin
    }
}

/// Why a hit is not taken.
package enum HitRefusal: Sendable, Hashable {
    case foreignOrigin
    case unknownArticle
    case tooFast
    /// The store cannot keep it now.
    case cannotKeep
}

/// What a hit is to count.
enum HitVerdict {
    case refused(HitRefusal)
    /// The numbers are shown, nothing is counted.
    case shown
    /// `key` is the session that is to be forgotten if this cannot be kept.
    case counted(visit: Bool, view: Bool, key: ReaderKey?)
}

/// The rules of counting: docs/visits.md has them in words.
struct HitRules {
    private let settings: VisitSettings
    private var keys = ReaderKeys()
    private var sessions: Sessions
    private var pace = Pace()
    private var networkPace = Pace()
    private var newcomers = Newcomers()

    init(_ settings: VisitSettings) {
        self.settings = settings
        sessions = Sessions(idle: settings.idleMinutes * 60)
    }

    var liveSessions: Int { sessions.count }
    /// True while so many new readers come that they cannot be readers.
    func isFrozen(at now: UInt32) -> Bool { newcomers.count(at: now) > settings.newPerMinute }

    /// `article` is the number of the article that the hit names; nil when it names none that is known. `now` are seconds
    /// of a clock that nobody sets, `day` is today on the portal.
    mutating func decide(
        _ hit: Hit, from source: HitSource, article: Int32?, at now: UInt32, on day: CivilDate
    ) -> HitVerdict {
        guard let origin = source.origin, settings.origins.contains(origin) else {
            return .refused(.foreignOrigin)
        }
        if !hit.article.isEmpty, article == nil { return .refused(.unknownArticle) }
        return source.isPrefetch ? .shown : count(hit, from: source, article: article, at: now, on: day)
    }

    /// What a page counts that somebody looks at, wherever that was learnt.
    mutating func count(
        _ hit: Hit, from source: HitSource, article: Int32?, at now: UInt32, on day: CivilDate
    ) -> HitVerdict {
        if Visitor(agent: source.agent) == .program { return .shown }
        if keys.begin(day) { sessions.removeAll() }
        let key = keys.key(of: source.address, source.agent)
        // Whoever invents a browser for each request has one address all the same.
        let network = keys.key(of: source.address.network, "")
        guard pace.allows(key, at: now, perSecond: settings.perSecond),
            networkPace.allows(network, at: now, perSecond: settings.perSecond * Self.readersBehindAnAddress)
        else { return .refused(.tooFast) }
        if source.wantsNoKey {
            let view = article != nil && hit.isNavigation
            let counts = view || hit.isArrival
            guard counts, newcomers.admit(at: now, limit: settings.newPerMinute) else { return .shown }
            return .counted(visit: hit.isArrival, view: view, key: nil)
        }
        if !sessions.isLive(key, at: now), !newcomers.admit(at: now, limit: settings.newPerMinute) {
            return .shown
        }
        let (isNew, opens) = sessions.hit(key, article: article, at: now)
        return isNew || opens ? .counted(visit: isNew, view: opens, key: key) : .shown
    }

    /// As if the hit had not been: what it counted could not be kept.
    mutating func takeBack(_ key: ReaderKey, visit: Bool, view article: Int32?) {
        sessions.takeBack(key, visit: visit, article: article)
    }

    /// An office, a village behind one provider: so many may turn a page within the same second.
    private static let readersBehindAnAddress = 50
}

/// How often each reader asked within this second; nothing is kept beyond it.
private struct Pace {
    private var second: UInt32 = 0
    private var asked: [ReaderKey: Int] = [:]

    mutating func allows(_ key: ReaderKey, at now: UInt32, perSecond limit: Int) -> Bool {
        if now != second {
            second = now
            asked.removeAll(keepingCapacity: true)
        }
        asked[key, default: 0] += 1
        return asked[key, default: 0] <= limit
    }
}

/// How many new readers came within this minute.
private struct Newcomers {
    private var minute: UInt32 = 0
    private var count = 0

    func count(at now: UInt32) -> Int { now / 60 == minute ? count : 0 }

    mutating func admit(at now: UInt32, limit: Int) -> Bool {
        if now / 60 != minute {
            minute = now / 60
            count = 0
        }
        count += 1
        return count <= limit
    }
}
