internal import Diagnostics
internal import Files

#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#endif

/// Reads whole files.
enum FileReader {
    /// The bytes of the file at `path`; `limit` is the size from which on a file is refused.
    static func bytes(of path: String, limit: Int = .max) throws(FileFailure) -> [UInt8] {
        try stamped(path, limit: limit).bytes
    }

    /// The bytes of a file, and its stamp before they were read, if it is settled.
    static func stamped(_ path: String, limit: Int) throws(FileFailure) -> (bytes: [UInt8], stamp: FileStamp)
    {
        let now = FileStamp.now
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .system(errno) }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw .system(errno) }
        guard status.st_mode & S_IFMT != S_IFDIR else { throw .system(EISDIR) }
        let size = Int(status.st_size)
        guard size < limit else { throw .tooLarge(size) }
        return (try bytes(of: descriptor, atMost: size), FileStamp(status).settled(at: now))
    }

    /// The first bytes of the file at `path`, at most `count`.
    static func head(of path: String, count: Int) throws(FileFailure) -> [UInt8] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .system(errno) }
        defer { close(descriptor) }
        return try bytes(of: descriptor, atMost: count)
    }

    /// Whether `path` leads to a folder.
    static func isFolder(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }

    /// Whether anything stands at `path`.
    static func exists(_ path: String) -> Bool {
        access(path, F_OK) == 0
    }

    private static func bytes(of descriptor: Int32, atMost size: Int) throws(FileFailure) -> [UInt8] {
        var failure: Int32 = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, filled in
            while filled < size {
                let count = read(descriptor, buffer.baseAddress.map { $0 + filled }, size - filled)
                if count < 0, errno == EINTR { continue }
                if count < 0 { failure = errno }
                if count <= 0 { break }
                filled += count
            }
        }
        guard failure == 0 else { throw .system(failure) }
        return bytes
    }
}

enum FileFailure: Error {
    /// The system's error number.
    case system(Int32)
    /// Bytes.
    case tooLarge(Int)

    /// The failure as a diagnostic on `file`.
    func refusal(of file: String) -> SourceRefusal {
        switch self {
        case .system(let code): SourceRefusal(SourceProblem.unreadableFile(code), file: file)
        case .tooLarge(let size): SourceRefusal(SourceProblem.tooLarge(size), file: file)
        }
    }
}
