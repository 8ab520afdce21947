import Glibc
package import Output

/// Reads and replaces single files that are not part of public/.
package enum WholeFile {
    /// The bytes of the file at `path`.
    package static func read(_ path: String) throws(OutputFailure) -> [UInt8] {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw .cannotRead(path: path, errno: errno) }
        defer { close(file) }
        var bytes: [UInt8] = []
        var status = stat()
        // Only a guess: what is not as long as it says is read all the same.
        if fstat(file, &status) == 0 { bytes.reserveCapacity(Int(status.st_size)) }
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = Glibc.read(file, &chunk, chunk.count)
            if count == 0 { return bytes }
            if count < 0, errno != EINTR { throw .cannotRead(path: path, errno: errno) }
            if count > 0 { bytes += chunk[..<count] }
        }
    }

    package static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

    /// Puts `bytes` at `path`, whole or not at all: written beside it, synced, renamed. Missing folders are
    /// made; a file that is replaced keeps its owner and permissions.
    package static func write(_ bytes: [UInt8], to path: String) throws(OutputFailure) {
        try use(bytes) { (bytes) throws(OutputFailure) in try write([bytes], to: path, isSynced: true) }
    }

    /// The same with bytes in pieces. A file that is not `isSynced` may be damaged by a power cut.
    ///
    /// One that `canBeLost` may be gone after a kill: over a file that stands, some file systems (ext4) do not rename
    /// before they have begun to bring the new one to the disk, which takes longer than all else.
    package static func write(
        _ pieces: [UnsafeRawBufferPointer], to path: String, isSynced: Bool, canBeLost: Bool = false
    ) throws(OutputFailure) {
        try makeFolder(String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)]))
        let temporary = temporaryPath(of: path)
        let file = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        guard file >= 0 else { throw .cannotWrite(path: path, errno: errno) }
        keepPermissions(of: path, on: file)
        do throws(OutputFailure) {
            defer { close(file) }
            for bytes in pieces { try writeAll(bytes, to: file, path) }
            if isSynced, fsync(file) != 0 { throw .cannotSync(path: path, errno: errno) }
            if canBeLost { unlink(path) }
        } catch {
            unlink(temporary)
            throw error
        }
        guard rename(temporary, path) == 0 else {
            let code = errno
            unlink(temporary)
            throw .cannotRename(path: path, errno: code)
        }
    }

    /// Writes into a pipe or a device, which is there.
    package static func append(_ bytes: [UInt8], to path: String) throws(OutputFailure) {
        let file = open(path, O_WRONLY | O_CLOEXEC)
        guard file >= 0 else { throw .cannotWrite(path: path, errno: errno) }
        defer { close(file) }
        try use(bytes) { (bytes) throws(OutputFailure) in try writeAll(bytes, to: file, path) }
    }

    /// `withUnsafeBytes` for what throws an `OutputFailure`, which it knows nothing of.
    private static func use(
        _ bytes: [UInt8], _ write: (UnsafeRawBufferPointer) throws(OutputFailure) -> Void
    ) throws(OutputFailure) {
        let failure: OutputFailure? = bytes.withUnsafeBytes { bytes in
            do throws(OutputFailure) {
                try write(bytes)
                return nil
            } catch { return error }
        }
        if let failure { throw failure }
    }

    /// In a shared folder, whoever could change the old file can change the new one. What the system does not
    /// allow is left: the file is then the writer's own.
    private static func keepPermissions(of path: String, on file: Int32) {
        var old = stat()
        guard stat(path, &old) == 0 else { return }
        if fchown(file, old.st_uid, old.st_gid) != 0 { _ = fchown(file, uid_t.max, old.st_gid) }
        _ = fchmod(file, old.st_mode & 0o7777)
    }

    /// Deletes what a killed run may have left of writing the file at `path`.
    package static func removeLeftover(of path: String) { unlink(temporaryPath(of: path)) }

    /// Beside the file, under a hidden name: in content/, nobody takes it for a source.
    private static func temporaryPath(of path: String) -> String {
        let name = path.utf8.lastIndex(of: UInt8(ascii: "/")).map { path.utf8.index(after: $0) }
        let start = name ?? path.startIndex
        return path[..<start] + "." + path[start...] + ".bantin-tmp"
    }

    private static func writeAll(
        _ bytes: UnsafeRawBufferPointer, to file: Int32, _ path: String
    ) throws(OutputFailure) {
        var rest = bytes
        while let start = rest.baseAddress, !rest.isEmpty {
            let count = Glibc.write(file, start, rest.count)
            if count < 0, errno != EINTR { throw .cannotWrite(path: path, errno: errno) }
            if count > 0 { rest = UnsafeRawBufferPointer(rebasing: rest[count...]) }
        }
    }

    /// Makes the folder at `path` and those above it that are missing.
    package static func makeFolder(_ path: String) throws(OutputFailure) {
        guard !path.isEmpty, mkdir(path, 0o755) != 0, errno != EEXIST else { return }
        guard errno == ENOENT, let slash = path.lastIndex(of: "/") else {
            throw .cannotCreate(path: path, errno: errno)
        }
        try makeFolder(String(path[..<slash]))
        guard mkdir(path, 0o755) == 0 || errno == EEXIST else {
            throw .cannotCreate(path: path, errno: errno)
        }
    }
}
