package import Bytes
package import Model

/// Reads what a `RecordWriter` wrote. The bytes are known to be whole: whoever hands them over has checked
/// their hash.
package struct RecordReader {
    private let bytes: UnsafeRawBufferPointer
    private var at = 0

    /// How many bytes have been read.
    package var position: Int { at }

    /// The hash of the bytes from `start` to the position.
    package func hash(from start: Int) -> ContentHash {
        ContentHash(of: UnsafeRawBufferPointer(rebasing: bytes[start..<min(at, bytes.count)]))
    }

    package init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

    package mutating func number() -> Int {
        var value: UInt64 = 0
        var shift: UInt64 = 0
        while at < bytes.count {
            let byte = bytes[at]
            at += 1
            value |= UInt64(byte & 0x7F) << shift
            if byte < 0x80 { break }
            shift += 7
        }
        return Int(bitPattern: UInt(value >> 1)) ^ -Int(value & 1)
    }

    package mutating func flag() -> Bool {
        guard at < bytes.count else { return false }
        at += 1
        return bytes[at - 1] != 0
    }

    package mutating func text() -> String {
        let count = number()
        guard count > 0, at + count <= bytes.count else { return "" }
        defer { at += count }
        // It was written from a text, and the seal is whole: nothing is left to be checked.
        let text = UnsafeBufferPointer(rebasing: bytes.assumingMemoryBound(to: UInt8.self)[at..<(at + count)])
        return String(copying: UTF8Span(unchecked: text.span))
    }

    package mutating func moment() -> Timestamp { Timestamp(seconds: number()) }

    package mutating func hash() -> ContentHash {
        guard at + 16 <= bytes.count else { return .unknown }
        defer { at += 16 }
        return ContentHash(
            high: UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self)),
            low: UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: at + 8, as: UInt64.self)))
    }

    package mutating func optional<Value>(_ read: (inout RecordReader) -> Value) -> Value? {
        flag() ? read(&self) : nil
    }

    package mutating func all<Value>(_ read: (inout RecordReader) -> Value) -> [Value] {
        let count = number()
        guard count > 0 else { return [] }
        var values: [Value] = []
        values.reserveCapacity(min(count, bytes.count))
        for _ in 0..<count where at <= bytes.count { values.append(read(&self)) }
        return values
    }

    package mutating func texts() -> [String] { all { $0.text() } }

    package mutating func column() -> [Int64] {
        let count = number()
        guard count > 0, count <= (bytes.count - at) / 8 else { return [] }
        let start = at
        at += count * 8
        return [Int64](unsafeUninitializedCapacity: count) { numbers, filled in
            UnsafeMutableRawBufferPointer(numbers).copyMemory(
                from: UnsafeRawBufferPointer(rebasing: bytes[start..<at]))
            filled = count
        }
    }

    package mutating func optionalText() -> String? { optional { $0.text() } }

    package mutating func optionalMoment() -> Timestamp? { optional { $0.moment() } }
}
