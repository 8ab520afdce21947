import Bytes
import Testing

@Suite struct FNV1aTests {
    /// From the authors' test suite (isthe.com/chongo/tech/comp/fnv, draft-eastlake-fnv).
    @Test(
        arguments: [
            ("", 0x811C_9DC5), ("a", 0xE40C_292C), ("b", 0xE70C_2DE5), ("foo", 0xA9F3_7ED7),
            ("foobar", 0xBF9C_F968),
        ] as [(String, UInt32)])
    func publishedVectors(text: String, hash: UInt32) {
        #expect(FNV1a.hash(text) == hash)
    }

    @Test func digitsAreTheLastOnes() {
        #expect(FNV1a.hex("foobar", digits: 8) == "bf9cf968")
        #expect(FNV1a.hex("foobar", digits: 4) == "f968")
        #expect(FNV1a.hex("foobar", digits: 1) == "8")
    }

    @Test func smallHashesHaveZerosInFront() throws {
        let small = try #require((0..<1_000).map(String.init).first { FNV1a.hash($0) < 0x1000_0000 })
        let digits = FNV1a.hex(small, digits: 8)
        #expect(digits.utf8.count == 8 && digits.hasPrefix("0"))
        #expect(UInt32(digits, radix: 16) == FNV1a.hash(small))
    }
}
