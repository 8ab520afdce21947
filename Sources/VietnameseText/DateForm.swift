package import Model

/// The way in which a date is written, so that another moment can be written alike.
///
/// Knows dates in digits: ISO 8601, and the day first with the time before or behind it. Every text it writes
/// is read back by `DateParser` as the same minute.
package struct DateForm: Hashable, Sendable {
    private let date: DatePart
    private let time: TimePart
    private let join: Join

    private enum DatePart: Hashable {
        case yearFirst
        case dayFirst(Separator, Padding)
    }

    private enum Separator: String, CaseIterable {
        case slash = "/"
        case hyphen = "-"
        case dot = "."
    }

    /// `vietnamese`, the rule of offices: a zero before days below 10 and before January and February.
    private enum Padding: CaseIterable { case both, vietnamese, none }

    private enum TimePart: CaseIterable { case padded, plain, withSeconds, paddedWord, word }

    private enum Join: CaseIterable {
        case timeBehind, timeBehindT, timeBehindComma, timeBehindHyphen, timeBehindWithOffset,
            timeBehindTWithOffset
        case timeBefore, timeBeforeComma, timeBeforeDay
    }

    /// ISO 8601 with minutes: `2026-11-21 08:00`.
    package static let iso = DateForm(date: .yearFirst, time: .padded, join: .timeBehind)

    /// What HTML's `datetime-local` holds: `2026-11-21T08:00`.
    package static let field = DateForm(date: .yearFirst, time: .padded, join: .timeBehindT)

    /// The form of `text`, a date that is local to `zone`; `iso` for forms in words and for what is no date.
    package init(of text: String, zone: ZoneOffset) {
        self = Self.found(in: text, zone) ?? .iso
    }

    /// The form that writes the date in `text` as it stands there.
    private static func found(in text: String, _ zone: ZoneOffset) -> DateForm? {
        guard case .success(let parsed) = DateParser.parse(text, zone: zone) else { return nil }
        let written = UnicodeNormalization.nfc(text).split(separator: " ").joined(separator: " ")
        let day = parsed.timestamp.civil(in: zone).date
        return all.first { form in
            (parsed.hasTime ? form.text(parsed.timestamp, zone: zone) : form.text(of: day)) == written
        }
    }

    /// `moment` in this form, to the minute; seconds are written where the form has them.
    package func text(_ moment: Timestamp, zone: ZoneOffset) -> String {
        let civil = moment.civil(in: zone)
        let (date, time) = (text(of: civil.date), text(of: civil))
        switch join {
        case .timeBehind: return "\(date) \(time)"
        case .timeBehindT: return "\(date)T\(time)"
        case .timeBehindComma: return "\(date), \(time)"
        case .timeBehindHyphen: return "\(date) - \(time)"
        case .timeBehindWithOffset: return "\(date) \(time)\(Self.offset(zone))"
        case .timeBehindTWithOffset: return "\(date)T\(time)\(Self.offset(zone))"
        case .timeBefore: return "\(time) \(date)"
        case .timeBeforeComma: return "\(time), \(date)"
        case .timeBeforeDay: return "\(time) ngày \(date)"
        }
    }

    private init(date: DatePart, time: TimePart, join: Join) {
        self.date = date
        self.time = time
        self.join = join
    }

    /// Every form, those that are used most first.
    package static let all: [DateForm] = {
        let dayFirst = Separator.allCases.flatMap { separator in
            Padding.allCases.map { DatePart.dayFirst(separator, $0) }
        }
        return ([.yearFirst] + dayFirst).flatMap { date in
            TimePart.allCases.flatMap { time in
                Join.allCases
                    .filter { Self.isUsed($0, date, time) }
                    .map { DateForm(date: date, time: time, join: $0) }
            }
        }
    }()

    /// What stands behind `T` or before an offset is ISO 8601 through and through.
    private static func isUsed(_ join: Join, _ date: DatePart, _ time: TimePart) -> Bool {
        switch join {
        case .timeBehindT, .timeBehindWithOffset, .timeBehindTWithOffset:
            date == .yearFirst && (time == .padded || time == .withSeconds)
        default: true
        }
    }

    // MARK: Parts

    private func text(of day: CivilDate) -> String {
        let year = Digits.padded(day.year, 4)
        guard case .dayFirst(let separator, let padding) = date else {
            return "\(year)-\(Digits.padded(day.month, 2))-\(Digits.padded(day.day, 2))"
        }
        let dayWidth = padding == .none ? 1 : 2
        let monthWidth = padding == .both || padding == .vietnamese && day.month <= 2 ? 2 : 1
        return [Digits.padded(day.day, dayWidth), Digits.padded(day.month, monthWidth), year]
            .joined(separator: separator.rawValue)
    }

    private func text(of civil: CivilTime) -> String {
        let minute = Digits.padded(civil.minute, 2)
        let hour = Digits.padded(civil.hour, 2)
        switch time {
        case .padded: return "\(hour):\(minute)"
        case .plain: return "\(civil.hour):\(minute)"
        case .withSeconds: return "\(hour):\(minute):\(Digits.padded(civil.second, 2))"
        case .paddedWord: return "\(hour)h\(minute)"
        case .word: return "\(civil.hour)h\(minute)"
        }
    }

    private static func offset(_ zone: ZoneOffset) -> String {
        var bytes: [UInt8] = []
        bytes.append(offset: zone, separator: ":")
        return String(decoding: bytes, as: UTF8.self)
    }
}
