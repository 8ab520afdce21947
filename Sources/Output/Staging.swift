internal import Files
internal import Glibc

/// `.bantin-new` in the output folder: where the whole site is written when nothing shows there yet.
///
/// Nobody sees a file in it, so that each is written under its own name at once, without the temporary name
/// and the rename that every file of a standing site needs. At the end each name at the top moves to
/// its place in one step. A build that is killed before that leaves this folder alone behind, and the next one
/// deletes it.
///
/// It is inside the output folder to be on the same file system whatever is mounted there. Where a
/// folder cannot be moved all the same (some unions of disks), the build fails with its journal open, and
/// the next one writes file by file.
struct Staging {
    /// The staging folder, under the name of the output folder: messages show where a file will be.
    let folder: Folder
    private let output: Folder

    /// Makes the folder, which must not be there.
    init(in output: Folder) throws(OutputFailure) {
        self.output = output
        let path = Array(OwnName.staging.utf8CString)
        if output.fileSystem.makeFolder(output.descriptor, path, 0o755) != 0 {
            throw .cannotCreate(path: output.shown(path), errno: errno)
        }
        do throws(OutputFailure) {
            folder = try Folder(opening: path, in: output)
        } catch {
            _ = output.fileSystem.unlink(output.descriptor, path, AT_REMOVEDIR)
            throw error
        }
    }

    /// Moves `names` to their places, in this order, and deletes the staging folder.
    func show(_ names: [TopName]) throws(OutputFailure) {
        for top in names {
            let path = top.name.cString
            let staged = Array("\(OwnName.staging)/".utf8).map { CChar(bitPattern: $0) } + path
            if output.fileSystem.rename(output.descriptor, staged, path) != 0 {
                throw .cannotRename(path: output.shown(path), errno: errno)
            }
        }
        try output.deleteStaging()
    }

    /// Deletes the folder after a failure.
    func discard() {
        // Whatever cannot be deleted now, the next build deletes: the failure that came first is told.
        do throws(OutputFailure) { try output.deleteStaging() } catch {}
    }
}

extension Folder {
    /// Deletes the staging folder and all in it, if it is there.
    func deleteStaging() throws(OutputFailure) {
        let path = Array(OwnName.staging.utf8)
        guard let status = try status(of: path.cString) else { return }
        if status.isFolder { try deleteTree(path) } else { try delete(path.cString) }
    }

    private func deleteTree(_ path: [UInt8]) throws(OutputFailure) {
        for (name, isFolder) in try names(in: path) {
            let inner = path.joined(name)
            if isFolder { try deleteTree(inner) } else { try delete(inner.cString) }
        }
        _ = try deleteIfEmpty(path)
    }
}
