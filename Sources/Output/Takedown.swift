internal import Files

/// Replaces single pages and deletes single files of public/ at once, without a build: for an article that
/// has to go while other sources have errors.
///
/// Only files that builds wrote are touched. The list of files and the cache stay as they are: what they say
/// of these files is no longer true, which the next build notices as it notices any file that somebody
/// changed or deleted. The journal is open meanwhile, so that a kill leaves nothing behind that stays.
/// The caller holds the site's lock.
package struct Takedown {
    private let folder: Folder
    private let owned: SortedPaths
    private let wasInterrupted: Bool
    private let journal: Journal

    /// `destination` is the output folder, which must be there.
    package init(siteRoot: String, destination: String, fileSystem: FileSystem = .real) throws(OutputFailure)
    {
        folder = try Folder(making: destination, fileSystem)
        let last = try LastBuild(in: folder, cache: try RecordCache(siteRoot: siteRoot, output: folder))
        owned = last.owned.paths
        wasInterrupted = last.wasInterrupted
        journal = Journal(.none, in: folder, isFirst: false)
    }

    /// The files that builds wrote and that are still there, in the order of their bytes.
    package func standingFiles() throws(OutputFailure) -> [String] {
        var standing: [String] = []
        for rank in 0..<owned.count where try isStanding(owned.cString(rank)) {
            standing.append(owned.text(rank))
        }
        return standing
    }

    /// Puts `bytes` in the place of each file of `pages` and deletes `files`, with the folders that this leaves
    /// empty; both are paths of `standingFiles`.
    ///
    /// Pages come first: what they show is gone before anything else happens. Files that have their bytes
    /// already are left alone.
    package func run(
        replacing pages: [(path: String, bytes: [UInt8])], deleting files: [String]
    ) throws(OutputFailure) {
        var other: [(path: String, bytes: [UInt8])] = []
        for page in pages where try folder.contents(of: page.path) != page.bytes { other.append(page) }
        guard !other.isEmpty || !files.isEmpty else { return }
        // The journal of a killed build says which files are ours: it stays as it is.
        if !wasInterrupted { try journal.begin() }
        for page in other { try replace(page.path, with: page.bytes) }
        for file in files { try folder.delete(Array(file.utf8).cString) }
        try folder.deleteEmptyFolders(
            above: files.map { Array($0.utf8) }.sorted { $0.lexicographicallyPrecedes($1) })
        try folder.sync()
        try journal.end()
    }

    private func isStanding(_ path: UnsafePointer<CChar>) throws(OutputFailure) -> Bool {
        try folder.status(of: path)?.isRegularFile ?? false
    }

    private func replace(_ path: String, with bytes: [UInt8]) throws(OutputFailure) {
        let table = PathTable([path])
        var temporary = TemporaryPath(thread: 0)
        _ = temporary.enter(folderOf: table[0])
        var file: WholeFile
        do throws(SystemError) {
            file = try WholeFile(at: table.cString(0), temporary: temporary.file, in: folder)
        } catch {
            throw .cannotWrite(path: folder.shown(table[0]), errno: error.errno)
        }
        try file.append(bytes)
        _ = try file.put { () throws(OutputFailure) in throw .folderInTheWay(path: folder.shown(table[0])) }
        extendLifetime(table)
    }
}
