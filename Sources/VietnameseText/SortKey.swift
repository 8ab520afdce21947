import Foundation

/// A key whose bytes, compared one by one, stand in the order of the CLDR collation `vi`.
///
/// Levels decide in turn, each over the whole phrase: letters, then tones, then case, then the bytes of the
/// text. So `ba ná` stands before `bà na`: the letters tie, and the first tone that differs decides. Printed
/// dictionaries compare word by word instead; CLDR's order is what databases, browsers and other sites use,
/// so readers meet it everywhere. A space counts, and stands before every letter: `Hà Tĩnh` comes before
/// `Hải Phòng`. Signs come before digits, digits before letters, other scripts after Latin in the order of
/// their code points.
package struct SortKey {
    /// The key of `text`; equal for texts that are canonically equivalent.
    package static func make(_ text: String) -> [UInt8] {
        let composed = UnicodeNormalization.nfc(text)
        var key = SortKey(capacity: composed.utf8.count)
        for scalar in composed.unicodeScalars { key.append(scalar) }
        return key.joined(with: composed)
    }

    /// The key of a person's name, which is looked up by its last word, the given name.
    package static func makePerson(_ name: String) -> [UInt8] {
        let words = name.unicodeScalars.split(whereSeparator: \.isSpace).map { String($0) }
        guard let given = words.last else { return make(name) }
        return make(given) + [levelEnd] + make(words.dropLast().joined(separator: " "))
    }

    private var letters: [UInt8] = []
    private var tones: [UInt8] = []
    private var cases: [UInt8] = []

    private init(capacity: Int) {
        letters.reserveCapacity(3 * capacity + 3)
        tones.reserveCapacity(capacity)
        cases.reserveCapacity(capacity)
    }

    private static let levelEnd: UInt8 = 0
    private static let common: UInt8 = 5

    /// Trailing common weights say nothing: a level that ends early is less than one that goes on.
    private consuming func joined(with text: String) -> [UInt8] {
        letters.append(Self.levelEnd)
        letters.append(contentsOf: Self.trimmed(tones))
        letters.append(Self.levelEnd)
        letters.append(contentsOf: Self.trimmed(cases))
        letters.append(Self.levelEnd)
        letters.append(contentsOf: text.utf8)
        return letters
    }

    private static func trimmed(_ level: [UInt8]) -> ArraySlice<UInt8> {
        level[..<((level.lastIndex { $0 != common } ?? -1) + 1)]
    }
}

extension SortKey {
    private mutating func append(_ scalar: Unicode.Scalar) {
        if let letter = VietnameseLetter(scalar) {
            append(letter, case: letter.isUpper ? .upper : .lower)
        } else if scalar.isASCII {
            append(ascii: UInt8(scalar.value), case: .lower)
        } else {
            appendDecomposed(scalar)
        }
    }

    /// Weights of the third level. Letters from a compatibility or foreign form (`ﬁ`, `ü`) follow plain ones.
    private enum Case: UInt8 { case lower = 5, upper, otherLower, otherUpper }

    private mutating func append(_ letter: VietnameseLetter, case: Case) {
        letters.append(Primary.letter(letter))
        tones.append(Self.common)
        if letter.tone != .level { tones.append(Self.common + letter.tone.rawValue) }
        cases.append(`case`.rawValue)
    }

    private mutating func append(ascii: UInt8, case: Case) {
        guard let weight = Primary.ascii[Int(ascii)] else { return }
        appendPrimary(weight, case: `case`)
    }

    private mutating func appendPrimary(_ weight: UInt8, case: Case) {
        letters.append(weight)
        tones.append(Self.common)
        cases.append(`case`.rawValue)
    }

    private mutating func appendDecomposed(_ scalar: Unicode.Scalar) {
        if let weight = Primary.punctuation(scalar) { return appendPrimary(weight, case: .lower) }
        for part in String(scalar).decomposedStringWithCompatibilityMapping.unicodeScalars {
            if let letter = VietnameseLetter(part) {
                append(letter, case: letter.isUpper ? .otherUpper : .otherLower)
            } else if part.isASCII {
                append(ascii: UInt8(part.value), case: .otherLower)
            } else {
                appendOther(part)
            }
        }
    }

    /// A scalar with no weight of its own: placed by its category, inside that by code point.
    private mutating func appendOther(_ scalar: Unicode.Scalar) {
        let properties = scalar.properties
        switch properties.generalCategory {
        case .nonspacingMark, .enclosingMark: appendMark(scalar)
        case .format, .control, .surrogate: break
        case .spaceSeparator, .lineSeparator, .paragraphSeparator: appendPrimary(Primary.space, case: .lower)
        case .decimalNumber:
            appendPrimary(Primary.digit(Int(properties.numericValue ?? 0)), case: .otherLower)
        case .currencySymbol: appendPrimary(Primary.currencyPrefix, scalar)
        case .mathSymbol, .modifierSymbol, .otherSymbol: appendPrimary(Primary.symbolPrefix, scalar)
        case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation,
            .initialPunctuation, .finalPunctuation, .otherPunctuation:
            appendPrimary(Primary.punctuationPrefix, scalar)
        default: appendForeignLetter(scalar)
        }
    }

    private mutating func appendForeignLetter(_ scalar: Unicode.Scalar) {
        let lower = scalar.properties.lowercaseMapping.unicodeScalars
        guard let first = lower.first, lower.count == 1, first != scalar else {
            return appendPrimary(Primary.letterPrefix, scalar)
        }
        appendPrimary(Primary.letterPrefix, first, case: .upper)
    }

    private mutating func appendPrimary(_ prefix: UInt8, _ scalar: Unicode.Scalar, case: Case = .lower) {
        letters.append(prefix)
        letters.append(contentsOf: Self.digits(scalar))
        tones.append(Self.common)
        cases.append(`case`.rawValue)
    }

    private mutating func appendMark(_ scalar: Unicode.Scalar) {
        if let tone = Self.tone(scalar) {
            tones.append(Self.common + tone.rawValue)
        } else {
            tones.append(Self.foreignMark)
            tones.append(contentsOf: Self.digits(scalar))
        }
    }

    private static let foreignMark: UInt8 = 0x10

    private static func tone(_ mark: Unicode.Scalar) -> VietnameseLetter.Tone? {
        switch mark.value {
        case 0x300: .grave
        case 0x309: .hook
        case 0x303: .tilde
        case 0x301: .acute
        case 0x323: .dot
        default: nil
        }
    }

    /// A code point as three bytes above every level mark, in code point order.
    private static func digits(_ scalar: Unicode.Scalar) -> [UInt8] {
        [14, 7, 0].map { 0x10 + UInt8(scalar.value >> $0 & 0x7F) }
    }
}

extension SortKey {
    /// First-level weights: space, punctuation, symbols, currency, digits, Latin letters, other letters.
    private enum Primary {
        static let space: UInt8 = 2
        static let punctuationPrefix: UInt8 = 0x36
        static let symbolPrefix: UInt8 = 0x48
        static let currencyPrefix: UInt8 = 0x4E
        static let letterPrefix: UInt8 = 0xF0

        static func digit(_ value: Int) -> UInt8 { 0x50 + UInt8(value) }

        /// Five places for each base letter: itself, then with breve, circumflex, horn or stroke.
        static func letter(_ letter: VietnameseLetter) -> UInt8 {
            0x60 + 5 * (letter.base - UInt8(ascii: "a")) + letter.mark.rawValue
        }

        /// CLDR's order of signs, with the dashes, quotes and ellipsis of news text after their ASCII likes.
        private static let punctuation = Array("_-‐‑–—,;:!?.…·'‘’\"“”„()[]{}«»§¶@*/\\&#%‰".unicodeScalars)
        private static let symbols = Array("`´^¨°©®+±<=>|~×÷•".unicodeScalars)
        private static let currency = Array("$£¥€₫".unicodeScalars)

        private static let weights: [Unicode.Scalar: UInt8] = {
            var weights: [Unicode.Scalar: UInt8] = [:]
            for (first, signs) in [(UInt8(4), punctuation), (0x38, symbols), (0x49, currency)] {
                for (offset, sign) in signs.enumerated() { weights[sign] = first + UInt8(offset) }
            }
            return weights
        }()

        static func punctuation(_ scalar: Unicode.Scalar) -> UInt8? { weights[scalar] }

        /// nil for control characters, which do not take part.
        static let ascii: [UInt8?] = (UInt8(0)..<0x80).map { byte in
            switch byte {
            case 0x09...0x0D, 0x20: space
            case 0x30...0x39: digit(Int(byte) - 0x30)
            default: weights[Unicode.Scalar(byte)]
            }
        }
    }
}
