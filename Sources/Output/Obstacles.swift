internal import Files
internal import Synchronization

/// Clears what stands in the way of a file: a folder where the file belongs, or a file where its folder does.
///
/// Only what builds wrote, and this one does not, gives way; whatever belongs to others stops the build.
final class Obstacles: Sendable {
    private let folder: Folder
    private let owned: SortedPaths
    private let planned: SortedPaths
    /// Two threads may meet the same obstacle.
    private let clearing = Mutex(())

    init(in folder: Folder, owned: SortedPaths, planned: SortedPaths) {
        self.folder = folder
        self.owned = owned
        self.planned = planned
    }

    /// Deletes files that stand where a folder above `path` belongs.
    func clearFolders(above path: UnsafeBufferPointer<UInt8>) throws(OutputFailure) {
        let failure = clearing.withLock { _ in
            Self.failure(of: { () throws(OutputFailure) in
                for end in path.indices where path[end] == UInt8(ascii: "/") {
                    let parent = Array(path[..<end])
                    guard let status = try folder.status(of: parent.cString), status.isRegularFile else {
                        continue
                    }
                    guard givesWay(parent) else { throw .fileInTheWay(path: folder.shown(parent)) }
                    try folder.delete(parent.cString)
                }
            })
        }
        if let failure { throw failure }
    }

    /// Deletes the folder that stands at `path`.
    func clearFolder(at path: UnsafeBufferPointer<UInt8>) throws(OutputFailure) {
        let top = Array(path)
        let failure = clearing.withLock { _ in
            Self.failure(of: { () throws(OutputFailure) in
                var files: [[UInt8]] = []
                try folder.forEachFile(below: top) { file throws(OutputFailure) in
                    guard givesWay(file) else { throw .folderInTheWay(path: folder.shown(top)) }
                    files.append(file)
                }
                for file in files { try folder.delete(file.cString) }
                try deleteEmptyFolders(top)
            })
        }
        if let failure { throw failure }
    }

    private func deleteEmptyFolders(_ path: [UInt8]) throws(OutputFailure) {
        for (name, isFolder) in try folder.names(in: path) where isFolder {
            try deleteEmptyFolders(path + [UInt8(ascii: "/")] + name)
        }
        _ = try folder.deleteIfEmpty(path)
    }

    private func givesWay(_ path: [UInt8]) -> Bool {
        path.withUnsafeBufferPointer { owned.contains($0) && !planned.contains($0) }
    }

    /// `Mutex.withLock` hands typed errors on only as values.
    private static func failure(of body: () throws(OutputFailure) -> Void) -> OutputFailure? {
        do throws(OutputFailure) {
            try body()
            return nil
        } catch { return error }
    }
}
