import Foundation
import TestSupport
import Testing
import VietnameseText

@Suite struct TagKeyTests {
    struct Pair {
        let first: String
        let second: String
        let result: String
    }

    /// `same`: one tag; `clash`: two tags with one slug.
    @Test(arguments: pairs) func vector(pair: Pair) {
        #expect(Self.areSame(pair.first, pair.second) == (pair.result == "same"))
        #expect(Slug.make(pair.first) == Slug.make(pair.second))
    }

    private static let pairs = VectorTable.rows(vectors, separator: "=>").map { row in
        let texts = VectorTable.rows(row[0], separator: "|")[0]
        return Pair(first: texts[0], second: texts[1], result: row[1])
    }

    private static let vectors = #"""
        Đoàn Khối | đoàn khối => same
        hoà bình | hòa bình => same
        đoàn | đoạn => clash
        bản | bán => clash
        Đảng | đang => clash
        thuý | thúy => same
        """#

    @Test(arguments: [
        ("uỷ ban", "ủy ban"), ("Khoẻ", "khỏe"), ("TOẠ ĐÀM", "tọa đàm"), ("hoà-bình", "Hòa-Bình"),
        ("quý", "qúy"),
        ("Luỹ Thầy", "lũy thầy"), ("  Công\u{a0}đoàn \n cơ sở ", "công đoàn cơ sở"),
        ("Tin\u{200b} mới", "tin mới"),
        ("\u{feff}Đảng", "đảng"), ("ho\u{300}a", "hoa\u{300}"), ("hòa.", "hoà."),
        ("ho\u{200b}\u{300}a", "hoà"), ("👍 Tin", "👍 tin"),
    ])
    func sameTag(first: String, second: String) {
        #expect(Self.areSame(first, second))
    }

    @Test(arguments: [
        ("của", "cuả"), ("mía", "miá"), ("lý luận", "lí luận"), ("hoa", "hoà"), ("hòan", "hoàn"),
        ("qùa", "quà"),
        ("công đoàn", "côngđoàn"), ("thúy", "thùy"), ("khuỷu", "khủyu"), ("đ", "d"), ("quy", "quý"),
    ])
    func differentTags(first: String, second: String) {
        #expect(!Self.areSame(first, second))
    }

    @Test func keyHasTheToneOnTheSecondVowel() {
        #expect(TagKey.make(" Ủy  ban HÒA giải, khỏe ") == "uỷ ban hoà giải, khoẻ")
    }

    @Test func decomposedTextHasTheSameKeyAndAKeyIsItsOwn() {
        var random = SeededRandom(seed: 5)
        for _ in 0..<2_000 {
            let text = RandomText.vietnamese(&random)
            let key = TagKey.make(text)
            #expect(Self.areSame(text.decomposedStringWithCanonicalMapping, text))
            #expect(Array(TagKey.make(key).utf8) == Array(key.utf8))
        }
    }

    private static func areSame(_ first: String, _ second: String) -> Bool {
        Array(TagKey.make(first).utf8) == Array(TagKey.make(second).utf8)
    }
}
