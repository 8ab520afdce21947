internal import Bytes
internal import Files
internal import Glibc

/// An open folder: every path given to it is relative to it, and no other part of the disk is touched.
final class Folder: Sendable {
    let fileSystem: FileSystem
    let descriptor: Int32
    /// As the user knows it, for messages.
    let name: String

    /// Opens the folder `name` and makes it, with its parents, when it is not there.
    init(making name: String, _ fileSystem: FileSystem) throws(OutputFailure) {
        self.fileSystem = fileSystem
        self.name = name
        let path = Array(name.utf8CString)
        let made = Self.makeFolders(path, in: AT_FDCWD, fileSystem)
        descriptor = fileSystem.open(AT_FDCWD, path, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0)
        if descriptor >= 0 { return }
        let cause = errno
        if cause == ENOTDIR { throw .isNotAFolder(path: name) }
        throw .cannotCreate(path: name, errno: made == 0 ? cause : made)
    }

    /// Opens the folder `path` of `parent`; in messages its files are shown as files of `parent`.
    init(opening path: [CChar], in parent: Folder) throws(OutputFailure) {
        fileSystem = parent.fileSystem
        name = parent.name
        let flags = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC
        descriptor = fileSystem.open(parent.descriptor, path, flags, 0)
        if descriptor < 0 { throw .cannotCreate(path: parent.shown(path), errno: errno) }
    }

    deinit { if descriptor >= 0 { _ = fileSystem.close(descriptor) } }

    /// The path by which a user finds `path`.
    func shown(_ path: some Collection<UInt8>) -> String {
        let path = String(decoding: path, as: UTF8.self)
        return path.isEmpty ? name : name.hasSuffix("/") ? name + path : name + "/" + path
    }

    func shown(_ path: UnsafePointer<CChar>) -> String {
        shown(UnsafeRawBufferPointer(start: path, count: strlen(path)))
    }
}

// MARK: - Looking

extension Folder {
    /// What the disk says of `path`, symbolic links not followed; nil when nothing is there.
    func status(of path: UnsafePointer<CChar>) throws(OutputFailure) -> stat? {
        var status = stat()
        if fileSystem.statusAt(descriptor, path, &status) == 0 { return status }
        let cause = errno
        if cause == ENOENT || cause == ENOTDIR { return nil }
        throw .cannotRead(path: shown(path), errno: cause)
    }

    /// The stamp of `path`; `unknown` when somebody has just taken it away, which the next build notices.
    func stamp(of path: UnsafePointer<CChar>) -> FileStamp {
        var status = stat()
        return fileSystem.statusAt(descriptor, path, &status) == 0 ? FileStamp(status) : .unknown
    }

    /// The bytes of the file `path`; nil when it is not there.
    func contents(of path: String) throws(OutputFailure) -> [UInt8]? {
        try read(path) { reader throws(OutputFailure) in try reader.contents() }
    }

    /// The hash of these bytes.
    func hash(of path: String) throws(OutputFailure) -> ContentHash? {
        try read(path) { reader throws(OutputFailure) in try reader.hash() }
    }

    /// What `use` finds in the file; nil when it is not there.
    private func read<Value>(
        _ path: String, _ use: (borrowing FileReader) throws(OutputFailure) -> Value
    ) throws(OutputFailure) -> Value? {
        let reader: FileReader
        do throws(OutputFailure) {
            reader = try FileReader(opening: path, in: self)
        } catch {
            if case .cannotRead(_, ENOENT) = error { return nil }
            throw error
        }
        return try use(reader)
    }

    /// The names in the folder `path` (empty: this folder) in the order of their bytes.
    func names(in path: [UInt8]) throws(OutputFailure) -> [(name: [UInt8], isFolder: Bool)] {
        let cPath = path.isEmpty ? Array(".".utf8CString) : path.cString
        let opened = fileSystem.open(descriptor, cPath, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC, 0)
        guard opened >= 0 else { throw .cannotList(path: shown(path), errno: errno) }
        guard let stream = fdopendir(opened) else {
            let cause = errno
            _ = fileSystem.close(opened)
            throw .cannotList(path: shown(path), errno: cause)
        }
        defer { closedir(stream) }
        var names: [(name: [UInt8], isFolder: Bool)] = []
        errno = 0
        while let entry = readdir(stream) {
            let name = entry.pointee.nameBytes
            if name == [0x2E] || name == [0x2E, 0x2E] { continue }
            let isFolder = try isFolder(entry.pointee, at: path.joined(name))
            names.append((name, isFolder))
            errno = 0
        }
        if errno != 0 { throw .cannotList(path: shown(path), errno: errno) }
        return names.sorted { $0.name.lexicographicallyPrecedes($1.name) }
    }

    /// Some file systems leave the kind of an entry out.
    private func isFolder(_ entry: dirent, at path: [UInt8]) throws(OutputFailure) -> Bool {
        if Int(entry.d_type) != Int(DT_UNKNOWN) { return Int(entry.d_type) == Int(DT_DIR) }
        return try status(of: path.cString)?.isFolder ?? false
    }

    /// Visits every file below `path`, folders in the order of their names' bytes; links are not followed.
    func forEachFile(
        below path: [UInt8], _ visit: ([UInt8]) throws(OutputFailure) -> Void
    ) throws(OutputFailure) {
        for (name, isFolder) in try names(in: path) {
            let inner = path.joined(name)
            if isFolder { try forEachFile(below: inner, visit) } else { try visit(inner) }
        }
    }
}

// MARK: - Changing

extension Folder {
    /// Makes the folder `path` and its parents. Returns 0, or the `errno` of the step that failed; a
    /// folder that is there already is no failure.
    @discardableResult
    func makeFolders(_ path: [CChar]) -> Int32 {
        Self.makeFolders(path, in: descriptor, fileSystem)
    }

    private static func makeFolders(_ path: [CChar], in folder: Int32, _ fileSystem: FileSystem) -> Int32 {
        if fileSystem.makeFolder(folder, path, 0o755) == 0 || errno == EEXIST { return 0 }
        let cause = errno
        guard cause == ENOENT, let slash = path.lastIndex(of: CChar(UInt8(ascii: "/"))), slash > 0 else {
            return cause
        }
        let parent = makeFolders(Array(path[..<slash]) + [0], in: folder, fileSystem)
        if parent != 0 { return parent }
        return fileSystem.makeFolder(folder, path, 0o755) == 0 || errno == EEXIST ? 0 : errno
    }

    /// Deletes the file `path`; one that is gone already is no failure. Returns whether it was there.
    @discardableResult
    func delete(_ path: UnsafePointer<CChar>) throws(OutputFailure) -> Bool {
        if fileSystem.unlink(descriptor, path, 0) == 0 { return true }
        let cause = errno
        if cause == ENOENT || cause == ENOTDIR { return false }
        throw .cannotDelete(path: shown(path), errno: cause)
    }

    /// Deletes the folder `path` when it is empty. Returns false when it has to stay.
    func deleteIfEmpty(_ path: [UInt8]) throws(OutputFailure) -> Bool {
        if fileSystem.unlink(descriptor, path.cString, AT_REMOVEDIR) == 0 { return true }
        let cause = errno
        switch cause {
        case ENOENT: return true
        case ENOTEMPTY, EEXIST, ENOTDIR, EBUSY: return false
        default: throw .cannotDelete(path: shown(path), errno: cause)
        }
    }

    /// Deletes the folders that files with these paths, in the order of their bytes, have left empty.
    func deleteEmptyFolders(above paths: [[UInt8]]) throws(OutputFailure) {
        var before: [UInt8] = []
        // Backwards, so that a folder comes after those in it.
        for path in paths.reversed() {
            var parent = path.parent
            if parent == before { continue }
            before = parent
            while !parent.isEmpty, try deleteIfEmpty(parent) { parent = parent.parent }
        }
    }

    func sync() throws(OutputFailure) {
        if fileSystem.sync(descriptor) != 0 { throw .cannotSync(path: name, errno: errno) }
    }
}

extension [UInt8] {
    /// The bytes with a NUL behind them.
    var cString: [CChar] { map { CChar(bitPattern: $0) } + [0] }

    /// The path of `name` in the folder with this path; an empty path is the top.
    func joined(_ name: [UInt8]) -> [UInt8] {
        isEmpty ? name : self + [UInt8(ascii: "/")] + name
    }

    /// The path of the folder that this path is in; empty for the top.
    var parent: [UInt8] { withUnsafeBufferPointer { Array($0[..<PathBytes.folderLength($0)]) } }
}

extension dirent {
    fileprivate var nameBytes: [UInt8] {
        withUnsafeBytes(of: d_name) { Array($0.prefix { $0 != 0 }) }
    }
}
