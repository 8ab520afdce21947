import Diagnostics

/// Splits a template file into text, outputs and tags.
///
/// Whitespace is Jinja's with `trim_blocks` and `lstrip_blocks` on: a tag or comment alone on its line
/// leaves no trace of the line; `-` inside a delimiter removes all whitespace on its side, `+` keeps it;
/// one line end at the end of the file is dropped. CRLF becomes LF, a byte order mark is skipped.
struct Scanner {
    private let bytes: [UInt8]
    private var at = 0
    private var trim = Trim.nothing
    private(set) var stretches: [Stretch] = []
    private(set) var problems: [Located] = []
    /// True when something that is never closed takes up the rest of the file.
    private(set) var isCutShort = false

    /// A problem and the bytes it is on.
    struct Located {
        let problem: TemplateProblem
        let range: Range<Int>
    }

    private enum Trim { case nothing, lineEnd, all }

    private enum Delimiter: UInt8 {
        case output = 0x7B
        case tag = 0x25
        case comment = 0x23

        var opening: String {
            switch self {
            case .output: "{{"
            case .tag: "{%"
            case .comment: "{#"
            }
        }

        var closing: UInt8 { self == .output ? UInt8(ascii: "}") : rawValue }
    }

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { at = 3 }
    }

    mutating func scan() {
        if String(validating: bytes, as: UTF8.self) == nil {
            problems.append(Located(problem: .invalidUTF8, range: Self.firstInvalid(bytes)))
            return
        }
        while let (start, delimiter) = nextDelimiter(from: at) {
            addText(at..<start, before: delimiter)
            at = start
            switch delimiter {
            case .comment: skipComment()
            case .output, .tag: readTag(delimiter)
            }
        }
        addText(at..<bytes.count, before: nil)
    }

    /// The first byte that no valid character starts with or goes through.
    private static func firstInvalid(_ bytes: [UInt8]) -> Range<Int> {
        var decoder = UTF8()
        var input = bytes.makeIterator()
        var valid = 0
        while case .scalarValue(let scalar) = decoder.decode(&input) { valid += UTF8.width(scalar) }
        return valid..<(valid + 1)
    }
}

// MARK: Text

extension Scanner {
    private func nextDelimiter(from start: Int) -> (Int, Delimiter)? {
        var index = start
        while index + 1 < bytes.count {
            if bytes[index] == UInt8(ascii: "{"), let delimiter = Delimiter(rawValue: bytes[index + 1]) {
                return (index, delimiter)
            }
            index += 1
        }
        return nil
    }

    /// Adds the text of `range` without the whitespace that the delimiters around it take away.
    private mutating func addText(_ range: Range<Int>, before delimiter: Delimiter?) {
        let low = trimmedStart(range)
        let high = max(low, trimmedEnd(low..<range.upperBound, before: delimiter))
        trim = .nothing
        guard low < high else { return }
        let text = bytes[low..<high]
        var kept = [UInt8]()
        kept.reserveCapacity(text.count)
        for index in text.indices {
            let isLineEnd =
                text[index] == UInt8(ascii: "\r") && index + 1 < bytes.count
                && bytes[index + 1] == UInt8(ascii: "\n")
            if !isLineEnd { kept.append(text[index]) }
        }
        stretches.append(Stretch(kind: .text(kept), range: low..<high, tokens: [], isBroken: false))
    }

    private func trimmedStart(_ range: Range<Int>) -> Int {
        var low = range.lowerBound
        switch trim {
        case .nothing: break
        case .all:
            while low < range.upperBound, Self.isSpace(bytes[low]) { low += 1 }
        case .lineEnd:
            if low < range.upperBound, bytes[low] == UInt8(ascii: "\r") { low += 1 }
            if low < range.upperBound, bytes[low] == UInt8(ascii: "\n") {
                low += 1
            } else {
                low = range.lowerBound
            }
        }
        return low
    }

    private func trimmedEnd(_ range: Range<Int>, before delimiter: Delimiter?) -> Int {
        var high = range.upperBound
        guard let delimiter else {
            if high > range.lowerBound, bytes[high - 1] == UInt8(ascii: "\n") { high -= 1 }
            return high
        }
        let mark = high + 2 < bytes.count ? bytes[high + 2] : 0
        if mark == UInt8(ascii: "-") {
            while high > range.lowerBound, Self.isSpace(bytes[high - 1]) { high -= 1 }
        } else if delimiter != .output, mark != UInt8(ascii: "+") {
            var start = high
            while start > range.lowerBound, Self.isBlank(bytes[start - 1]) { start -= 1 }
            if start == 0 || bytes[start - 1] == UInt8(ascii: "\n") { high = start }
        }
        return high
    }

    static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
}

// MARK: Tags

extension Scanner {
    private mutating func skipComment() {
        let start = at
        at += 2
        while at + 1 < bytes.count {
            if bytes[at] == UInt8(ascii: "#"), bytes[at + 1] == UInt8(ascii: "}") {
                let mark = at > start + 2 ? bytes[at - 1] : 0
                close(.comment, mark: mark)
                return
            }
            at += 1
        }
        at = bytes.count
        isCutShort = true
        problems.append(Located(problem: .unclosedDelimiter("{#"), range: start..<(start + 2)))
    }

    /// Moves behind the two bytes of a closing delimiter and notes what it does to the text after it.
    private mutating func close(_ delimiter: Delimiter, mark: UInt8) {
        at += 2
        if mark == UInt8(ascii: "-") {
            trim = .all
        } else if delimiter != .output, mark != UInt8(ascii: "+") {
            trim = .lineEnd
        }
    }

    private mutating func readTag(_ delimiter: Delimiter) {
        let start = at
        at += 2
        if at < bytes.count, bytes[at] == UInt8(ascii: "-") || bytes[at] == UInt8(ascii: "+") { at += 1 }
        var lexer = Lexer(bytes: bytes, at: at, closing: delimiter.closing)
        let tokens = lexer.tokens()
        problems += lexer.problems
        at = lexer.at
        if lexer.isClosed {
            close(delimiter, mark: lexer.mark)
        } else {
            problems.append(
                Located(problem: .unclosedDelimiter(delimiter.opening), range: start..<(start + 2)))
        }
        let isRaw = delimiter == .tag && tokens.first?.isName("raw") ?? false
        if isRaw, tokens.count == 2 {
            readRaw(start..<at)
        } else {
            let isBroken = !lexer.problems.isEmpty || !lexer.isClosed
            stretches.append(
                Stretch(
                    kind: delimiter == .tag ? .tag : .output, range: start..<at, tokens: tokens,
                    isBroken: isBroken))
        }
    }

    /// Takes everything up to `{% endraw %}` as text.
    private mutating func readRaw(_ opening: Range<Int>) {
        let start = at
        var from = at
        while let (tag, delimiter) = nextDelimiter(from: from) {
            from = tag + 1
            guard delimiter == .tag else { continue }
            let marked = tag + 2 < bytes.count && [0x2B, 0x2D].contains(bytes[tag + 2])
            var lexer = Lexer(bytes: bytes, at: tag + (marked ? 3 : 2), closing: delimiter.closing)
            let tokens = lexer.tokens()
            guard lexer.isClosed, tokens.count == 2, tokens[0].isName("endraw") else { continue }
            addText(start..<tag, before: .tag)
            at = lexer.at
            close(.tag, mark: lexer.mark)
            return
        }
        isCutShort = true
        problems.append(Located(problem: .unclosedTag("raw", end: "endraw"), range: opening))
        at = bytes.count
    }
}
