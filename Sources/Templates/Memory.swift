import Bytes

/// Bytes of parts that were rendered before, by part and by the numbers of the objects they show.
///
/// Valid because a part is remembered only by all that it reads: see `Dependencies`. The size is bounded
/// by parts times shared objects, and by `limit`.
final class Memory {
    /// Where the bytes of one part stand: in a block, which never moves.
    struct Entry {
        var start: UnsafeRawPointer?
        var count: Int
        /// The number of what can be replaced in it among `Memory.places`; -1 when it has none.
        var places: Int

        static var absent: Entry { Entry(start: nil, count: 0, places: -1) }
        var isPresent: Bool { start != nil }
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

    /// Larger numbers are not remembered: there is a place for each number below the largest one that turns up, and some
    /// types pack two numbers into one (photos of albums, files of documents), which recur on few pages.
    static let largestNumber = 1 << 20

    /// Bytes of one block; a longer part gets a block of its own.
    private static let blockSize = 1 << 20

    private var blocks: [UnsafeMutableRawBufferPointer] = []
    /// How much of the last block is taken.
    private var taken = 0
    private var total = 0
    private var shelves: [Shelf] = []
    /// What can be replaced in remembered parts, with offsets from the start of the part.
    private(set) var places: [[Placement]] = []
    private let limit: Int

    /// `limit` in bytes.
    init(limit: Int) { self.limit = limit }

    deinit { forget() }

    func forget() {
        for block in blocks { block.deallocate() }
        blocks.removeAll()
        shelves.removeAll()
        places.removeAll()
        taken = 0
        total = 0
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

    func keep(
        _ part: Int, _ number: Int, _ bytes: Slice<UnsafeRawBufferPointer>, _ places: [Placement]
    ) {
        guard let entry = store(part, bytes, places) else { return }
        if shelves[part].byNumber.count <= number + 1 {
            let wanted = max(number + 2, shelves[part].byNumber.count * 2)
            let missing = wanted - shelves[part].byNumber.count
            shelves[part].byNumber.append(contentsOf: repeatElement(.absent, count: missing))
        }
        shelves[part].byNumber[number + 1] = entry
    }

    func keep(
        _ part: Int, _ first: Int, _ second: Int, _ bytes: Slice<UnsafeRawBufferPointer>,
        _ places: [Placement]
    ) {
        guard let entry = store(part, bytes, places) else { return }
        shelves[part].byPair[Pair(first: first, second: second)] = entry
    }

    private func store(
        _ part: Int, _ bytes: Slice<UnsafeRawBufferPointer>, _ places: [Placement]
    ) -> Entry? {
        guard total + bytes.count <= limit else { return nil }
        while shelves.count <= part { shelves.append(Shelf()) }
        let place = room(bytes.count)
        if !bytes.isEmpty { place.copyMemory(from: UnsafeRawBufferPointer(rebasing: bytes)) }
        if !places.isEmpty { self.places.append(places) }
        return Entry(
            start: UnsafeRawPointer(place.baseAddress), count: bytes.count,
            places: places.isEmpty ? -1 : self.places.count - 1)
    }

    private func room(_ size: Int) -> UnsafeMutableRawBufferPointer {
        if blocks.isEmpty || taken + size > blocks[blocks.count - 1].count {
            blocks.append(.allocate(byteCount: max(size, Self.blockSize), alignment: 16))
            taken = 0
        }
        defer {
            taken += size
            total += size
        }
        return UnsafeMutableRawBufferPointer(rebasing: blocks[blocks.count - 1][taken..<(taken + size)])
    }
}
