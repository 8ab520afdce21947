/// A number, a known word or a sign of a written date.
struct DateToken {
    enum Kind: Equatable {
        case number
        case word(Word)
        /// One of `/ - . : , + ( ) '`; typographic dashes and quotes are mapped to these.
        case sign(UInt8)
    }

    /// The words that occur in dates. `five` is also the word for year: năm.
    enum Word {
        case weekdayMark, sundayMark, sunday, sundayShort, t
        case two, three, four, five, six, seven
        case day, month, filler
        case hour, minute, second, morning, afternoon
        case gmt, zulu
    }

    let kind: Kind
    /// Of a number; 0 otherwise.
    let value: Int
    /// Of a number; 0 otherwise.
    let digits: Int
    /// Whether space stands before it.
    let isSpaced: Bool

    /// The tokens of text in NFC and lower case; fails on any word or sign that dates do not have.
    static func split(_ text: String) throws(DateProblem) -> [DateToken] {
        let scalars = Array(text.unicodeScalars)
        var rest = scalars[...]
        var tokens: [DateToken] = []
        var isSpaced = true
        while let first = rest.first {
            if first.isSpace {
                rest.removeFirst()
                isSpaced = true
            } else {
                tokens.append(try next(&rest, first, isSpaced))
                isSpaced = false
            }
        }
        if tokens.isEmpty { throw .empty }
        return tokens
    }

    private static func next(
        _ rest: inout ArraySlice<Unicode.Scalar>, _ first: Unicode.Scalar, _ isSpaced: Bool
    ) throws(DateProblem) -> DateToken {
        if isDigit(first) { return try number(&rest, isSpaced) }
        if let sign = sign(first) {
            rest.removeFirst()
            return DateToken(kind: .sign(sign), value: 0, digits: 0, isSpaced: isSpaced)
        }
        let letters = rest.prefix { VietnameseLetter($0) != nil }
        guard let word = words.first(where: { letters.elementsEqual($0.spelling) }) else { throw .notADate }
        rest = rest[letters.endIndex...]
        return DateToken(kind: .word(word.meaning), value: 0, digits: 0, isSpaced: isSpaced)
    }

    private static func number(
        _ rest: inout ArraySlice<Unicode.Scalar>, _ isSpaced: Bool
    ) throws(DateProblem) -> DateToken {
        let digits = rest.prefix(while: isDigit)
        rest = rest[digits.endIndex...]
        guard digits.count <= 9 else { throw .notADate }
        let value = digits.reduce(0) { $0 * 10 + Int($1.value) - 0x30 }
        return DateToken(kind: .number, value: value, digits: digits.count, isSpaced: isSpaced)
    }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
        "0"..."9" ~= scalar
    }

    private static func sign(_ scalar: Unicode.Scalar) -> UInt8? {
        switch scalar {
        case "/", "-", ".", ":", ",", "+", "(", ")", "'": UInt8(ascii: scalar)
        case "\u{2010}"..."\u{2014}", "|": UInt8(ascii: "-")
        case "\u{2018}", "\u{2019}", "\u{2032}": UInt8(ascii: "'")
        default: nil
        }
    }

    private static let words = spellings.map { (spelling: Array($0.key.unicodeScalars), meaning: $0.value) }

    private static let spellings: KeyValuePairs<String, Word> = [
        "thứ": .weekdayMark, "chủ": .sundayMark, "nhật": .sunday, "cn": .sundayShort, "t": .t,
        "hai": .two, "ba": .three, "tư": .four, "năm": .five, "sáu": .six, "bảy": .seven, "bẩy": .seven,
        "ngày": .day, "tháng": .month, "lúc": .filler, "vào": .filler, "hồi": .filler,
        "h": .hour, "g": .hour, "giờ": .hour, "p": .minute, "phút": .minute, "giây": .second,
        "sa": .morning, "am": .morning, "sáng": .morning,
        "ch": .afternoon, "pm": .afternoon, "chiều": .afternoon, "tối": .afternoon,
        "gmt": .gmt, "utc": .gmt, "z": .zulu,
    ]
}
