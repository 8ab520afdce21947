import Model
import Testing
import VietnameseText

@Suite struct DateFormTests {
    private let zone = ZoneOffset.vietnam

    /// 08:05 on 5 July 2026: hours, days and months of one digit show how they are padded.
    private let moment = Timestamp(
        CivilTime(date: CivilDate(year: 2026, month: 7, day: 5)!, hour: 8, minute: 5), in: .vietnam)

    @Test(arguments: [
        ("2024-06-19", "2026-07-05 08:05"),
        ("2024-06-19 16:30", "2026-07-05 08:05"),
        ("2024-06-19T16:30", "2026-07-05T08:05"),
        ("2024-06-19T16:30:45", "2026-07-05T08:05:00"),
        ("2024-06-19T16:30:45+07:00", "2026-07-05T08:05:00+07:00"),
        ("2024-06-19 16:30+07:00", "2026-07-05 08:05+07:00"),
        ("19/06/2024", "05/07/2026 08:05"),
        ("19/6/2024", "05/7/2026 08:05"),
        ("9/6/2024", "5/7/2026 08:05"),
        ("09/6/2024 07:30", "05/7/2026 08:05"),
        ("19-06-2024 7:30", "05-07-2026 8:05"),
        ("19.06.2024, 07:30", "05.07.2026, 08:05"),
        ("07:30 30/4/2027", "08:05 05/7/2026"),
        ("7h30 9/6/2024", "8h05 5/7/2026"),
        ("07h30 ngày 19/06/2024", "08h05 ngày 05/07/2026"),
        ("19/06/2024 - 07:30", "05/07/2026 - 08:05"),
    ])
    func isFoundInAText(_ written: String, _ expected: String) {
        #expect(DateForm(of: written, zone: zone).text(moment, zone: zone) == expected)
    }

    @Test(arguments: [
        "8h30 ngày 5 tháng 7 năm 2023", "Thứ Tư, 19/06/2024", "26/3/2024 16:46'(GMT+7)", "2024-06-19T16:30Z",
        "hôm nay", "",
    ])
    func isISOForAllElse(_ written: String) {
        #expect(DateForm(of: written, zone: zone) == .iso)
        #expect(DateForm.iso.text(moment, zone: zone) == "2026-07-05 08:05")
    }

    @Test(arguments: DateForm.all) func isReadBackExactly(_ form: DateForm) {
        for zone in [ZoneOffset.vietnam, .utc, ZoneOffset(seconds: -34_200)] {
            for minutes in stride(from: 27_000_000, to: 31_000_000, by: 98_731) {
                let moment = Timestamp(seconds: minutes * 60)
                let text = form.text(moment, zone: zone)
                guard case .success(let read) = DateParser.parse(text, zone: zone) else {
                    Issue.record("\(text) is no date")
                    return
                }
                #expect(read.timestamp == moment, "\(text)")
                #expect(DateForm(of: text, zone: zone).text(moment, zone: zone) == text)
            }
        }
    }
}
