/// A line `key: value`, with the places of its parts.
struct KeyLine {
    let indent: Int
    let key: String
    /// Without the blanks around it; empty when nothing stands after the colon.
    let value: Range<Int>

    /// Nil for blank lines, comments, list items and every line without a key.
    init?(_ bytes: [UInt8], _ line: Range<Int>) {
        guard let start = bytes[line].firstIndex(where: { $0 != UInt8(ascii: " ") }) else { return nil }
        switch bytes[start] {
        case UInt8(ascii: "#"), UInt8(ascii: "-"), UInt8(ascii: "\""), UInt8(ascii: "'"): return nil
        default: break
        }
        guard let colon = bytes[start..<line.upperBound].firstIndex(of: UInt8(ascii: ":")) else { return nil }
        var from = colon + 1
        guard from == line.upperBound || bytes[from].isBlank else { return nil }
        while from < line.upperBound, bytes[from].isBlank { from += 1 }
        var to = line.upperBound
        while to > from, bytes[to - 1].isBlank { to -= 1 }
        indent = start - line.lowerBound
        key = String(decoding: bytes[start..<colon], as: UTF8.self)
        value = from..<to
    }
}
