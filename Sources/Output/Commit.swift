internal import Bytes
internal import Files
internal import Threads

/// The end of a build, once every file of the plan is in its place: the new list, then the deletions, then
/// what the next build wants to know.
struct Commit {
    let folder: Folder
    let cache: RecordCache
    let last: LastBuild
    let planned: SortedPaths
    let journal: Journal

    /// The files that neither this build nor an earlier one wrote; looked for only when they are to be
    /// pruned, or when nothing is left to tell which files are ours.
    func foreign(prune: Bool) throws(OutputFailure) -> [[UInt8]] {
        guard !last.isFresh, prune || !last.isKnown else { return [] }
        return try folder.foreignFiles { planned.contains($0) || last.owned.paths.contains($0) }
    }

    /// Replaces the list of files and returns its hash. Before it counts, everything it lists is on the disk.
    ///
    /// The first build into an empty folder does not wait for the disk, which takes longer than the build:
    /// there is no older state to lose, and `RecordCache` does not believe its records after a restart.
    func replaceList(_ inventory: Inventory) throws(OutputFailure) -> ContentHash {
        if last.list.isKnown, inventory.isListed(as: last.owned) {
            if journal.isOpen { try folder.sync() }
            return last.list
        }
        let text = FileList.text(of: inventory)
        try journal.begin()
        try folder.replace(OwnName.list, with: text.bytes) { () throws(OutputFailure) in
            if !last.isFresh { try folder.sync() }
        }
        return ContentHash(of: text.bytes)
    }

    /// Deletes the files at `gone` and `foreign`, and the folders that this leaves empty. Returns what was
    /// removed, in order.
    func remove(_ gone: SortedPaths, foreign: [[UInt8]]) throws(OutputFailure) -> [String] {
        let paths = ((0..<gone.count).map { Array(gone[$0]) } + foreign)
            .sorted { $0.lexicographicallyPrecedes($1) }
        for path in paths { try deleteFile(path) }
        try folder.deleteEmptyFolders(above: paths)
        return paths.map { String(decoding: $0, as: UTF8.self) }
    }

    /// A folder that somebody has put in the place of a file of ours is not ours.
    private func deleteFile(_ path: [UInt8]) throws(OutputFailure) {
        guard let status = try folder.status(of: path.cString), !status.isFolder else { return }
        try folder.delete(path.cString)
    }

    /// Begins to put into its form what the next build need not read again.
    func beginRemembering(
        _ inventory: Inventory, _ parts: [PartRecord], showsTextsOnly: Bool
    ) -> Background<Memory> {
        Background { [last] in
            let draft = RecordCache.Draft(inventory, parts, showsTextsOnly: showsTextsOnly)
            let isKnown =
                last.cached.map { $0.parts == parts && $0.showsTextsOnly == showsTextsOnly } ?? false
            return Memory(
                draft: draft,
                isKnown: isKnown && draft.isSettled && last.isAsCached && inventory.isSame(as: last.owned))
        }
    }

    struct Memory: Sendable {
        fileprivate let draft: RecordCache.Draft
        /// Whether the cache has the same already.
        fileprivate let isKnown: Bool
    }

    /// Tells the next build what it need not read again; the build is complete then. `list`: the hash of the
    /// file list.
    func remember(_ memory: Memory, list: ContentHash) throws(OutputFailure) {
        let isSynced = journal.isOpen ? !last.isFresh : last.cached?.isSynced ?? false
        let isKnown = last.cached.map { $0.isSynced == isSynced && $0.list == list } ?? false
        if !isKnown || !memory.isKnown { try cache.write(memory.draft, isSynced: isSynced, list: list) }
        try journal.end()
    }
}

extension Inventory {
    /// What became of the entries of a plan.
    init(_ planned: SortedPaths, _ outcomes: [Outcome]) {
        let records = (0..<planned.count).map { outcomes[planned.position($0)].record }
        self.init(paths: planned, records: records)
    }
}

extension OutputReport {
    /// What became of the entries of a plan.
    init(_ planned: SortedPaths, _ outcomes: [Outcome]) {
        self.init(totalFiles: planned.count)
        for rank in 0..<planned.count {
            let outcome = outcomes[planned.position(rank)]
            bytesWritten += outcome.bytesWritten
            switch outcome.change {
            case .unchanged: unchanged += 1
            case .added: added.append(planned.text(rank))
            case .changed: changed.append(planned.text(rank))
            }
        }
    }
}
