import Model
import Testing
import VietnameseText

@Suite struct RFC822Tests {
    @Test(arguments: [
        (25_200, "Tue, 26 Mar 2024 16:46:00 +0700"), (0, "Tue, 26 Mar 2024 09:46:00 +0000"),
        (-12_600, "Tue, 26 Mar 2024 06:16:00 -0330"),
    ])
    func writes(offset: Int, expected: String) {
        let time = Timestamp(seconds: 1_711_446_360)
        #expect(RFC822.string(time, zone: ZoneOffset(seconds: offset)) == expected)
    }

    @Test func everyWeekdayAndMonthHasItsName() {
        let days = (0..<7).map { RFC822.string(Timestamp(seconds: $0 * 86_400), zone: .utc).prefix(3) }
        #expect(days == ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"])
        let months = (0..<12).map { month in
            RFC822.string(Timestamp(seconds: (month * 30 + 15) * 86_400), zone: .utc).dropFirst(8).prefix(3)
        }
        #expect(months.joined() == "JanFebMarAprMayJunJulAugSepOctNovDec")
    }
}
