import Bytes
import CCMark

/// Escaping as cmark's HTML renderer does it, byte for byte: `'` stays as it is in text, and addresses are
/// percent-encoded.
extension ByteBuffer {
    /// Appends literal markup. A literal given to `append` would become a `String` first.
    @inline(__always)
    mutating func markup(_ html: StaticString) {
        append(UnsafeRawBufferPointer(start: html.utf8Start, count: html.utf8CodeUnitCount))
    }

    /// Appends text that ends in NUL, for element content and quoted attributes.
    mutating func append(cmarkText text: UnsafePointer<CChar>?) {
        append(cmarkText: Node.bytes(of: text))
    }

    mutating func append(cmarkText text: UnsafeBufferPointer<UInt8>) {
        guard let base = text.baseAddress else { return }
        var start = 0
        while let at = EscapedByte.first(in: text, from: start) {
            append(UnsafeBufferPointer(start: base + start, count: at - start))
            switch base[at] {
            case UInt8(ascii: "&"): markup("&amp;")
            case UInt8(ascii: "<"): markup("&lt;")
            case UInt8(ascii: ">"): markup("&gt;")
            default: markup("&quot;")
            }
            start = at + 1
        }
        append(UnsafeBufferPointer(start: base + start, count: text.count - start))
    }

    mutating func append(cmarkText text: String) {
        var text = text
        text.withUTF8 { append(cmarkText: $0) }
    }

    /// Appends an address for a quoted `href` or `src`; what is percent-encoded already stays so.
    mutating func append(cmarkURL url: UnsafeBufferPointer<UInt8>) {
        for byte in url {
            switch byte {
            case UInt8(ascii: "&"): markup("&amp;")
            case UInt8(ascii: "'"): markup("&#x27;")
            case _ where EscapedByte.inURL(byte):
                append(UInt8(ascii: "%"))
                append(Self.hexDigit(byte >> 4))
                append(Self.hexDigit(byte & 15))
            default: append(byte)
            }
        }
    }

    mutating func append(cmarkURL url: String) {
        var url = url
        url.withUTF8 { append(cmarkURL: $0) }
    }

    private static func hexDigit(_ value: UInt8) -> UInt8 {
        value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "A") + value - 10
    }
}

/// The bytes cmark replaces, as bit sets: bit n of `low` is byte n, of `high` byte 64 + n.
private enum EscapedByte {
    /// Controls, space, `"`, `<`, `>`.
    private static var urlLow: UInt64 { 0x1_FFFF_FFFF | 1 << 0x22 | 1 << 0x3C | 1 << 0x3E }
    /// `[ \ ] ^ ` { | }` and DEL.
    private static var urlHigh: UInt64 {
        0xF << 0x1B | 1 << 0x20 | 0x7 << 0x3B | 1 << 0x3F
    }

    /// The index of the first byte from `start` on that text may not have as it is.
    static func first(in text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
        let raw = UnsafeRawBufferPointer(text)
        var at = start
        while at + 8 <= raw.count {
            let found = inText(raw.loadUnaligned(fromByteOffset: at, as: UInt64.self).littleEndian)
            if found != 0 { return at + found.trailingZeroBitCount / 8 }
            at += 8
        }
        return (at..<raw.count).first { inText(UInt64(raw[$0])) & 0xFF != 0 }
    }

    /// The top bit of each of eight bytes that is `"` or `&`, `<` or `>`: each pair differs in one bit.
    /// A bit above the lowest one set may be wrong.
    @inline(__always)
    private static func inText(_ word: UInt64) -> UInt64 {
        zeros(in: word & every(0xFB) ^ every(0x22)) | zeros(in: word & every(0xFD) ^ every(0x3C))
    }

    @inline(__always)
    private static func zeros(in word: UInt64) -> UInt64 { (word &- every(0x01)) & ~word & every(0x80) }

    @inline(__always)
    private static func every(_ byte: UInt8) -> UInt64 { UInt64(byte) &* 0x0101_0101_0101_0101 }

    static func inURL(_ byte: UInt8) -> Bool {
        switch byte {
        case 0..<64: (urlLow >> UInt64(byte)) & 1 == 1
        case 64..<128: (urlHigh >> UInt64(byte - 64)) & 1 == 1
        default: true
        }
    }
}
