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

    /// The stamps of `sources`, whose notes were added first and in their order; nil when one has none.
    func stamps(of sources: [SourcePath]) -> [FileStamp]? {
        guard notes.count >= sources.count else { return nil }
        var stamps: [FileStamp] = []
        stamps.reserveCapacity(sources.count)
        for (source, note) in zip(sources, notes) {
            guard source.path == note.path else { return nil }
            switch note.note {
            case .kept(_, let stamp), .new(let stamp, _, _): stamps.append(stamp)
            case .none: return nil
            }
        }
        return stamps
    }

    /// The file that is to be written: none when everything is remembered already.
    package enum Change {
        case nothing
        /// Instead of all there is.
        case base([[UInt8]])
        /// Beside the large part of the memory, which stays.
        case news([[UInt8]])
    }

    /// Writing all records takes longer than a small edit takes otherwise: what is new is written by itself until
    /// there is much of it.
    package func change() -> Change {
        guard let old else { return .base(form(notes, context: context)) }
        var news: [(path: String, note: MemoryNote)] = []
        var isSame = true
        for (path, note) in notes {
            switch note {
            case .none: break
            case .kept(let index, let stamp):
                let isRestamped = old.entry(at: index).stamp != stamp
                if isRestamped { isSame = false }
                if isRestamped || old.isNews(index) { news.append((path, note)) }
            case .new:
                isSame = false
                news.append((path, note))
            }
        }
        if isSame { return .nothing }
        let forgotten = max(0, old.baseCount + old.newsCount - notes.count)
        guard (news.count + forgotten) * 20 <= notes.count else {
            return .base(form(notes, context: context))
        }
        return .news(form(news, context: old.identity))
    }

    private func form(_ notes: [(path: String, note: MemoryNote)], context: ContentHash) -> [[UInt8]] {
        // Articles and other files are each in order already: sorting merges two runs.
        let sorted = notes.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
        var form = MemoryWriter(context: context, count: sorted.count)
        for (path, note) in sorted { form.add(path, note, old) }
        return form.finished()
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

    /// The pieces of the file, in order.
    func finished() -> [[UInt8]] {
        var head = ByteBuffer(capacity: 64)
        head.append(context)
        head.append(word: UInt64(count))
        var stream = ContentHash.Stream()
        stream.update(head.bytes)
        stream.update(table.bytes)
        stream.update(rest.bytes)
        var mark = ByteBuffer(capacity: 64)
        mark.append(word: MemoryHead.mark)
        mark.append(stream.hash)
        mark.append(head.bytes)
        return [mark.copy(), table.copy(), rest.copy()]
    }
}
