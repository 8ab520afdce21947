/// What a cache file starts with: a mark of its form and the hash of all that follows. A file whose seal is broken is
/// believed in no part.
///
/// Three words in the byte order of the machine, so that a file from another kind of machine is not believed
/// either.
package enum Seal {
    /// In bytes.
    package static let size = 3 * MemoryLayout<UInt64>.size

    /// The seal of `pieces`, which follow it in this order.
    package static func bytes(mark: UInt64, of pieces: [UnsafeRawBufferPointer]) -> [UInt8] {
        var stream = ContentHash.Stream()
        for piece in pieces { stream.update(piece) }
        let hash = stream.hash
        return [mark, hash.high, hash.low].withUnsafeBytes { [UInt8]($0) }
    }

    /// The hash of what a seal was made of.
    package static func hash(in seal: [UInt8]) -> ContentHash {
        seal.withUnsafeBytes { $0.hash(at: MemoryLayout<UInt64>.size) }
    }

    /// What follows the seal of `file`, and its hash; nil when the mark is another one or the hash is wrong.
    package static func opened(
        _ file: UnsafeRawBufferPointer, mark: UInt64
    ) -> (rest: UnsafeRawBufferPointer, hash: ContentHash)? {
        guard file.count >= size, file.word(at: 0) == mark else { return nil }
        let rest = UnsafeRawBufferPointer(rebasing: file[size...])
        let hash = file.hash(at: MemoryLayout<UInt64>.size)
        return hash == ContentHash(of: rest) ? (rest, hash) : nil
    }
}

extension UnsafeRawBufferPointer {
    /// The word at `offset` bytes, in the byte order of the machine.
    package func word(at offset: Int) -> UInt64 { loadUnaligned(fromByteOffset: offset, as: UInt64.self) }

    /// The hash whose two words stand at `offset` bytes.
    package func hash(at offset: Int) -> ContentHash {
        ContentHash(high: word(at: offset), low: word(at: offset + MemoryLayout<UInt64>.size))
    }
}
