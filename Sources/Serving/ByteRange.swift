/// What a `Range` header asks for (RFC 9110, section 14): players of films and sounds ask for parts.
package enum ByteRange: Equatable {
    /// Everything: what is asked for is not understood, or several parts at once, which nobody needs here.
    case whole
    /// A part, as offsets.
    case part(Range<Int>)
    /// Nothing that there is.
    case none

    /// `header` is `bytes=0-499`, `bytes=500-` or `bytes=-500` of something with `size` bytes.
    package init(_ header: String, of size: Int) {
        self = Self.parsed(header, size) ?? .whole
    }

    private static func parsed(_ header: String, _ size: Int) -> ByteRange? {
        guard header.hasPrefix("bytes=") else { return nil }
        let ends = header.dropFirst(6).split(separator: "-", omittingEmptySubsequences: false)
        guard ends.count == 2 else { return nil }
        if ends[0].isEmpty {
            guard let count = number(ends[1]) else { return nil }
            return count == 0 || size == 0 ? ByteRange.none : .part(max(0, size - count)..<size)
        }
        guard let first = number(ends[0]) else { return nil }
        if ends[1].isEmpty { return first < size ? .part(first..<size) : ByteRange.none }
        guard let last = number(ends[1]), last >= first else { return nil }
        return first < size ? .part(first..<min(last + 1, size)) : ByteRange.none
    }

    /// Digits alone: `Int` would take a sign, too. Larger numbers than there can be bytes are cut.
    private static func number(_ text: Substring) -> Int? {
        guard !text.isEmpty, text.utf8.allSatisfy({ UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }) else {
            return nil
        }
        return min(Int(text) ?? Int.max, Int.max - 1)
    }
}
