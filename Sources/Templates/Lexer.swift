/// Reads the words of one `{{ }}` or `{% %}`.
struct Lexer {
    let bytes: [UInt8]
    /// The next byte; after `tokens()`, the first byte of the closing delimiter (behind its `-` or `+`).
    private(set) var at: Int
    /// The first byte of the closing delimiter: `}` or `%`.
    let closing: UInt8
    private(set) var isClosed = false
    /// The `-` or `+` of the closing delimiter, 0 when it has none.
    private(set) var mark: UInt8 = 0
    private(set) var problems: [Scanner.Located] = []

    init(bytes: [UInt8], at: Int, closing: UInt8) {
        self.bytes = bytes
        self.at = at
        self.closing = closing
    }

    /// All words up to the closing delimiter, the next opening one, or the end of the file.
    mutating func tokens() -> [Token] {
        var tokens: [Token] = []
        while true {
            while at < bytes.count, Scanner.isSpace(bytes[at]) { at += 1 }
            if atClosing() || at >= bytes.count || atOpening() { break }
            guard let token = next() else {
                skipToEnd()
                break
            }
            tokens.append(token)
        }
        tokens.append(Token(kind: .end, range: at..<min(at + 2, bytes.count)))
        if isClosed, mark != 0 { at += 1 }
        return tokens
    }

    private func byte(_ index: Int) -> UInt8 { index < bytes.count ? bytes[index] : 0 }

    private mutating func atClosing() -> Bool {
        let first = byte(at)
        let marked = first == UInt8(ascii: "-") || first == UInt8(ascii: "+")
        let start = marked ? at + 1 : at
        guard byte(start) == closing, byte(start + 1) == UInt8(ascii: "}") else { return false }
        mark = marked ? first : 0
        isClosed = true
        return true
    }

    private func atOpening() -> Bool {
        byte(at) == UInt8(ascii: "{") && [0x7B, 0x25, 0x23].contains(byte(at + 1))
    }

    /// After an unreadable word: looks for the end of the tag on this line, so that what follows is read.
    private mutating func skipToEnd() {
        while at < bytes.count, bytes[at] != UInt8(ascii: "\n") {
            if atClosing() { return }
            at += 1
        }
        // One problem is enough: the tag counts as closed.
        isClosed = true
        mark = 0
        at -= 2
    }

    private mutating func next() -> Token? {
        let first = bytes[at]
        if Self.isLetter(first) { return name() }
        if Self.isDigit(first) { return number() }
        if first == UInt8(ascii: "\"") || first == UInt8(ascii: "'") { return string(quote: first) }
        return symbol()
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte | 0x20) || byte == UInt8(ascii: "_")
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

    private mutating func name() -> Token {
        let start = at
        while Self.isLetter(byte(at)) || Self.isDigit(byte(at)) { at += 1 }
        return Token(kind: .name(text(start..<at)), range: start..<at)
    }

    private mutating func number() -> Token? {
        let start = at
        while Self.isDigit(byte(at)) || byte(at) == UInt8(ascii: "_") { at += 1 }
        if byte(at) == UInt8(ascii: "."), Self.isDigit(byte(at + 1)) {
            at += 1
            while Self.isDigit(byte(at)) { at += 1 }
            return fail(.decimalNumber, start..<at)
        }
        guard let number = Int(text(start..<at).filter { $0 != "_" }) else {
            return fail(.numberTooLarge, start..<at)
        }
        return Token(kind: .int(number), range: start..<at)
    }

    private mutating func string(quote: UInt8) -> Token? {
        let start = at
        var content: [UInt8] = []
        at += 1
        while at < bytes.count, bytes[at] != UInt8(ascii: "\n") {
            let byte = bytes[at]
            at += 1
            if byte == quote {
                return Token(kind: .string(String(decoding: content, as: UTF8.self)), range: start..<at)
            }
            content.append(byte == UInt8(ascii: "\\") ? escaped() : byte)
        }
        at = start + 1
        return fail(.unclosedString, start..<(start + 1))
    }

    /// The byte that stands behind a backslash, with `\n`, `\t` and `\r` as in Jinja.
    private mutating func escaped() -> UInt8 {
        let byte = byte(at)
        at += 1
        switch byte {
        case UInt8(ascii: "n"): return 0x0A
        case UInt8(ascii: "t"): return 0x09
        case UInt8(ascii: "r"): return 0x0D
        default: return byte
        }
    }

    private static let pairs: Set<String> = ["==", "!=", "<=", ">=", "//", "**"]
    private static let singles: Set<String> = [
        "|", ".", ",", ":", "(", ")", "[", "]", "=", "<", ">", "+", "-", "*", "/", "%", "~",
    ]

    private mutating func symbol() -> Token? {
        let pair = text(at..<min(at + 2, bytes.count))
        if Self.pairs.contains(pair) {
            at += 2
            return Token(kind: .symbol(pair), range: (at - 2)..<at)
        }
        let single = text(at..<(at + 1))
        guard Self.singles.contains(single) else {
            let character = String(decoding: bytes[at...].prefix(32), as: UTF8.self).prefix(1)
            return fail(.unexpectedCharacter(String(character)), at..<(at + character.utf8.count))
        }
        at += 1
        return Token(kind: .symbol(single), range: (at - 1)..<at)
    }

    private mutating func fail(_ problem: TemplateProblem, _ range: Range<Int>) -> Token? {
        problems.append(Scanner.Located(problem: problem, range: range))
        return nil
    }

    private func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
}
