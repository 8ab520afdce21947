import Model

/// The parts of a date as they were found in a text, before anything is known to exist.
struct WrittenDate {
    struct Number {
        let value: Int
        /// How many digits it was written with.
        let digits: Int
    }

    struct Day {
        let year: Number
        let month: Int
        let day: Int
    }

    struct Time {
        /// SA (sáng, before noon) and CH (chiều, after noon).
        enum Half { case morning, afternoon }

        var hour: Int
        var minute = 0
        var second = 0
        var half: Half?
    }

    enum Offset {
        case utc
        case signed(west: Bool, hours: Int, minutes: Int)
    }

    var day: Day?
    var time: Time?
    var offset: Offset?
    /// 1 is Monday.
    var weekday: Int?

    /// What was written, checked against the calendar and the clock.
    func parsed(_ siteZone: ZoneOffset) throws(DateProblem) -> ParsedDate {
        guard let day else { throw .dateMissing }
        let date = try day.civil()
        let zone = try offset?.zone() ?? siteZone
        let civil = try time?.civil(on: date) ?? CivilTime(date: date)
        let timestamp = Timestamp(civil, in: zone)
        return ParsedDate(
            timestamp: timestamp,
            date: zone == siteZone ? date : timestamp.civil(in: siteZone).date,
            hasTime: time != nil,
            weekdayMismatch: mismatch(date.weekday)
        )
    }

    private func mismatch(_ actual: Int) -> WeekdayMismatch? {
        guard let weekday, weekday != actual else { return nil }
        return WeekdayMismatch(written: weekday, actual: actual)
    }
}

extension WrittenDate.Day {
    func civil() throws(DateProblem) -> CivilDate {
        guard year.digits >= 4 else { throw .yearTooShort(year.value) }
        guard 1...9999 ~= year.value else { throw .yearOutOfRange(year.value) }
        guard let length = CivilDate.daysInMonth(month, year: year.value) else {
            throw .monthOutOfRange(month)
        }
        guard let date = CivilDate(year: year.value, month: month, day: day) else {
            throw .noSuchDay(day: day, month: month, year: year.value, daysInMonth: length)
        }
        return date
    }
}

extension WrittenDate.Time {
    func civil(on date: CivilDate) throws(DateProblem) -> CivilTime {
        guard let hour = hourOfDay, 0...59 ~= minute, 0...59 ~= second else {
            throw .noSuchTime(hour: hour, minute: minute, second: second)
        }
        return CivilTime(date: date, hour: hour, minute: minute, second: second)
    }

    /// 0 to 23; 12 SA is midnight and 12 CH noon. Portals also print 15:00 CH, which is clear enough.
    private var hourOfDay: Int? {
        switch half {
        case nil: 0...23 ~= hour ? hour : nil
        case .morning: 0...12 ~= hour ? hour % 12 : nil
        case .afternoon: 1...23 ~= hour ? hour % 12 + 12 : nil
        }
    }
}

extension WrittenDate.Offset {
    func zone() throws(DateProblem) -> ZoneOffset {
        switch self {
        case .utc: return .utc
        case .signed(let west, let hours, let minutes):
            guard let zone = ZoneOffset(west: west, hours: hours, minutes: minutes) else {
                throw .noSuchOffset
            }
            return zone
        }
    }
}
