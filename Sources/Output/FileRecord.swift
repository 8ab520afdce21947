internal import Bytes
internal import Files

/// What the last build knew of a file it wrote.
///
/// Eight words without padding: the cache holds records as they lie in memory.
struct FileRecord: Hashable, Sendable {
    /// The hash of the file's bytes.
    var hash: ContentHash
    /// The hash of what the bytes were made from, where that is known without making them: for a page, its
    /// fingerprint; for a copied file, the stamp of its source. An equal origin means equal bytes.
    var origin: ContentHash
    /// The stamp under which the file was seen to have `hash`; `unknown` when it has to be read again.
    var stamp: FileStamp

    init(hash: ContentHash, origin: ContentHash = .unknown, stamp: FileStamp = .unknown) {
        self.hash = hash
        self.origin = origin
        self.stamp = stamp
    }
}
