import Foundation
import Model
import Synchronization
import Testing

@testable import Visits

struct VisitCounterTests {
    private static let agent =
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/128.0.0.0 Safari/537.36"

    private let site: CountedSite

    init() throws {
        site = try CountedSite()
        try site.write("bai,/tin-tuc/2026/bai/\nbai-2,/tin-tuc/2026/bai-2/\n", to: "addresses.csv")
    }

    private var settings: VisitSettings {
        var settings = VisitSettings()
        settings.origins = ["https://a.example"]
        return settings
    }

    private func counter(_ store: any VisitStore, _ clock: VisitClock = .system) -> VisitCounter {
        VisitCounter(
            store: store, articles: KnownArticles(root: site.root), settings: settings, zone: .vietnam,
            clock: clock)
    }

    private func source(_ reader: Int) -> HitSource {
        HitSource(
            address: NetworkAddress("10.\(reader >> 16).\(reader >> 8 & 255).\(reader & 255)")!,
            agent: Self.agent,
            origin: "https://a.example")
    }

    @Test func aHitBringsTheNumbers() async throws {
        let counter = counter(try site.store())
        #expect(await counter.counts(of: "bai") == .numbers(VisitNumbers(site: 0, article: 0)))
        #expect(
            await counter.hit(Hit(article: "bai"), from: source(1))
                == .numbers(VisitNumbers(site: 1, article: 1)))
        #expect(
            await counter.hit(Hit(article: "bai"), from: source(1))
                == .numbers(VisitNumbers(site: 1, article: 1)))
        #expect(await counter.hit(Hit(article: ""), from: source(2)) == .numbers(VisitNumbers(site: 2)))
        #expect(
            await counter.hit(Hit(article: "bai-2"), from: source(2))
                == .numbers(VisitNumbers(site: 2, article: 1)))
        #expect(await counter.counts(of: nil) == .numbers(VisitNumbers(site: 2)))
    }

    @Test func whatNobodyKnowsMakesNoRow() async throws {
        let store = try site.store()
        let counter = counter(store)
        #expect(await counter.hit(Hit(article: "bay"), from: source(1)) == .refused(.unknownArticle))
        #expect(await counter.counts(of: "bay") == .refused(.unknownArticle))
        #expect(try await store.history() == VisitHistory())
    }

    @Test func anArticlePublishedSinceIsKnown() async throws {
        let articles = KnownArticles(root: site.root)
        #expect(articles.number(of: "bai") == 0)
        try site.write("bai,/a/\nbai-2,/b/\nmoi, co phay,/c/\n", to: "addresses.csv")
        let end = ContinuousClock.now + .seconds(10)
        while articles.number(of: "moi, co phay") == nil, ContinuousClock.now < end {
            try await Task.sleep(for: .milliseconds(50))
        }
        #expect(articles.number(of: "moi, co phay") == 2)
        #expect(articles.number(of: "bai") == 0)
    }

    @Test("8: ten thousand at once") func tenThousand() async throws {
        let store = try site.store()
        let counter = counter(store)
        await withTaskGroup(of: Void.self) { group in
            for reader in 0..<10_000 {
                group.addTask {
                    #expect(
                        await counter.hit(Hit(article: "bai"), from: source(reader)) != .refused(.cannotKeep))
                }
            }
        }
        #expect(try await store.numbers(of: "bai") == VisitNumbers(site: 10_000, article: 10_000))
        #expect(
            await counter.health
                == VisitHealth(waiting: 0, liveSessions: 10_000, isFrozen: false, keeps: true))
    }

    /// The portal's day, not the machine's.
    @Test("13: days of the portal's zone") func days() async throws {
        let store = try site.store()
        let now = Mutex(
            Timestamp(
                CivilTime(date: CivilDate(year: 2026, month: 11, day: 22)!, hour: 23, minute: 59),
                in: .vietnam))
        let clock = VisitClock(now: { now.withLock { $0 } }, elapsed: { 5 })
        let counter = counter(store, clock)
        _ = await counter.hit(Hit(article: "bai"), from: source(1))
        now.withLock { $0.seconds += 120 }
        _ = await counter.hit(Hit(article: "bai"), from: source(1))
        // Somebody sets the clock back by a year: days are by date, and nothing becomes less.
        now.withLock { $0.seconds -= 365 * 86_400 }
        _ = await counter.hit(Hit(article: "bai"), from: source(1))
        #expect(
            try await store.days(from: 0, to: 99_999_999).map(\.day) == [20_251_123, 20_261_122, 20_261_123])
        #expect(try await store.numbers(of: nil).site == 3)
    }

    @Test("11: a store that cannot keep") func fullDisk() async throws {
        let store = FailingStore(try site.store())
        let counter = counter(store)
        #expect(
            await counter.hit(Hit(article: "bai"), from: source(1))
                == .numbers(VisitNumbers(site: 1, article: 1)))
        store.isFull.withLock { $0 = true }
        #expect(await counter.hit(Hit(article: "bai-2"), from: source(1)) == .refused(.cannotKeep))
        #expect(await counter.hit(Hit(article: "bai"), from: source(2)) == .refused(.cannotKeep))
        #expect(await counter.health.keeps == false)
        // The old numbers are shown meanwhile.
        #expect(await counter.counts(of: "bai") == .numbers(VisitNumbers(site: 1, article: 1)))
        store.isFull.withLock { $0 = false }
        #expect(
            await counter.hit(Hit(article: "bai"), from: source(2))
                == .numbers(VisitNumbers(site: 2, article: 2)))
        #expect(await counter.health.keeps == true)
        // Of what was kept before, nothing is counted twice; what was not, is counted now.
        #expect(
            await counter.hit(Hit(article: "bai"), from: source(1))
                == .numbers(VisitNumbers(site: 2, article: 2)))
        #expect(
            await counter.hit(Hit(article: "bai-2"), from: source(1))
                == .numbers(VisitNumbers(site: 2, article: 1)))
    }

    @Test func anIdThatOnlyLooksLikeOneIsUnknown() throws {
        try site.write("tin/Kỳ-họp,/a/\n", to: "addresses.csv")
        let articles = KnownArticles(root: site.root)
        #expect(articles.number(of: "tin/Kỳ-họp") == 0)
        #expect(articles.number(of: "tin/Kỳ-họp".decomposedStringWithCanonicalMapping) == nil)
        // The sign of the unit, which Unicode calls the same letter.
        #expect(articles.number(of: "tin/\u{212A}ỳ-họp") == nil)
    }
}

/// A store on a disk that is full now and then.
private final class FailingStore: VisitStore {
    let isFull = Mutex(false)
    private let store: SQLiteVisitStore

    struct Full: Error {}

    init(_ store: SQLiteVisitStore) { self.store = store }

    func add(_ batch: VisitBatch) async throws -> VisitTotals {
        if isFull.withLock({ $0 }) { throw Full() }
        return try await store.add(batch)
    }

    func numbers(of article: String?) async throws -> VisitNumbers { try await store.numbers(of: article) }
    func views() async throws -> [ArticleViews] { try await store.views() }
    func mostRead(from first: Int, to last: Int, limit: Int) async throws -> [ArticleViews] {
        try await store.mostRead(from: first, to: last, limit: limit)
    }
    func days(from first: Int, to last: Int) async throws -> [DayVisits] {
        try await store.days(from: first, to: last)
    }
    func marks() async throws -> Set<LogMark> { [] }
    func history() async throws -> VisitHistory { try await store.history() }
    func restore(_ history: VisitHistory) async throws { try await store.restore(history) }
    func setBaseline(_ total: Int?, articles: [String: Int]) async throws {
        try await store.setBaseline(total, articles: articles)
    }
}
