import Model
import Testing

@Suite struct TimestampTests {
    @Test(arguments: [25_200, 0, -12_600]) func civilTimeGoesThereAndBack(offset: Int) {
        let zone = ZoneOffset(seconds: offset)
        for seconds in stride(from: -5_000_000_000, through: 5_000_000_000, by: 7_654_321) {
            let civil = Timestamp(seconds: seconds).civil(in: zone)
            #expect(Timestamp(civil, in: zone).seconds == seconds)
            #expect(0...23 ~= civil.hour && 0...59 ~= civil.minute && 0...59 ~= civil.second)
        }
    }

    @Test func theDayDependsOnTheZone() throws {
        let time = Timestamp(seconds: 1_711_387_800)
        let day25 = try #require(CivilDate(year: 2024, month: 3, day: 25))
        let day26 = try #require(CivilDate(year: 2024, month: 3, day: 26))
        #expect(time.civil(in: .utc) == CivilTime(date: day25, hour: 17, minute: 30))
        #expect(time.civil(in: .vietnam) == CivilTime(date: day26, hour: 0, minute: 30))
    }

    @Test func instantsBeyondTheCalendarDoNotTrap() {
        #expect(Timestamp(seconds: .max).civil(in: .utc).date.year == 9999)
        #expect(Timestamp(seconds: .min).civil(in: .utc).date.year == 1)
    }

    @Test(arguments: [
        ("Asia/Ho_Chi_Minh", 25_200), ("Asia/Bangkok", 25_200), ("+07:00", 25_200), ("+0700", 25_200),
        ("+07", 25_200), ("+7", 25_200), ("+7:00", 25_200), ("-03:30", -12_600), ("Z", 0), ("UTC", 0),
        ("+00:00", 0), ("+14:00", 50_400), ("-12:00", -43_200),
    ])
    func zoneName(name: String, seconds: Int) {
        #expect(ZoneOffset(name: name)?.seconds == seconds)
    }

    @Test(arguments: [
        "", "+", "7", "07:00", "+15:00", "+14:30", "+07:60", "+07:0", "+070", "+07:00:00", "+a7", "+:30",
        "Asia/Tokyo", "z", "+99999999999999999999",
    ])
    func noZone(name: String) {
        #expect(ZoneOffset(name: name) == nil)
    }
}
