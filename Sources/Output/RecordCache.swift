internal import Bytes
internal import Files
internal import Glibc

/// `.bantin/output-….cache`: the records of the last build into one output folder.
///
/// It can be made again from the files themselves and is believed only when it is whole. Valid while the
/// files have the stamps in it, except after a restart of the machine when they were never synced: a power
/// cut can take the bytes of a file and leave its stamp.
///
/// A seal and six words (boot as two, hash of the file list as two, number of records, bytes of paths), then the
/// records as they lie in memory, then the paths, each with a NUL behind it.
struct RecordCache {
    private static let folderName = ".bantin"
    /// Changes with the form: an older or newer version's cache is left unread. Its byte order is the
    /// machine's, so that a cache from a foreign one is left unread, too.
    private static let mark: UInt64 = 0x3230_7475_6F74_6E62
    /// Bytes of the words behind the seal, and where the boot stands in them.
    private static let headSize = 6 * MemoryLayout<UInt64>.size
    private static let (bootOffset, listOffset, countOffset, pathBytesOffset) = (0, 16, 32, 40)

    private let folder: Folder
    private let name: String

    /// The cache of the site in `siteRoot` for `output`; each output folder has its own.
    init(siteRoot: String, output: Folder) throws(OutputFailure) {
        folder = try Folder(making: siteRoot + "/" + Self.folderName, output.fileSystem)
        name =
            "output-\(ContentHash(of: Array((RealPath.existing(output.name) ?? output.name).utf8)).hex.prefix(16)).cache"
    }

    struct Contents {
        let inventory: Inventory
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

    func write(_ contents: Contents) throws(OutputFailure) {
        let boot = contents.isSynced ? .unknown : Self.boot
        try folder.replace(name, with: Self.bytes(of: contents.inventory, boot: boot, list: contents.list))
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
    static func bytes(of inventory: Inventory, boot: ContentHash, list: ContentHash) -> [UInt8] {
        let paths = inventory.paths
        let pathBytes = (0..<paths.count).reduce(0) { $0 + paths[$1].count + 1 }
        var rest: [UInt8] = []
        rest.reserveCapacity(headSize + inventory.records.count * MemoryLayout<FileRecord>.stride + pathBytes)
        for word in [boot.high, boot.low, list.high, list.low, UInt64(paths.count), UInt64(pathBytes)] {
            rest.append(word: word)
        }
        inventory.records.withUnsafeBytes { rest.append(contentsOf: $0) }
        for rank in 0..<paths.count {
            rest.append(contentsOf: paths[rank])
            rest.append(0)
        }
        return rest.withUnsafeBytes { Seal.bytes(mark: mark, of: [$0]) } + rest
    }

    static func contents(of bytes: UnsafeRawBufferPointer) -> Contents? {
        guard let (rest, _) = Seal.opened(bytes, mark: mark), rest.count >= headSize else { return nil }
        let room = (rest.count - headSize) / MemoryLayout<FileRecord>.stride
        guard let count = Int(exactly: rest.word(at: countOffset)), count <= room else { return nil }
        let pathStart = headSize + count * MemoryLayout<FileRecord>.stride
        guard Int(exactly: rest.word(at: pathBytesOffset)) == rest.count - pathStart else { return nil }
        let boot = rest.hash(at: bootOffset)
        let isCurrent = !boot.isKnown || boot == Self.boot
        let records = (0..<count).map { index in
            let offset = headSize + index * MemoryLayout<FileRecord>.stride
            let record = rest.loadUnaligned(fromByteOffset: offset, as: FileRecord.self)
            return isCurrent ? record : FileRecord(hash: record.hash)
        }
        guard let paths = paths(in: UnsafeRawBufferPointer(rebasing: rest[pathStart...]), count: count)
        else {
            return nil
        }
        return Contents(
            inventory: Inventory(paths: paths, records: records), isSynced: !boot.isKnown,
            list: rest.hash(at: listOffset))
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

extension [UInt8] {
    fileprivate mutating func append(word: UInt64) {
        Swift.withUnsafeBytes(of: word) { append(contentsOf: $0) }
    }
}
