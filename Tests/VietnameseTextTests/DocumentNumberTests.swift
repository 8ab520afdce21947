import Testing
import VietnameseText

@Suite struct DocumentNumberTests {
    @Test(arguments: [
        ("10-NQ/ĐUK", "10-NQ-ĐUK"), ("10-nq/đuk", "10-NQ-ĐUK"), ("52 HD/CNĐT", "52-HD-CNĐT"),
        ("52-HD/CNĐT", "52-HD-CNĐT"), ("74/2024/NĐ-CP", "74-2024-NĐ-CP"), (" 691/TWĐTN ", "691-TWĐTN"),
        ("10-NQ/Đ\u{55}K", "10-NQ-ĐUK"), ("", ""), ("-/-", ""),
    ])
    func key(number: String, key: String) {
        #expect(Array(DocumentNumber.key(of: number).utf8) == Array(key.utf8))
    }
}
