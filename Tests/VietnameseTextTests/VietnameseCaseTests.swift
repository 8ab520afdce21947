import TestSupport
import Testing
import VietnameseText

@Suite struct VietnameseCaseTests {
    @Test(arguments: [
        ("ĐẠI HỘI ĐOÀN KHỐI", "đại hội đoàn khối"), ("ỦY BAN ƯU TIÊN ỞỠ", "ủy ban ưu tiên ởỡ"),
        ("TIN 24H", "tin 24h"), ("ÑÖ ΑΒΓ", "ñö αβγ"), ("ÐẢNG", "ðảng"),
    ])
    func bothWays(upper: String, lower: String) {
        #expect(VietnameseCase.lower(upper) == lower)
        #expect(VietnameseCase.upper(lower) == upper)
    }

    @Test func agreesWithTheStandardLibraryOnRandomText() {
        var random = SeededRandom(seed: 9)
        for _ in 0..<1_000 {
            let text = RandomText.vietnamese(&random)
            #expect(Array(VietnameseCase.lower(text).utf8) == Array(text.lowercased().utf8))
            #expect(Array(VietnameseCase.upper(text).utf8) == Array(text.uppercased().utf8))
        }
    }

    @Test func oneLetterMayBecomeTwo() {
        #expect(VietnameseCase.upper("straße") == "STRASSE")
    }
}
