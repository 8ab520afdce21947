import Model

/// What a text says right behind the number of a document about its day: `, ngày 19/5/2022`, ` (ngày 05 tháng 02 năm 2025)`.
enum DayOfIssue {
    /// The text says nothing of it.
    case none
    case day(CivilDate)
    /// It says something that is no whole date: `năm 2020`, `ngày 31/02/2025`.
    case unreadable

    /// How many bytes behind the number matter.
    static let reach = 64

    init(in text: [UInt8]) {
        var reader = Reader(text: text[...])
        reader.skip { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "(") }
        if reader.takeWord("năm") {
            self = .unreadable
            return
        }
        guard reader.takeWord("ngày") else {
            self = .none
            return
        }
        self = reader.date().map { .day($0) } ?? .unreadable
    }
}

/// Reads words and numbers with blanks between them.
private struct Reader {
    var text: ArraySlice<UInt8>

    /// Skips blanks, and what `isSkipped` tells.
    mutating func skip(_ isSkipped: (UInt8) -> Bool = { _ in false }) {
        while let first = text.first {
            if first == 0x20 || first == 0x0A || isSkipped(first) {
                text = text.dropFirst()
            } else if text.starts(with: [0xC2, 0xA0]) {
                text = text.dropFirst(2)
            } else {
                return
            }
        }
    }

    /// Takes `word` with a small or capital first letter, when it is a whole word.
    mutating func takeWord(_ word: String) -> Bool {
        guard let first = text.first, first | 0x20 == word.utf8.first,
            text.dropFirst().starts(with: word.utf8.dropFirst())
        else { return false }
        let rest = text.dropFirst(word.utf8.count)
        let isWhole = rest.first.map { $0 == 0x20 || $0 == 0x0A || $0.isDigit } ?? true
        guard isWhole || rest.starts(with: [0xC2, 0xA0]) else { return false }
        text = rest
        skip()
        return true
    }

    /// `19/5/2022`, `19-5-2022`, `19.5.2022` or `19 tháng 5 năm 2022`.
    mutating func date() -> CivilDate? {
        guard let day = number(), takeSeparator(or: "tháng"), let month = number(), takeSeparator(or: "năm"),
            let year = number()
        else { return nil }
        return CivilDate(year: year, month: month, day: day)
    }

    private mutating func takeSeparator(or word: String) -> Bool {
        if let first = text.first, [UInt8(ascii: "/"), UInt8(ascii: "-"), UInt8(ascii: ".")].contains(first) {
            text = text.dropFirst()
            return true
        }
        skip()
        return takeWord(word)
    }

    private mutating func number() -> Int? {
        let digits = text.prefix(4).prefix { $0.isDigit }
        text = text.dropFirst(digits.count)
        return digits.isEmpty ? nil : digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
    }
}
