internal import Bytes
internal import Files
internal import Model

/// A plan beside the files that builds have written so far.
struct Comparison {
    /// For each entry of the plan what the last complete build knew of its file; nil for a new file.
    let known: [FileRecord?]
    /// For each entry whether its file was seen to stand as it is known.
    let stands: [Bool]
    let parts: PartComparison
    /// Files that builds wrote and the plan does not have.
    let gone: SortedPaths
    /// The new files and the gone ones: what a killed build would leave without an owner.
    let pending: SortedPaths

    /// The files at `ranks` of the last build, which stand as they are known, and nothing else.
    init(of ranks: [Int], _ last: LastBuild) {
        known = ranks.map { last.owned.records[$0] }
        stands = ranks.map { _ in true }
        parts = PartComparison([], since: [])
        (gone, pending) = (.none, .none)
    }

    init(_ planned: SortedPaths, _ parts: [SharedPart], _ last: LastBuild) {
        self.parts = PartComparison(parts, since: last.cached?.parts ?? [])
        let owned = last.owned
        var known = [FileRecord?](repeating: nil, count: planned.count)
        var stands = [Bool](repeating: false, count: planned.count)
        var gone: [Int] = []
        var added: [Int] = []
        SortedPaths.merge(planned, owned.paths) { pair in
            let record = pair.right.map { owned.records[$0] }
            if let rank = pair.left {
                // Without a hash it is only pending from a build that was killed: new as far as lists go.
                let complete = record.flatMap { $0.hash.isKnown ? $0 : nil }
                known[planned.position(rank)] = complete
                if complete == nil { added.append(rank) }
                if let seen = pair.right, seen < last.stamps.count, let complete {
                    stands[planned.position(rank)] =
                        complete.stamp != .unknown && complete.stamp == last.stamps[seen]
                }
            } else if let rank = pair.right {
                gone.append(rank)
            }
        }
        self.known = known
        self.stands = stands
        self.gone = owned.paths.selecting(gone)
        pending = .union(planned.selecting(added), self.gone)
    }
}
