internal import Bytes
internal import Files

/// The form of `.bantin/sources.cache` and of `.bantin/sources-news.cache`, whose context is the identity of
/// the former: a seal, three words (context as two, number of entries), the entries in the byte order of their paths, then paths and records.
///
/// An entry is eight words: the stamp (four), the hash (two), and offset and length (32 bits each) of path
/// and of record.
struct MemoryHead: Sendable {
    /// Changes with the form. Words have the byte order of the machine: a cache from another one is left unread.
    static let mark: UInt64 = 0x3230_6372_7374_6E62
    static let headSize = Seal.size + 3 * 8
    static let entrySize = 8 * 8

    /// The hash of all that follows it.
    let identity: ContentHash
    let context: ContentHash
    let count: Int

    init?(_ bytes: UnsafeRawBufferPointer) {
        guard bytes.count >= Self.headSize, let (rest, hash) = Seal.opened(bytes, mark: Self.mark) else {
            return nil
        }
        identity = hash
        context = rest.hash(at: 0)
        count = Int(truncatingIfNeeded: rest.word(at: 16))
        guard count >= 0, count <= (bytes.count - Self.headSize) / Self.entrySize else { return nil }
    }

    func path(at index: Int, in bytes: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer {
        bytes.part(at: Self.headSize + index * Self.entrySize + 48)
    }

    func entry(at index: Int, in bytes: UnsafeRawBufferPointer) -> SourceMemory.Entry {
        let start = Self.headSize + index * Self.entrySize
        return SourceMemory.Entry(
            stamp: FileStamp(
                size: Int64(bitPattern: bytes.word(at: start)),
                modified: Int64(bitPattern: bytes.word(at: start + 8)),
                changed: Int64(bitPattern: bytes.word(at: start + 16)), inode: bytes.word(at: start + 24)),
            hash: bytes.hash(at: start + 32), record: bytes.part(at: start + 56))
    }
}

extension UnsafeRawBufferPointer {
    /// The bytes that the offset and the length at `offset` name; none when they lie outside.
    fileprivate func part(at offset: Int) -> UnsafeRawBufferPointer {
        let word = word(at: offset)
        let (start, length) = (Int(word & 0xFFFF_FFFF), Int(word >> 32))
        guard start + length <= count else { return UnsafeRawBufferPointer(start: nil, count: 0) }
        return UnsafeRawBufferPointer(rebasing: self[start..<(start + length)])
    }
}
