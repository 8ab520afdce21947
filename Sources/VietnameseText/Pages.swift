/// Division of a list into numbered pages.
package enum Pages {
    /// How many pages `items` entries fill; an empty list still has page 1.
    ///
    /// `perPage` must be at least 1.
    package static func count(items: Int, perPage: Int) -> Int {
        precondition(perPage >= 1, "a page holds at least one item")
        return max(1, (items + perPage - 1) / perPage)
    }
}
