/// Paths in the order of their bytes, without duplicates.
struct SortedPaths: Sendable {
    private let table: PathTable
    private let order: [Int]

    /// The paths of a table that is in order already.
    init(inOrder table: PathTable) {
        self.table = table
        order = Array(0..<table.count)
    }

    init(sorting table: PathTable) {
        self.table = table
        order = (0..<table.count).sorted { PathBytes.compare(table[$0], table[$1]) < 0 }
    }

    static let none = SortedPaths(inOrder: PathTable([String]()))

    var count: Int { order.count }

    /// The bytes of all paths, each with one for what ends it.
    var size: Int { table.size }

    subscript(rank: Int) -> UnsafeBufferPointer<UInt8> { table[order[rank]] }

    /// Where the path at `rank` stands in the table.
    func position(_ rank: Int) -> Int { order[rank] }

    func cString(_ rank: Int) -> UnsafePointer<CChar> { table.cString(order[rank]) }

    func text(_ rank: Int) -> String { table.text(order[rank]) }

    func contains(_ path: UnsafeBufferPointer<UInt8>) -> Bool { rank(of: path) != nil }

    /// Where `path` stands in this order; nil when it is not there.
    func rank(of path: UnsafeBufferPointer<UInt8>) -> Int? {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if PathBytes.compare(self[middle], path) < 0 { low = middle + 1 } else { high = middle }
        }
        return low < count && PathBytes.compare(self[low], path) == 0 ? low : nil
    }
}

extension SortedPaths {
    /// The ranks of one path in two lists; nil in the list that does not have it.
    typealias Pair = (left: Int?, right: Int?)

    /// Visits every path of either list once, in order.
    static func merge(_ left: SortedPaths, _ right: SortedPaths, visit: (Pair) -> Void) {
        var l = 0
        var r = 0
        while l < left.count || r < right.count {
            let order = l == left.count ? 1 : r == right.count ? -1 : PathBytes.compare(left[l], right[r])
            visit((order <= 0 ? l : nil, order >= 0 ? r : nil))
            if order <= 0 { l += 1 }
            if order >= 0 { r += 1 }
        }
    }

    /// The paths at `ranks`, which ascend.
    func selecting(_ ranks: [Int]) -> SortedPaths {
        SortedPaths(inOrder: PathTable(ranks.map { (table, order[$0]) }))
    }

    /// The paths of `left` and of `right`.
    static func union(_ left: SortedPaths, _ right: SortedPaths) -> SortedPaths {
        if right.count == 0 { return left }
        if left.count == 0 { return right }
        var places: [(table: PathTable, index: Int)] = []
        merge(left, right) { pair in
            if let rank = pair.left {
                places.append((left.table, left.order[rank]))
            } else if let rank = pair.right {
                places.append((right.table, right.order[rank]))
            }
        }
        return SortedPaths(inOrder: PathTable(places))
    }
}
