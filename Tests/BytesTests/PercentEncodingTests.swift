import Bytes
import Testing

@Suite struct PercentEncodingTests {
    @Test(arguments: [
        ("tin-tuc/2024/a_b.c~d", "tin-tuc/2024/a_b.c~d"), ("ảnh 1.jpg", "%E1%BA%A3nh%201.jpg"),
        ("a+b&c?d#e%f", "a%2Bb%26c%3Fd%23e%25f"), ("\"<>", "%22%3C%3E"), ("", ""),
    ])
    func encodes(path: String, expected: String) {
        #expect(PercentEncoding.encode(path) == expected)
        #expect(PercentEncoding.decode(expected) == path)
    }

    @Test func everyCharacterComesBack() {
        for value in (0..<0x3000 as Range<UInt32>) {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let text = "a\(Character(scalar))b"
            let encoded = PercentEncoding.encode(text)
            #expect(encoded.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }, "U+\(value)")
            #expect(PercentEncoding.decode(encoded).utf8.elementsEqual(text.utf8), "U+\(value)")
        }
    }

    @Test(arguments: [
        ("%e1%ba%a3", "ả"), ("%E1%ba%A3", "ả"), ("100%", "100%"), ("%4", "%4"), ("%zz", "%zz"),
        ("%%41", "%A"),
        ("a%20", "a "), ("%2", "%2"), ("%FF", "\u{FFFD}"), ("%2541", "%41"),
    ])
    func decodes(text: String, expected: String) {
        #expect(PercentEncoding.decode(text) == expected)
    }

    @Test func decodesASubstring() {
        #expect(PercentEncoding.decode("/a%20b?c".dropFirst().dropLast(2)) == "a b")
    }
}
