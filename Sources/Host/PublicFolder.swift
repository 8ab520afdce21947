import Foundation
import Glibc
import Hummingbird
import Logging
import NIOCore
import NIOPosix

/// The files that a build wrote, for `FileMiddleware`. What is small is read when it is asked for: that takes less time than
/// asking another thread for it, and what is said of a file and its bytes are of one moment, even while a build exchanges it.
struct PublicFolder: FileProvider {
    /// A file as it was when it was asked for.
    struct File: Sendable {
        fileprivate let path: String
        fileprivate let attributes: FileAttributes
        /// Nil for folders and large files.
        fileprivate let bytes: ByteBuffer?
    }

    struct FileAttributes: FileMiddlewareFileAttributes, Sendable {
        let isFolder: Bool
        let size: Int
        let modificationDate: Date
    }

    private let folder: String
    private let large: LocalFileSystem

    /// Bytes of a file that is read at once.
    private static let largest = 1 << 18

    init(_ folder: String, logger: Logger) {
        self.folder = folder
        large = LocalFileSystem(rootFolder: folder, threadPool: .singleton, logger: logger)
    }

    func getFileIdentifier(_ path: String) -> File? {
        let path = folder + (path.utf8.first == UInt8(ascii: "/") ? "" : "/") + path
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { return nil }
        let kind = status.st_mode & S_IFMT
        guard kind == S_IFDIR || kind == S_IFREG else { return nil }
        let time = status.st_mtim
        let attributes = FileAttributes(
            isFolder: kind == S_IFDIR, size: Int(status.st_size),
            modificationDate: Date(timeIntervalSince1970: Double(time.tv_sec) + Double(time.tv_nsec) / 1e9))
        guard kind == S_IFREG, attributes.size <= Self.largest else {
            return File(path: path, attributes: attributes, bytes: nil)
        }
        guard let bytes = Self.read(descriptor, attributes.size) else { return nil }
        return File(path: path, attributes: attributes, bytes: bytes)
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

    func getAttributes(id: File) async throws -> FileAttributes? { id.attributes }

    func loadFile(id: File, context: some RequestContext) async throws -> ResponseBody {
        if let bytes = id.bytes { return ResponseBody(byteBuffer: bytes) }
        return try await large.loadFile(id: id.path, context: context)
    }

    func loadFile(
        id: File, range: ClosedRange<Int>, context: some RequestContext
    ) async throws -> ResponseBody {
        if let part = id.bytes?.getSlice(at: range.lowerBound, length: range.count) {
            return ResponseBody(byteBuffer: part)
        }
        return try await large.loadFile(id: id.path, range: range, context: context)
    }
}
