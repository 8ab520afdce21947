import Model
import Testing
import VietnameseText

@Suite struct DatePatternTests {
    struct Row {
        let pattern: String
        let date: String
        let expected: String

        init(_ pattern: String, _ date: String, _ expected: String) {
            self.pattern = pattern
            self.date = date
            self.expected = expected
        }
    }

    @Test(arguments: [
        Row("EEEE, dd/MM/yyyy, HH:mm", "2013-06-24 08:10", "Thứ Hai, 24/06/2013, 08:10"),
        Row("EEEE, 'ngày' d/M/yyyy - HH:mm", "2022-06-19 22:02", "Chủ nhật, ngày 19/6/2022 - 22:02"),
        Row("EEEE, d/M/yyyy HH:mm'''(GMT+7)'", "2024-03-26 16:46", "Thứ Ba, 26/3/2024 16:46'(GMT+7)"),
        Row("eeee, dd/MM/yyyy", "2024-06-19", "Thứ tư, 19/06/2024"),
        Row("EEEE, d/M/yyyy", "2024-04-19", "Thứ Sáu, 19/4/2024"),
        Row("'ngày' dd 'tháng' OO 'năm' yyyy", "2023-07-05", "ngày 05 tháng 7 năm 2023"),
        Row("'ngày' dd 'tháng' OO 'năm' yyyy", "2023-02-01", "ngày 01 tháng 02 năm 2023"),
        Row("'ngày' dd 'tháng' OO 'năm' yyyy", "2023-12-10", "ngày 10 tháng 12 năm 2023"),
        Row("H:mm:ss d.M.yy", "2005-01-09T08:05:07", "8:05:07 9.1.05"),
        Row("''yyyy''", "0999-01-01", "'0999'"), Row("'it''s' yyyy", "2024-01-01", "it's 2024"),
        Row("", "2024-01-01", ""), Row("dd – MM · yyyy", "2024-01-02", "02 – 01 · 2024"),
        Row("'EEEE'", "2024-01-01", "EEEE"),
    ])
    func writes(row: Row) throws {
        let time = try DateParser.parse(row.date, zone: .vietnam).get().timestamp
        #expect(try DatePattern(row.pattern).string(time, zone: .vietnam) == row.expected)
    }

    @Test(
        arguments: [
            ("dd 'tháng", .unclosedQuote(offset: 3)), ("'", .unclosedQuote(offset: 0)),
            ("'a''", .unclosedQuote(offset: 0)),
            ("ngày d", .unknownField("n", offset: 0)), ("dd/MMM/yyyy", .unknownField("MMM", offset: 3)),
            ("'ế' YYYY", .unknownField("YYYY", offset: 6)),
        ] as [(String, DatePatternError)])
    func refuses(pattern: String, problem: DatePatternError) {
        #expect(throws: problem) { try DatePattern(pattern) }
    }

    @Test func zoneDecidesTheDay() throws {
        let time = Timestamp(seconds: 1_711_387_800)
        #expect(try DatePattern("d/M HH:mm").string(time, zone: .utc) == "25/3 17:30")
        #expect(try DatePattern("d/M HH:mm").string(time, zone: .vietnam) == "26/3 00:30")
    }

    @Test func appendsAfterWhatIsThere() throws {
        var bytes = Array("Ngày ".utf8)
        try DatePattern("d/M").append(Timestamp(seconds: 0), zone: .utc, to: &bytes)
        #expect(String(decoding: bytes, as: UTF8.self) == "Ngày 1/1")
    }
}
