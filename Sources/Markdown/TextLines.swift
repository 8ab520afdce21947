#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// A text cut into lines, as the scanners before cmark read it.
struct TextLines {
    let bytes: ArraySlice<UInt8>
    /// The lines' ranges in `bytes`, without line ends.
    let ranges: [Range<Int>]

    init(_ bytes: ArraySlice<UInt8>) {
        self.bytes = bytes
        ranges = bytes.withUnsafeBytes { Self.ranges(of: $0, startIndex: bytes.startIndex) }
    }

    private static func ranges(of bytes: UnsafeRawBufferPointer, startIndex: Int) -> [Range<Int>] {
        var ranges: [Range<Int>] = []
        guard let base = bytes.baseAddress else { return ranges }
        var start = 0
        while start < bytes.count {
            let end = memchr(base + start, Int32(UInt8(ascii: "\n")), bytes.count - start)
                .map { UnsafeRawPointer($0) - base }
            ranges.append(startIndex + start..<startIndex + (end ?? bytes.count))
            start = (end ?? bytes.count) + 1
        }
        return ranges
    }

    var count: Int { ranges.count }

    /// The number of the first line from `start` on that fits.
    func firstLine(from start: Int, where fits: (TextLine) -> Bool) -> Int? {
        (start..<max(start, count)).first { fits(self[$0]) }
    }

    subscript(index: Int) -> TextLine { TextLine(bytes[ranges[index]]) }
}

/// One line: its indentation and what follows.
struct TextLine {
    /// From the first byte that is neither space nor tab.
    let content: ArraySlice<UInt8>
    /// Columns of white space in front; a tab goes to the next multiple of four.
    let indent: Int

    init(_ line: ArraySlice<UInt8>) {
        var columns = 0
        var start = line.startIndex
        while start < line.endIndex {
            if line[start] == UInt8(ascii: " ") {
                columns += 1
            } else if line[start] == UInt8(ascii: "\t") {
                columns += 4 - columns % 4
            } else {
                break
            }
            start += 1
        }
        content = line[start...]
        indent = columns
    }

    var isBlank: Bool { content.isEmpty }

    func starts(with text: StaticString) -> Bool { content.starts(with: text) }

    /// How many times the first byte of the content is repeated.
    var markerLength: Int { content.prefix { $0 == content.first }.count }

    /// The content behind the marks of up to `depth` block quotes.
    func withoutQuotes(depth: Int) -> ArraySlice<UInt8> {
        var rest = content
        var left = depth
        while left > 0, rest.first == UInt8(ascii: ">") {
            rest = rest.dropFirst().drop { $0.isBlank }
            left -= 1
        }
        return rest
    }
}

extension ArraySlice<UInt8> {
    func starts(with text: StaticString) -> Bool {
        let text = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
        return starts(with: text)
    }

    /// Whether the two ASCII bytes of `pair` occur.
    func contains(pair: StaticString) -> Bool {
        let (first, second) = (pair.utf8Start[0], pair.utf8Start[1])
        return indices.dropLast().contains { self[$0] == first && self[$0 + 1] == second }
    }

    /// Without spaces, tabs and carriage returns on either side.
    var trimmed: ArraySlice<UInt8> {
        var slice = drop { $0.isBlank }
        while let last = slice.last, last.isBlank { slice.removeLast() }
        return slice
    }
}

extension UInt8 {
    var isBlank: Bool {
        self == UInt8(ascii: " ") || self == UInt8(ascii: "\t") || self == UInt8(ascii: "\r")
    }
    var isDigit: Bool { UInt8(ascii: "0")...UInt8(ascii: "9") ~= self }
    var isLetter: Bool { UInt8(ascii: "a")...UInt8(ascii: "z") ~= self | 0x20 }
    var isAlphanumeric: Bool { isDigit || isLetter }
}
