internal import Model

/// A name at the top of the output folder: a file, or a folder with all that is in it.
struct TopName {
    let name: [UInt8]
    /// The entry of a file; nil for a folder.
    let file: Int?
    /// The phases of the first and of the last file in it.
    private(set) var phases: ClosedRange<WritePhase>

    /// The names that `planned`, the paths of `plan`, has at the top, in the order in which they can be shown
    /// so that as few links as possible dangle: what is complete without the others comes first.
    static func inOrderOfShowing(_ planned: SortedPaths, _ plan: Plan) -> [TopName] {
        var names: [TopName] = []
        for rank in 0..<planned.count {
            let entry = planned.position(rank)
            let phase = plan.entries[entry].phase
            if names.last?.holds(planned[rank]) ?? false {
                names[names.count - 1].add(phase)
            } else {
                names.append(TopName(of: planned[rank], entry: entry, phase))
            }
        }
        return names.sorted { $0.isShownBefore($1) }
    }

    private init(of path: UnsafeBufferPointer<UInt8>, entry: Int, _ phase: WritePhase) {
        let slash = path.firstIndex(of: UInt8(ascii: "/"))
        name = Array(path[..<(slash ?? path.count)])
        file = slash == nil ? entry : nil
        phases = phase...phase
    }

    /// True for a path in this folder. In the order of bytes such paths follow each other.
    private func holds(_ path: UnsafeBufferPointer<UInt8>) -> Bool {
        path.count > name.count && path[name.count] == UInt8(ascii: "/") && path.starts(with: name)
    }

    private mutating func add(_ phase: WritePhase) {
        phases = min(phases.lowerBound, phase)...max(phases.upperBound, phase)
    }

    /// A file comes after the folders of its phase: the home page leads to them.
    private func isShownBefore(_ other: TopName) -> Bool {
        (phases.upperBound, phases.lowerBound, file ?? -1)
            < (other.phases.upperBound, other.phases.lowerBound, other.file ?? -1)
    }
}
