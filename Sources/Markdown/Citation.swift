import Model
import VietnameseText

/// The number of an official document in a text: `10-NQ/ĐUK`, `74/2024/NĐ-CP`, `52 HD/CNĐT`.
///
/// Digits first, a slash, every word with a capital in front (`CTr`, `TTr`): `19/5/2022`, `100 km/h` and `24/7` are
/// none. Whether there is such a document only the whole site knows.
struct Citation {
    /// Bytes of the text.
    let range: Range<Int>
    /// The number as `DocumentNumber` compares it.
    let key: String
    /// The day that follows it: `…, ngày 19/5/2022`.
    let issued: CivilDate?

    private typealias Text = UnsafeBufferPointer<UInt8>

    /// The number around the slash at `index`; nil when there is none, or when a day follows it that cannot be read: which
    /// document is meant is not known then. It does not reach back beyond `floor`; `following` is what stands behind the
    /// text.
    init?(
        at index: Int, in text: UnsafeBufferPointer<UInt8>, from floor: Int,
        following: @autoclosure () -> [UInt8] = []
    ) {
        guard let start = Self.start(before: index, text, floor) else { return nil }
        var end = index + 1
        while end < text.count, text[end] == Self.slash || Self.isPart(at: end, text) { end += 1 }
        while text[end - 1] == Self.slash || text[end - 1] == Self.hyphen { end -= 1 }
        let written = String(decoding: text[start..<end], as: UTF8.self)
        guard end > index, Self.isSymbol(written) else { return nil }
        let rest = text[end...].prefix(DayOfIssue.reach)
        switch DayOfIssue(in: rest.count < DayOfIssue.reach ? Array(rest) + following() : Array(rest)) {
        case .none: issued = nil
        case .day(let day): issued = day
        case .unreadable: return nil
        }
        range = start..<end
        key = DocumentNumber.key(of: written)
    }

    /// Whether there are words among the digits, and each starts with a capital.
    private static func isSymbol(_ written: String) -> Bool {
        let words = written.unicodeScalars.split { $0 == "/" || $0 == "-" || $0 == " " }
            .filter { !("0"..."9").contains($0[$0.startIndex]) }
        return !words.isEmpty && words.allSatisfy { $0[$0.startIndex].properties.isUppercase }
    }

    /// Where the number starts: at its digits, which a space may part from the letters behind them.
    private static func start(before slash: Int, _ text: Text, _ floor: Int) -> Int? {
        var start = slash
        while start > floor, isPart(at: start - 1, text) { start -= 1 }
        guard start < slash else { return nil }
        if !text[start].isDigit {
            var digits = start
            guard digits > floor, text[digits - 1] == space else { return nil }
            digits -= 1
            while digits > floor, text[digits - 1].isDigit { digits -= 1 }
            guard digits < start - 1 else { return nil }
            start = digits
        }
        guard start > floor else { return start }
        switch text[start - 1] {
        case Self.slash, hyphen, UInt8(ascii: "."), UInt8(ascii: ","): return nil
        default: return isPart(at: start - 1, text) ? nil : start
        }
    }

    /// Letters, digits and hyphens. Of other scripts' bytes those of Vietnamese letters, not of quotes and blanks.
    private static func isPart(at index: Int, _ text: Text) -> Bool {
        if text[index] < 0x80 { return text[index].isAlphanumeric || text[index] == hyphen }
        var lead = index
        while lead > 0, text[lead] & 0xC0 == 0x80 { lead -= 1 }
        return 0xC3...0xC6 ~= text[lead] || text[lead] == 0xE1
    }

    private static let slash = UInt8(ascii: "/")
    private static let hyphen = UInt8(ascii: "-")
    private static let space = UInt8(ascii: " ")
}
