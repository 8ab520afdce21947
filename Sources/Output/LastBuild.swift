internal import Files
internal import Synchronization
internal import Threads

/// What stands in the output folder when a build starts writing.
struct LastBuild: Sendable {
    /// The files that builds wrote and no build has deleted.
    let owned: Inventory
    /// False when neither the list nor the cache is there to tell which files are ours, or when an
    /// unfinished build left a journal that cannot be read.
    let isKnown: Bool
    /// True when a build was stopped between its first change and its end.
    let wasInterrupted: Bool
    /// True when there is nothing to keep: no list of files, and no name that shows.
    let isFresh: Bool
    /// The text of the file list; nil when it is missing or damaged.
    let listText: [UInt8]?
    /// The records as the cache has them.
    let cached: Inventory?
    /// True when those records hold whatever happened to the machine.
    let isSynced: Bool

    init(in output: Folder, cache: RecordCache) throws(OutputFailure) {
        let text = try output.contents(of: OwnName.list)
        let list = text.flatMap(FileList.inventory)
        let pending = try output.contents(of: OwnName.pending)
        let cached = try cache.read()
        self.cached = cached?.inventory
        isSynced = cached?.isSynced ?? false
        listText = list == nil ? nil : text
        let unfinished = pending.flatMap(FileList.inventory)
        isKnown = (list != nil || cached != nil) && (pending == nil || unfinished != nil)
        wasInterrupted = pending != nil

        let written =
            list.map { $0.filledIn(from: cached?.inventory ?? .empty) } ?? cached?.inventory ?? .empty
        owned = written.adding((unfinished ?? .empty).paths)
        isFresh = text == nil && !wasInterrupted ? try !output.hasShownNames() : false
    }
}

extension LastBuild {
    /// True when a build was brought to its end and has told all that it did.
    var isComplete: Bool { listText != nil && cached != nil && !wasInterrupted && isKnown }

    /// True when every file has the stamp under which it was seen.
    func stands(in folder: Folder, threads: Int) -> Bool {
        let stands = Atomic(true)
        let (paths, records) = (owned.paths, owned.records)
        Threads.run(threads, sharing: paths.count) { ranks in
            for rank in ranks {
                let stamp = folder.stamp(of: paths.cString(rank))
                if stamp == .unknown || stamp != records[rank].stamp {
                    stands.store(false, ordering: .relaxed)
                    return
                }
            }
        }
        return stands.load(ordering: .relaxed)
    }
}

extension Folder {
    /// True when the folder holds a name that does not start with a dot.
    ///
    /// Names at the top that do (`.gitignore`, `.git`, `.well-known`, `.nojekyll`, `.htaccess`) are set up
    /// by the technician: they are never ours unless we wrote them, are not reported and not pruned.
    fileprivate func hasShownNames() throws(OutputFailure) -> Bool {
        try names(in: []).contains { !$0.name.isHidden }
    }

    /// The files of this folder that `isWanted` does not claim and that show, in order.
    func foreignFiles(
        isWanted: (UnsafeBufferPointer<UInt8>) -> Bool
    ) throws(OutputFailure) -> [[UInt8]] {
        var foreign: [[UInt8]] = []
        for (name, isFolder) in try names(in: []) where !name.isHidden {
            func note(_ path: [UInt8]) {
                if !path.withUnsafeBufferPointer(isWanted) { foreign.append(path) }
            }
            if isFolder { try forEachFile(below: name, note) } else { note(name) }
        }
        return foreign.sorted { $0.lexicographicallyPrecedes($1) }
    }

    /// Removes what killed builds left under names of their own; `everywhere` looks below the top, too.
    func removeLeftovers(everywhere: Bool) throws(OutputFailure) {
        try deleteStaging()
        if everywhere {
            try forEachFile(below: []) { path throws(OutputFailure) in
                let start = (path.lastIndex(of: UInt8(ascii: "/")) ?? -1) + 1
                if OwnName.isTemporary(path[start...]) { try delete(path.cString) }
            }
        } else {
            for (name, isFolder) in try names(in: []) where !isFolder && OwnName.isTemporary(name) {
                try delete(name.cString)
            }
        }
    }
}

extension [UInt8] {
    fileprivate var isHidden: Bool { first == UInt8(ascii: ".") }
}
