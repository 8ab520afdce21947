import Bytes
import Testing

@Suite struct ExactTextTests {
    private let composed = "\u{1EA3}"
    private let decomposed = "a\u{309}"

    @Test func equalBytesAreEqual() {
        #expect(ExactText("Đoàn") == ExactText("Đoàn"))
        #expect(ExactText("Đoàn") != ExactText("đoàn"))
    }

    @Test func spellingsOfOneLetterDiffer() {
        #expect(composed == decomposed)
        #expect(ExactText(composed) != ExactText(decomposed))
    }

    @Test func isAKey() {
        let table = [ExactText(composed): 1, ExactText(decomposed): 2]
        #expect(table[ExactText("\u{1EA3}")] == 1 && table[ExactText("a\u{309}")] == 2)
    }

    @Test(arguments: [
        ("a", "b", true), ("b", "a", false), ("a", "a", false), ("a", "ab", true), ("Z", "a", true),
    ])
    func order(left: String, right: String, isBefore: Bool) {
        #expect(left.precedesInBytes(right) == isBefore)
    }

    @Test func orderIsThatOfBytes() {
        #expect("z".precedesInBytes("đ") && decomposed.precedesInBytes(composed))
    }
}
