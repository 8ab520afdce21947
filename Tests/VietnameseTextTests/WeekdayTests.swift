import Testing
import VietnameseText

@Suite struct WeekdayTests {
    @Test func names() {
        let expected = ["Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ nhật"]
        #expect((1...7).map { Weekday.name($0) } == expected)
    }

    @Test func lowercaseNames() {
        let expected = ["Thứ hai", "Thứ ba", "Thứ tư", "Thứ năm", "Thứ sáu", "Thứ bảy", "Chủ nhật"]
        #expect((1...7).map { Weekday.name($0, .lowercase) } == expected)
    }
}
