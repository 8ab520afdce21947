import Bytes
import Testing

@Suite struct ByteBufferTests {
    @Test func startsEmpty() {
        let buffer = ByteBuffer()
        #expect(buffer.count == 0 && buffer.bytes.isEmpty && buffer.copy() == [])
    }

    @Test func growsAndKeepsWhatWasWritten() {
        var buffer = ByteBuffer(capacity: 0)
        var expected: [UInt8] = []
        for number in 0..<10_000 {
            let byte = UInt8(truncatingIfNeeded: number &* 31)
            buffer.append(byte)
            expected.append(byte)
        }
        buffer.append(expected)
        #expect(buffer.count == 20_000)
        #expect(buffer.copy() == expected + expected)
    }

    @Test func growsToWhatOneLongAppendNeeds() {
        var buffer = ByteBuffer(capacity: 64)
        buffer.append([UInt8](repeating: 7, count: 63))
        buffer.append([UInt8](repeating: 8, count: 1_000_000))
        #expect(buffer.count == 1_000_063)
        #expect(buffer.bytes[62] == 7 && buffer.bytes[63] == 8 && buffer.bytes[1_000_062] == 8)
    }

    @Test func appendsEveryKindOfText() {
        var buffer = ByteBuffer()
        let word = "Đoàn khối"
        buffer.append(word)
        buffer.append(word.dropFirst(5))
        buffer.append("·" as StaticString)
        buffer.append(Array("abc".utf8)[1...])
        Array("xyz".utf8).withUnsafeBufferPointer { buffer.append($0) }
        Array("123".utf8).withUnsafeBytes { buffer.append($0) }
        #expect(text(buffer) == "Đoàn khốikhối·bcxyz123")
    }

    @Test func emptyPiecesAddNothing() {
        var buffer = ByteBuffer()
        buffer.append("")
        buffer.append([UInt8]())
        buffer.append(UnsafeRawBufferPointer(start: nil, count: 0))
        #expect(buffer.count == 0)
    }

    @Test func forgetsItsContent() {
        var buffer = ByteBuffer()
        buffer.append("abc")
        buffer.removeAll()
        buffer.append("d")
        #expect(text(buffer) == "d")
    }

    @Test(arguments: [(2, "ab"), (0, ""), (-1, ""), (3, "abc"), (9, "abc")])
    func truncates(count: Int, expected: String) {
        var buffer = ByteBuffer()
        buffer.append("abc")
        buffer.truncate(to: count)
        #expect(text(buffer) == expected)
    }

    @Test(
        arguments: [
            (0, "0"), (7, "7"), (10, "10"), (-1, "-1"), (6_498_589, "6498589"), (.max, "9223372036854775807"),
            (.min, "-9223372036854775808"),
        ] as [(Int, String)])
    func decimal(number: Int, expected: String) {
        var buffer = ByteBuffer()
        buffer.append(decimal: number)
        #expect(text(buffer) == expected)
    }

    @Test(
        arguments: [
            (7, 2, "07"), (10, 2, "10"), (2024, 2, "2024"), (0, 4, "0000"), (5, 1, "5"), (5, 0, "5"),
            (5, -3, "5"),
            (999, 4, "0999"), (1000, 4, "1000"), (.max, 21, "009223372036854775807"),
        ] as [(Int, Int, String)])
    func decimalWithWidth(number: Int, width: Int, expected: String) {
        var buffer = ByteBuffer()
        buffer.append(decimal: number, width: width)
        #expect(text(buffer) == expected)
    }

    @Test func copiesFromAnOffset() {
        var buffer = ByteBuffer()
        buffer.append("abc")
        #expect(buffer.copy(from: 1) == Array("bc".utf8))
        #expect(buffer.copy(from: 3) == [])
        #expect(buffer.copy(from: 9) == [])
    }

    @Test func overwritesWhatIsThere() {
        var buffer = ByteBuffer()
        buffer.append("abcdef")
        Array("XY".utf8).withUnsafeBytes { buffer.overwrite(from: 2, with: $0) }
        #expect(buffer.copy() == Array("abXYef".utf8))
        Array("Z".utf8).withUnsafeBytes { buffer.overwrite(from: 5, with: $0) }
        #expect(buffer.copy() == Array("abXYeZ".utf8))
    }

    private func text(_ buffer: borrowing ByteBuffer) -> String {
        String(decoding: buffer.bytes, as: UTF8.self)
    }
}
