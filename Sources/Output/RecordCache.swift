internal import Bytes
internal import Files
internal import Glibc
internal import Model

/// `.bantin/output-….cache`: the records of the last build into one output folder.
///
/// It can be made again from the files themselves and is believed only when it is whole. Valid while the
/// files have the stamps in it, except after a restart of the machine when they were never synced: a power
/// cut can take the bytes of a file and leave its stamp.
///
/// A seal and a head of eight words: boot as two, hash of the file list as two, number of records, number of shared
/// parts, whether pages depend on nothing of texts but where they show them, number of half words of text places.
/// Then records (hash and origin as two words each, stamp as four, number of places and of half words of text places
/// in one), shared parts (name and hash as two words each, size), the places of all records (part and offset in one
/// word), the text places (`TextPlaces`), and the paths, each with a NUL behind it.
struct RecordCache {
    private static let folderName = ".bantin"
    /// Changes with the form: an older or newer version's cache is left unread. Its byte order is the
    /// machine's, so that a cache from a foreign one is left unread, too.
    private static let mark: UInt64 = 0x3430_7475_6F74_6E62
    /// Bytes of the head, and where its words start.
    private static let headSize = 8 * wordSize
    private static let (bootOffset, listOffset, countOffset, partCountOffset) = (0, 16, 32, 40)
    private static let (showsTextsOnlyOffset, textCountOffset) = (48, 56)
    private static let recordSize = 9 * wordSize
    /// Where a record has its stamp.
    private static let stampOffset = 4 * wordSize
    /// Where a record says how many places it has.
    private static let countsOffset = 8 * wordSize
    private static let partSize = 5 * wordSize
    private static let wordSize = MemoryLayout<UInt64>.size
    private static let textWordSize = MemoryLayout<UInt32>.size

    private let folder: Folder
    private let name: String

    /// The cache of the site in `siteRoot` for `output`; each output folder has its own.
    init(siteRoot: String, output: Folder) throws(OutputFailure) {
        folder = try Folder(making: siteRoot + "/" + Self.folderName, output.fileSystem)
        name =
            "output-\(ContentHash(of: RealPath.existing(output.name) ?? output.name).hex.prefix(16)).cache"
    }

    struct Contents {
        let inventory: Inventory
        let facts: Facts
    }

    /// What there is to know besides the files.
    struct Facts: Sendable {
        /// What the pages share.
        let parts: [PartRecord]
        /// Whether pages depend on nothing of the texts of articles but where they show them.
        let showsTextsOnly: Bool
        /// Whether the files are known to be on the disk.
        let isSynced: Bool
        /// The hash of the file list that says the same; `unknown` when there is none.
        let list: ContentHash
    }

    /// Nil when there is none to believe.
    func read() throws(OutputFailure) -> Contents? {
        guard let bytes = try folder.contents(of: name) else { return nil }
        return bytes.withUnsafeBytes { bytes in Self.contents(of: bytes) }
    }

    func write(_ inventory: Inventory, _ facts: Facts) throws(OutputFailure) {
        let draft = Draft(inventory, facts.parts, showsTextsOnly: facts.showsTextsOnly)
        try write(draft, isSynced: facts.isSynced, list: facts.list)
    }

    func write(_ draft: Draft, isSynced: Bool, list: ContentHash) throws(OutputFailure) {
        draft.seal(isSynced: isSynced, list: list)
        try draft.use { bytes throws(OutputFailure) in try folder.replace(name, with: bytes, canBeLost: true)
        }
    }

    /// The file but for what is only known at the very end of a build, so that it can be made meanwhile.
    ///
    /// `@unchecked Sendable`: it is made on one thread and then handed over to another.
    final class Draft: @unchecked Sendable {
        private var file: ByteBuffer
        /// Stamps that might still change without a trace when this was made, by the places of their records.
        private let unsettled: [(rank: Int, stamp: FileStamp)]

        var isSettled: Bool { unsettled.isEmpty }

        init(_ inventory: Inventory, _ parts: [PartRecord], showsTextsOnly: Bool) {
            let now = FileStamp.now
            unsettled = inventory.records.indices.compactMap { rank in
                let stamp = inventory.records[rank].stamp
                return stamp == .unknown || stamp.isSettled(at: now) ? nil : (rank, stamp)
            }
            file = RecordCache.unsealed(inventory, parts, showsTextsOnly: showsTextsOnly)
        }

        fileprivate func seal(isSynced: Bool, list: ContentHash) {
            let now = FileStamp.now
            var head = ByteBuffer(capacity: headSize)
            head.append(isSynced ? .unknown : boot)
            head.append(list)
            file.overwrite(from: Seal.size, with: head.bytes)
            for (rank, stamp) in unsettled {
                withUnsafeBytes(of: stamp.settled(at: now)) {
                    file.overwrite(from: Seal.size + headSize + rank * recordSize + stampOffset, with: $0)
                }
            }
            let rest = UnsafeRawBufferPointer(rebasing: file.bytes[Seal.size...])
            Seal.bytes(mark: mark, of: [rest]).withUnsafeBytes { file.overwrite(from: 0, with: $0) }
        }

        fileprivate func use(
            _ write: (UnsafeRawBufferPointer) throws(OutputFailure) -> Void
        ) throws(OutputFailure) { try write(file.bytes) }
    }

    /// Changes with each start of the machine; the same at every call where the system does not tell.
    private static var boot: ContentHash {
        let file = open("/proc/sys/kernel/random/boot_id", O_RDONLY | O_CLOEXEC)
        var id = [UInt8](repeating: 0, count: 36)
        if file >= 0 {
            _ = id.withUnsafeMutableBytes { Glibc.read(file, $0.baseAddress, $0.count) }
            close(file)
        }
        return ContentHash(of: id)
    }
}

// MARK: - The form

extension RecordCache {
    /// The bytes with room for the seal, the boot and the hash of the list.
    private static func unsealed(
        _ inventory: Inventory, _ parts: [PartRecord], showsTextsOnly: Bool
    ) -> ByteBuffer {
        let (paths, records) = (inventory.paths, inventory.records)
        let textCount = records.reduce(0) { $0 + $1.texts.words.count }
        // Room for all of it: to make room again and again is to copy megabytes into memory that was never touched.
        var file = ByteBuffer(
            capacity: Seal.size + headSize
                + records.reduce(0) { $0 + recordSize + $1.places.count * wordSize }
                + parts.count * partSize + textCount * textWordSize + paths.size)
        file.append([UInt8](repeating: 0, count: Seal.size + listOffset + 2 * wordSize))
        file.append(word: UInt64(records.count))
        file.append(word: UInt64(parts.count))
        file.append(word: showsTextsOnly ? 1 : 0)
        file.append(word: UInt64(textCount))
        for record in records {
            file.append(record.hash)
            file.append(record.origin)
            withUnsafeBytes(of: record.stamp) { file.append($0) }
            file.append(word: UInt64(record.texts.words.count) << 32 | UInt64(record.places.count))
        }
        for part in parts {
            file.append(part.name)
            file.append(part.hash)
            file.append(word: UInt64(part.size))
        }
        for place in records.lazy.flatMap(\.places) {
            file.append(word: UInt64(UInt32(truncatingIfNeeded: place.part)) << 32 | UInt64(place.offset))
        }
        for record in records where !record.texts.words.isEmpty {
            record.texts.words.withUnsafeBytes { file.append($0) }
        }
        for rank in 0..<paths.count {
            file.append(paths[rank])
            file.append(0 as UInt8)
        }
        return file
    }

    static func contents(of bytes: UnsafeRawBufferPointer) -> Contents? {
        guard let (whole, _) = Seal.opened(bytes, mark: mark) else { return nil }
        var rest = whole[...]
        guard let head = take(1, of: headSize, from: &rest),
            let count = Int(exactly: head.word(at: countOffset)),
            let records = take(count, of: recordSize, from: &rest),
            let partCount = Int(exactly: head.word(at: partCountOffset)),
            let parts = take(partCount, of: partSize, from: &rest),
            var all = self.records(records, count, places: &rest),
            let textCount = Int(exactly: head.word(at: textCountOffset)),
            let texts = take(textCount, of: textWordSize, from: &rest),
            setTexts(of: &all, records, texts),
            let paths = paths(in: UnsafeRawBufferPointer(rebasing: rest), count: count)
        else { return nil }
        let boot = head.hash(at: bootOffset)
        let isCurrent = !boot.isKnown || boot == Self.boot
        return Contents(
            inventory: Inventory(
                paths: paths, records: isCurrent ? all : all.map { FileRecord(hash: $0.hash) }),
            facts: Facts(
                parts: (0..<partCount).map { index in
                    let at = index * partSize
                    return PartRecord(
                        name: parts.hash(at: at), hash: parts.hash(at: at + 16),
                        size: Int(truncatingIfNeeded: parts.word(at: at + 32)))
                }, showsTextsOnly: head.word(at: showsTextsOnlyOffset) != 0, isSynced: !boot.isKnown,
                list: head.hash(at: listOffset)))
    }

    /// The next `count` things of `size` bytes each; nil when there is less.
    private static func take(
        _ count: Int, of size: Int, from rest: inout Slice<UnsafeRawBufferPointer>
    ) -> UnsafeRawBufferPointer? {
        guard count >= 0, count <= rest.count / size else { return nil }
        defer { rest = rest.dropFirst(count * size) }
        return UnsafeRawBufferPointer(rebasing: rest.prefix(count * size))
    }

    private static func records(
        _ bytes: UnsafeRawBufferPointer, _ count: Int, places: inout Slice<UnsafeRawBufferPointer>
    ) -> [FileRecord]? {
        var records: [FileRecord] = []
        records.reserveCapacity(count)
        for index in 0..<count {
            let at = index * recordSize
            var record = FileRecord(
                hash: bytes.hash(at: at), origin: bytes.hash(at: at + 16),
                stamp: bytes.loadUnaligned(fromByteOffset: at + stampOffset, as: FileStamp.self))
            let placeCount = Int(bytes.word(at: at + countsOffset) & 0xFFFF_FFFF)
            guard let words = take(placeCount, of: wordSize, from: &places) else { return nil }
            if placeCount > 0 {
                record.places = (0..<placeCount).map { place in
                    let word = words.word(at: place * wordSize)
                    return PartPlace(part: Int(word >> 32), offset: Int(word & 0xFFFF_FFFF))
                }
            }
            records.append(record)
        }
        return records
    }

    /// All records share the memory of their text places. False when there are not as many as they say.
    private static func setTexts(
        of records: inout [FileRecord], _ bytes: UnsafeRawBufferPointer, _ texts: UnsafeRawBufferPointer
    ) -> Bool {
        let words = [UInt32](unsafeUninitializedCapacity: texts.count / textWordSize) { words, count in
            UnsafeMutableRawBufferPointer(words).copyMemory(from: texts)
            count = texts.count / textWordSize
        }
        var start = 0
        for index in records.indices {
            let count = Int(bytes.word(at: index * recordSize + countsOffset) >> 32)
            guard count <= words.count - start else { return false }
            records[index].texts = count == 0 ? .none : TextPlaces(words: words[start..<(start + count)])
            start += count
        }
        return start == words.count
    }

    private static func paths(in bytes: UnsafeRawBufferPointer, count: Int) -> SortedPaths? {
        let paths = bytes.assumingMemoryBound(to: UInt8.self).split(
            separator: 0, omittingEmptySubsequences: false
        )
        .dropLast().map { UnsafeBufferPointer(rebasing: $0) }
        guard paths.count == count, paths.allSatisfy(PathBytes.isUsable) else { return nil }
        for (before, after) in zip(paths, paths.dropFirst()) where PathBytes.compare(before, after) >= 0 {
            return nil
        }
        let table = PathTable(count: count, size: bytes.count) { index, take in take(paths[index]) }
        return SortedPaths(inOrder: table)
    }
}
