internal import Diagnostics
internal import VietnameseText

#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#endif

/// Turns the bytes of a file into the text every later step expects: UTF-8 in NFC, lines that end in LF, no
/// byte order mark.
///
/// A file that is that already, which is nearly every file, is looked at and not copied.
enum SourceDecoder {
    /// Files of this many bytes and more are not text that people wrote.
    static let tooLarge = 10_000_000

    /// The text in `bytes`; a blank file is refused unless `mayBeBlank`.
    static func decode(_ bytes: [UInt8], file: String, mayBeBlank: Bool = false)
        throws(SourceRefusal) -> SourceText
    {
        var text = SourceText(file: file, bytes: bytes)
        let isOrdinary = bytes.withUnsafeBufferPointer(OrdinaryText.isCertain)
        if !isOrdinary { try refuseDamage(text) }
        if let plain = withLineFeeds(bytes) { text = SourceText(file: file, bytes: plain) }
        if !isOrdinary { text = SourceText(file: file, bytes: UnicodeNormalization.nfc(text.bytes)) }
        guard mayBeBlank || !text.bytes.allSatisfy(\.isBlank) else {
            throw SourceRefusal(SourceProblem.empty, file: file)
        }
        if !isOrdinary, let at = text.bytes.firstIndex(where: \.isControl) {
            throw refusal(.controlCharacter(text.bytes[at]), text, at: at)
        }
        if let at = conflictMarker(text.bytes) { throw refusal(.conflictMarker, text, at: at, length: 7) }
        return text
    }

    private static func refuseDamage(_ text: SourceText) throws(SourceRefusal) {
        if let at = text.bytes.firstOffset(of: 0) { throw refusal(.nulByte, text, at: at) }
        if let at = text.bytes.withUnsafeBufferPointer(UnicodeNormalization.firstInvalidOffset) {
            throw refusal(.invalidUTF8(text.bytes[at]), text, at: at)
        }
    }

    private static func refusal(_ problem: SourceProblem, _ text: SourceText, at offset: Int, length: Int = 1)
        -> SourceRefusal
    {
        SourceRefusal(text.diagnostic(.error, problem, at: offset, length: length))
    }

    /// `bytes` without byte order mark and carriage returns; nil when they have none.
    private static func withLineFeeds(_ bytes: [UInt8]) -> [UInt8]? {
        let hasMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
        let hasReturn = bytes.firstOffset(of: UInt8(ascii: "\r")) != nil
        guard hasMark || hasReturn else { return nil }
        var plain: [UInt8] = []
        plain.reserveCapacity(bytes.count)
        var before: UInt8 = 0
        for byte in bytes.dropFirst(hasMark ? 3 : 0) {
            let endsPair = byte == UInt8(ascii: "\n") && before == UInt8(ascii: "\r")
            if !endsPair { plain.append(byte == UInt8(ascii: "\r") ? UInt8(ascii: "\n") : byte) }
            before = byte
        }
        return plain
    }

    /// Where a line starts with the mark that version control puts before two versions of a passage.
    private static func conflictMarker(_ bytes: [UInt8]) -> Int? {
        var from = 0
        while let at = bytes.firstOffset(of: UInt8(ascii: "<"), from: from) {
            let startsLine = at == 0 || bytes[at - 1] == UInt8(ascii: "\n")
            if startsLine, bytes[at...].starts(with: marker) { return at }
            from = at + 1
        }
        return nil
    }

    private static let marker = Array("<<<<<<<".utf8)
}

extension [UInt8] {
    /// The offset of the first `byte` at `start` or after.
    func firstOffset(of byte: UInt8, from start: Int = 0) -> Int? {
        withUnsafeBytes { bytes in
            guard let base = bytes.baseAddress else { return nil }
            return memchr(base + start, Int32(byte), bytes.count - start).map { UnsafeRawPointer($0) - base }
        }
    }
}

extension UInt8 {
    /// Space, tab or line end.
    var isBlank: Bool { self == 0x20 || self == 0x09 || self == 0x0A }

    /// A control character of ASCII other than tab and line end: XML, and so a feed, cannot hold one.
    fileprivate var isControl: Bool { (self < 0x20 && self != 0x0A && self != 0x09) || self == 0x7F }
}
