internal import CXXHash

/// The hash of a file's bytes: XXH3 with 128 bits.
///
/// Why this one: it is well known and specified (`xxh128sum` prints the same digits), it hashes faster than
/// memory can be read, so that hashing every page costs next to nothing, and 128 bits make two different
/// pages with one hash a thing that does not happen by chance. It is no defence against somebody who
/// makes two such files on purpose: whoever can write content/ can put anything on the site anyway.
package struct ContentHash: Hashable, Sendable {
    package let high: UInt64
    package let low: UInt64

    /// Stands for "not known": no content is ever taken to have it.
    package static let unknown = ContentHash(high: 0, low: 0)

    package init(high: UInt64, low: UInt64) {
        self.high = high
        self.low = low
    }

    package init(of bytes: UnsafeRawBufferPointer) {
        self.init(XXH3_128bits(bytes.baseAddress, bytes.count))
    }

    package init(of bytes: [UInt8]) {
        self = bytes.withUnsafeBytes { ContentHash(of: $0) }
    }

    /// The hash of the UTF-8 bytes of `text`.
    package init(of text: String) {
        var text = text
        self = text.withUTF8 { ContentHash(of: UnsafeRawBufferPointer($0)) }
    }

    fileprivate init(_ hash: XXH128_hash_t) {
        self.init(high: hash.high64, low: hash.low64)
    }

    package var isKnown: Bool { self != .unknown }

    /// For places where a mistake has to be noticed, not to be impossible.
    package var check: UInt32 { UInt32(truncatingIfNeeded: low) }
}

extension ContentHash {
    /// The hash of bytes that come in pieces.
    package struct Stream: ~Copyable {
        private let state: OpaquePointer

        package init() {
            // Nil only when memory has run out, of which no Swift program recovers.
            state = XXH3_createState()!
            XXH3_128bits_reset(state)
        }

        deinit { XXH3_freeState(state) }

        package mutating func update(_ bytes: UnsafeRawBufferPointer) {
            XXH3_128bits_update(state, bytes.baseAddress, bytes.count)
        }

        /// The hash of everything given so far.
        package var hash: ContentHash { ContentHash(XXH3_128bits_digest(state)) }
    }
}

extension ByteBuffer {
    /// Appends the sixteen bytes of `hash`.
    package mutating func append(_ hash: ContentHash) {
        append(word: hash.high)
        append(word: hash.low)
    }
}

extension ContentHash {
    /// Stands for this and `other`, in this order.
    package func joined(with other: ContentHash) -> ContentHash {
        withUnsafeBytes(of: (high, low, other.high, other.low)) { ContentHash(of: $0) }
    }
}
