internal import Bytes

/// The files of a build with what is known of each, in the order of their paths.
struct Inventory: Sendable {
    let paths: SortedPaths
    /// One record for each path.
    var records: [FileRecord]

    static let empty = Inventory(paths: .none, records: [])

    var isEmpty: Bool { records.isEmpty }

    func isSame(as other: Inventory) -> Bool {
        guard records == other.records else { return false }
        return (0..<paths.count).allSatisfy { PathBytes.compare(paths[$0], other.paths[$0]) == 0 }
    }

    /// Whether the file list of both is the same.
    func isListed(as other: Inventory) -> Bool {
        records.count == other.records.count
            && records.indices.allSatisfy { rank in
                records[rank].hash == other.records[rank].hash
                    && PathBytes.compare(paths[rank], other.paths[rank]) == 0
            }
    }

    /// This inventory and, with nothing known of them, the paths of `more` that it does not have.
    func adding(_ more: SortedPaths) -> Inventory {
        if more.count == 0 { return self }
        return joined(with: more) { _, mine in mine.map { records[$0] } ?? FileRecord(hash: .unknown) }
    }

    /// This inventory with the files of `other` in the place of those at the same paths, or beside them.
    func replacing(_ other: Inventory) -> Inventory {
        joined(with: other.paths) { rank, _ in other.records[rank] }
    }

    /// The paths of `more` are there, too; `record` is asked for what is known of each of them, which has a rank in `more`
    /// and may have one here.
    private func joined(with more: SortedPaths, record: (Int, Int?) -> FileRecord) -> Inventory {
        var all: [FileRecord] = []
        all.reserveCapacity(paths.count + more.count)
        let paths = SortedPaths.union(paths, more) { run in
            switch run {
            case .left(let ranks): all += records[ranks]
            case .right(let rank, let mine): all.append(record(rank, mine))
            }
        }
        return Inventory(paths: paths, records: all)
    }

    /// This inventory with the stamps and origins that `cache` has for files of the same hash.
    func filledIn(from cache: Inventory) -> Inventory {
        var filled = self
        SortedPaths.merge(paths, cache.paths) { pair in
            guard let mine = pair.left, let cached = pair.right,
                records[mine].hash == cache.records[cached].hash
            else { return }
            filled.records[mine] = cache.records[cached]
        }
        return filled
    }
}
