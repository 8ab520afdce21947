internal import Bytes
internal import CZlib
internal import Glibc

/// A log of a web server, plain or packed with gzip, line by line.
final class LogFile {
    let name: String
    private let file: UnpackedFile
    private let space = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 17, alignment: 1)
    /// What of `space` was read and not given yet.
    private var unread = 0..<0
    private var hash = ContentHash.Stream()
    /// Bytes of the lines given so far.
    private(set) var length = 0

    init(_ path: String) throws(LogFailure) {
        name = path
        file = try UnpackedFile(path)
    }

    deinit { space.deallocate() }

    /// Behind the last line given.
    var mark: LogMark { LogMark(length: length, hash: hash.hash) }

    /// The next line without its end, good until the next call; nil when there is none. One that the server is still writing
    /// is none yet.
    func next() throws(LogFailure) -> UnsafeRawBufferPointer? {
        var searched = 0
        while true {
            let start = UnsafeRawPointer(space.baseAddress! + unread.lowerBound)
            if let end = memchr(start + searched, 0x0A, unread.count - searched) {
                return take(start, UnsafeRawPointer(end) - start)
            }
            searched = unread.count
            if searched == space.count {
                // No request is as long as that: the end of this is the line that is given.
                skip(searched)
                searched = 0
            }
            guard try fill() else { return nil }
        }
    }

    private func take(_ start: UnsafeRawPointer, _ count: Int) -> UnsafeRawBufferPointer {
        hash.update(UnsafeRawBufferPointer(start: start, count: count + 1))
        length += count + 1
        unread = unread.lowerBound + count + 1..<unread.upperBound
        return UnsafeRawBufferPointer(start: start, count: count)
    }

    private func skip(_ count: Int) {
        hash.update(UnsafeRawBufferPointer(rebasing: space[unread.lowerBound..<unread.lowerBound + count]))
        length += count
        unread = unread.lowerBound + count..<unread.upperBound
    }

    private func fill() throws(LogFailure) -> Bool {
        memmove(space.baseAddress!, space.baseAddress! + unread.lowerBound, unread.count)
        unread = 0..<unread.count
        let count = try file.read(into: UnsafeMutableRawBufferPointer(rebasing: space[unread.count...]))
        unread = 0..<unread.count + count
        return count > 0
    }
}

extension LogFile {
    /// The farthest of the marks `known` to which the file at `path` was read; nil when it is new.
    static func mark(of path: String, among known: Set<LogMark>) throws(LogFailure) -> LogMark? {
        let file = try UnpackedFile(path)
        let space = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 20, alignment: 1)
        defer { space.deallocate() }
        var hash = ContentHash.Stream()
        var length = 0
        var found: LogMark?
        for wanted in Set(known.lazy.map(\.length)).sorted() {
            while length < wanted {
                let part = UnsafeMutableRawBufferPointer(
                    rebasing: space[..<min(space.count, wanted - length)])
                let count = try file.read(into: part)
                if count == 0 { return found }
                hash.update(UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(part)[..<count]))
                length += count
            }
            let mark = LogMark(length: length, hash: hash.hash)
            if known.contains(mark) { found = mark }
        }
        return found
    }
}

/// The bytes of a file, unpacked where gzip packed them.
private struct UnpackedFile: ~Copyable {
    private let name: String
    private let file: gzFile

    init(_ path: String) throws(LogFailure) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { throw .cannotRead(file: path, errno: errno) }
        var status = stat()
        // What comes through a pipe cannot be looked at twice, and is there only once.
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            close(descriptor)
            throw .notFile(file: path)
        }
        guard let file = gzdopen(descriptor, "r") else {
            close(descriptor)
            throw .cannotRead(file: path, errno: ENOMEM)
        }
        name = path
        self.file = file
        gzbuffer(file, 1 << 16)
    }

    deinit { gzclose(file) }

    /// How many bytes there were; 0 at the end.
    func read(into space: UnsafeMutableRawBufferPointer) throws(LogFailure) -> Int {
        errno = 0
        let count = gzread(file, space.baseAddress, UInt32(space.count))
        let cause = errno
        if count > 0 { return Int(count) }
        var state: Int32 = Z_OK
        _ = gzerror(file, &state)
        switch state {
        case Z_OK, Z_STREAM_END: return 0
        case Z_ERRNO: throw .cannotRead(file: name, errno: cause)
        default: throw .damaged(file: name)
        }
    }
}
