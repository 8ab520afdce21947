/// Finds the name a writer probably meant: "did you mean `title`?".
package enum Suggestion {
    /// The candidate nearest to `name`, or nil when none is near enough to be meant.
    ///
    /// Near means at most a third of the letters differ (at least one may); a swap of neighbours counts
    /// once. Ties go to the candidate that stands first.
    package static func nearest(to name: String, among candidates: [String]) -> String? {
        let wanted = Array(name.lowercased().unicodeScalars)
        var best: (name: String, distance: Int)?
        for candidate in candidates {
            let scalars = Array(candidate.lowercased().unicodeScalars)
            let allowed = max(1, max(wanted.count, scalars.count) / 3)
            let limit = min(allowed, best.map { $0.distance - 1 } ?? allowed)
            if let distance = distance(wanted, scalars, limit: limit) { best = (candidate, distance) }
        }
        return best?.name
    }

    /// Optimal string alignment distance (insert, delete, replace, swap neighbours); nil above `limit`.
    private static func distance(
        _ left: [Unicode.Scalar], _ right: [Unicode.Scalar], limit: Int
    ) -> Int? {
        guard limit >= 0, abs(left.count - right.count) <= limit else { return nil }
        if left.isEmpty || right.isEmpty { return max(left.count, right.count) }
        var rows = (before: [Int](), above: Array(0...right.count))
        for at in left.indices {
            let row = nextRow(left, right, at: at, rows.before, rows.above)
            // No step leads to a smaller number, and a swap, which skips a row, costs as much as that row
            // can differ: once a whole row is above the limit, every later one is.
            guard row.contains(where: { $0 <= limit }) else { return nil }
            rows = (rows.above, row)
        }
        let result = rows.above[right.count]
        return result <= limit ? result : nil
    }

    /// The distances of the first `at + 1` scalars of `left` to every start of `right`.
    private static func nextRow(
        _ left: [Unicode.Scalar], _ right: [Unicode.Scalar], at: Int, _ before: [Int], _ above: [Int]
    ) -> [Int] {
        var row = [Int](repeating: at + 1, count: right.count + 1)
        for j in 1...right.count {
            let same = left[at] == right[j - 1]
            row[j] = min(above[j] + 1, row[j - 1] + 1, above[j - 1] + (same ? 0 : 1))
            if at > 0, j > 1, left[at] == right[j - 2], left[at - 1] == right[j - 1] {
                row[j] = min(row[j], before[j - 2] + 1)
            }
        }
        return row
    }
}
