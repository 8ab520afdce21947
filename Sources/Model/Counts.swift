package import Bytes

/// What counters have counted, as counts.json says it. Content makes it, Render shows it.
package struct Counts: Sendable {
    /// The largest number that is read.
    package static let largest = 1_000_000_000_000_000

    /// Visits of the whole site.
    package var total = 0
    /// Until when was counted.
    package var asOf: Timestamp?
    /// Views of articles by their ids, those from before the counters moved here left out.
    package var articles: [ExactText: Int] = [:]
    package var mostRead = MostRead()

    package init() {}

    /// The articles that were read most in a number of days.
    package struct MostRead: Sendable {
        package var days = 0
        /// The most read first.
        package var ids: [String] = []

        package init() {}
    }
}
