internal import VietnameseText

extension DateProblem {
    /// What is wrong with `text`, which was meant as a date.
    func vietnamese(_ text: String) -> String {
        switch self {
        case .empty, .notADate: "không hiểu ngày “\(text)”"
        case .dateMissing: "“\(text)” không có ngày"
        case .yearMissing: "“\(text)” không có năm"
        case .yearTooShort: "năm trong “\(text)” phải đủ bốn chữ số"
        case .yearOutOfRange(let year): "không có năm \(year)"
        case .monthOutOfRange(let month): "không có tháng \(month)"
        case .noSuchDay(let day, let month, let year, let length):
            "không có ngày \(day)/\(month)/\(year): tháng này có \(length) ngày"
        case .noSuchTime: "không có giờ như trong “\(text)”"
        case .noSuchOffset: "không có múi giờ như trong “\(text)”"
        }
    }

    /// What is wrong with `text`, which was meant as a date.
    func english(_ text: String) -> String {
        switch self {
        case .empty, .notADate: "“\(text)” is not understood as a date"
        case .dateMissing: "“\(text)” has no day"
        case .yearMissing: "“\(text)” has no year"
        case .yearTooShort: "the year in “\(text)” must have four digits"
        case .yearOutOfRange(let year): "there is no year \(year)"
        case .monthOutOfRange(let month): "there is no month \(month)"
        case .noSuchDay(let day, let month, let year, let length):
            "there is no \(day)/\(month)/\(year): the month has \(length) days"
        case .noSuchTime: "there is no time of day as in “\(text)”"
        case .noSuchOffset: "there is no offset as in “\(text)”"
        }
    }
}
