import Bytes
import Testing

struct SealTests {
    private static let mark: UInt64 = 0x1122_3344_5566_7788
    private static let sealed = file([[1, 2, 3], [], [4]])

    @Test
    func `what was sealed in pieces is opened as one, with its hash`() {
        Self.sealed.withUnsafeBytes { bytes in
            let opened = Seal.opened(bytes, mark: Self.mark)
            #expect(opened.map { Array($0.rest) } == [1, 2, 3, 4])
            #expect(opened?.hash == ContentHash(of: [1, 2, 3, 4]))
        }
    }

    @Test
    func `a file of no bytes but its seal is opened`() {
        #expect(isOpened(Self.file([])))
    }

    @Test(arguments: 0..<(Seal.size + 4))
    func `no byte can change`(place: Int) {
        var bytes = Self.sealed
        bytes[place] ^= 0x10
        #expect(!isOpened(bytes))
    }

    @Test(arguments: 0..<(Seal.size + 4))
    func `no byte can be missing at the end`(count: Int) {
        #expect(!isOpened(Array(Self.sealed.prefix(count))))
    }

    @Test
    func `another mark is another form`() {
        Self.sealed.withUnsafeBytes { #expect(Seal.opened($0, mark: Self.mark + 1) == nil) }
    }

    private func isOpened(_ file: [UInt8]) -> Bool {
        file.withUnsafeBytes { Seal.opened($0, mark: Self.mark) != nil }
    }

    private static func file(_ pieces: [[UInt8]]) -> [UInt8] {
        let places = pieces.map { piece in
            let place = UnsafeMutableRawBufferPointer.allocate(byteCount: piece.count, alignment: 1)
            place.copyBytes(from: piece)
            return place
        }
        defer { for place in places { place.deallocate() } }
        return Seal.bytes(mark: mark, of: places.map { UnsafeRawBufferPointer($0) }) + pieces.joined()
    }
}
