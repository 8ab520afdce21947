/// Reads JSON as RFC 8259 has it, and nothing else: no comments, no comma before a closing bracket.
///
/// Every value comes with its place, which Foundation's decoder does not tell.
struct JSONParser {
    private static let depthLimit = 16

    private let bytes: [UInt8]
    private var at = 0
    private var depth = 0

    private init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// The value that `bytes`, valid UTF-8, are as a whole.
    static func parse(_ bytes: [UInt8]) throws(JSONFault) -> JSONNode {
        var parser = JSONParser(bytes)
        let node = try parser.value()
        parser.skipBlanks()
        guard parser.at == bytes.count else { throw parser.fault(.expected(.end)) }
        return node
    }

    // MARK: Bytes

    private var next: UInt8? { at < bytes.count ? bytes[at] : nil }

    private mutating func skipBlanks() {
        while let byte = next, byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D { at += 1 }
    }

    /// Passes `byte` if it is the next one after blanks.
    private mutating func takes(_ byte: UInt8) -> Bool {
        skipBlanks()
        guard next == byte else { return false }
        at += 1
        return true
    }

    private func fault(_ problem: JSONProblem, from start: Int? = nil) -> JSONFault {
        let start = start ?? at
        return JSONFault(problem: problem, range: start..<max(at, start + 1))
    }

    // MARK: Values

    private mutating func value() throws(JSONFault) -> JSONNode {
        skipBlanks()
        let start = at
        let value = try bareValue()
        return JSONNode(value: value, range: start..<at)
    }

    private mutating func bareValue() throws(JSONFault) -> JSONNode.Value {
        switch next {
        case UInt8(ascii: "{"):
            return .object(try nested { parser throws(JSONFault) in try parser.members() })
        case UInt8(ascii: "["): return .array(try nested { parser throws(JSONFault) in try parser.items() })
        case UInt8(ascii: "\""): return .text(try text())
        case UInt8(ascii: "-"): return .number(try number())
        case let byte? where byte.isDigit: return .number(try number())
        default: return try word()
        }
    }

    /// What `read` reads behind the opening bracket.
    private mutating func nested<Result>(
        _ read: (inout JSONParser) throws(JSONFault) -> Result
    ) throws(JSONFault) -> Result {
        guard depth < Self.depthLimit else { throw fault(.tooDeep) }
        depth += 1
        at += 1
        let result = try read(&self)
        depth -= 1
        return result
    }

    private mutating func members() throws(JSONFault) -> [JSONMember] {
        var members: [JSONMember] = []
        if takes(UInt8(ascii: "}")) { return members }
        while true {
            skipBlanks()
            let start = at
            guard next == UInt8(ascii: "\"") else { throw fault(.expected(.key)) }
            let key = try text()
            let range = start..<at
            guard takes(UInt8(ascii: ":")) else { throw fault(.expected(.colon)) }
            members.append(JSONMember(key: key, keyRange: range, node: try value()))
            if takes(UInt8(ascii: "}")) { return members }
            guard takes(UInt8(ascii: ",")) else { throw fault(.expected(.commaOrBrace)) }
        }
    }

    private mutating func items() throws(JSONFault) -> [JSONNode] {
        var items: [JSONNode] = []
        if takes(UInt8(ascii: "]")) { return items }
        while true {
            items.append(try value())
            if takes(UInt8(ascii: "]")) { return items }
            guard takes(UInt8(ascii: ",")) else { throw fault(.expected(.commaOrBracket)) }
        }
    }

    private mutating func word() throws(JSONFault) -> JSONNode.Value {
        let words: [(String, JSONNode.Value)] = [
            ("true", .flag(true)), ("false", .flag(false)), ("null", .null),
        ]
        for (word, value) in words where bytes[at...].starts(with: word.utf8) {
            at += word.utf8.count
            return value
        }
        throw fault(.expected(.value))
    }
}

// MARK: - Numbers

extension JSONParser {
    private mutating func digits() -> Int {
        let start = at
        while let byte = next, byte.isDigit { at += 1 }
        return at - start
    }

    /// Nil for what is no whole number.
    private mutating func number() throws(JSONFault) -> Int? {
        let start = at
        if next == UInt8(ascii: "-") { at += 1 }
        let startsWithZero = next == UInt8(ascii: "0")
        let count = digits()
        guard count == 1 || (count > 1 && !startsWithZero) else { throw fault(.badNumber, from: start) }
        let end = at
        if next == UInt8(ascii: ".") {
            at += 1
            guard digits() > 0 else { throw fault(.badNumber, from: start) }
        }
        if next == UInt8(ascii: "e") || next == UInt8(ascii: "E") {
            at += 1
            if next == UInt8(ascii: "+") || next == UInt8(ascii: "-") { at += 1 }
            guard digits() > 0 else { throw fault(.badNumber, from: start) }
        }
        return at == end ? Int(String(decoding: bytes[start..<end], as: UTF8.self)) : nil
    }
}

// MARK: - Texts

extension JSONParser {
    private mutating func text() throws(JSONFault) -> String {
        let start = at
        at += 1
        var out: [UInt8] = []
        while let byte = next {
            switch byte {
            case UInt8(ascii: "\""):
                at += 1
                return String(decoding: out, as: UTF8.self)
            case UInt8(ascii: "\\"): try appendEscape(to: &out)
            case 0..<0x20: throw fault(.lineEndInText)
            default:
                out.append(byte)
                at += 1
            }
        }
        at = start + 1
        throw fault(.unclosedText, from: start)
    }

    private mutating func appendEscape(to out: inout [UInt8]) throws(JSONFault) {
        let start = at
        at += 1
        guard let byte = next else { throw fault(.unclosedText, from: start) }
        at += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): out.append(byte)
        case UInt8(ascii: "b"): out.append(0x08)
        case UInt8(ascii: "f"): out.append(0x0C)
        case UInt8(ascii: "n"): out.append(0x0A)
        case UInt8(ascii: "r"): out.append(0x0D)
        case UInt8(ascii: "t"): out.append(0x09)
        case UInt8(ascii: "u"): out += String(try scalar(from: start)).utf8
        default: throw fault(.badEscape, from: start)
        }
    }

    /// The character that `\u` and four digits stand for, or two such where one does not do.
    private mutating func scalar(from start: Int) throws(JSONFault) -> Character {
        let first = try unit(from: start)
        if let scalar = Unicode.Scalar(first) { return Character(scalar) }
        guard first < 0xDC00, bytes[at...].starts(with: "\\u".utf8) else {
            throw fault(.badEscape, from: start)
        }
        at += 2
        let second = try unit(from: start)
        guard 0xDC00...0xDFFF ~= second,
            let scalar = Unicode.Scalar(0x10000 + (UInt32(first) - 0xD800) << 10 + (UInt32(second) - 0xDC00))
        else { throw fault(.badEscape, from: start) }
        return Character(scalar)
    }

    private mutating func unit(from start: Int) throws(JSONFault) -> UInt16 {
        let digits = bytes[at...].prefix(4)
        guard digits.count == 4, digits.allSatisfy(\.isHexDigit),
            let unit = UInt16(String(decoding: digits, as: UTF8.self), radix: 16)
        else { throw fault(.badEscape, from: start) }
        at += 4
        return unit
    }
}

extension UInt8 {
    fileprivate var isDigit: Bool { UInt8(ascii: "0")...UInt8(ascii: "9") ~= self }

    fileprivate var isHexDigit: Bool {
        isDigit || UInt8(ascii: "a")...UInt8(ascii: "f") ~= self
            || UInt8(ascii: "A")...UInt8(ascii: "F") ~= self
    }
}
