import Model
import Testing

@Suite struct CivilDateTests {
    @Test func everyDayFrom1900To2100() throws {
        var number = -25_567
        var weekday = 1  // 1 January 1900 was a Monday.
        for year in 1900...2100 {
            for month in 1...12 {
                for day in 1...(try #require(CivilDate.daysInMonth(month, year: year))) {
                    let date = try #require(CivilDate(year: year, month: month, day: day))
                    #expect(date.daysSinceEpoch == number && date.weekday == weekday)
                    #expect(CivilDate(daysSinceEpoch: number) == date)
                    number += 1
                    weekday = weekday % 7 + 1
                }
            }
        }
        #expect(number == 47_847)
    }

    @Test func everyDayOfTheCalendarFollowsTheOneBefore() {
        var previous = CivilDate(daysSinceEpoch: -719_162)
        #expect(previous == CivilDate(year: 1, month: 1, day: 1))
        for number in -719_161...2_932_896 {
            let date = CivilDate(daysSinceEpoch: number)
            if !(previous < date && date.daysSinceEpoch == number) { Issue.record("day \(number)") }
            previous = date
        }
        #expect(previous == CivilDate(year: 9999, month: 12, day: 31))
    }

    @Test func staysInsideTheCalendar() {
        #expect(CivilDate(daysSinceEpoch: .min) == CivilDate(year: 1, month: 1, day: 1))
        #expect(CivilDate(daysSinceEpoch: .max) == CivilDate(year: 9999, month: 12, day: 31))
    }

    @Test(arguments: [
        [2023, 2, 29], [1900, 2, 29], [2024, 4, 31], [2024, 0, 1], [2024, 13, 1], [2024, 1, 0], [0, 1, 1],
        [10_000, 1, 1],
    ])
    func noSuchDay(numbers: [Int]) {
        #expect(CivilDate(year: numbers[0], month: numbers[1], day: numbers[2]) == nil)
    }

    @Test func leapDays() {
        #expect(CivilDate(year: 2024, month: 2, day: 29)?.weekday == 4)
        #expect(CivilDate(year: 2000, month: 2, day: 29)?.weekday == 2)
    }
}
