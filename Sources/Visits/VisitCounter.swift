package import Model

/// What a hit is answered with.
package enum HitAnswer: Sendable, Hashable {
    case numbers(VisitNumbers)
    case refused(HitRefusal)
}

/// How the counter is.
package struct VisitHealth: Sendable, Hashable {
    /// Hits that wait for the store.
    package let waiting: Int
    package let liveSessions: Int
    /// True while a flood of new readers is not counted.
    package let isFrozen: Bool
    /// Whether the last hits could be kept; nil before the first ones.
    package let keeps: Bool?
}

/// Counts hits. A hit is answered when it is safe; hits that come while others are being kept are kept together.
package actor VisitCounter {
    private let store: any VisitStore
    private let articles: KnownArticles
    private let zone: ZoneOffset
    private let clock: VisitClock
    private var rules: HitRules
    private var waiting: [Waiting] = []
    private var isWriting = false
    private var keeps: Bool?
    /// What is shown, as of the hits kept last: this process alone writes the store.
    private var site: Int?
    private var views: [String: Int] = [:]
    /// How many groups of hits were kept.
    private var generation = 0

    /// Hits that may wait; a store that falls behind by more keeps none.
    static let longestQueue = 20_000

    private struct Waiting {
        let article: String?
        let day: Int
        let visit: Bool
        let view: Bool
        let key: ReaderKey?
        let number: Int32?
        let answer: CheckedContinuation<HitAnswer, Never>
    }

    package init(
        store: any VisitStore, articles: KnownArticles, settings: VisitSettings, zone: ZoneOffset,
        clock: VisitClock = .system
    ) {
        self.store = store
        self.articles = articles
        self.zone = zone
        self.clock = clock
        rules = HitRules(settings)
    }

    package var health: VisitHealth {
        VisitHealth(
            waiting: waiting.count, liveSessions: rules.liveSessions,
            isFrozen: rules.isFrozen(at: clock.elapsed()), keeps: keeps)
    }

    package func hit(_ hit: Hit, from source: HitSource) async -> HitAnswer {
        let number = hit.article.isEmpty ? nil : articles.number(of: hit.article)
        let today = clock.now().civil(in: zone).date
        switch rules.decide(hit, from: source, article: number, at: clock.elapsed(), on: today) {
        case .refused(let refusal): return .refused(refusal)
        case .shown: return await numbers(of: hit.article.isEmpty ? nil : hit.article)
        case .counted(let visit, let view, let key):
            guard waiting.count < Self.longestQueue else {
                if let key { rules.takeBack(key, visit: visit, view: view ? number : nil) }
                return .refused(.cannotKeep)
            }
            return await withCheckedContinuation { answer in
                waiting.append(
                    Waiting(
                        article: hit.article.isEmpty ? nil : hit.article, day: today.number, visit: visit,
                        view: view, key: key, number: number, answer: answer))
                guard !isWriting else { return }
                isWriting = true
                Task { await keepAll() }
            }
        }
    }

    /// The numbers without counting anything.
    package func counts(of article: String?) async -> HitAnswer {
        if let article, articles.number(of: article) == nil { return .refused(.unknownArticle) }
        return await numbers(of: article)
    }

    private func numbers(of article: String?) async -> HitAnswer {
        if let known = knownNumbers(of: article) { return .numbers(known) }
        let before = generation
        guard let numbers = try? await store.numbers(of: article) else { return .refused(.cannotKeep) }
        // What was read while hits were being kept may be older than they are.
        if before == generation, !isWriting {
            site = numbers.site
            if let article { views[article] = numbers.article }
        }
        return .numbers(numbers)
    }

    private func knownNumbers(of article: String?) -> VisitNumbers? {
        guard let site else { return nil }
        guard let article else { return VisitNumbers(site: site) }
        return views[article].map { VisitNumbers(site: site, article: $0) }
    }

    /// Keeps what waits, and what comes meanwhile, until nothing waits.
    private func keepAll() async {
        while !waiting.isEmpty {
            let group = waiting
            waiting.removeAll(keepingCapacity: true)
            await keep(group)
        }
        isWriting = false
    }

    private func keep(_ group: [Waiting]) async {
        var batch = VisitBatch()
        for hit in group {
            if hit.visit { batch.visits[hit.day, default: 0] += 1 }
            if hit.view, let article = hit.article {
                batch.views[VisitBatch.ArticleDay(article: article, day: hit.day), default: 0] += 1
            }
        }
        guard let totals = try? await store.add(batch) else {
            keeps = false
            for hit in group {
                // Not counted: the reader's next page counts the visit, the article when it is opened again.
                if let key = hit.key {
                    rules.takeBack(key, visit: hit.visit, view: hit.view ? hit.number : nil)
                }
                hit.answer.resume(returning: .refused(.cannotKeep))
            }
            return
        }
        keeps = true
        generation += 1
        site = totals.site
        views.merge(totals.views) { $1 }
        for hit in group {
            var numbers = VisitNumbers(site: totals.site)
            if let article = hit.article {
                numbers.article = views[article]
                // A visit that counts no view: what is kept is answered, also when it cannot be read just now.
                if numbers.article == nil { numbers.article = try? await store.numbers(of: article).article }
            }
            hit.answer.resume(returning: .numbers(numbers))
        }
    }
}

extension CivilDate {
    /// 20261122.
    package var number: Int { year * 10_000 + month * 100 + day }
}
