package import Bytes

/// How far a log was read: what its first bytes are, whatever the file is called and however it is packed.
package struct LogMark: Sendable, Hashable {
    /// Bytes, unpacked: whole lines.
    package let length: Int
    /// Of those bytes.
    package let hash: ContentHash

    package init(length: Int, hash: ContentHash) {
        self.length = length
        self.hash = hash
    }

    package var hex: String { hash.hex }

    /// Nil when `hex` is no hash.
    init?(length: Int, hex: String) {
        guard let hash = Array(hex.utf8).withUnsafeBytes({ ContentHash(hex: $0) }) else { return nil }
        self.init(length: length, hash: hash)
    }
}
