internal import Bytes
internal import Files
internal import Glibc
internal import Model

/// Writes files one after another, on one thread at a time, with memory that it keeps.
///
/// `@unchecked Sendable`: a phase uses each writer on one thread, and the next phase starts after all threads
/// of the one before have been joined.
final class FileWriter: @unchecked Sendable {
    let run: WriteRun
    var buffer = ByteBuffer(capacity: 1 << 16)
    /// A page as it stands.
    var old = ByteBuffer()
    private var temporary: TemporaryPath
    private lazy var renderer: any EntryRenderer = run.plan.makeRenderer()

    init(_ run: WriteRun, thread: Int) {
        self.run = run
        temporary = TemporaryPath(thread: thread)
    }

    /// Works until the queue is empty or any thread has failed.
    func drain(_ queue: WriteQueue, thread: Int) {
        while let entries = queue.take(for: thread) {
            for entry in entries {
                if run.hasFailed { return }
                do throws(OutputFailure) {
                    run.finish(entry, try write(entry))
                } catch {
                    run.fail(error, at: entry)
                    return
                }
            }
            run.progress?.advance(by: entries.count)
        }
    }

    private func write(_ index: Int) throws(OutputFailure) -> Outcome {
        let entry = run.plan.entries[index]
        switch entry.content {
        case .copied(let source):
            return try copy(source, to: index)
        case .rendered:
            // A first build has nothing to compare with, and what is named by a partial plan has changed most likely: the
            // next build that asks for all pages finds the fingerprints, and makes these once more for it.
            let origin = run.isStaged || run.plan.isPartial ? .unknown : origin(of: entry)
            if let outcome = try unchanged(index, origin: origin) { return outcome }
            if let outcome = try patched(index, origin: origin) { return outcome }
            buffer.removeAll()
            renderer.append(entry, to: &buffer)
            if let source = renderer.changedSource { throw .sourceChanged(path: source) }
            if renderer.isIncomplete {
                // Without an origin, so that it is made as soon as it can be.
                if let outcome = try kept(index) { return outcome }
                return try write(buffer.bytes, to: index)
            }
            guard let places = renderer.places else { return try write(buffer.bytes, to: index) }
            return try write(buffer.bytes, to: index, origin: origin, places)
        case .kept:
            guard let outcome = try kept(index) else {
                throw .cannotKeep(path: run.folder.shown(run.paths.cString(index)))
            }
            return outcome
        case .bytes(let bytes):
            buffer.removeAll()
            buffer.append(bytes)
        }
        return try write(buffer.bytes, to: index, PagePlaces())
    }

    private func origin(of entry: PlanEntry) -> ContentHash {
        let fingerprint = renderer.fingerprint(entry)
        return fingerprint.isKnown ? run.plan.generator.joined(with: fingerprint) : .unknown
    }

    /// A page that cannot be made now stays as the last build wrote it; nil when it does not stand so.
    private func kept(_ index: Int) throws(OutputFailure) -> Outcome? {
        guard let known = run.known(index),
            case .file(known.hash, let stamp) = try standing(at: index, size: nil)
        else { return nil }
        return Outcome(record: FileRecord(hash: known.hash, stamp: stamp))
    }

    /// What becomes of a file that stands as it was written from the same `origin`: nothing.
    private func unchanged(_ index: Int, origin: ContentHash) throws(OutputFailure) -> Outcome? {
        guard origin.isKnown, let known = run.known(index), known.origin == origin,
            let places = run.parts.carried(known.places),
            case .file(known.hash, let stamp) = try standing(at: index, size: nil)
        else { return nil }
        return Outcome(
            record: FileRecord(
                hash: known.hash, origin: origin, stamp: stamp, places: places, texts: known.texts))
    }

    func write(
        _ bytes: UnsafeRawBufferPointer, to index: Int, origin: ContentHash = .unknown,
        _ places: PagePlaces? = nil
    ) throws(OutputFailure) -> Outcome {
        var record = FileRecord(
            hash: ContentHash(of: bytes), origin: origin, places: origin.isKnown ? places?.parts ?? [] : [],
            texts: places.map { TextPlaces($0.texts) } ?? .unknown)
        let standing = try standing(at: index, size: bytes.count)
        if case .file(record.hash, let stamp) = standing {
            record.stamp = stamp
            return Outcome(record: record)
        }
        let file = try create(index)
        try file.append(bytes)
        record.stamp = try put(file, index)
        return Outcome(change: change(index, standing), record: record, bytesWritten: bytes.count)
    }
}

// MARK: - Comparing

extension FileWriter {
    /// What is at the place of a file before it is written.
    enum Standing {
        /// Or a folder, which is cleared away when the file takes its name.
        case nothing
        /// A file of the size asked for. The stamp is `unknown` when it is not settled.
        case file(hash: ContentHash, stamp: FileStamp)
        /// A file of another size or a link: not what is to be written, whatever is in it.
        case other
    }

    /// Reads the file only when its stamp is not the one that was recorded with its hash; a nil `size` is any.
    func standing(at index: Int, size: Int?) throws(OutputFailure) -> Standing {
        if run.isStaged { return .nothing }
        if let known = run.known(index), run.stands(index) {
            let isOther = size.map { $0 != known.stamp.size } ?? false
            return isOther ? .other : .file(hash: known.hash, stamp: known.stamp)
        }
        let path = run.paths.cString(index)
        guard let status = try run.folder.status(of: path) else { return .nothing }
        if status.isFolder { return .nothing }
        guard status.isRegularFile, size == nil || Int(status.st_size) == size else { return .other }
        let stamp = FileStamp(status)
        if let known = run.known(index), known.stamp == stamp { return .file(hash: known.hash, stamp: stamp) }
        let reader = try FileReader(
            opening: path, at: run.folder.descriptor, run.folder.fileSystem, shownAs: run.folder.shown(path))
        let found = try reader.fingerprint()
        return .file(hash: found.hash, stamp: found.stamp)
    }

    private func change(_ index: Int, _ standing: Standing) -> Outcome.Change {
        if run.known(index) != nil { return .changed }
        if case .nothing = standing { return .added }
        return .changed
    }
}

// MARK: - Copying

extension FileWriter {
    /// Copies through memory: the hash needs every byte anyway.
    private func copy(_ source: String, to index: Int) throws(OutputFailure) -> Outcome {
        let shown = run.siteRoot + "/" + source
        let reader = try FileReader(opening: shown, at: AT_FDCWD, run.folder.fileSystem, shownAs: source)
        let before = FileStamp(try reader.status())
        let origin = Self.origin(before)
        let standing = try standing(at: index, size: Int(before.size))
        if case .file(let hash, let stamp) = standing {
            if let known = run.known(index), known.hash == hash, origin.isKnown, known.origin == origin {
                return Outcome(record: FileRecord(hash: hash, origin: origin, stamp: stamp, texts: .none))
            }
            let again = try FileReader(opening: shown, at: AT_FDCWD, run.folder.fileSystem, shownAs: source)
            if try again.fingerprint().hash == hash {
                return Outcome(record: FileRecord(hash: hash, origin: origin, stamp: stamp, texts: .none))
            }
        }
        return try copy(reader, origin: origin, to: index, change(index, standing))
    }

    private func copy(
        _ reader: borrowing FileReader, origin: ContentHash, to index: Int, _ change: Outcome.Change
    ) throws(OutputFailure) -> Outcome {
        let file = try create(index)
        var stream = ContentHash.Stream()
        var size = 0
        try reader.forEachPiece { piece throws(OutputFailure) in
            stream.update(piece)
            size += piece.count
            try file.append(piece)
        }
        let isSame = Self.origin(FileStamp(try reader.status())) == origin
        let stamp = try put(file, index)
        let record = FileRecord(
            hash: stream.hash, origin: isSame ? origin : .unknown, stamp: stamp, texts: .none)
        return Outcome(change: change, record: record, bytesWritten: size)
    }

    /// The hash of a source's stamp, `unknown` while it might still change without a trace.
    private static func origin(_ stamp: FileStamp) -> ContentHash {
        guard stamp.isSettled(at: FileStamp.now) else { return .unknown }
        return withUnsafeBytes(of: stamp) { ContentHash(of: $0) }
    }
}

// MARK: - Writing

extension FileWriter {
    /// Creates the temporary file for an entry, and its folder first where it may be missing.
    private func create(_ index: Int) throws(OutputFailure) -> WholeFile {
        try run.journal?.begin()
        let path = run.paths.cString(index)
        let isOtherFolder = temporary.enter(folderOf: run.paths[index])
        if isOtherFolder, run.isStaged || run.known(index) == nil, temporary.folder.count > 1 {
            run.folder.makeFolders(temporary.folder)
        }
        do throws(SystemError) {
            return try open(path)
        } catch {
            switch error.errno {
            case ENOENT, ENOTDIR: break
            case EEXIST where run.isStaged: try run.obstacles.clearFolder(at: run.paths[index])
            default: throw .cannotWrite(path: run.folder.shown(path), errno: error.errno)
            }
        }
        return try createAfterClearing(index)
    }

    private func open(_ path: UnsafePointer<CChar>) throws(SystemError) -> WholeFile {
        if run.isStaged { return try WholeFile(staged: path, in: run.folder) }
        return try WholeFile(at: path, temporary: temporary.file, in: run.folder)
    }

    private func createAfterClearing(_ index: Int) throws(OutputFailure) -> WholeFile {
        let path = run.paths.cString(index)
        try run.obstacles.clearFolders(above: run.paths[index])
        let refused = run.folder.makeFolders(temporary.folder)
        if refused != 0 {
            let folder = run.paths[index].prefix(PathBytes.folderLength(run.paths[index]))
            throw .cannotCreate(path: run.folder.shown(folder), errno: refused)
        }
        do throws(SystemError) {
            return try open(path)
        } catch {
            throw .cannotWrite(path: run.folder.shown(path), errno: error.errno)
        }
    }

    private func put(_ file: consuming WholeFile, _ index: Int) throws(OutputFailure) -> FileStamp {
        try file.put { () throws(OutputFailure) in try run.obstacles.clearFolder(at: run.paths[index]) }
    }
}
