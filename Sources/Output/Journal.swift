internal import Bytes
internal import Synchronization

/// `public/.bantin-pending`: which files a build may have added or left undeleted when it is killed.
///
/// Written before the first change of a build and deleted after its last: while it is there, its files
/// count as ours, and temporary files are looked for everywhere. A build that changes nothing never
/// writes it. It is on the disk before the first change is made: a power cut that leaves half-written pages
/// leaves it, too.
final class Journal: Sendable {
    private let folder: Folder
    private let paths: SortedPaths
    private let isFirst: Bool
    private let hasBegun = Atomic(false)
    private let writing = Mutex(())

    /// `paths`: the files that are new in this build or gone with it. `isFirst`: nothing stands in the folder
    /// yet that could be lost.
    init(_ paths: SortedPaths, in folder: Folder, isFirst: Bool) {
        self.paths = paths
        self.folder = folder
        self.isFirst = isFirst
    }

    var isOpen: Bool { hasBegun.load(ordering: .acquiring) }

    /// To be called before every change; only the first call, on whichever thread, writes.
    func begin() throws(OutputFailure) {
        if isOpen { return }
        let failure: OutputFailure? = writing.withLock { _ in
            if isOpen { return nil }
            do throws(OutputFailure) {
                let records = [FileRecord](repeating: FileRecord(hash: .unknown), count: paths.count)
                let text = FileList.text(of: Inventory(paths: paths, records: records))
                if isFirst {
                    try folder.replace(OwnName.pending, with: text.bytes)
                } else {
                    try folder.replaceAndFlush(OwnName.pending, with: text.bytes)
                }
                hasBegun.store(true, ordering: .releasing)
                return nil
            } catch { return error }
        }
        if let failure { throw failure }
    }

    /// The build is complete.
    func end() throws(OutputFailure) {
        if isOpen { try folder.delete(Array(OwnName.pending.utf8CString)) }
    }
}
