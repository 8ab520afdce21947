extension FieldType {
    /// What the value must be, as in "phải là …".
    var vietnamese: String {
        switch self {
        case .text: "chữ"
        case .date: "ngày"
        case .flag: "`có` hoặc `không`"
        case .number: "số nguyên"
        case .texts: "chữ hoặc danh sách chữ"
        case .picture: "đường dẫn ảnh, hoặc `{src, alt, caption}`"
        case .mapping: "các dòng `tên: giá trị` thụt vào"
        case .textOrMapping: "chữ, hoặc các dòng `tên: giá trị` thụt vào"
        case .mappings: "danh sách, mỗi mục gồm các dòng `tên: giá trị`"
        case .choice(let choices): choices.map { "`\($0)`" }.joined(separator: ", ")
        case .parameters: "các dòng `tên: giá trị` thụt vào"
        }
    }

    /// What the value must be, as in "must be …".
    var english: String {
        switch self {
        case .text: "text"
        case .date: "a date"
        case .flag: "`true` or `false`"
        case .number: "a whole number"
        case .texts: "text or a list of texts"
        case .picture: "the path of a picture, or `{src, alt, caption}`"
        case .mapping: "indented lines `name: value`"
        case .textOrMapping: "text, or indented lines `name: value`"
        case .mappings: "a list whose items are lines `name: value`"
        case .choice(let choices): choices.map { "`\($0)`" }.joined(separator: ", ")
        case .parameters: "indented lines `name: value`"
        }
    }
}
