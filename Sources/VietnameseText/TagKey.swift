/// What makes two spellings one tag: equal keys (compare their bytes) mean the same tag.
package enum TagKey {
    /// `text` in NFC and lower case, each run of spaces one space and none at the ends, zero width spaces gone,
    /// and tones placed one way.
    ///
    /// Open syllables in oa, oe and uy are spelled with the tone on either vowel: `hòa` and `hoà`, `khỏe` and
    /// `khoẻ`, `thúy` and `thuý` are one word each. The key has it on the second vowel. That also takes the
    /// slip `qúy` for `quý`; no other word is spelled so, because the u after q never carries a tone.
    /// Other vowel pairs keep their tone where it stands (`của`, `mía`): it belongs to one of the two.
    package static func make(_ text: String) -> String {
        let lower = VietnameseCase.lower(UnicodeNormalization.nfc(collapseSpaces(text)))
        var scalars = Array(lower.unicodeScalars)
        placeTones(&scalars)
        // The lower case of a rare letter of another language need not be NFC.
        return UnicodeNormalization.nfc(string(scalars))
    }

    private static func collapseSpaces(_ text: String) -> String {
        var collapsed: [Unicode.Scalar] = []
        var isSpaced = false
        for scalar in text.unicodeScalars where !isZeroWidth(scalar) {
            if scalar.isSpace {
                isSpaced = true
                continue
            }
            if isSpaced, !collapsed.isEmpty { collapsed.append(" ") }
            collapsed.append(scalar)
            isSpaced = false
        }
        return string(collapsed)
    }

    private static func string(_ scalars: [Unicode.Scalar]) -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(scalars.count * 2)
        for scalar in scalars { bytes.append(utf8: scalar) }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Spaces and break hints that nobody sees: copied in from web pages, they would split one tag into two
    /// that look the same.
    private static func isZeroWidth(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0xAD, 0x200B, 0x2060, 0xFEFF: true
        default: false
        }
    }

    private static func placeTones(_ text: inout [Unicode.Scalar]) {
        for index in text.indices.dropFirst() where isOpen(text, after: index) {
            guard let first = VietnameseLetter(text[index - 1]), let second = VietnameseLetter(text[index]),
                isMovable(first, second), let toned = second.with(first.tone), let plain = first.with(.level)
            else { continue }
            text[index - 1] = plain.scalar
            text[index] = toned.scalar
        }
    }

    private static func isMovable(_ first: VietnameseLetter, _ second: VietnameseLetter) -> Bool {
        guard first.mark == .none, second.mark == .none, first.tone != .level, second.tone == .level else {
            return false
        }
        switch (first.base, second.base) {
        case (UInt8(ascii: "o"), UInt8(ascii: "a")), (UInt8(ascii: "o"), UInt8(ascii: "e")): return true
        case (UInt8(ascii: "u"), UInt8(ascii: "y")): return true
        default: return false
        }
    }

    /// Whether the syllable ends with the letter at `index`.
    private static func isOpen(_ text: [Unicode.Scalar], after index: Int) -> Bool {
        guard index + 1 < text.count else { return true }
        guard VietnameseLetter(text[index + 1]) == nil else { return false }
        let next = text[index + 1].properties
        return !next.isAlphabetic && next.canonicalCombiningClass == .notReordered
    }
}
