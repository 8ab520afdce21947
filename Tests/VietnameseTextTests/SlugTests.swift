import Foundation
import TestSupport
import Testing
import VietnameseText

@Suite struct SlugTests {
    @Test(arguments: VectorTable.rows(vectors, separator: "=>")) func vector(row: [String]) {
        #expect(Slug.make(row[0]) == row[1])
    }

    private static let vectors = #"""
        Đoàn khối các cơ quan => doan-khoi-cac-co-quan
        \u0110oa\u0300n kho\u0302\u0301i ca\u0301c c\u006f\u031b quan => doan-khoi-cac-co-quan
        Phong trào “3 trách nhiệm” trong Đoàn Khối các cơ quan và doanh nghiệp tỉnh Đắk Nông => phong-trao-3-trach-nhiem-trong-doan-khoi-cac-co-quan-va-doanh-nghiep-tinh-dak
        NHỮNG KẾT QUẢ, HOẠT ĐỘNG NỔI BẬT CỦA ĐOÀN KHỐI CÁC CƠ QUAN VÀ DOANH NGHIỆP TỈNH TRONG NHIỆM KỲ LÂM THỜI (2020 - 2022) => nhung-ket-qua-hoat-dong-noi-bat-cua-doan-khoi-cac-co-quan-va-doanh-nghiep-tinh
        Nghị quyết số 10-NQ/ĐUK => nghi-quyet-so-10-nq-duk
        691/TWĐTN => 691-twdtn
        TP. Hồ Chí\u00a0Minh => tp-ho-chi-minh
        Giai đoạn 2009 – 2013 => giai-doan-2009-2013
        Đắk\u00adLắk => daklak
        \ufeffTin mới => tin-moi
        Công\u00a0đoàn  cơ sở => cong-doan-co-so
        --Tin  nhanh!!  => tin-nhanh
        \ufb01le m\u00b2 => file-m2
        “…” =>
        """#

    @Test func everyScalarFollowsTheRule() {
        for scalar in (0...0x10FFFF).compactMap(Unicode.Scalar.init) {
            guard scalar.value < 0x3000 || scalar.value % 64 == 1 else { continue }
            let slug = Slug.make("a\(scalar)b")
            if slug != Self.byRule("a\(scalar)b") {
                Issue.record("U+\(String(scalar.value, radix: 16)): \(slug)")
            }
        }
    }

    /// The rule as it is written down, without any shortcut.
    private static func byRule(_ text: String) -> String {
        let decomposed = text.decomposedStringWithCompatibilityMapping.unicodeScalars
        let letters = decomposed.map { "đĐðÐ".unicodeScalars.contains($0) ? "d" : $0 }
        let kept = letters.filter { ![.nonspacingMark, .format].contains($0.properties.generalCategory) }
        let words = kept.flatMap { Array($0.properties.lowercaseMapping.unicodeScalars) }
            .split { !("a"..."z" ~= $0 || "0"..."9" ~= $0) }
        return words.map { $0.map { String($0) }.joined() }.joined(separator: "-")
    }

    @Test func decomposedTextHasTheSameSlug() {
        var random = SeededRandom(seed: 1)
        for _ in 0..<2_000 {
            let text = RandomText.vietnamese(&random)
            #expect(Slug.make(text.decomposedStringWithCanonicalMapping) == Slug.make(text))
        }
    }

    @Test func aSlugIsItsOwnSlugAndNeverTooLong() {
        var random = SeededRandom(seed: 2)
        for _ in 0..<2_000 {
            let slug = Slug.make(RandomText.vietnamese(&random, maximumLength: 200))
            #expect(slug.utf8.count <= Slug.maximumLength)
            #expect(!slug.hasPrefix("-") && !slug.hasSuffix("-") && !slug.contains("--"))
            #expect(Slug.make(slug) == slug)
        }
    }

    @Test func cutsAtTheLastHyphenThatFits() {
        let long = String(repeating: "a", count: 75)
        #expect(Slug.make(long + " bbbb") == long + "-bbbb")
        #expect(Slug.make(long + " bbbb c") == long + "-bbbb")
        #expect(Slug.make(long + " bbbbb") == long)
    }

    @Test func cutsAWordThatIsTooLongByItself() {
        #expect(Slug.make(String(repeating: "đ", count: 100)) == String(repeating: "d", count: 80))
    }

    @Test func ethTypedForDStroke() {
        #expect(Slug.make("Ðảng và Nhà nước, ðoàn thể") == "dang-va-nha-nuoc-doan-the")
    }
}
