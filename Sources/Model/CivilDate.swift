/// A day of the proleptic Gregorian calendar, without zone; years 1 to 9999.
package struct CivilDate: Hashable, Sendable {
    package let year: Int
    package let month: Int
    package let day: Int

    /// The day with these numbers; nil when the calendar has no such day.
    package init?(year: Int, month: Int, day: Int) {
        guard let length = Self.daysInMonth(month, year: year), 1...length ~= day else { return nil }
        self.year = year
        self.month = month
        self.day = day
    }

    /// The day that many days after 1970-01-01; numbers outside years 1 to 9999 give the nearest day inside.
    ///
    /// The arithmetic counts years from 1 March, so that the leap day ends a year, and groups them in
    /// eras of 400 years, which all have the same length (Hinnant, "chrono-Compatible Low-Level Date
    /// Algorithms").
    package init(daysSinceEpoch: Int) {
        let days = min(max(daysSinceEpoch, Self.firstDay), Self.lastDay) + Self.daysFromMarchOfYearZero
        let era = days / Self.daysPerEra
        let dayOfEra = days % Self.daysPerEra
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
        month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        year = era * 400 + yearOfEra + (month <= 2 ? 1 : 0)
    }

    /// Days since 1970-01-01, which is 0.
    package var daysSinceEpoch: Int {
        let marchYear = month <= 2 ? year - 1 : year
        let yearOfEra = marchYear % 400
        let monthFromMarch = month > 2 ? month - 3 : month + 9
        let dayOfYear = (153 * monthFromMarch + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return marchYear / 400 * Self.daysPerEra + dayOfEra - Self.daysFromMarchOfYearZero
    }

    /// The ISO weekday: 1 is Monday, 7 is Sunday.
    package var weekday: Int {
        // 1970-01-01 was a Thursday. Five eras, each a whole number of weeks, make year 1 positive.
        (daysSinceEpoch + 3 + Self.daysPerEra * 5) % 7 + 1
    }

    /// The number of days in a month; nil when the year is not 1 to 9999 or the month not 1 to 12.
    package static func daysInMonth(_ month: Int, year: Int) -> Int? {
        guard 1...9999 ~= year else { return nil }
        switch month {
        case 1, 3, 5, 7, 8, 10, 12: return 31
        case 4, 6, 9, 11: return 30
        case 2: return isLeap(year) ? 29 : 28
        default: return nil
        }
    }

    private static func isLeap(_ year: Int) -> Bool {
        year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    }

    private static let daysPerEra = 146_097
    private static let daysFromMarchOfYearZero = 719_468
    private static let firstDay = -719_162
    private static let lastDay = 2_932_896
}

extension CivilDate: Comparable {
    package static func < (left: CivilDate, right: CivilDate) -> Bool {
        (left.year, left.month, left.day) < (right.year, right.month, right.day)
    }
}
