/// A growable run of bytes that one owner writes and then hands out as a view.
///
/// Pages are rendered into it: it is reused from page to page (`removeAll` keeps the memory), is never
/// copied, and has no reference count, so that appending is a copy of bytes and nothing else.
package struct ByteBuffer: ~Copyable {
    private var base: UnsafeMutableRawPointer
    private var capacity: Int

    /// The number of bytes written.
    package private(set) var count = 0

    /// An empty buffer with room for `capacity` bytes (at least 64).
    package init(capacity: Int = 4096) {
        self.capacity = max(capacity, 64)
        base = .allocate(byteCount: self.capacity, alignment: 16)
    }

    deinit { base.deallocate() }

    /// The bytes written so far. Valid until the next change.
    package var bytes: UnsafeRawBufferPointer { UnsafeRawBufferPointer(start: base, count: count) }

    /// Forgets the content and keeps the memory.
    package mutating func removeAll() { count = 0 }

    /// Cuts the content back to `count` bytes; does nothing when it is no longer than that.
    package mutating func truncate(to count: Int) {
        if count < self.count { self.count = max(0, count) }
    }

    /// Puts `bytes` in the place of as many from `start` on, which must be there.
    package mutating func overwrite(from start: Int, with bytes: UnsafeRawBufferPointer) {
        precondition(start >= 0 && start + bytes.count <= count, "only what is there can be overwritten")
        UnsafeMutableRawBufferPointer(start: base + start, count: bytes.count).copyMemory(from: bytes)
    }

    /// Makes room for `extra` further bytes.
    @inline(__always)
    package mutating func reserve(_ extra: Int) {
        if count + extra > capacity { grow(count + extra) }
    }

    @inline(never)
    private mutating func grow(_ needed: Int) {
        let size = max(needed, capacity * 2)
        let wider = UnsafeMutableRawPointer.allocate(byteCount: size, alignment: 16)
        wider.copyMemory(from: base, byteCount: count)
        base.deallocate()
        base = wider
        capacity = size
    }

    package mutating func append(_ byte: UInt8) {
        reserve(1)
        base.storeBytes(of: byte, toByteOffset: count, as: UInt8.self)
        count += 1
    }

    package mutating func append(_ bytes: UnsafeRawBufferPointer) {
        guard let start = bytes.baseAddress, !bytes.isEmpty else { return }
        reserve(bytes.count)
        (base + count).copyMemory(from: start, byteCount: bytes.count)
        count += bytes.count
    }

    package mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
        append(UnsafeRawBufferPointer(bytes))
    }

    package mutating func append(_ bytes: [UInt8]) {
        bytes.withUnsafeBytes { append($0) }
    }

    package mutating func append(_ bytes: ArraySlice<UInt8>) {
        bytes.withUnsafeBytes { append($0) }
    }

    /// Appends the UTF-8 bytes of `text` as they are.
    package mutating func append(_ text: String) {
        var text = text
        text.withUTF8 { append(UnsafeRawBufferPointer($0)) }
    }

    package mutating func append(_ text: Substring) {
        var text = text
        text.withUTF8 { append(UnsafeRawBufferPointer($0)) }
    }

    /// Appends literal text, which costs a copy and no reference count.
    package mutating func append(_ text: StaticString) {
        append(UnsafeRawBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    /// Appends `number` in decimal digits.
    package mutating func append(decimal number: Int) {
        if number < 0 { append(UInt8(ascii: "-")) }
        var rest = number.magnitude
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 20) { digits in
            var at = 20
            repeat {
                at -= 1
                digits[at] = UInt8(truncatingIfNeeded: rest % 10) &+ UInt8(ascii: "0")
                rest /= 10
            } while rest > 0
            append(UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(digits)[at...]))
        }
    }

    /// Appends `number`, which is not negative, with at least `width` digits: zeros in front.
    package mutating func append(decimal number: Int, width: Int) {
        var digits = 1
        var rest = number / 10
        while rest > 0 {
            digits += 1
            rest /= 10
        }
        for _ in digits..<max(width, digits) { append(UInt8(ascii: "0")) }
        append(decimal: number)
    }

    /// Makes room for `limit` bytes and appends as many of them as `fill` says it has filled.
    package mutating func append<Failure: Error>(
        upTo limit: Int, _ fill: (UnsafeMutableRawBufferPointer) throws(Failure) -> Int
    ) throws(Failure) -> Int {
        reserve(limit)
        let filled = try fill(UnsafeMutableRawBufferPointer(start: base + count, count: limit))
        count += filled
        return filled
    }

    /// A copy of the bytes from `start` to the end.
    package func copy(from start: Int = 0) -> [UInt8] {
        [UInt8](UnsafeRawBufferPointer(rebasing: bytes[min(start, count)...]))
    }
}

extension ByteBuffer {
    /// Appends the eight bytes of `word`, the lowest first.
    package mutating func append(word: UInt64) {
        withUnsafeBytes(of: word.littleEndian) { append($0) }
    }
}
