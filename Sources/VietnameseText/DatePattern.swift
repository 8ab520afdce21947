package import Model

/// A compiled pattern that writes a date as one place of a site shows it.
///
/// | letters | meaning | 2023-07-05 08:10:09 |
/// |---|---|---|
/// | `EEEE` `eeee` | weekday, second word with capital or small letter | `Thứ Tư` `Thứ tư` |
/// | `d` `dd` | day | `5` `05` |
/// | `M` `MM` | month | `7` `07` |
/// | `OO` | month of official documents (Decree 30/2020): a zero before 1 and 2 only | `7` |
/// | `yy` `yyyy` | year | `23` `2023` |
/// | `H` `HH` `mm` `ss` | hour 0 to 23, minute, second | `8` `08` `10` `09` |
///
/// The official date is `'ngày' dd 'tháng' OO 'năm' yyyy`. Text between single quotes stands as it is, `''` is
/// a quote; signs and letters beyond ASCII need no quotes.
package struct DatePattern: Hashable, Sendable {
    private let parts: [Part]

    private enum Part: Hashable {
        case literal([UInt8])
        case field(Field)
    }

    private enum Field: String {
        case weekday = "EEEE"
        case weekdayLower = "eeee"
        case day = "d"
        case dayPadded = "dd"
        case month = "M"
        case monthPadded = "MM"
        case monthOfficial = "OO"
        case yearShort = "yy"
        case year = "yyyy"
        case hour = "H"
        case hourPadded = "HH"
        case minute = "mm"
        case second = "ss"
    }

    /// Compiles `pattern`; fails on letters that mean nothing and on a quote without its partner.
    package init(_ pattern: String) throws(DatePatternError) {
        parts = try Self.compile(Array(pattern.utf8))
    }

    /// The date `timestamp` has in `zone`, written by this pattern.
    package func string(_ timestamp: Timestamp, zone: ZoneOffset) -> String {
        var bytes: [UInt8] = []
        append(timestamp, zone: zone, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Appends what `string(_:zone:)` gives, in UTF-8.
    package func append(_ timestamp: Timestamp, zone: ZoneOffset, to output: inout [UInt8]) {
        let civil = timestamp.civil(in: zone)
        for part in parts {
            switch part {
            case .literal(let bytes): output.append(contentsOf: bytes)
            case .field(let field): Self.append(field, of: civil, to: &output)
            }
        }
    }

    private static func append(_ field: Field, of civil: CivilTime, to output: inout [UInt8]) {
        let date = civil.date
        switch field {
        case .weekday: output.append(contentsOf: Weekday.name(date.weekday).utf8)
        case .weekdayLower: output.append(contentsOf: Weekday.name(date.weekday, .lowercase).utf8)
        case .day: output.append(decimal: date.day)
        case .dayPadded: output.append(decimal: date.day, width: 2)
        case .month: output.append(decimal: date.month)
        case .monthPadded: output.append(decimal: date.month, width: 2)
        case .monthOfficial: output.append(decimal: date.month, width: date.month <= 2 ? 2 : 1)
        case .yearShort: output.append(decimal: date.year % 100, width: 2)
        case .year: output.append(decimal: date.year, width: 4)
        case .hour: output.append(decimal: civil.hour)
        case .hourPadded: output.append(decimal: civil.hour, width: 2)
        case .minute: output.append(decimal: civil.minute, width: 2)
        case .second: output.append(decimal: civil.second, width: 2)
        }
    }
}

/// Why a text is not a date pattern; offsets count bytes from its start.
package enum DatePatternError: Error, Hashable, Sendable {
    /// A run of one letter that is no field, such as `EEE` or the `n` of an unquoted `ngày`.
    case unknownField(String, offset: Int)
    case unclosedQuote(offset: Int)
}

extension DatePattern {
    private static let quote = UInt8(ascii: "'")

    private static func compile(_ pattern: [UInt8]) throws(DatePatternError) -> [Part] {
        var parts: [Part] = []
        var literal: [UInt8] = []
        var index = 0
        while index < pattern.count {
            if pattern[index] == quote {
                literal.append(contentsOf: try readQuoted(pattern, &index))
            } else if isLetter(pattern[index]) {
                if !literal.isEmpty { parts.append(.literal(literal)) }
                literal = []
                parts.append(.field(try readField(pattern, &index)))
            } else {
                literal.append(pattern[index])
                index += 1
            }
        }
        return literal.isEmpty ? parts : parts + [.literal(literal)]
    }

    private static func readField(_ pattern: [UInt8], _ index: inout Int) throws(DatePatternError) -> Field {
        let run = pattern[index...].prefix { $0 == pattern[index] }
        let letters = String(decoding: run, as: UTF8.self)
        guard let field = Field(rawValue: letters) else { throw .unknownField(letters, offset: index) }
        index = run.endIndex
        return field
    }

    /// What the quote at `index` stands for: a doubled one for itself, a single one for the text up to the next
    /// single one.
    private static func readQuoted(
        _ pattern: [UInt8], _ index: inout Int
    ) throws(DatePatternError) -> [UInt8] {
        let start = index
        if takeDoubledQuote(pattern, &index) { return [quote] }
        var text: [UInt8] = []
        index += 1
        while index < pattern.count {
            if takeDoubledQuote(pattern, &index) {
                text.append(quote)
                continue
            }
            let byte = pattern[index]
            index += 1
            if byte == quote { return text }
            text.append(byte)
        }
        throw .unclosedQuote(offset: start)
    }

    private static func takeDoubledQuote(_ pattern: [UInt8], _ index: inout Int) -> Bool {
        guard pattern[index] == quote, index + 1 < pattern.count, pattern[index + 1] == quote else {
            return false
        }
        index += 2
        return true
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        UInt8(ascii: "A")...UInt8(ascii: "Z") ~= byte || UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte
    }
}
