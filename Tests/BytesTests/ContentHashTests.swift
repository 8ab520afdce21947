import Bytes
import Testing

@Suite struct ContentHashTests {
    /// The digits that xxHash's own `xxh128sum` prints.
    @Test(arguments: [
        ("", "99aa06d3014798d86001c324468d497f"),
        ("a", "a96faf705af16834e6c632b61e964e1f"),
        ("abc", "06b05ab6733a618578af5f94892f3950"),
    ])
    func isXXH3With128Bits(text: String, hex: String) {
        #expect(ContentHash(of: Array(text.utf8)).hex == hex)
    }

    @Test(arguments: [0, 1, 16, 17, 128, 240, 241, 1024, 5000])
    func isTheSameInPieces(size: Int) {
        let bytes = (0..<size).map { UInt8(truncatingIfNeeded: $0 &* 7) }
        var stream = ContentHash.Stream()
        for start in stride(from: 0, to: size, by: 100) {
            bytes[start..<min(start + 100, size)].withUnsafeBytes { stream.update($0) }
        }
        #expect(stream.hash == ContentHash(of: bytes))
    }

    @Test func readsItsOwnDigitsAndNothingElse() {
        let hash = ContentHash(of: Array("abc".utf8))
        #expect(read(hash.hex) == hash)
        for text in ["", "06b0", hash.hex.uppercased(), hash.hex + "0", "g" + hash.hex.dropFirst()] {
            #expect(read(text) == nil)
        }
    }

    private func read(_ text: String) -> ContentHash? {
        Array(text.utf8).withUnsafeBytes { ContentHash(hex: $0) }
    }
}
