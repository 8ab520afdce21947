import Foundation

/// Unicode's canonical composed form, NFC, in which all text inside is kept.
///
/// Nearly all text arrives composed already, so a look at the bytes comes first and only text that
/// fails it goes through Foundation.
package enum UnicodeNormalization {
    /// Whether these bytes certainly are NFC: true for ASCII, composed Vietnamese and every script whose
    /// letters never compose; false means "normalise to find out".
    ///
    /// The bytes must be valid UTF-8; others are read safely, but the answer then means nothing.
    package static func isKnownNFC(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var index = 0
        while index < bytes.count {
            index = skipPlain(bytes, from: index)
            guard index < bytes.count else { return true }
            guard let length = inertLength(bytes, at: index) else { return false }
            index += length
        }
        return true
    }

    /// `text` in NFC; the argument itself when the fast check passes.
    package static func nfc(_ text: String) -> String {
        if text.utf8.withContiguousStorageIfAvailable(isKnownNFC) == true { return text }
        var composed = text.precomposedStringWithCanonicalMapping
        composed.makeContiguousUTF8()
        return composed
    }

    /// The bytes of valid UTF-8 text in NFC; the argument itself when the fast check passes.
    package static func nfc(_ bytes: [UInt8]) -> [UInt8] {
        if bytes.withUnsafeBufferPointer(isKnownNFC) { return bytes }
        return Array(String(decoding: bytes, as: UTF8.self).precomposedStringWithCanonicalMapping.utf8)
    }

    /// The offset of the first byte that is not part of well-formed UTF-8; nil when all is well.
    package static func firstInvalidOffset(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        do throws(UTF8.ValidationError) {
            _ = try UTF8Span(validating: bytes.span)
            return nil
        } catch {
            return error.byteOffsets.lowerBound
        }
    }
}

// A scalar is inert when it is NFC on its own and neither reorders nor composes with what stands before it:
// combining class 0 and NFC_Quick_Check=Yes. Below 0xCC every lead byte begins such scalars only
// (U+0000 to U+02FF), and so does 0xE1 before 0xB8...0xBB (U+1E00 to U+1EFF, the Vietnamese block). These two
// make up almost every byte of Vietnamese text and are tested eight at a time in one word.
extension UnicodeNormalization {
    /// The first offset from `start` on that the two quick rules do not vouch for, or the end.
    private static func skipPlain(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        let raw = UnsafeRawBufferPointer(bytes)
        var index = start
        // One byte more than a word is read: each byte is judged together with its successor.
        while index + 8 < raw.count {
            let word = raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)
            let next = raw.loadUnaligned(fromByteOffset: index + 1, as: UInt64.self)
            let vietnamese = zeroBytes(word ^ every(0xE1)) & zeroBytes(next & every(0xFC) ^ every(0xB8))
            if bytesFrom0xCC(word) & ~vietnamese != 0 { break }
            index += 8
        }
        while index < raw.count, raw[index] < 0xCC { index += 1 }
        return index
    }

    /// A word of eight times the same byte.
    private static func every(_ byte: UInt8) -> UInt64 {
        UInt64(byte) &* 0x0101_0101_0101_0101
    }

    /// The top bit of every byte that is zero; the sum cannot carry from one byte into the next.
    private static func zeroBytes(_ word: UInt64) -> UInt64 {
        ~((word & every(0x7F)) &+ every(0x7F) | word) & every(0x80)
    }

    /// The top bit of every byte that is 0xCC or more: 0x34 is what lifts 0x4C, its lower bits, to 0x80.
    private static func bytesFrom0xCC(_ word: UInt64) -> UInt64 {
        ((word & every(0x7F)) &+ every(0x34)) & word & every(0x80)
    }

    /// The length in bytes of the scalar at `index` when it is inert; nil when it may not be.
    ///
    /// Whole blocks of rarely used scripts count as "may not be".
    private static func inertLength(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int? {
        let second = index + 1 < bytes.count ? bytes[index + 1] : 0
        let third = index + 2 < bytes.count ? bytes[index + 2] : 0
        switch bytes[index] {
        case 0xCE: return second == 0x87 ? nil : 2  // Greek, without the ano teleia
        case 0xCF...0xD1, 0xD3...0xD5: return 2  // Greek, Cyrillic, Armenian
        case 0xD2: return 0x83...0x87 ~= second ? nil : 2  // Cyrillic, without its combining titlos
        case 0xE1: return 0xB8...0xBB ~= second ? 3 : nil  // Latin Extended Additional
        case 0xE2: return isInertSymbol(second, third) ? 3 : nil
        case 0xE3: return isInertKana(second, third) ? 3 : nil
        case 0xE4...0xE9, 0xEB, 0xEC, 0xEE: return 3  // ideographs, Hangul syllables, private use
        case 0xEA: return second >= 0xB0 ? 3 : nil  // Hangul syllables
        case 0xED: return second < 0x9E ? 3 : nil  // Hangul syllables
        case 0xEF: return isInertPresentationForm(second, third) ? 3 : nil
        case 0xF0: return second == 0x9F || 0xA0...0xAE ~= second ? 4 : nil  // pictographs, ideographs
        default: return nil
        }
    }

    /// U+2000 to U+2FFF: punctuation, signs, arrows, mathematics, radicals.
    private static func isInertSymbol(_ second: UInt8, _ third: UInt8) -> Bool {
        switch second {
        case 0x80: third >= 0x82  // without the two quads
        case 0x83: third < 0x90  // without the combining marks for symbols
        case 0x84: third != 0xA6 && third != 0xAA && third != 0xAB  // without ohm, kelvin, angstrom
        case 0x8C: third != 0xA9 && third != 0xAA  // without the angle brackets
        case 0xAB: third != 0x9C  // without forking
        case 0xB3, 0xB5, 0xB7: false  // Coptic, Tifinagh and Cyrillic marks
        default: true
        }
    }

    /// U+3000 to U+3FFF: kana and what surrounds them, without tone and voicing marks.
    private static func isInertKana(_ second: UInt8, _ third: UInt8) -> Bool {
        switch second {
        case 0x80: !(0xAA...0xAF ~= third)
        case 0x82: third != 0x99 && third != 0x9A
        default: true
        }
    }

    /// U+F000 to U+FFFF: private use, Arabic forms, variation selectors, byte order mark, full width forms.
    private static func isInertPresentationForm(_ second: UInt8, _ third: UInt8) -> Bool {
        switch second {
        case 0xA4...0xAF: false  // compatibility ideographs, Hebrew
        case 0xB8: !(0xA0...0xAF ~= third)  // combining half marks
        default: true
        }
    }
}
