/// Hits that are kept together: all of them or none.
package struct VisitBatch: Sendable, Hashable {
    /// Visits by day (20261122).
    package var visits: [Int: Int] = [:]
    package var views: [ArticleDay: Int] = [:]
    /// Where the logs were read to that these hits come from.
    package var marks: Set<LogMark> = []

    package init() {}

    package struct ArticleDay: Sendable, Hashable {
        package let article: String
        /// 20261122.
        package let day: Int

        package init(article: String, day: Int) {
            self.article = article
            self.day = day
        }
    }
}

/// What is shown: all visits of the portal and all views of one article, those from before the counting included.
package struct VisitNumbers: Sendable, Hashable {
    package var site: Int
    /// Nil when no article was asked for.
    package var article: Int?

    package init(site: Int, article: Int? = nil) {
        self.site = site
        self.article = article
    }
}

/// The numbers after hits were kept: of the portal, and of each article that was opened.
package struct VisitTotals: Sendable, Hashable {
    package var site: Int
    package var views: [String: Int]

    package init(site: Int, views: [String: Int]) {
        self.site = site
        self.views = views
    }
}

/// Views of one article.
package struct ArticleViews: Sendable, Hashable {
    package let article: String
    package let views: Int

    package init(article: String, views: Int) {
        self.article = article
        self.views = views
    }
}

/// Visits of the portal on one day.
package struct DayVisits: Sendable, Hashable {
    /// 20261122.
    package let day: Int
    package let visits: Int
    /// Of all articles together.
    package let views: Int

    package init(day: Int, visits: Int, views: Int) {
        self.day = day
        self.visits = visits
        self.views = views
    }
}

/// All that a store holds, to be carried to another one.
package struct VisitHistory: Sendable, Hashable {
    /// Visits from before the counting.
    package var baseline = 0
    /// Views from before the counting, by article.
    package var baselines: [String: Int] = [:]
    package var batch = VisitBatch()

    package init() {}
}

/// Where counts are kept. Whatever `add` has returned for is kept, come what may.
///
/// Every implementation passes `VisitStoreSuite`.
package protocol VisitStore: Sendable {
    /// Keeps the hits; returns when they are safe. Throws when none of them is kept.
    func add(_ batch: VisitBatch) async throws -> VisitTotals
    /// The number of visits, and of views of `article`; 0 for one that nobody opened.
    func numbers(of article: String?) async throws -> VisitNumbers
    /// Views of all articles that have any, those from before the counting included.
    func views() async throws -> [ArticleViews]
    /// The articles opened most often from `first` to `last` (20261122), at most `limit`: the most read first, then by id.
    func mostRead(from first: Int, to last: Int, limit: Int) async throws -> [ArticleViews]
    /// Every day from `first` to `last` on which anything was counted, in order.
    func days(from first: Int, to last: Int) async throws -> [DayVisits]
    /// Where logs were read to.
    func marks() async throws -> Set<LogMark>
    func history() async throws -> VisitHistory
    /// Takes over what another store held; throws `VisitStoreFailure.notEmpty` when something was counted here already.
    func restore(_ history: VisitHistory) async throws
    /// Replaces the visits from before the counting, and the views of each article named.
    func setBaseline(_ total: Int?, articles: [String: Int]) async throws
}
