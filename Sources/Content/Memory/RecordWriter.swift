package import Bytes
package import Model

/// Writes the fields of a value one after another, to be read back in the same order by a `RecordReader`.
package struct RecordWriter: ~Copyable {
    package private(set) var buffer: ByteBuffer

    /// `capacity`: about how many bytes there will be, where these are many.
    package init(capacity: Int = 1024) { buffer = ByteBuffer(capacity: capacity) }

    /// Small numbers of either sign take one byte.
    package mutating func write(_ number: Int) {
        var rest = UInt64(bitPattern: Int64((number << 1) ^ (number >> (Int.bitWidth - 1))))
        while rest >= 0x80 {
            buffer.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        buffer.append(UInt8(truncatingIfNeeded: rest))
    }

    package mutating func write(_ flag: Bool) { buffer.append(flag ? 1 : 0 as UInt8) }

    package mutating func write(_ text: String) {
        write(text.utf8.count)
        buffer.append(text)
    }

    package mutating func write(_ moment: Timestamp) { write(moment.seconds) }

    package mutating func write(_ hash: ContentHash) { buffer.append(hash) }

    package mutating func write<Value>(
        _ value: Value?, _ write: (inout RecordWriter, Value) -> Void
    ) {
        self.write(value != nil)
        if let value { write(&self, value) }
    }

    package mutating func write<Value>(
        all values: [Value], _ write: (inout RecordWriter, Value) -> Void
    ) {
        self.write(values.count)
        for value in values { write(&self, value) }
    }

    package mutating func write(_ texts: [String]) { write(all: texts) { $0.write($1) } }

    /// Numbers one after another, each with all its bytes: read back without looking at any of them.
    package mutating func write(column numbers: [Int64]) {
        write(numbers.count)
        numbers.withUnsafeBytes { buffer.append($0) }
    }

    package mutating func write(_ text: String?) { write(text) { $0.write($1) } }

    package mutating func write(_ moment: Timestamp?) { write(moment) { $0.write($1) } }
}
