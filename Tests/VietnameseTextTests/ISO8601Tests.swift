import Model
import Testing
import VietnameseText

@Suite struct ISO8601Tests {
    @Test(arguments: [
        (25_200, "2024-03-26T16:46:00+07:00"), (0, "2024-03-26T09:46:00+00:00"),
        (-12_600, "2024-03-26T06:16:00-03:30"),
    ])
    func writes(offset: Int, expected: String) {
        let time = Timestamp(seconds: 1_711_446_360)
        #expect(ISO8601.string(time, zone: ZoneOffset(seconds: offset)) == expected)
    }
}
