internal import Bytes
internal import Files

/// What a run remembers of one source.
enum MemoryNote: Sendable {
    /// As the old memory has it at this place, seen under this stamp.
    case kept(Int, FileStamp)
    case new(stamp: FileStamp, hash: ContentHash, record: [UInt8])
    /// Nothing: it could not be read.
    case none
}

/// What a run has read of content/, to be remembered for the next one.
package struct MemoryNotes: Sendable {
    let old: SourceMemory?
    let context: ContentHash
    private(set) var notes: [(path: String, note: MemoryNote)] = []

    init(old: SourceMemory?, context: ContentHash) {
        self.old = old
        self.context = context
    }

    mutating func add(_ path: String, _ note: MemoryNote) {
        if case .none = note { return }
        notes.append((path, note))
    }

    /// The bytes of the new memory; nil when it would be the old one.
    package func bytes() -> [UInt8]? {
        if isSame { return nil }
        // Articles and other files are each in order already: sorting merges two runs.
        let sorted = notes.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
        var form = MemoryWriter(context: context, count: sorted.count)
        for (path, note) in sorted { form.add(path, note, old) }
        return form.finished()
    }

    private var isSame: Bool {
        guard let old, old.count == notes.count else { return false }
        return notes.allSatisfy { _, note in
            guard case .kept(let index, let stamp) = note else { return false }
            return old.entry(at: index).stamp == stamp
        }
    }
}

/// Puts a memory into its form.
private struct MemoryWriter: ~Copyable {
    private var table: ByteBuffer
    private var rest: ByteBuffer
    private let start: Int
    private let context: ContentHash
    private let count: Int

    init(context: ContentHash, count: Int) {
        self.context = context
        self.count = count
        start = MemoryHead.headSize + count * MemoryHead.entrySize
        table = ByteBuffer(capacity: start)
        rest = ByteBuffer(capacity: count * 768)
    }

    mutating func add(_ path: String, _ note: MemoryNote, _ old: SourceMemory?) {
        switch note {
        case .none: break
        case .kept(let index, let stamp):
            guard let entry = old?.entry(at: index) else { return }
            add(path, stamp, entry.hash, entry.record)
        case .new(let stamp, let hash, let record):
            record.withUnsafeBytes { add(path, stamp, hash, $0) }
        }
    }

    private mutating func add(
        _ path: String, _ stamp: FileStamp, _ hash: ContentHash, _ record: UnsafeRawBufferPointer
    ) {
        for number in [stamp.size, stamp.modified, stamp.changed] {
            table.append(word: UInt64(bitPattern: number))
        }
        table.append(word: stamp.inode)
        table.append(hash)
        let pathStart = start + rest.count
        rest.append(path)
        let recordStart = start + rest.count
        rest.append(record)
        table.append(word: UInt64(pathStart) | UInt64(recordStart - pathStart) << 32)
        table.append(word: UInt64(recordStart) | UInt64(record.count) << 32)
    }

    func finished() -> [UInt8] {
        var body = ByteBuffer(capacity: start + rest.count)
        body.append(context)
        body.append(word: UInt64(count))
        body.append(table.bytes)
        body.append(rest.bytes)
        var all = ByteBuffer(capacity: body.count + 24)
        all.append(word: MemoryHead.mark)
        all.append(ContentHash(of: body.bytes))
        all.append(body.bytes)
        return all.copy()
    }
}
