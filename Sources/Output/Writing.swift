internal import Model

/// The files of a plan on their way into the output folder: one by one over what stands there, or all
/// together where nothing stands.
struct Writing {
    let plan: Plan
    let paths: PathTable
    let planned: SortedPaths
    let last: LastBuild
    let comparison: Comparison
    let siteRoot: String
    let folder: Folder
    let journal: Journal
    let threads: Int
    let progress: WriteProgress?

    /// Writes every file that is not there yet as it should be. Returns what became of each entry.
    func write() throws(OutputFailure) -> [Outcome] {
        progress?.begin(total: planned.count)
        guard last.isFresh, planned.count > 0 else { return try writeOneByOne() }
        let names = TopName.inOrderOfShowing(planned, plan)
        let standing = Set(try folder.names(in: []).map(\.name))
        if names.contains(where: { standing.contains($0.name) }) { return try writeOneByOne() }
        return try writeTogether(names)
    }

    private func writeOneByOne() throws(OutputFailure) -> [Outcome] {
        if comparison.pending.count > 0 || last.wasInterrupted { try journal.begin() }
        let phases = WritePhase.allCases.map { phase in
            // Neighbours in a plan show the same things: what a thread has worked out for one serves the next.
            WriteQueue(plan.entries.indices.filter { plan.entries[$0].phase == phase }, stretches: threads)
        }
        return try run(phases, in: folder, owned: last.owned.paths, journal)
    }

    private func writeTogether(_ names: [TopName]) throws(OutputFailure) -> [Outcome] {
        let staging = try Staging(in: folder)
        do throws(OutputFailure) {
            let all = WriteQueue((0..<planned.count).map(planned.position), stretches: threads)
            var outcomes = try run([all], in: staging.folder, owned: .none, nil)
            try journal.begin()
            try staging.show(names)
            // A file's own move changes its stamp; that of a folder around it does not.
            for top in names {
                if let file = top.file { outcomes[file].record.stamp = folder.stamp(of: paths.cString(file)) }
            }
            return outcomes
        } catch {
            staging.discard()
            throw error
        }
    }

    private func run(
        _ queues: [WriteQueue], in folder: Folder, owned: SortedPaths, _ journal: Journal?
    ) throws(OutputFailure) -> [Outcome] {
        let obstacles = Obstacles(in: folder, owned: owned, planned: planned)
        return try WriteRun(
            plan, paths: paths, comparison, siteRoot: siteRoot, folder: folder,
            obstacles: obstacles, journal: journal, progress: progress
        ).run(queues, threads: threads)
    }
}
