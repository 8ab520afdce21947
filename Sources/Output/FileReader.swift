internal import Bytes
internal import Files
internal import Glibc

/// Reads one file from start to end, in pieces.
struct FileReader: ~Copyable {
    private static let pieceSize = 1 << 18

    private let fileSystem: FileSystem
    private let descriptor: Int32
    private let shownPath: String

    /// Opens `path`, which is relative to `folder` unless it is absolute.
    init(opening path: String, in folder: Folder) throws(OutputFailure) {
        try self.init(
            opening: Array(path.utf8CString), at: folder.descriptor, folder.fileSystem,
            shownAs: folder.shown(Array(path.utf8)))
    }

    init(
        opening path: UnsafePointer<CChar>, at folder: Int32, _ fileSystem: FileSystem, shownAs shown: String
    ) throws(OutputFailure) {
        self.fileSystem = fileSystem
        shownPath = shown
        descriptor = fileSystem.open(folder, path, O_RDONLY | O_CLOEXEC, 0)
        if descriptor < 0 { throw .cannotRead(path: shown, errno: errno) }
    }

    deinit { if descriptor >= 0 { _ = fileSystem.close(descriptor) } }

    func status() throws(OutputFailure) -> stat {
        var status = stat()
        if fileSystem.status(descriptor, &status) == 0 { return status }
        throw .cannotRead(path: shownPath, errno: errno)
    }

    /// Calls `use` with each piece; the memory is reused for the next one.
    func forEachPiece(
        _ use: (UnsafeRawBufferPointer) throws(OutputFailure) -> Void
    ) throws(OutputFailure) {
        let piece = UnsafeMutableRawBufferPointer.allocate(byteCount: Self.pieceSize, alignment: 64)
        defer { piece.deallocate() }
        while case let count = try next(into: piece), count > 0 {
            try use(UnsafeRawBufferPointer(rebasing: piece[..<count]))
        }
    }

    /// Appends the whole file, of about `size` bytes, to `buffer`.
    func append(to buffer: inout ByteBuffer, size: Int) throws(OutputFailure) {
        // One more, so that the second read finds the end.
        var count = 1
        while count > 0 {
            count = try buffer.append(upTo: size + 1) { room throws(OutputFailure) in try next(into: room) }
        }
    }

    /// The whole file.
    func contents() throws(OutputFailure) -> [UInt8] {
        let size = Int(try status().st_size)
        var failure: OutputFailure?
        var bytes = [UInt8](unsafeUninitializedCapacity: size) { room, count in
            let room = UnsafeMutableRawBufferPointer(room)
            do throws(OutputFailure) {
                while count < size {
                    let more = try next(into: UnsafeMutableRawBufferPointer(rebasing: room[count...]))
                    if more == 0 { return }
                    count += more
                }
            } catch { failure = error }
        }
        if let failure { throw failure }
        // It may have grown meanwhile, and some files do not tell how long they are.
        try forEachPiece { piece throws(OutputFailure) in bytes.append(contentsOf: piece) }
        return bytes
    }

    private func next(into piece: UnsafeMutableRawBufferPointer) throws(OutputFailure) -> Int {
        while true {
            let count = fileSystem.read(descriptor, piece.baseAddress!, piece.count)
            if count >= 0 { return count }
            if errno != EINTR { throw .cannotRead(path: shownPath, errno: errno) }
        }
    }

    /// The hash of the whole file.
    func hash() throws(OutputFailure) -> ContentHash {
        var stream = ContentHash.Stream()
        try forEachPiece { piece throws(OutputFailure) in stream.update(piece) }
        return stream.hash
    }

    /// The same, and its stamp; `unknown` when the file changed meanwhile or might still
    /// change without a trace.
    func fingerprint() throws(OutputFailure) -> (hash: ContentHash, stamp: FileStamp) {
        let start = FileStamp.now
        let before = FileStamp(try status())
        let hash = try hash()
        let after = FileStamp(try status())
        return (hash, before == after ? after.settled(at: start) : .unknown)
    }
}
