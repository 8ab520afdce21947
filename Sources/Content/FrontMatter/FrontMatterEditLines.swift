internal import Diagnostics

/// The lines of a file as they are on the disk: they end in LF, CRLF or CR, and are the lines of the text that
/// SourceDecoder makes of the file.
struct FrontMatterEditLines {
    /// Each without its end.
    private(set) var texts: [Range<Int>] = []
    /// Where each line starts, and where the last one ends.
    private(set) var starts = [0]

    /// The lines of `bytes`, at most `limit`. What follows the last line end is no line when it is empty.
    init(_ bytes: [UInt8], limit: Int = .max) {
        var start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        while start < bytes.count, texts.count < limit {
            let end = bytes[start...].firstIndex(where: \.endsLine) ?? bytes.count
            texts.append(start..<end)
            start = Self.next(bytes, end)
            starts.append(start)
        }
    }

    /// Where the front matter of a file ends, its closing `---` and that line's end included, when
    /// `blockLines` lines stand between the delimiters.
    static func end(ofFrontMatter bytes: [UInt8], blockLines: Int) -> Int {
        let lines = FrontMatterEditLines(bytes, limit: blockLines + 2)
        return lines.starts[lines.texts.count]
    }

    private static func next(_ bytes: [UInt8], _ end: Int) -> Int {
        guard end < bytes.count else { return end }
        let isPair = bytes[end...].starts(with: [0x0D, 0x0A])
        return end + (isPair ? 2 : 1)
    }
}

extension UInt8 {
    fileprivate var endsLine: Bool { self == 0x0A || self == 0x0D }
}

extension FrontMatterSplitter {
    /// How many lines stand between the delimiters.
    static func lineCount(_ text: SourceText) throws(SourceRefusal) -> Int {
        let block = try split(text).block
        return text.bytes[block].count { $0 == UInt8(ascii: "\n") }
    }
}
