internal import Files
internal import Glibc

/// A file that appears whole or not at all: written under a temporary name in its own folder, then renamed;
/// or under its own name in a staging folder, which is not shown before all of it is whole.
///
/// A temporary file that is not put in its place by the end of its life is deleted.
struct WholeFile: ~Copyable {
    private let folder: Folder
    private let path: UnsafePointer<CChar>
    /// Nil in a staging folder.
    private let temporary: [CChar]?
    /// -1 once it is closed.
    private var descriptor: Int32
    /// True while the temporary name is on the disk.
    private var isTemporary: Bool

    /// Creates the file. `path` must outlive the value; both paths are relative to `folder` and in one
    /// folder, which must be there. A left-over of a killed build under the temporary name is replaced.
    ///
    /// Fails with an `errno` alone: only the caller knows which failures it can mend.
    init(at path: UnsafePointer<CChar>, temporary: [CChar], in folder: Folder) throws(SystemError) {
        self.folder = folder
        self.path = path
        self.temporary = temporary
        var opened = Self.open(temporary, in: folder)
        if opened < 0, errno == EEXIST, folder.fileSystem.unlink(folder.descriptor, temporary, 0) == 0 {
            opened = Self.open(temporary, in: folder)
        }
        if opened < 0 { throw SystemError(errno: errno) }
        descriptor = opened
        isTemporary = true
    }

    /// Creates the file in a staging folder, where nothing is at `path`.
    init(staged path: UnsafePointer<CChar>, in folder: Folder) throws(SystemError) {
        self.folder = folder
        self.path = path
        temporary = nil
        isTemporary = false
        descriptor = Self.open(path, in: folder)
        if descriptor < 0 { throw SystemError(errno: errno) }
    }

    private static func open(_ path: UnsafePointer<CChar>, in folder: Folder) -> Int32 {
        folder.fileSystem.open(folder.descriptor, path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
    }

    deinit {
        if descriptor >= 0 { _ = folder.fileSystem.close(descriptor) }
        // When even this fails, the next build removes the left-over.
        if isTemporary, let temporary { _ = folder.fileSystem.unlink(folder.descriptor, temporary, 0) }
    }

    func append(_ bytes: [UInt8]) throws(OutputFailure) {
        let failure: OutputFailure? = bytes.withUnsafeBytes { bytes in
            do throws(OutputFailure) {
                try append(bytes)
                return nil
            } catch { return error }
        }
        if let failure { throw failure }
    }

    func append(_ bytes: UnsafeRawBufferPointer) throws(OutputFailure) {
        var rest = bytes
        while let start = rest.baseAddress, !rest.isEmpty {
            let count = folder.fileSystem.write(descriptor, start, rest.count)
            if count < 0 {
                if errno == EINTR { continue }
                throw .cannotWrite(path: folder.shown(path), errno: errno)
            }
            rest = UnsafeRawBufferPointer(rebasing: rest[count...])
        }
    }

    /// Waits until what was written is on the disk.
    func flush() throws(OutputFailure) {
        if folder.fileSystem.flush(descriptor) != 0 {
            throw .cannotSync(path: folder.shown(path), errno: errno)
        }
    }

    /// Gives the file its name and returns its stamp. When a folder stands there, `clearing` is asked to
    /// remove it.
    ///
    /// Closed before the rename, because some file systems report a full disk only then; stamped after
    /// it, because a rename changes the stamp.
    mutating func put(clearing: () throws(OutputFailure) -> Void) throws(OutputFailure) -> FileStamp {
        guard let temporary else { return try finish() }
        try close()
        try rename(temporary, clearing)
        isTemporary = false
        return folder.stamp(of: path)
    }

    /// Not renamed, the file keeps the stamp that it has before it is closed.
    private mutating func finish() throws(OutputFailure) -> FileStamp {
        var status = stat()
        let found = folder.fileSystem.status(descriptor, &status) == 0
        try close()
        return found ? FileStamp(status) : .unknown
    }

    private mutating func close() throws(OutputFailure) {
        let closing = descriptor
        descriptor = -1
        if folder.fileSystem.close(closing) != 0 {
            throw .cannotWrite(path: folder.shown(path), errno: errno)
        }
    }

    private func rename(
        _ temporary: [CChar], _ clearing: () throws(OutputFailure) -> Void
    ) throws(OutputFailure) {
        if folder.fileSystem.rename(folder.descriptor, temporary, path) == 0 { return }
        if errno == EISDIR || errno == ENOTEMPTY || errno == EEXIST {
            try clearing()
            if folder.fileSystem.rename(folder.descriptor, temporary, path) == 0 { return }
        }
        throw .cannotRename(path: folder.shown(path), errno: errno)
    }
}

/// The reason a system call gave.
struct SystemError: Error {
    let errno: Int32
}

extension Folder {
    /// Replaces the file `name`, which stands in this folder itself, by `bytes`. `confirm` is called before
    /// the new file counts.
    ///
    /// A file that `canBeLost` may be gone after a kill: over a file that stands, some file systems (ext4) do not rename
    /// before they have begun to bring the new one to the disk, which takes longer than all else.
    func replace(
        _ name: String, with bytes: UnsafeRawBufferPointer, canBeLost: Bool = false,
        confirm: () throws(OutputFailure) -> Void = {}
    ) throws(OutputFailure) {
        try replace(name, with: bytes, isFlushed: false) { () throws(OutputFailure) in
            try confirm()
            if canBeLost { try delete(Array(name.utf8CString)) }
        }
    }

    /// The same, and waits until the file and its name are on the disk.
    func replaceAndFlush(_ name: String, with bytes: UnsafeRawBufferPointer) throws(OutputFailure) {
        try replace(name, with: bytes, isFlushed: true, {})
        if fileSystem.flush(descriptor) != 0 { throw .cannotSync(path: self.name, errno: errno) }
    }

    private func replace(
        _ name: String, with bytes: UnsafeRawBufferPointer, isFlushed: Bool,
        _ confirm: () throws(OutputFailure) -> Void
    ) throws(OutputFailure) {
        let table = PathTable([name])
        defer { extendLifetime(table) }
        let path = table.cString(0)
        var file: WholeFile
        do throws(SystemError) {
            let temporary = Array((OwnName.temporary + "list").utf8CString)
            file = try WholeFile(at: path, temporary: temporary, in: self)
        } catch { throw .cannotWrite(path: shown(path), errno: error.errno) }
        try file.append(bytes)
        if isFlushed { try file.flush() }
        try confirm()
        _ = try file.put { () throws(OutputFailure) in throw .folderInTheWay(path: shown(path)) }
    }
}
