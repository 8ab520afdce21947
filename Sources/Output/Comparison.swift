internal import Bytes
internal import Files
internal import Model

/// A plan beside the files that builds have written so far.
struct Comparison {
    /// For each entry of the plan the place in `records` of what the last complete build knew of its file; -1 for a new
    /// file. Places, because records are large.
    private let known: [Int32]
    private let records: [FileRecord]
    /// For each entry whether its file was seen to stand as it is known.
    let stands: [Bool]
    let parts: PartComparison
    /// Files that builds wrote and that are not to be there any more.
    let gone: SortedPaths
    /// The new files and the gone ones: what a killed build would leave without an owner.
    let pending: SortedPaths

    /// The files at `ranks` of the last build, which stand as they are known, and nothing else.
    init(of ranks: [Int], _ last: LastBuild) {
        known = ranks.map { Int32($0) }
        records = last.owned.records
        stands = ranks.map { _ in true }
        parts = PartComparison([], since: [])
        (gone, pending) = (.none, .none)
    }

    /// `planned` are all files that there are to be, or, when it `keepsOthers`, some of them.
    init(_ planned: SortedPaths, _ parts: [SharedPart], keepsOthers: Bool, _ last: LastBuild) {
        self.parts = PartComparison(parts, since: last.cached?.parts ?? [])
        let owned = last.owned
        var known = [Int32](repeating: -1, count: planned.count)
        var stands = [Bool](repeating: false, count: planned.count)
        var gone: [Int] = []
        var added: [Int] = []
        SortedPaths.merge(planned, owned.paths) { pair in
            if let rank = pair.left {
                // Without a hash it is only pending from a build that was killed: new as far as lists go.
                guard let seen = pair.right, owned.records[seen].hash.isKnown else {
                    return added.append(rank)
                }
                known[planned.position(rank)] = Int32(seen)
                if seen < last.stamps.count {
                    let stamp = owned.records[seen].stamp
                    stands[planned.position(rank)] = stamp != .unknown && stamp == last.stamps[seen]
                }
            } else if let rank = pair.right, !keepsOthers {
                gone.append(rank)
            }
        }
        self.known = known
        records = owned.records
        self.stands = stands
        self.gone = owned.paths.selecting(gone)
        pending = .union(planned.selecting(added), self.gone)
    }

    /// What the last complete build knew of the file of an entry; nil for a new file.
    func known(_ entry: Int) -> FileRecord? { known[entry] < 0 ? nil : records[Int(known[entry])] }
}
