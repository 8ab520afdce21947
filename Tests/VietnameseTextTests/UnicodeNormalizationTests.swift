import Foundation
import TestSupport
import Testing
import VietnameseText

@Suite struct UnicodeNormalizationTests {
    /// `!`: the letter has no composed form, so a mark stays.
    @Test(arguments: VectorTable.rows(vectors, separator: "=>")) func vector(row: [String]) {
        let staysOpen = row[1].hasSuffix(" !")
        let expected = Array((staysOpen ? String(row[1].dropLast(2)) : row[1]).utf8)
        let composed = UnicodeNormalization.nfc(row[0])
        #expect(Array(composed.utf8) == expected)
        #expect((composed.unicodeScalars.count > 1) == staysOpen)
        #expect(UnicodeNormalization.nfc(Array(row[0].utf8)) == expected)
    }

    private static let vectors = #"""
        \u00ea\u0323 => \u1ec7
        u\u0323\u031b => \u1ef1
        o\u0301\u031b => \u1edb
        a\u0302\u0301 => \u1ea5
        a\u0301\u0302 => \u00e1\u0302 !
        d\u0335 => d\u0335 !
        """#

    @Test(arguments: [
        "", "Ban Chấp hành Trung ương Đoàn", "“3 trách nhiệm” – 100 % … €", "Ngày 26/3/2024\u{a0}",
        "\u{feff}Tin",
        "Привет, мир", "共青团", "한국어", "カタカナ", "👍🏽 Đoàn", "NHỮNG KẾT QUẢ NỔI BẬT CỦA ĐOÀN KHỐI TRONG NHIỆM KỲ",
    ])
    func isKnownAtOnce(text: String) {
        #expect(Self.isKnown(text))
    }

    @Test func aCombiningMarkIsSeenAtEveryPlace() {
        for place in 0..<70 {
            let before = String(repeating: "ế", count: place / 3) + String(repeating: "x", count: place % 3)
            #expect(Self.isKnown(before + "é"))
            #expect(!Self.isKnown(before + "e\u{301}"))
            #expect(!Self.isKnown(before + "e\u{301}" + "Đoàn viên thanh niên"))
        }
    }

    @Test func knownScalarsAreInert() {
        var composing: Set<Unicode.Scalar> = []
        var known: [Unicode.Scalar] = []
        for scalar in (0...0x10FFFF).compactMap(Unicode.Scalar.init) {
            composing.formUnion(
                String(scalar).decomposedStringWithCanonicalMapping.unicodeScalars.dropFirst())
            if Self.isKnown(String(scalar)) { known.append(scalar) }
        }
        #expect(known.count > 90_000)
        for scalar in known where composing.contains(scalar) || !Self.isInertAlone(scalar) {
            Issue.record("U+\(String(scalar.value, radix: 16)) is not inert")
        }
    }

    private static func isInertAlone(_ scalar: Unicode.Scalar) -> Bool {
        let text = String(scalar)
        return scalar.properties.canonicalCombiningClass == .notReordered
            && Array(text.precomposedStringWithCanonicalMapping.utf8) == Array(text.utf8)
    }

    @Test func agreesWithFoundationOnRandomText() {
        var random = SeededRandom(seed: 3)
        for _ in 0..<5_000 {
            let text = Self.anyText(&random)
            let expected = Array(text.precomposedStringWithCanonicalMapping.utf8)
            if Self.isKnown(text) { #expect(Array(text.utf8) == expected) }
            #expect(UnicodeNormalization.nfc(Array(text.utf8)) == expected)
            #expect(Array(UnicodeNormalization.nfc(text).utf8) == expected)
        }
    }

    private static func anyText(_ random: inout SeededRandom) -> String {
        let ranges: [ClosedRange<UInt32>] = [
            0x20...0x7E, 0xC0...0x1B0, 0x300...0x36F, 0x1EA0...0x1EF9, 0...0xFFFF,
        ]
        var text = String.UnicodeScalarView()
        for _ in 0..<Int.random(in: 1...40, using: &random) {
            let range = ranges.randomElement(using: &random)!
            if let scalar = Unicode.Scalar(UInt32.random(in: range, using: &random)) { text.append(scalar) }
        }
        return String(text)
    }

    @Test func truncatedTextIsReadInsideItsBounds() {
        for lead in UInt8(0xC2)...0xFF {
            let bytes = Array("Đoàn viên thanh niên".utf8) + [lead]
            let known = bytes.withUnsafeBufferPointer(UnicodeNormalization.isKnownNFC)
            if lead < 0xCC { #expect(known) }
            if lead == 0xCC || lead == 0xE1 { #expect(!known) }
        }
    }

    @Test(
        arguments: [
            ([], nil), (Array("Đoàn".utf8), nil), ([0x41, 0xFF], 1), ([0x41, 0x42, 0xC3], 2),
            ([0xC0, 0x80], 0),
            (Array("Đ".utf8) + [0xED, 0xA0, 0x80], 2), ([0x41, 0xE1, 0xBA], 1),
        ] as [([UInt8], Int?)])
    func firstInvalidOffset(bytes: [UInt8], offset: Int?) {
        #expect(bytes.withUnsafeBufferPointer(UnicodeNormalization.firstInvalidOffset) == offset)
    }

    private static func isKnown(_ text: String) -> Bool {
        Array(text.utf8).withUnsafeBufferPointer(UnicodeNormalization.isKnownNFC)
    }
}
