import Bytes

/// Bytes of parts that were rendered before, by part and by the numbers of the objects they show.
///
/// Valid because a part is remembered only by all that it reads: see `Dependencies`. The size is bounded
/// by parts times shared objects, and by `limit`.
final class Memory {
    /// Where the bytes of one part stand in the arena.
    struct Entry {
        var offset: UInt32
        var count: UInt32

        static let absent = Entry(offset: .max, count: 0)
        var isPresent: Bool { offset != .max }
    }

    private struct Pair: Hashable {
        let first: Int
        let second: Int
    }

    /// What is known of one part.
    private struct Shelf {
        /// By the number of the one object plus 1; place 0 for no object.
        var byNumber: [Entry] = []
        var byPair: [Pair: Entry] = [:]
    }

    /// Larger numbers are not remembered, so that a stray number cannot ask for gigabytes.
    static let largestNumber = 1 << 24

    private var arena = ByteBuffer()
    private var shelves: [Shelf] = []
    private let limit: Int

    /// `limit` in bytes, at most 4 GB.
    init(limit: Int) { self.limit = min(limit, Int(UInt32.max) - 1) }

    func forget() {
        arena.removeAll()
        shelves.removeAll()
    }

    /// The entry of `part` for one number from -1; -1 stands for nothing.
    @inline(__always)
    func entry(_ part: Int, _ number: Int) -> Entry {
        guard part < shelves.count, number + 1 < shelves[part].byNumber.count else { return .absent }
        return shelves[part].byNumber[number + 1]
    }

    func entry(_ part: Int, _ first: Int, _ second: Int) -> Entry {
        guard part < shelves.count else { return .absent }
        return shelves[part].byPair[Pair(first: first, second: second)] ?? .absent
    }

    func copy(_ entry: Entry, to out: inout ByteBuffer) {
        let start = Int(entry.offset)
        out.append(UnsafeRawBufferPointer(rebasing: arena.bytes[start..<(start + Int(entry.count))]))
    }

    func keep(_ part: Int, _ number: Int, _ bytes: Slice<UnsafeRawBufferPointer>) {
        guard let entry = store(part, bytes) else { return }
        if shelves[part].byNumber.count <= number + 1 {
            let wanted = max(number + 2, shelves[part].byNumber.count * 2)
            let missing = wanted - shelves[part].byNumber.count
            shelves[part].byNumber.append(contentsOf: repeatElement(.absent, count: missing))
        }
        shelves[part].byNumber[number + 1] = entry
    }

    func keep(_ part: Int, _ first: Int, _ second: Int, _ bytes: Slice<UnsafeRawBufferPointer>) {
        guard let entry = store(part, bytes) else { return }
        shelves[part].byPair[Pair(first: first, second: second)] = entry
    }

    private func store(_ part: Int, _ bytes: Slice<UnsafeRawBufferPointer>) -> Entry? {
        guard arena.count + bytes.count <= limit else { return nil }
        while shelves.count <= part { shelves.append(Shelf()) }
        let entry = Entry(offset: UInt32(arena.count), count: UInt32(bytes.count))
        arena.append(UnsafeRawBufferPointer(rebasing: bytes))
        return entry
    }
}
