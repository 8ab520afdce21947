import Testing

@testable import Serving

struct ByteRangeTests {
    @Test(arguments: [
        ("bytes=0-0", ByteRange.part(0..<1)), ("bytes=2-4", .part(2..<5)), ("bytes=2-", .part(2..<10)),
        ("bytes=2-9223372036854775807", .part(2..<10)), ("bytes=-9223372036854775807", .part(0..<10)),
        ("bytes=8-99999999999999999999", .part(8..<10)), ("bytes=-3", .part(7..<10)),
        ("bytes=-99", .part(0..<10)),
        ("bytes=10-", .none), ("bytes=10-12", .none), ("bytes=-0", .none),
        ("bytes=5-2", .whole), ("bytes=0-1,4-5", .whole), ("bytes=a-b", .whole), ("bytes=+1-2", .whole),
        ("bytes=-", .whole), ("bytes=", .whole), ("lines=0-1", .whole), ("", .whole),
    ])
    func ofTenBytes(_ header: String, _ range: ByteRange) { #expect(ByteRange(header, of: 10) == range) }

    @Test func ofNothing() {
        #expect(ByteRange("bytes=0-", of: 0) == .none)
        #expect(ByteRange("bytes=-1", of: 0) == .none)
    }
}
