extension ContentHash {
    /// How many digits `hex` has.
    package static let hexLength = 32

    /// 32 lower case digits, as `xxh128sum` prints them.
    package var hex: String {
        var buffer = ByteBuffer(capacity: Self.hexLength)
        buffer.append(hex: self)
        return String(decoding: buffer.bytes, as: UTF8.self)
    }

    /// Reads `hex`; nil for anything but 32 lower case digits.
    package init?(hex digits: UnsafeRawBufferPointer) {
        guard digits.count == Self.hexLength,
            let high = UInt64(hex: UnsafeRawBufferPointer(rebasing: digits[..<16])),
            let low = UInt64(hex: UnsafeRawBufferPointer(rebasing: digits[16...]))
        else { return nil }
        self.init(high: high, low: low)
    }
}

extension ByteBuffer {
    package mutating func append(hex hash: ContentHash) {
        append(hex: hash.high)
        append(hex: hash.low)
    }

    private mutating func append(hex number: UInt64) {
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 16) { digits in
            for at in 0..<16 {
                let digit = UInt8(truncatingIfNeeded: number >> (60 - 4 * UInt64(at))) & 15
                digits[at] = digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10
            }
            append(UnsafeRawBufferPointer(digits))
        }
    }
}

extension UInt64 {
    fileprivate init?(hex digits: UnsafeRawBufferPointer) {
        self = 0
        for digit in digits {
            switch digit {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): self = self << 4 | UInt64(digit - UInt8(ascii: "0"))
            case UInt8(ascii: "a")...UInt8(ascii: "f"):
                self = self << 4 | UInt64(digit - UInt8(ascii: "a") + 10)
            default: return nil
            }
        }
    }
}
