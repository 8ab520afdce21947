internal import Bytes
internal import Files

/// What a run remembers of one source.
enum MemoryNote: Sendable {
    /// As the old memory has it at this place, seen under this stamp.
    case kept(Int, FileStamp)
    case new(stamp: FileStamp, hash: ContentHash, record: [UInt8])
    /// As the old memory has it at this place, only to be shown while the source has errors: it was read by other
    /// settings, and is never taken for what the source says.
    case lastGood(Int)
    /// Nothing: it could not be read.
    case none
}

/// What a run has read of content/, to be remembered for the next one.
package struct MemoryNotes: Sendable {
    let old: SourceMemory?
    let context: ContentHash
    private(set) var lines: [Line] = []
    /// Whether all that has no line is to be remembered as it was. Such notes are news, however much there is of it: the
    /// next run that reads more makes it part of the base.
    private let isPartial: Bool

    /// What is to be remembered of the source at `path`.
    struct Line: Sendable {
        let path: String
        let note: MemoryNote
    }

    init(old: SourceMemory?, context: ContentHash) {
        self.old = old
        self.context = context
        isPartial = false
    }

    /// What `old` has, with other `lines` for some of its sources.
    init(old: SourceMemory, replacing lines: [Line]) {
        self.old = old
        context = old.context
        isPartial = true
        self.lines = []
        add(lines)
    }

    mutating func add(_ more: consuming [Line]) {
        more.removeAll { if case .none = $0.note { true } else { false } }
        if lines.isEmpty { lines = more } else { lines += more }
    }

    /// The stamps of `sources`, whose notes were added first and in their order; nil when one has none.
    func stamps(of sources: [SourcePath]) -> [FileStamp]? {
        guard lines.count >= sources.count else { return nil }
        var stamps: [FileStamp] = []
        stamps.reserveCapacity(sources.count)
        for (source, line) in zip(sources, lines) {
            guard source.path == line.path else { return nil }
            switch line.note {
            case .kept(_, let stamp), .new(let stamp, _, _): stamps.append(stamp)
            case .lastGood, .none: return nil
            }
        }
        return stamps
    }

    /// The files of a memory.
    package enum File {
        /// All there is.
        case base
        /// What is new, beside the base that stays.
        case news
    }

    /// Hands the pieces of the file that is to be replaced to `replace`, if there is one.
    ///
    /// Writing all records takes longer than a small edit takes otherwise: what is new is written by itself until
    /// there is much of it.
    package func store<Failure: Error>(
        _ replace: (File, [UnsafeRawBufferPointer]) throws(Failure) -> Void
    ) throws(Failure) {
        guard let old, old.context == context else {
            return try store(.base, lines, context: context, replace)
        }
        if isPartial { return try store(.news, old.news(beside: lines), context: old.identity, replace) }
        var news: [Line] = []
        var isSame = true
        for line in lines {
            switch line.note {
            case .none: break
            case .kept(let index, let stamp):
                let isRestamped = old.entry(at: index).stamp != stamp
                if isRestamped { isSame = false }
                if isRestamped || old.isNews(index) { news.append(line) }
            case .new, .lastGood:
                isSame = false
                news.append(line)
            }
        }
        if isSame { return }
        let forgotten = max(0, old.baseCount + old.newsCount - lines.count)
        if (news.count + forgotten) * 20 <= lines.count {
            try store(.news, news, context: old.identity, replace)
        } else {
            try store(.base, lines, context: context, replace)
        }
    }

    private func store<Failure: Error>(
        _ file: File, _ lines: [Line], context: ContentHash,
        _ replace: (File, [UnsafeRawBufferPointer]) throws(Failure) -> Void
    ) throws(Failure) {
        // Articles and other files are each in order already: sorting merges two runs.
        let sorted = lines.sorted { $0.path.precedesInBytes($1.path) }
        let size = sorted.reduce(0) { $0 + $1.path.utf8.count + ($1.note.size(in: old)) }
        var form = MemoryWriter(context: context, count: sorted.count, size: size)
        for line in sorted { form.add(line.path, line.note, old) }
        try form.finish { (pieces) throws(Failure) in try replace(file, pieces) }
    }
}

extension SourceMemory {
    /// What is new in this memory, and `lines` in the place of what it has of their sources.
    fileprivate func news(beside lines: [MemoryNotes.Line]) -> [MemoryNotes.Line] {
        let paths = Set(lines.map { ExactText($0.path) })
        let older = (0..<newsCount).map {
            MemoryNotes.Line(path: path(at: $0), note: .kept($0, entry(at: $0).stamp))
        }
        return older.filter { !paths.contains(ExactText($0.path)) } + lines
    }
}

extension MemoryNote {
    /// The bytes of the record.
    fileprivate func size(in old: SourceMemory?) -> Int {
        switch self {
        case .none: 0
        case .kept(let index, _), .lastGood(let index): old?.entry(at: index).record.count ?? 0
        case .new(_, _, let record): record.count
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

    /// `size`: the bytes of paths and records.
    init(context: ContentHash, count: Int, size: Int) {
        self.context = context
        self.count = count
        start = MemoryHead.headSize + count * MemoryHead.entrySize
        table = ByteBuffer(capacity: start)
        rest = ByteBuffer(capacity: size)
    }

    mutating func add(_ path: String, _ note: MemoryNote, _ old: SourceMemory?) {
        switch note {
        case .none: break
        case .kept(let index, let stamp):
            guard let entry = old?.entry(at: index) else { return }
            add(path, stamp, entry.hash, entry.record)
        case .lastGood(let index):
            guard let entry = old?.entry(at: index) else { return }
            add(path, .unknown, .unknown, entry.record)
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

    /// Hands over the pieces of the file, in order.
    func finish<Failure: Error>(
        _ use: ([UnsafeRawBufferPointer]) throws(Failure) -> Void
    ) throws(Failure) {
        var head = ByteBuffer(capacity: 64)
        head.append(context)
        head.append(word: UInt64(count))
        let pieces = [head.bytes, table.bytes, rest.bytes]
        var seal = ByteBuffer(capacity: Seal.size)
        seal.append(Seal.bytes(mark: MemoryHead.mark, of: pieces))
        try use([seal.bytes] + pieces)
    }
}
