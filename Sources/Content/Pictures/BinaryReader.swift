/// Numbers and marks at offsets of a file's bytes; nil past the end.
struct BinaryReader {
    let bytes: [UInt8]

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    func byte(at offset: Int) -> Int? {
        bytes.indices.contains(offset) ? Int(bytes[offset]) : nil
    }

    func big16(at offset: Int) -> Int? {
        guard let high = byte(at: offset), let low = byte(at: offset + 1) else { return nil }
        return high << 8 | low
    }

    func big32(at offset: Int) -> Int? {
        guard let high = big16(at: offset), let low = big16(at: offset + 2) else { return nil }
        return high << 16 | low
    }

    func little16(at offset: Int) -> Int? {
        guard let low = byte(at: offset), let high = byte(at: offset + 1) else { return nil }
        return high << 8 | low
    }

    func little24(at offset: Int) -> Int? {
        guard let low = little16(at: offset), let high = byte(at: offset + 2) else { return nil }
        return high << 16 | low
    }

    func little32(at offset: Int) -> Int? {
        guard let low = little16(at: offset), let high = little16(at: offset + 2) else { return nil }
        return high << 16 | low
    }

    /// Whether the ASCII `text` stands at `offset`.
    func text(at offset: Int, _ text: StaticString) -> Bool {
        let end = offset + text.utf8CodeUnitCount
        guard offset >= 0, end <= bytes.count else { return false }
        return text.withUTF8Buffer { bytes[offset..<end].elementsEqual($0) }
    }
}
