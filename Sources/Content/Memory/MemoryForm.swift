internal import Bytes
internal import Files
internal import Glibc

/// The form of `.bantin/sources.cache` and of `.bantin/sources-news.cache`, whose context is the identity of
/// the former: a head of six words (mark, hash of all that follows as two words, context
/// as two words, number of entries), the entries in the byte order of their paths, then paths and records.
///
/// An entry is eight words: the stamp (four), the hash (two), and offset and length (32 bits each) of path
/// and of record.
struct MemoryHead: Sendable {
    /// Changes with the form. Words have the byte order of the machine: a cache from another one is left unread.
    static let mark: UInt64 = 0x3130_6372_7374_6E62
    static let headSize = 6 * 8
    static let entrySize = 8 * 8

    /// The hash of all that follows it.
    let identity: ContentHash
    let context: ContentHash
    let count: Int

    init?(_ bytes: UnsafeRawBufferPointer) {
        guard bytes.count >= Self.headSize, bytes.word(at: 0) == Self.mark,
            ContentHash(of: UnsafeRawBufferPointer(rebasing: bytes[24...])) == bytes.hash(at: 8)
        else { return nil }
        identity = bytes.hash(at: 8)
        context = bytes.hash(at: 24)
        count = Int(truncatingIfNeeded: bytes.word(at: 40))
        guard count >= 0, count <= (bytes.count - Self.headSize) / Self.entrySize else { return nil }
    }

    func path(at index: Int, in bytes: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer {
        bytes.part(at: Self.headSize + index * Self.entrySize + 48)
    }

    func entry(at index: Int, in bytes: UnsafeRawBufferPointer) -> SourceMemory.Entry {
        let start = Self.headSize + index * Self.entrySize
        return SourceMemory.Entry(
            path: bytes.part(at: start + 48),
            stamp: FileStamp(
                size: Int64(bitPattern: bytes.word(at: start)),
                modified: Int64(bitPattern: bytes.word(at: start + 8)),
                changed: Int64(bitPattern: bytes.word(at: start + 16)), inode: bytes.word(at: start + 24)),
            hash: bytes.hash(at: start + 32), record: bytes.part(at: start + 56))
    }
}

extension UnsafeRawBufferPointer {
    fileprivate func word(at offset: Int) -> UInt64 { loadUnaligned(fromByteOffset: offset, as: UInt64.self) }

    fileprivate func hash(at offset: Int) -> ContentHash {
        ContentHash(high: word(at: offset), low: word(at: offset + 8))
    }

    /// The bytes that the offset and the length at `offset` name; none when they lie outside.
    fileprivate func part(at offset: Int) -> UnsafeRawBufferPointer {
        let word = word(at: offset)
        let (start, length) = (Int(word & 0xFFFF_FFFF), Int(word >> 32))
        guard start + length <= count else { return UnsafeRawBufferPointer(start: nil, count: 0) }
        return UnsafeRawBufferPointer(rebasing: self[start..<(start + length)])
    }

    /// Below, at or above zero as these bytes sort before, with or behind `other`.
    func comparedBytes(to other: UnsafeRawBufferPointer) -> Int {
        let common = Swift.min(count, other.count)
        if common > 0, let left = baseAddress, let right = other.baseAddress {
            let order = memcmp(left, right, common)
            if order != 0 { return Int(order) }
        }
        return count - other.count
    }
}
