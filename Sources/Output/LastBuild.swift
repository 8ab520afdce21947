internal import Bytes
internal import Files
internal import Threads

/// What stands in the output folder when a build starts writing.
struct LastBuild: Sendable {
    /// The files that builds wrote and no build has deleted.
    private(set) var owned: Inventory
    /// False when neither the list nor the cache is there to tell which files are ours, or when an
    /// unfinished build left a journal that cannot be read.
    let isKnown: Bool
    /// True when a build was stopped between its first change and its end.
    let wasInterrupted: Bool
    /// True when there is nothing to keep: no list of files, and no name that shows.
    let isFresh: Bool
    /// The hash of the file list; `unknown` when it is missing or damaged.
    let list: ContentHash
    /// What the cache says besides the files; nil when there is none to believe.
    let cached: RecordCache.Facts?
    /// The stamp of each owned file now; empty as long as nobody has looked.
    private(set) var stamps: [FileStamp] = []
    /// Whether files were read to make sure that they stand as they are known.
    private(set) var hasSettled = false

    init(in output: Folder, cache: RecordCache) throws(OutputFailure) {
        let pending = try output.contents(of: OwnName.pending)
        let contents = try cache.read()
        cached = contents?.facts
        let found = try output.hash(of: OwnName.list)
        let listed: (inventory: Inventory, hash: ContentHash)?
        if let found, let contents, found == contents.facts.list {
            // Most often it is the one that was written with the cache, and need not be kept in memory.
            listed = (contents.inventory, found)
        } else {
            listed = try output.contents(of: OwnName.list).flatMap { text in
                FileList.inventory(from: text).map {
                    ($0.filledIn(from: contents?.inventory ?? .empty), ContentHash(of: text))
                }
            }
        }
        list = listed?.hash ?? .unknown
        let unfinished = pending.flatMap(FileList.inventory)
        isKnown = (listed != nil || contents != nil) && (pending == nil || unfinished != nil)
        wasInterrupted = pending != nil

        owned = (listed?.inventory ?? contents?.inventory ?? .empty).adding((unfinished ?? .empty).paths)
        isFresh = found == nil && !wasInterrupted ? try !output.hasShownNames() : false
    }
}

extension LastBuild {
    /// True when a build was brought to its end and has told all that it did: what is remembered is of what is listed.
    var isComplete: Bool { list.isKnown && cached?.list == list && !wasInterrupted && isKnown }

    /// Whether the files are what the cache was believed to say.
    var isAsCached: Bool { isComplete && !hasSettled }

    /// Looks at every file.
    mutating func look(in folder: Folder, threads: Int) {
        let paths = owned.paths
        stamps = parallelMap(count: paths.count, threads: threads, makeWorker: {}) { _, rank in
            folder.stamp(of: paths.cString(rank))
        }
        settle(in: folder)
    }

    /// Reads the files that the last build wrote at its very end: they might have changed since without a trace.
    private mutating func settle(in folder: Folder) {
        let unsettled = owned.records.indices.filter {
            owned.records[$0].stamp == .unknown && owned.records[$0].hash.isKnown && stamps[$0] != .unknown
        }
        guard unsettled.count <= Self.mostUnsettled else { return }
        for rank in unsettled {
            // One that cannot be read is looked at when it is to be written.
            guard let found = try? FileReader(opening: owned.paths.text(rank), in: folder).fingerprint(),
                found.hash == owned.records[rank].hash, found.stamp == stamps[rank]
            else { continue }
            owned.records[rank].stamp = found.stamp
            hasSettled = true
        }
    }

    /// More than a build writes within a step of the clock by which files are stamped; reading more is the business of
    /// all threads.
    private static let mostUnsettled = 4_000

    /// True when every file has the stamp under which it was seen to have its hash.
    var stands: Bool {
        stamps.count == owned.records.count
            && zip(stamps, owned.records).allSatisfy { $0 != .unknown && $0 == $1.stamp }
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
