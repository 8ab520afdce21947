import Foundation
import Model
import Testing
import VietnameseText

@Suite struct DateParserTests {
    @Test(arguments: VectorTable.rows(vectors, separator: "=>")) func vector(row: [String]) throws {
        let result = DateParser.parse(row[0], zone: .vietnam)
        if row[1] == "ERR" {
            #expect(throws: DateProblem.self) { try result.get() }
        } else {
            #expect(Self.describe(try result.get()) == row[1])
        }
    }

    private static let vectors = #"""
        Thứ tư, 19/06/2024 => 2024-06-19
        Thứ Sáu, 19/4/2024 => 2024-04-19
        Chủ nhật, ngày 19/6/2022 - 22:02 => 2022-06-19T22:02+07:00
        Thứ Ba, 26/3/2024 16:46'(GMT+7) => 2024-03-26T16:46+07:00
        10:8, Thứ Tư, 3-4-2024 => 2024-04-03T10:08+07:00
        02/10/2020 08:20 SA => 2020-10-02T08:20+07:00
        12:05 SA 01/01/2025 => 2025-01-01T00:05+07:00
        Thứ sáu, 18 Tháng 2 2022 15:56 => 2022-02-18T15:56+07:00
        8h30 ngày 26/3/2024 => 2024-03-26T08:30+07:00
        Thứ bẩy, 01/6/2024 => 2024-06-01
        03/04/2024 => 2024-04-03
        29/02/2024 => 2024-02-29
        29/02/2023 => ERR
        31/02/2024 => ERR
        Thứ Hai, 26/3/2024 => 2024-03-26 W
        """#

    /// The notation of the tables: date, time if written, and `W` for a weekday that does not fit.
    private static func describe(_ parsed: ParsedDate) -> String {
        let iso = ISO8601.string(parsed.timestamp, zone: .vietnam)
        let seconds = parsed.timestamp.seconds % 60 == 0 ? "" : String(iso.dropFirst(16).prefix(3))
        let shown = parsed.hasTime ? iso.prefix(16) + seconds + iso.suffix(6) : iso.prefix(10)
        return shown + (parsed.weekdayMismatch == nil ? "" : " W")
    }

    @Test(arguments: VectorTable.rows(moreForms, separator: "=>")) func inAnyCaseAndForm(row: [String]) throws
    {
        let text = row[0]
        let spellings = [
            text, text.uppercased(), text.lowercased(), text.decomposedStringWithCanonicalMapping,
        ]
        for spelling in spellings {
            #expect(Self.describe(try DateParser.parse(spelling, zone: .vietnam).get()) == row[1])
        }
    }

    private static let moreForms = #"""
        2024-03-26 => 2024-03-26
        2024-03-26T16:46 => 2024-03-26T16:46+07:00
        2024-03-26 16:46 => 2024-03-26T16:46+07:00
        2024-03-26T16:46:05+07:00 => 2024-03-26T16:46:05+07:00
        2024-03-26T16:46:05.999 => 2024-03-26T16:46:05+07:00
        2024-03-26T16:46:05,5Z => 2024-03-26T23:46:05+07:00
        2024-03-25T17:30Z => 2024-03-26T00:30+07:00
        2024-03-25 17:30 +0000 => 2024-03-26T00:30+07:00
        2024-03-25T13:00-04:30 => 2024-03-26T00:30+07:00
        2024-03-26T08:00+08 => 2024-03-26T07:00+07:00
        2024-03-26 8:5 => 2024-03-26T08:05+07:00
        2024-03-26, Thứ Ba => 2024-03-26
        2024/03/26 => 2024-03-26
        26.3.2024 => 2024-03-26
        26 / 3 / 2024 => 2024-03-26
        CN 24-3-2024 => 2024-03-24
        T2, 25/3/2024 => 2024-03-25
        T7 30/3/2024 7:00 => 2024-03-30T07:00+07:00
        Thứ 3, 26/3/2024 => 2024-03-26
        Thứ Năm, ngày 28 tháng 3 năm 2024 => 2024-03-28
        Thứ Bảy, 30/3/2024 => 2024-03-30
        ngày 5 tháng 7 năm 2023 => 2023-07-05
        ngày 05 tháng 7, năm 2023 => 2023-07-05
        18 Tháng 2 2022 => 2022-02-18
        18 tháng 2, 2022 => 2022-02-18
        ngày 18 tháng 2/2022 => 2022-02-18
        16:46 - 26/3/2024 => 2024-03-26T16:46+07:00
        16:46:05, 26-3-2024 => 2024-03-26T16:46:05+07:00
        26/3/2024 16:46:05.123 => 2024-03-26T16:46:05+07:00
        26-3-2024-8:30 => 2024-03-26T08:30+07:00
        8 giờ 30 ngày 26/3/2024 => 2024-03-26T08:30+07:00
        lúc 8 giờ 30 phút 15 giây, ngày 26/3/2024 => 2024-03-26T08:30:15+07:00
        8g30 26/3/2024 => 2024-03-26T08:30+07:00
        8h 26/3/2024 => 2024-03-26T08:00+07:00
        8h 26-3-2024 => 2024-03-26T08:00+07:00
        8h30-26-3-2024 => 2024-03-26T08:30+07:00
        8h 5 tháng 7 năm 2023 => 2023-07-05T08:00+07:00
        8h30' ngày 26/3/2024 => 2024-03-26T08:30+07:00
        26/3/2024 08:20 CH => 2024-03-26T20:20+07:00
        26/3/2024 12:05 CH => 2024-03-26T12:05+07:00
        26/3/2024 15:00 CH => 2024-03-26T15:00+07:00
        8h30 tối 26/3/2024 => 2024-03-26T20:30+07:00
        26/3/2024 8:20 PM => 2024-03-26T20:20+07:00
        26/3/2024 16:46 (GMT+9) => 2024-03-26T14:46+07:00
        26/3/2024 16:46 GMT-3:30 => 2024-03-27T03:16+07:00
        26/3/2024 16:46 +0900 => 2024-03-26T14:46+07:00
        26/3/2024 16:46 UTC => 2024-03-26T23:46+07:00
        16:46 GMT - 26/3/2024 => 2024-03-26T23:46+07:00
        26/3/2024 – 16:46 => 2024-03-26T16:46+07:00
        \u00a026/3/2024\u00a016:46\u00a0 => 2024-03-26T16:46+07:00
        """#

    struct Refusal {
        let text: String
        let problem: DateProblem

        init(_ text: String, _ problem: DateProblem) {
            self.text = text
            self.problem = problem
        }
    }

    @Test(arguments: [
        Refusal("", .empty), Refusal(" \u{a0}\n", .empty), Refusal("hôm qua", .notADate),
        Refusal("26/3/2024 5", .notADate), Refusal("26/3/2024 27/3/2024", .notADate),
        Refusal("8:00 9:00 26/3/2024", .notADate), Refusal("Thứ Ba Thứ Tư 26/3/2024", .notADate),
        Refusal("Thứ 8, 26/3/2024", .notADate), Refusal("Chủ 26/3/2024", .notADate),
        Refusal("12345678901", .notADate), Refusal("2024-03-26Tuesday", .notADate),
        Refusal("26/3/2024/5", .notADate), Refusal("GMT+7 26/3/2024", .notADate),
        Refusal("16:46", .dateMissing), Refusal("Thứ Ba", .dateMissing),
        Refusal("26/3", .yearMissing), Refusal("26 tháng 3", .yearMissing),
        Refusal("26/3/24", .yearTooShort(24)), Refusal("26/3/0000", .yearOutOfRange(0)),
        Refusal("26/3/12024", .yearOutOfRange(12024)), Refusal("03/25/2024", .monthOutOfRange(25)),
        Refusal("2024-13-01", .monthOutOfRange(13)), Refusal("1/0/2024", .monthOutOfRange(0)),
        Refusal("29/02/2023", .noSuchDay(day: 29, month: 2, year: 2023, daysInMonth: 28)),
        Refusal("2024-04-31T08:00", .noSuchDay(day: 31, month: 4, year: 2024, daysInMonth: 30)),
        Refusal("0/4/2024", .noSuchDay(day: 0, month: 4, year: 2024, daysInMonth: 30)),
        Refusal("26/3/2024 25:00", .noSuchTime(hour: 25, minute: 0, second: 0)),
        Refusal("2024-03-26T24:00", .noSuchTime(hour: 24, minute: 0, second: 0)),
        Refusal("2024-03-26T23:59:60", .noSuchTime(hour: 23, minute: 59, second: 60)),
        Refusal("8h75 26/3/2024", .noSuchTime(hour: 8, minute: 75, second: 0)),
        Refusal("15:00 SA 26/3/2024", .noSuchTime(hour: 15, minute: 0, second: 0)),
        Refusal("0:30 CH 26/3/2024", .noSuchTime(hour: 0, minute: 30, second: 0)),
        Refusal("2024-03-26T08:00+15:00", .noSuchOffset), Refusal("26/3/2024 8:00 GMT+99", .noSuchOffset),
    ])
    func refuses(refusal: Refusal) {
        #expect(DateParser.parse(refusal.text, zone: .vietnam) == .failure(refusal.problem))
    }

    @Test func statesBothWeekdays() throws {
        let parsed = try DateParser.parse("Thứ Hai, 26/3/2024", zone: .vietnam).get()
        #expect(parsed.weekdayMismatch == WeekdayMismatch(written: 1, actual: 2))
    }

    @Test func weekdayBelongsToTheDayWritten() throws {
        let parsed = try DateParser.parse("Thứ Hai, 25/3/2024 17:30 UTC", zone: .vietnam).get()
        #expect(parsed.weekdayMismatch == nil)
        #expect(parsed.date == CivilDate(year: 2024, month: 3, day: 26))
    }

    @Test func dateWithoutOffsetIsLocalToTheZone() throws {
        let parsed = try DateParser.parse("26/3/2024", zone: .utc).get()
        #expect(parsed.timestamp.seconds == 1_711_411_200)
        #expect(!parsed.hasTime)
    }

    @Test(arguments: [
        "EEEE, dd/MM/yyyy, HH:mm", "EEEE, 'ngày' d/M/yyyy - HH:mm", "EEEE, d/M/yyyy HH:mm'''(GMT+7)'",
        "eeee, dd/MM/yyyy", "HH:mm:ss, d-M-yyyy", "'ngày' dd 'tháng' OO 'năm' yyyy",
        "H'h'mm 'ngày' d.M.yyyy", "yyyy-MM-dd'T'HH:mm:ss", "d/M/yyyy H 'giờ' mm 'phút'",
        "EEEE, d 'Tháng' M yyyy HH:mm",
    ])
    func readsWhatPatternsWrite(pattern: String) throws {
        let pattern = try DatePattern(pattern)
        for day in stride(from: -20_000, through: 50_000, by: 37) {
            let date = CivilDate(daysSinceEpoch: day)
            let civil = CivilTime(date: date, hour: abs(day) % 24, minute: abs(day) % 60)
            let time = Timestamp(civil, in: .vietnam)
            let parsed = try DateParser.parse(pattern.string(time, zone: .vietnam), zone: .vietnam).get()
            #expect(parsed.date == date && parsed.weekdayMismatch == nil)
            #expect(!parsed.hasTime || parsed.timestamp == time)
        }
    }

    @Test func readsWhatTheFixedFormWrites() throws {
        let zone = ZoneOffset(seconds: -12_600)
        for seconds in stride(from: -2_000_000_000, through: 4_000_000_000, by: 1_234_567) {
            let time = Timestamp(seconds: seconds)
            let parsed = try DateParser.parse(ISO8601.string(time, zone: zone), zone: .vietnam).get()
            #expect(parsed.timestamp == time)
            #expect(parsed.date == time.civil(in: .vietnam).date)
        }
    }
}
