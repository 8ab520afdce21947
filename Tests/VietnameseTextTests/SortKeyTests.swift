import Foundation
import TestSupport
import Testing
import VietnameseText

@Suite struct SortKeyTests {
    private static let lists = VectorTable.rows(vectors, separator: "|") + more

    private static let vectors = #"""
        a | à | ả | ã | á | ạ
        da | dz | đa | đá
        Dân vận | Đà Nẵng | Đắk Lắk | Đắk Nông | Điện Biên | Đồng Nai | Đồng Tháp
        Hà Giang | Hà Nam | Hà Nội | Hà Tĩnh | Hải Phòng | Hậu Giang | Hòa Bình | Huế | Hưng Yên
        An | Anh | Ánh | Ăn | Ân | Ấn
        quy | quỳ | quỷ | quỹ | quý | quỵ
        bà mà | ba na | ba ná | bà na | bá na
        """#

    private static let more = [
        ["an", "An", "AN", "àn"], ["hòa bình", "Hòa Bình", "hòa bình 2"], ["a", "b", "z", "α", "Я", "中"],
        ["", " ", "-", "!", "“", "%", "+", "$", "0", "9", "a"], ["o", "ô", "ơ", "p"], ["u", "ư", "v"],
        ["e", "ê", "f"], ["m2", "m²", "m2a"], ["u", "ü", "v"], ["Tin", "Tin tức", "Tinh hoa"], ["10", "9"],
        ["α", "Α", "β"], ["A - B", "A B C", "A, B"],
    ]

    @Test(arguments: lists) func wholeList(list: [String]) {
        var random = SeededRandom(seed: 6)
        for _ in 0..<20 {
            #expect(list.shuffled(using: &random).sorted(by: Self.isBefore) == list)
        }
    }

    @Test(arguments: lists) func everyPair(list: [String]) {
        for (index, text) in list.enumerated() {
            #expect(!Self.isBefore(text, text))
            for later in list[(index + 1)...] {
                #expect(Self.isBefore(text, later) && !Self.isBefore(later, text), "\(text) | \(later)")
            }
        }
    }

    @Test func namesSortByTheGivenName() {
        let names = ["Hồ", "Nguyễn Bình", "Lê Thị Ánh", "Đỗ Văn Bình", "Trần Văn An"]
        let sorted = names.sorted { SortKey.makePerson($0).lexicographicallyPrecedes(SortKey.makePerson($1)) }
        #expect(sorted == ["Trần Văn An", "Lê Thị Ánh", "Đỗ Văn Bình", "Nguyễn Bình", "Hồ"])
    }

    @Test func orderIsTotal() {
        var random = SeededRandom(seed: 7)
        let texts = (0..<300).map { _ in RandomText.vietnamese(&random, maximumLength: 4) }
        let keys = texts.map(SortKey.make)
        for (first, firstKey) in zip(texts, keys) {
            for (second, secondKey) in zip(texts, keys) {
                let isBefore = firstKey.lexicographicallyPrecedes(secondKey)
                let isAfter = secondKey.lexicographicallyPrecedes(firstKey)
                let isOrdered = first == second ? firstKey == secondKey : isBefore != isAfter
                if !isOrdered { Issue.record("\(first) | \(second)") }
            }
        }
    }

    @Test func decomposedTextHasTheSameKey() {
        var random = SeededRandom(seed: 8)
        for _ in 0..<2_000 {
            let text = RandomText.vietnamese(&random)
            #expect(SortKey.make(text.decomposedStringWithCanonicalMapping) == SortKey.make(text))
        }
    }

    @Test func everyScalarHasAKeyOfItsOwn() {
        let scalars = (0...0x10FFFF).compactMap(Unicode.Scalar.init).filter {
            $0.value < 0x2100 || $0.value % 32 == 5
        }
        let composed = Set(scalars.map { Array(UnicodeNormalization.nfc(String($0)).utf8) })
        #expect(Set(scalars.map { SortKey.make(String($0)) }).count == composed.count)
    }

    private static func isBefore(_ first: String, _ second: String) -> Bool {
        SortKey.make(first).lexicographicallyPrecedes(SortKey.make(second))
    }
}
