import Bytes
import Testing

@testable import Visits

/// What every store promises: a new kind of store gets one more test that calls this.
enum VisitStoreSuite {
    /// `store` is empty.
    static func run(_ store: any VisitStore, another: any VisitStore) async throws {
        #expect(try await store.numbers(of: "a") == VisitNumbers(site: 0, article: 0))
        var batch = VisitBatch()
        batch.visits = [20_261_121: 3, 20_261_122: 2]
        batch.views[.init(article: "a", day: 20_261_121)] = 4
        batch.views[.init(article: "b, c", day: 20_261_122)] = 1
        #expect(try await store.add(batch) == VisitTotals(site: 5, views: ["a": 4, "b, c": 1]))
        batch = VisitBatch()
        batch.views[.init(article: "a", day: 20_261_122)] = 2
        #expect(try await store.add(batch) == VisitTotals(site: 5, views: ["a": 6]))
        #expect(try await store.numbers(of: nil) == VisitNumbers(site: 5))
        #expect(try await store.numbers(of: "a") == VisitNumbers(site: 5, article: 6))
        #expect(try await store.numbers(of: "z") == VisitNumbers(site: 5, article: 0))
        try await reports(store)
        try await baselines(store)
        try await marks(store)
        try await moves(store, to: another)
    }

    private static func reports(_ store: any VisitStore) async throws {
        #expect(
            try await store.mostRead(from: 20_261_121, to: 20_261_122, limit: 9)
                == [ArticleViews(article: "a", views: 6), ArticleViews(article: "b, c", views: 1)])
        #expect(
            try await store.mostRead(from: 20_261_122, to: 20_261_122, limit: 1)
                == [ArticleViews(article: "a", views: 2)])
        #expect(
            try await store.days(from: 20_260_101, to: 20_261_231)
                == [
                    DayVisits(day: 20_261_121, visits: 3, views: 4),
                    DayVisits(day: 20_261_122, visits: 2, views: 3),
                ])
        #expect(try await store.days(from: 20_270_101, to: 20_271_231).isEmpty)
    }

    private static func baselines(_ store: any VisitStore) async throws {
        try await store.setBaseline(6_498_589, articles: ["a": 14_589, "moi": 7])
        #expect(try await store.numbers(of: "a") == VisitNumbers(site: 6_498_594, article: 14_595))
        try await store.setBaseline(nil, articles: ["moi": 8])
        #expect(try await store.numbers(of: "moi") == VisitNumbers(site: 6_498_594, article: 8))
        #expect(
            try await store.views() == [
                ArticleViews(article: "a", views: 14_595), ArticleViews(article: "b, c", views: 1),
                ArticleViews(article: "moi", views: 8),
            ])
    }

    private static func marks(_ store: any VisitStore) async throws {
        let (first, second) = (mark(10), mark(20))
        var batch = VisitBatch()
        batch.marks = [first, mark(30)]
        _ = try await store.add(batch)
        #expect(try await store.marks() == [first, mark(30)])
        batch.marks = [second]
        _ = try await store.add(batch)
        #expect(try await store.marks() == [first, second, mark(30)])
    }

    private static func mark(_ length: Int) -> LogMark {
        LogMark(length: length, hash: ContentHash(of: Array("\(length)".utf8)))
    }

    private static func moves(_ store: any VisitStore, to another: any VisitStore) async throws {
        let history = try await store.history()
        try await another.restore(history)
        #expect(try await another.history() == history)
        #expect(try await another.views() == store.views())
        #expect(try await another.numbers(of: "a") == store.numbers(of: "a"))
        await #expect(throws: VisitStoreFailure.self) { try await another.restore(history) }
        #expect(try await another.history() == history)
    }
}
