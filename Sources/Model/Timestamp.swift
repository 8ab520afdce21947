/// An instant, in whole seconds since 1970-01-01T00:00:00Z.
package struct Timestamp: Hashable, Sendable {
    package var seconds: Int

    package init(seconds: Int) {
        self.seconds = seconds
    }

    /// The instant at which clocks in `zone` show `civil`.
    ///
    /// Hours, minutes and seconds beyond a day's carry over into the next day.
    package init(_ civil: CivilTime, in zone: ZoneOffset) {
        let timeOfDay = civil.hour * 3_600 + civil.minute * 60 + civil.second
        seconds = civil.date.daysSinceEpoch * Self.secondsPerDay + timeOfDay - zone.seconds
    }

    /// What clocks in `zone` show at this instant; the date stays inside years 1 to 9999.
    package func civil(in zone: ZoneOffset) -> CivilTime {
        // An instant so far away that the sum wraps has no civil date in range anyway.
        let local = seconds &+ zone.seconds
        let (days, rest) = local.quotientAndRemainder(dividingBy: Self.secondsPerDay)
        let timeOfDay = rest < 0 ? rest + Self.secondsPerDay : rest
        return CivilTime(
            date: CivilDate(daysSinceEpoch: rest < 0 ? days - 1 : days),
            hour: timeOfDay / 3_600,
            minute: timeOfDay / 60 % 60,
            second: timeOfDay % 60
        )
    }

    private static let secondsPerDay = 86_400
}

extension Timestamp: Comparable {
    package static func < (left: Timestamp, right: Timestamp) -> Bool {
        left.seconds < right.seconds
    }
}

extension Timestamp {
    /// Hour and date as messages tell them: `07:30 30/4/2027`.
    package func shortText(in zone: ZoneOffset) -> String {
        let civil = civil(in: zone)
        let time = Digits.padded(civil.hour, 2) + ":" + Digits.padded(civil.minute, 2)
        return "\(time) \(civil.date.day)/\(civil.date.month)/\(civil.date.year)"
    }
}

/// A date and a time of day as a clock on the wall shows them.
package struct CivilTime: Hashable, Sendable {
    package let date: CivilDate
    /// 0 to 23.
    package let hour: Int
    /// 0 to 59.
    package let minute: Int
    /// 0 to 59; leap seconds do not exist here.
    package let second: Int

    package init(date: CivilDate, hour: Int = 0, minute: Int = 0, second: Int = 0) {
        self.date = date
        self.hour = hour
        self.minute = minute
        self.second = second
    }
}

/// A fixed offset from UTC, in seconds, positive to the east.
///
/// No time zone database is read: output must not depend on the machine. The names that Vietnamese
/// sites use stand for +07:00, which Vietnam has kept since 1975.
package struct ZoneOffset: Hashable, Sendable {
    package let seconds: Int

    package init(seconds: Int) {
        self.seconds = seconds
    }

    /// +07:00.
    package static let vietnam = ZoneOffset(seconds: 7 * 3_600)
    /// +00:00.
    package static let utc = ZoneOffset(seconds: 0)

    /// The offset of so many hours and minutes; nil outside 00:00 to 14:00, the widest in use.
    package init?(west: Bool, hours: Int, minutes: Int) {
        guard 0...14 ~= hours, 0...59 ~= minutes, hours < 14 || minutes == 0 else { return nil }
        let size = hours * 3_600 + minutes * 60
        seconds = west ? -size : size
    }

    /// The offset called `Asia/Ho_Chi_Minh`, `Asia/Bangkok`, `UTC`, `Z`, `+07:00`, `+0700`, `+07` or `+7`;
    /// nil for any other name.
    package init?(name: String) {
        switch name {
        case "Asia/Ho_Chi_Minh", "Asia/Saigon", "Asia/Bangkok": self = .vietnam
        case "Z", "UTC", "GMT", "Etc/UTC": self = .utc
        default: self.init(signed: Array(name.utf8))
        }
    }

    /// Reads a sign, one or two digits of hours and, with or without a colon, two digits of minutes.
    private init?(signed name: [UInt8]) {
        guard let sign = name.first, [UInt8(ascii: "+"), UInt8(ascii: "-")].contains(sign) else { return nil }
        let fields = name.dropFirst().split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
        let digits = fields.joined().map { Int($0) - 48 }
        guard digits.allSatisfy({ 0...9 ~= $0 }) else { return nil }
        let number = digits.prefix(4).reduce(0) { $0 * 10 + $1 }
        let west = sign == UInt8(ascii: "-")
        switch fields.map(\.count) {
        case [1], [2]: self.init(west: west, hours: number, minutes: 0)
        case [4], [1, 2], [2, 2]: self.init(west: west, hours: number / 100, minutes: number % 100)
        default: return nil
        }
    }
}
