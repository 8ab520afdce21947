import Bytes

/// Bytes of parts that were rendered before, by part and by the numbers of the objects they show.
///
/// Valid because a part is remembered only by all that it reads: see `Dependencies`. The size is bounded
/// by parts times shared objects, and by `limit`.
final class Memory {
    /// Where the bytes of one part stand: in a block, which never moves. Small, because there are many; all zero when
    /// nothing is known.
    struct Entry {
        private(set) var start: UnsafeRawPointer?
        private let size: UInt32
        private let placesNumber: UInt32

        static var absent: Entry { Entry(start: nil, size: 0, placesNumber: 0) }

        var isPresent: Bool { start != nil }
        var count: Int { Int(size) }
        /// The number of what can be replaced in it among `Memory.places`; -1 when it has none.
        var places: Int { Int(placesNumber) - 1 }

        fileprivate init(start: UnsafeRawPointer?, size: UInt32, placesNumber: UInt32) {
            (self.start, self.size, self.placesNumber) = (start, size, placesNumber)
        }
    }

    private struct Pair: Hashable {
        let first: Int
        let second: Int
    }

    /// What is known of one part.
    private struct Shelf {
        /// By the number of the one object plus 1; place 0 for no object. In boards of `boardSize`, and none where
        /// nothing is known: most builds show few of the objects.
        var boards: [UnsafeMutablePointer<Entry>?] = []
        var byPair: [Pair: Entry] = [:]
    }

    private static let boardSize = 256

    /// Larger numbers are not remembered: some types pack two numbers into one (photos of albums, files of documents),
    /// which recur on few pages.
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
        for board in shelves.lazy.flatMap(\.boards) { board?.deallocate() }
        blocks.removeAll()
        shelves.removeAll()
        places.removeAll()
        taken = 0
        total = 0
    }

    /// The entry of `part` for one number from -1; -1 stands for nothing.
    @inline(__always)
    func entry(_ part: Int, _ number: Int) -> Entry {
        let (board, place) = (number + 1).quotientAndRemainder(dividingBy: Self.boardSize)
        guard part < shelves.count, board < shelves[part].boards.count,
            let entries = shelves[part].boards[board]
        else { return .absent }
        return entries[place]
    }

    func entry(_ part: Int, _ first: Int, _ second: Int) -> Entry {
        guard part < shelves.count else { return .absent }
        return shelves[part].byPair[Pair(first: first, second: second)] ?? .absent
    }

    func keep(
        _ part: Int, _ number: Int, _ bytes: Slice<UnsafeRawBufferPointer>, _ places: [Placement]
    ) {
        guard let entry = store(part, bytes, places) else { return }
        let (board, place) = (number + 1).quotientAndRemainder(dividingBy: Self.boardSize)
        let missing = board + 1 - shelves[part].boards.count
        if missing > 0 { shelves[part].boards.append(contentsOf: repeatElement(nil, count: missing)) }
        let entries = shelves[part].boards[board] ?? Self.newBoard()
        shelves[part].boards[board] = entries
        entries[place] = entry
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
        guard total + bytes.count <= limit, let size = UInt32(exactly: bytes.count) else { return nil }
        while shelves.count <= part { shelves.append(Shelf()) }
        let place = room(bytes.count)
        if !bytes.isEmpty { place.copyMemory(from: UnsafeRawBufferPointer(rebasing: bytes)) }
        if !places.isEmpty { self.places.append(places) }
        return Entry(
            start: UnsafeRawPointer(place.baseAddress), size: size,
            placesNumber: places.isEmpty ? 0 : UInt32(self.places.count))
    }

    private static func newBoard() -> UnsafeMutablePointer<Entry> {
        let board = UnsafeMutablePointer<Entry>.allocate(capacity: boardSize)
        board.initialize(repeating: .absent, count: boardSize)
        return board
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
