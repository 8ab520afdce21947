/// The names of the days of the week.
package enum Weekday {
    /// How the second word of a name is written.
    package enum Style: Sendable {
        /// `Thứ Hai`.
        case capitalized
        /// `Thứ hai`.
        case lowercase
    }

    /// The name of an ISO weekday, 1 (`Thứ Hai`) to 7 (`Chủ nhật`, in both styles, as portals print it).
    package static func name(_ isoWeekday: Int, _ style: Style = .capitalized) -> String {
        precondition(1...7 ~= isoWeekday, "ISO weekdays are 1 to 7")
        return (style == .capitalized ? capitalized : lowercase)[isoWeekday - 1]
    }

    private static let capitalized = [
        "Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ nhật",
    ]
    private static let lowercase = [
        "Thứ hai", "Thứ ba", "Thứ tư", "Thứ năm", "Thứ sáu", "Thứ bảy", "Chủ nhật",
    ]
}
