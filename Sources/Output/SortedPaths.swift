/// Paths in the order of their bytes, without duplicates.
struct SortedPaths: Sendable {
    private let table: PathTable
    /// Nil for a table that is in order itself.
    private let order: [Int]?

    /// The paths of a table that is in order already.
    init(inOrder table: PathTable) {
        self.table = table
        order = nil
    }

    init(sorting table: PathTable) {
        self.table = table
        order = (0..<table.count).sorted { PathBytes.compare(table[$0], table[$1]) < 0 }
    }

    static let none = SortedPaths(inOrder: PathTable([String]()))

    var count: Int { table.count }

    /// The bytes of all paths, each with one for what ends it.
    var size: Int { table.size }

    subscript(rank: Int) -> UnsafeBufferPointer<UInt8> { table[position(rank)] }

    /// Where the path at `rank` stands in the table.
    func position(_ rank: Int) -> Int { order?[rank] ?? rank }

    func cString(_ rank: Int) -> UnsafePointer<CChar> { table.cString(position(rank)) }

    func text(_ rank: Int) -> String { table.text(position(rank)) }

    func contains(_ path: UnsafeBufferPointer<UInt8>) -> Bool { rank(of: path) != nil }

    /// Where `path` stands in this order; nil when it is not there.
    func rank(of path: UnsafeBufferPointer<UInt8>) -> Int? {
        let rank = firstRank(notBefore: path, among: 0..<count)
        return rank < count && PathBytes.compare(self[rank], path) == 0 ? rank : nil
    }

    private func firstRank(notBefore path: UnsafeBufferPointer<UInt8>, among ranks: Range<Int>) -> Int {
        var (low, high) = (ranks.lowerBound, ranks.upperBound)
        while low < high {
            let middle = (low + high) / 2
            if PathBytes.compare(self[middle], path) < 0 { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// The same for a rank that is most often near `start`: what is nearer costs less.
    private func firstRank(notBefore path: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        var (low, step) = (start, 1)
        while low + step < count, PathBytes.compare(self[low + step], path) < 0 {
            low += step
            step *= 2
        }
        return firstRank(notBefore: path, among: low..<min(low + step, count))
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
        SortedPaths(inOrder: PathTable(ranks.map { (table, place($0)) }))
    }

    /// Where the path at `rank`, and no other, stands in the table.
    private func place(_ rank: Int) -> Range<Int> { position(rank)..<(position(rank) + 1) }

    /// Paths of two lists that follow each other.
    enum Run {
        /// Ranks of paths that only the left list has.
        case left(Range<Int>)
        /// The rank of one that the right list has, and that in the left one if it has it, too.
        case right(Int, left: Int?)
    }

    /// The paths of `left` and of `right`, and from which of them they are. Compares only those of `left` that are near one of
    /// `right`.
    static func union(
        _ left: SortedPaths, _ right: SortedPaths, visit: (Run) -> Void = { _ in }
    ) -> SortedPaths {
        var runs: [(table: PathTable, range: Range<Int>)] = []
        var next = 0
        func addLeft(upTo end: Int) {
            guard next < end else { return }
            visit(.left(next..<end))
            if left.order == nil {
                runs.append((left.table, next..<end))
            } else {
                runs += (next..<end).map { (left.table, left.place($0)) }
            }
            next = end
        }
        for rank in 0..<right.count {
            let path = right[rank]
            addLeft(upTo: left.firstRank(notBefore: path, from: next))
            let isInBoth = next < left.count && PathBytes.compare(left[next], path) == 0
            visit(.right(rank, left: isInBoth ? next : nil))
            runs.append((right.table, right.place(rank)))
            if isInBoth { next += 1 }
        }
        addLeft(upTo: left.count)
        return SortedPaths(inOrder: PathTable(runs))
    }
}
