/// Recognises, sixteen bytes at a time, the text that nearly every source is: well-formed UTF-8 in NFC, with
/// no control characters of ASCII but tabs and line ends.
///
/// It knows these characters of ASCII, the scalars U+0080 to U+02FF, the Vietnamese block U+1E00 to U+1EFF and the punctuation
/// U+2002 to U+203F: each is NFC on its own and neither reorders nor composes with what stands before it.
package enum OrdinaryText {
    /// Whether these bytes certainly are such text; false means "find out".
    package static func isCertain(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        let count = bytes.count
        // Each byte is judged with the two before it, so that the first two must stand for themselves, and
        // nothing may be due after the last one.
        guard count >= 2 + Window.width, isPrintable(bytes[0]), isPrintable(bytes[1]),
            bytes[count - 1] < 0xC0, bytes[count - 2] < 0xE0
        else { return false }
        let raw = UnsafeRawBufferPointer(bytes)
        // The last window may overlap the one before.
        var faults = Window(raw, at: count - Window.width).faults
        for start in stride(from: 2, to: count - Window.width, by: Window.width) {
            faults .|= Window(raw, at: start).faults
        }
        return !any(faults)
    }

    private static func isPrintable(_ byte: UInt8) -> Bool { 0x20..<0x7F ~= byte }
}

/// Sixteen neighbouring bytes, each with the two bytes before it.
private struct Window {
    typealias Bytes = SIMD16<UInt8>
    typealias Mask = SIMDMask<SIMD16<Int8>>

    static let width = 16

    private let bytes: Bytes
    private let before: Bytes
    private let earlier: Bytes

    init(_ text: UnsafeRawBufferPointer, at start: Int) {
        bytes = text.loadUnaligned(fromByteOffset: start, as: Bytes.self)
        before = text.loadUnaligned(fromByteOffset: start - 1, as: Bytes.self)
        earlier = text.loadUnaligned(fromByteOffset: start - 2, as: Bytes.self)
    }

    // Only comparisons of two vectors, sums and masks are single instructions of the machine.

    /// The bytes that are no part of a known scalar.
    var faults: Mask { controls .| strangers .| misplaced .| unknownSeconds .| unknownThirds }

    private var controls: Mask {
        let layout = bytes.lie(in: 0x09...0x0A) .| bytes.lie(in: 0x0D...0x0D)
        return (bytes.lie(in: 0x00...0x1F) .& .!layout) .| bytes.lie(in: 0x7F...0x7F)
    }

    /// Bytes that start no known scalar and continue none.
    private var strangers: Mask {
        let starts = bytes.lie(in: 0xC2...0xCB) .| bytes.lie(in: 0xE1...0xE2)
        return bytes.lie(in: 0xC0...0xFF) .& .!starts
    }

    /// Bytes that continue a scalar where none is due, or the other way round.
    private var misplaced: Mask {
        let isDue = before.lie(in: 0xC0...0xFF) .| earlier.lie(in: 0xE0...0xFF)
        return bytes.lie(in: 0x80...0xBF) .^ isDue
    }

    private var unknownSeconds: Mask {
        (before.lie(in: 0xE1...0xE1) .& .!bytes.lie(in: 0xB8...0xBB))
            .| (before.lie(in: 0xE2...0xE2) .& .!bytes.lie(in: 0x80...0x80))
    }

    /// U+2000 and U+2001 are not NFC.
    private var unknownThirds: Mask { earlier.lie(in: 0xE2...0xE2) .& bytes.lie(in: 0x00...0x81) }
}

extension SIMD16<UInt8> {
    /// Which of the bytes are in `range`.
    @inline(__always)
    fileprivate func lie(in range: ClosedRange<UInt8>) -> SIMDMask<SIMD16<Int8>> {
        self &- SIMD16(repeating: range.lowerBound) .<= SIMD16(repeating: range.upperBound - range.lowerBound)
    }
}
