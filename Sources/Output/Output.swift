internal import Glibc
package import Model
internal import Threads

/// Writes a plan into the output folder: the only writer of public/.
///
/// A file is written when its bytes differ from what stands on the disk, whole or not at all, and after every
/// file it links to; where nothing shows yet, all files are shown once they are complete (`Staging`). Stopped
/// at any moment, by a failure or a kill, it leaves old files and new ones, and the next build goes on to
/// what a build into an empty folder gives.
///
/// What is where: `.bantin-files` in the output folder lists what was written (`FileList`);
/// `.bantin-pending` is there while a build changes files (`Journal`); `.bantin/` in the site's folder
/// holds what makes the next build fast (`RecordCache`).
package struct Output: Sendable {
    let siteRoot: String
    let destination: String
    let threads: Int
    private let prune: Bool
    private let progress: WriteProgress?
    let fileSystem: FileSystem

    /// `destination` is made when it is not there. `prune` removes files of others, too, but never names at
    /// the top of the folder that start with a dot. `progress` hears how far the writing is.
    package init(
        siteRoot: String, destination: String, threads: Int, prune: Bool, progress: WriteProgress? = nil,
        fileSystem: FileSystem = .real
    ) {
        self.siteRoot = siteRoot
        self.destination = destination
        self.threads = threads
        self.prune = prune
        self.progress = progress
        self.fileSystem = fileSystem
    }

    /// Whether something was built into the folder before.
    package var hasList: Bool { access(destination + "/" + OwnName.list, F_OK) == 0 }

    /// Starts to look at what stands in the output folder; nil when there is no such folder yet.
    package func beginLooking() -> OutputLook? { OutputLook(self) }

    /// Whether the folder stands as the last build left it, and none of the files at `paths` is in it: then a partial plan
    /// can be written.
    package func isAsLeft(
        _ look: OutputLook? = nil, lacking paths: [String] = []
    ) throws(OutputFailure) -> Bool {
        guard let last = try (look ?? beginLooking())?.last() else { return false }
        let new = PathTable(paths)
        return last.isComplete && last.stands
            && !paths.indices.contains { last.owned.paths.contains(new[$0]) }
    }

    /// Makes the output folder what `plan` says, which may be a partial one where `isAsLeft`. `look`, taken since the site
    /// was locked, spares another.
    package func write(_ plan: Plan, _ look: OutputLook? = nil) throws(OutputFailure) -> OutputReport {
        let look = look ?? beginLooking()
        let folder = try Folder(making: destination, fileSystem)
        let cache = try RecordCache(siteRoot: siteRoot, output: folder)
        let paths = PathTable(plan.entries)
        let planned = SortedPaths(sorting: paths)
        try Self.check(planned, in: folder)
        let last: LastBuild
        if let look {
            last = try look.last()
        } else {
            last = try LastBuild(in: folder, cache: cache)
        }
        try folder.removeLeftovers(everywhere: last.wasInterrupted)

        let comparison = Comparison(planned, plan.parts, keepsOthers: plan.isPartial, last)
        let journal = Journal(comparison.pending, in: folder, isFirst: last.isFresh)
        let outcomes = try Writing(
            plan: plan, paths: paths, planned: planned, last: last, comparison: comparison,
            siteRoot: siteRoot, folder: folder, journal: journal, threads: threads, progress: progress
        ).write()

        let commit = Commit(folder: folder, cache: cache, last: last, planned: planned, journal: journal)
        let foreign = try commit.foreign(prune: prune)
        let changes = Background { OutputReport(planned, outcomes) }
        let written = Inventory(planned, outcomes)
        let inventory = plan.isPartial ? last.owned.replacing(written) : written
        let memory = commit.beginRemembering(
            inventory, comparison.parts.records, showsTextsOnly: plan.showsTextsOnly)
        let list = try commit.replaceList(inventory)
        let removed = try commit.remove(comparison.gone, foreign: prune ? foreign : [])
        try commit.remember(memory.value(), list: list)
        var report = changes.value()
        report.unchanged += inventory.paths.count - planned.count
        report.totalFiles = inventory.paths.count
        report.removed = removed
        let others = foreign.map { String(decoding: $0, as: UTF8.self) }
        if prune { report.pruned = others } else { report.foreign = others }
        return report
    }

    /// What `write` would report, when the folder stands as the last build left it; nil when something has to
    /// be looked at, or was left undone.
    package func confirm(_ look: OutputLook? = nil) throws(OutputFailure) -> OutputReport? {
        guard let last = try (look ?? beginLooking())?.last() else { return nil }
        guard last.isComplete, last.stands else { return nil }
        let folder = try Folder(making: destination, fileSystem)
        try folder.removeLeftovers(everywhere: false)
        if last.hasSettled, let cached = last.cached {
            // So that they are not read every time.
            try RecordCache(siteRoot: siteRoot, output: folder).write(last.owned, cached)
        }
        return OutputReport(unchanged: last.owned.paths.count, totalFiles: last.owned.paths.count)
    }

    private static func check(_ planned: SortedPaths, in folder: Folder) throws(OutputFailure) {
        for rank in 0..<planned.count {
            let path = planned[rank]
            let isTwice = rank > 0 && PathBytes.compare(planned[rank - 1], path) == 0
            if isTwice || !PathBytes.isUsable(path) { throw .unusablePath(path: folder.shown(path)) }
        }
    }
}
