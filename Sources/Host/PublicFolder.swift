import Glibc
import Hummingbird
import Model
import NIOCore
import NIOPosix
import VietnameseText

/// The files that a build wrote. What is small is read when it is asked for: that takes less time than asking another thread
/// for it, and what is said of a file and its bytes are of one moment, even while a build exchanges it.
struct PublicFolder {
    /// What stands at a path.
    enum Place {
        case folder
        case file(PublicFile)
    }

    private let folder: String
    private let large = FileIO(threadPool: .singleton)

    /// Bytes of a file that is read at once.
    private static let largest = 1 << 18

    init(_ folder: String) { self.folder = folder }

    /// `path` starts with `/` and leads nowhere else; nil when nothing is there.
    func place(at path: String) -> Place? {
        let path = folder + path
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { return nil }
        switch status.st_mode & S_IFMT {
        case S_IFDIR: return .folder
        case S_IFREG:
            let size = Int(status.st_size)
            guard size <= Self.largest else { return .file(PublicFile(path, status, size, nil)) }
            return Self.read(descriptor, size).map { .file(PublicFile(path, status, size, $0)) }
        default: return nil
        }
    }

    private static func read(_ descriptor: Int32, _ size: Int) -> ByteBuffer? {
        var buffer = ByteBufferAllocator().buffer(capacity: size)
        while buffer.readableBytes < size {
            let missing = size - buffer.readableBytes
            let count = buffer.writeWithUnsafeMutableBytes(minimumWritableBytes: missing) { space in
                max(Glibc.read(descriptor, space.baseAddress, missing), 0)
            }
            if count == 0 { return nil }
        }
        return buffer
    }

    /// The bytes of `file` in `part`, which is not empty; all of them without it.
    func body(of file: PublicFile, _ part: Range<Int>?, _ context: some RequestContext) async throws
        -> ResponseBody
    {
        if let bytes = file.bytes {
            guard let part else { return ResponseBody(byteBuffer: bytes) }
            return ResponseBody(
                byteBuffer: bytes.getSlice(at: part.lowerBound, length: part.count) ?? ByteBuffer())
        }
        guard let part else { return try await large.loadFile(path: file.path, context: context) }
        return try await large.loadFile(
            path: file.path, range: part.lowerBound...part.upperBound - 1, context: context)
    }
}

/// A file as it was when it was asked for.
struct PublicFile {
    let path: String
    let size: Int
    /// As HTTP writes it.
    let modified: String
    /// Changes with every build that writes the file.
    let tag: String
    /// Nil for a large file.
    fileprivate let bytes: ByteBuffer?

    fileprivate init(_ path: String, _ status: stat, _ size: Int, _ bytes: ByteBuffer?) {
        self.path = path
        self.size = size
        self.bytes = bytes
        let time = status.st_mtim
        modified = RFC822.string(Timestamp(seconds: time.tv_sec), zone: .utc).dropLast("+0000".count) + "GMT"
        tag =
            "\"\(String(time.tv_sec, radix: 16))-\(String(time.tv_nsec, radix: 16))-\(String(size, radix: 16))\""
    }
}
