internal import Bytes
internal import Files
internal import Model

/// What the last build knew of a file it wrote.
struct FileRecord: Hashable, Sendable {
    /// The hash of the file's bytes.
    var hash: ContentHash
    /// The hash of what the bytes were made from, where that is known without making them: for a page, its
    /// fingerprint; for a copied file, the stamp of its source. An equal origin means equal bytes but for shared parts.
    var origin: ContentHash
    /// The stamp under which the file was seen to have `hash`; `unknown` when it has to be read again.
    var stamp: FileStamp
    /// Where shared parts stand in the file; `Plan.parts` of its build tells which. Only known with an `origin`.
    var places: [PartPlace]
    /// Where it shows texts of articles; also known without an `origin`.
    var texts: TextPlaces

    init(
        hash: ContentHash, origin: ContentHash = .unknown, stamp: FileStamp = .unknown,
        places: [PartPlace] = [], texts: TextPlaces = .unknown
    ) {
        self.texts = texts
        self.hash = hash
        self.origin = origin
        self.stamp = stamp
        self.places = places
    }
}
