internal import Bytes

/// The files of a build with what is known of each, in the order of their paths.
struct Inventory: Sendable {
    let paths: SortedPaths
    /// One record for each path.
    var records: [FileRecord]

    static let empty = Inventory(paths: .none, records: [])

    var isEmpty: Bool { records.isEmpty }

    func isSame(as other: Inventory?) -> Bool {
        guard let other, records == other.records else { return false }
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
        var all: [FileRecord] = []
        SortedPaths.merge(paths, more) { pair in
            all.append(pair.left.map { records[$0] } ?? FileRecord(hash: .unknown))
        }
        return Inventory(paths: .union(paths, more), records: all)
    }

    /// This inventory with the files of `other` in the place of those at the same paths, or beside them.
    func replacing(_ other: Inventory) -> Inventory {
        var all = adding(other.paths)
        for rank in other.records.indices {
            guard let place = all.paths.rank(of: other.paths[rank]) else { continue }
            all.records[place] = other.records[rank]
        }
        return all
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
