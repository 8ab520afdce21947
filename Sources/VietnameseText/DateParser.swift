package import Model

/// Reads a date as people and programs write it in Vietnam.
///
/// ISO 8601 (`2024-03-26T16:46:05+07:00`) is tried first: it is what tools write and costs least. All else,
/// from `26/3/2024` to `Thứ Ba, 26/3/2024 16:46'(GMT+7)` and `8h30 ngày 5 tháng 7 năm 2023`, goes through
/// tokens. The day always comes before the month, unless a year of four digits stands first.
package enum DateParser {
    /// The date in `text`, in any letter case; without an offset of its own it is local to `zone`, without
    /// a time it is 00:00.
    package static func parse(_ text: String, zone: ZoneOffset) -> Result<ParsedDate, DateProblem> {
        do throws(DateProblem) {
            return .success(try read(text, zone))
        } catch {
            return .failure(error)
        }
    }

    private static func read(_ text: String, _ zone: ZoneOffset) throws(DateProblem) -> ParsedDate {
        var text = text
        if let written = text.withUTF8(ISODateReader.read) { return try written.parsed(zone) }
        let lower = VietnameseCase.lower(UnicodeNormalization.nfc(text))
        var reader = DateReader(tokens: try DateToken.split(lower))
        return try reader.read().parsed(zone)
    }
}

/// A date that was understood.
package struct ParsedDate: Hashable, Sendable {
    package let timestamp: Timestamp
    /// The day it falls on in the zone asked for, which may not be the day written.
    package let date: CivilDate
    /// Whether a time of day was written; without one the timestamp is 00:00.
    package let hasTime: Bool
    /// Set when a weekday was written and the date has another.
    package let weekdayMismatch: WeekdayMismatch?
}

/// Two ISO weekdays (1 is Monday) that should be one.
package struct WeekdayMismatch: Hashable, Sendable {
    package let written: Int
    package let actual: Int

    package init(written: Int, actual: Int) {
        self.written = written
        self.actual = actual
    }
}

/// Why a text is not a date.
package enum DateProblem: Error, Hashable, Sendable {
    /// Nothing but spaces.
    case empty
    /// Something in it is no part of any form of date.
    case notADate
    /// There is a time or a weekday, but no day.
    case dateMissing
    /// `26/3`.
    case yearMissing
    /// `26/3/24`: fewer than four digits.
    case yearTooShort(Int)
    /// Not 1 to 9999.
    case yearOutOfRange(Int)
    /// Not 1 to 12; above 12 often a month written before the day.
    case monthOutOfRange(Int)
    /// `29/2/2023`.
    case noSuchDay(day: Int, month: Int, year: Int, daysInMonth: Int)
    /// `25:00`, `15:00 SA`; the numbers are the ones written.
    case noSuchTime(hour: Int, minute: Int, second: Int)
    /// An offset from UTC that no place on earth has.
    case noSuchOffset
}
