internal import Bytes
internal import Files
internal import Glibc

/// What an earlier run read of content/: each source as a record, valid while its file has the same stamp or
/// the same bytes.
///
/// Believed only as a whole, and only by a run for which a source would mean the same: same program, same
/// site.yaml, same declarations of the theme, same categories.
package struct SourceMemory: Sendable {
    /// A remembered source.
    struct Entry {
        /// The stamp under which the file was seen with `hash`; `unknown` when it has to be read again.
        let stamp: FileStamp
        let hash: ContentHash
        let record: UnsafeRawBufferPointer
    }

    private let base: MemoryPart
    /// What was learnt since: its records go before those of `base`.
    private let news: MemoryPart?

    /// The memory in the file at `path` and, when it belongs to that one, in the file at `newsPath`; nil when
    /// there is none, or a damaged one, or one of another form. The files may be replaced meanwhile, but must not
    /// be written to.
    package init?(contentsOf path: String, newsAt newsPath: String) {
        guard let base = MemoryPart(MemoryBlock(path)) else { return nil }
        self.base = base
        let news = MemoryPart(MemoryBlock(newsPath))
        self.news = news?.head.context == base.head.identity ? news : nil
    }

    /// What `notes` tell, without a file; nil when nothing was ever noted.
    package init?(_ notes: MemoryNotes) {
        var (base, news) = (notes.old?.base, notes.old?.news)
        notes.store { file, pieces in
            let part = MemoryPart(MemoryBlock(joining: pieces))
            switch file {
            case .base: (base, news) = (part, nil)
            case .news: news = part
            }
        }
        guard let base else { return nil }
        (self.base, self.news) = (base, news)
    }

    /// What all records depend on besides their files.
    var context: ContentHash { base.head.context }
    /// Stands for the large part.
    var identity: ContentHash { base.head.identity }
    var baseCount: Int { base.head.count }
    var newsCount: Int { news?.head.count ?? 0 }

    /// Places below `newsCount` are those of news.
    func isNews(_ index: Int) -> Bool { index < newsCount }

    func entry(at index: Int) -> Entry {
        if let news, index < news.head.count { return news.entry(at: index) }
        return base.entry(at: index - newsCount)
    }

    /// The place of the source at `path`, from content/.
    func index(of path: String) -> Int? {
        var guess = 0
        return index(of: path, guess: &guess)
    }

    /// The same. `guess` is the place in the base at which it is looked for first, and then that behind it: sources that
    /// are asked for in order are found at once.
    func index(of path: String, guess: inout Int) -> Int? {
        var path = path
        return path.withUTF8 { path in
            let path = UnsafeRawBufferPointer(path)
            if let place = news?.index(of: path) { return place }
            guard let place = base.index(of: path, guess: guess) else { return nil }
            guess = place + 1
            return place + newsCount
        }
    }

    /// The path of the source at `index`, from content/.
    func path(at index: Int) -> String {
        if let news, index < news.head.count { return news.path(at: index) }
        return base.path(at: index - newsCount)
    }
}

/// One file of a memory.
private struct MemoryPart {
    let head: MemoryHead
    private let block: MemoryBlock

    init?(_ block: MemoryBlock?) {
        guard let block, let head = MemoryHead(block.bytes) else { return nil }
        self.block = block
        self.head = head
    }

    func entry(at index: Int) -> SourceMemory.Entry { head.entry(at: index, in: block.bytes) }

    func path(at index: Int) -> String {
        String(decoding: head.path(at: index, in: block.bytes), as: UTF8.self)
    }

    func index(of path: UnsafeRawBufferPointer, guess: Int = 0) -> Int? {
        if guess < head.count, head.path(at: guess, in: block.bytes).comparedBytes(to: path) == 0 {
            return guess
        }
        var (low, high) = (0, head.count)
        while low < high {
            let middle = (low + high) / 2
            let order = head.path(at: middle, in: block.bytes).comparedBytes(to: path)
            if order == 0 { return middle }
            if order < 0 { low = middle + 1 } else { high = middle }
        }
        return nil
    }
}

/// The bytes of a memory. They stay where they are as long as the block lives: entries point into it.
///
/// `@unchecked Sendable`: the bytes are never written to.
private final class MemoryBlock: @unchecked Sendable {
    let bytes: UnsafeRawBufferPointer
    private let isMapped: Bool

    /// Maps the file: what is not looked at is not read.
    init?(_ path: String) {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { return nil }
        defer { close(file) }
        var status = stat()
        guard fstat(file, &status) == 0, status.st_size > 0 else { return nil }
        let size = Int(status.st_size)
        let start = mmap(nil, size, PROT_READ, MAP_PRIVATE | Int32(MAP_POPULATE), file, 0)
        guard let start, start != MAP_FAILED else { return nil }
        bytes = UnsafeRawBufferPointer(start: start, count: size)
        isMapped = true
    }

    init(joining pieces: [UnsafeRawBufferPointer]) {
        let all = UnsafeMutableRawBufferPointer.allocate(
            byteCount: pieces.reduce(0) { $0 + $1.count }, alignment: MemoryLayout<UInt64>.alignment)
        var end = 0
        for piece in pieces {
            UnsafeMutableRawBufferPointer(rebasing: all[end...]).copyMemory(from: piece)
            end += piece.count
        }
        bytes = UnsafeRawBufferPointer(all)
        isMapped = false
    }

    deinit {
        if isMapped {
            munmap(UnsafeMutableRawPointer(mutating: bytes.baseAddress), bytes.count)
        } else {
            bytes.deallocate()
        }
    }
}
