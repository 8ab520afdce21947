internal import Diagnostics

/// The text that the marks of entries count in, by lines as its reader counts them.
///
/// libyaml ends lines at U+0085, U+2028 and U+2029 too, so that one line of the file can be several of its.
struct FrontMatterEditMarks {
    private struct Line {
        let start: Int
        /// The line of the front matter that it is or belongs to, from 0.
        let fileLine: Int
        let isWhole: Bool
    }

    enum Reader {
        case plainMapping
        case libyaml
    }

    private let bytes: [UInt8]
    /// The last one starts where the text ends.
    private var lines = [Line(start: 0, fileLine: 0, isWhole: true)]

    init(_ bytes: [UInt8], countedBy reader: Reader) {
        self.bytes = bytes
        for at in bytes.indices {
            if bytes[at] == UInt8(ascii: "\n") {
                lines.append(Line(start: at + 1, fileLine: fileLine + 1, isWhole: true))
            } else if reader == .libyaml, bytes.endsYAMLLine(at: at) {
                lines.append(Line(start: at + 1, fileLine: fileLine, isWhole: false))
            }
        }
    }

    private var fileLine: Int { lines[lines.count - 1].fileLine }

    private func line(_ mark: YAMLMark) -> Line { lines[min(mark.line, lines.count - 1)] }

    // MARK: Lines

    /// The line of the front matter that holds `mark`, from 0.
    func fileLine(of mark: YAMLMark) -> Int { line(mark).fileLine }

    /// Whether columns up to `mark` count from the start of a line of the front matter.
    func isCountedFromLineStart(_ mark: YAMLMark) -> Bool { line(mark).isWhole }

    /// The first line of the front matter that starts at `mark` or after it.
    func fileLine(after mark: YAMLMark) -> Int {
        let line = line(mark)
        return mark.column == 0 && line.isWhole ? line.fileLine : line.fileLine + 1
    }

    // MARK: Bytes

    /// The byte at `mark`; nil at the end.
    func byte(at mark: YAMLMark) -> UInt8? {
        let offset = offset(of: mark)
        return offset < bytes.count ? bytes[offset] : nil
    }

    /// How many landmarks stand between `mark` and the end of its line of the front matter.
    func landmarks(after mark: YAMLMark) -> Int {
        bytes[offset(of: mark)...].prefix { $0 != UInt8(ascii: "\n") }.count(where: \.isLandmark)
    }

    private func offset(of mark: YAMLMark) -> Int {
        var offset = line(mark).start
        for _ in 0..<mark.column where offset < bytes.count {
            offset += 1
            while offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
        }
        return offset
    }
}

extension UInt8 {
    /// Space, tab and `#`: what stands behind a value, and what NFC neither makes nor takes, so that a line has
    /// the same ones before and after it.
    var isLandmark: Bool { self == 0x20 || self == 0x09 || self == UInt8(ascii: "#") }
}

extension [UInt8] {
    /// Whether U+0085, U+2028 or U+2029 ends at `index`.
    fileprivate func endsYAMLLine(at index: Int) -> Bool {
        switch self[index] {
        case 0x85: index >= 1 && self[index - 1] == 0xC2
        case 0xA8, 0xA9: index >= 2 && self[index - 1] == 0x80 && self[index - 2] == 0xE2
        default: false
        }
    }
}
