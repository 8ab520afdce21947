internal import Diagnostics

extension YAMLProblem: Problem {
    var kind: String { "yaml" }

    func message(in language: Language) -> String {
        language == .vietnamese ? vietnameseMessage : englishMessage
    }

    func remedy(in language: Language) -> String? {
        language == .vietnamese ? vietnameseRemedy : englishRemedy
    }

    private var vietnameseMessage: String {
        switch self {
        case .syntax(let fault): "không đúng YAML: " + fault.vietnameseMessage
        case .anchor: "không dùng neo `&…` của YAML"
        case .alias: "không dùng tham chiếu `*…` của YAML"
        case .tag: "không dùng nhãn kiểu `!…` của YAML"
        case .manyDocuments: "tệp có nhiều tài liệu YAML"
        case .duplicateKey(let key): "`\(key)` được viết hai lần"
        case .keyNotText: "tên trường phải là chữ"
        case .tooDeep: "lồng nhau quá sâu"
        case .notMapping: "chỗ này phải là các dòng `tên: giá trị`"
        }
    }

    private var englishMessage: String {
        switch self {
        case .syntax(let fault): "not YAML: " + fault.englishMessage
        case .anchor: "anchors (`&…`) of YAML are not used here"
        case .alias: "aliases (`*…`) of YAML are not used here"
        case .tag: "tags (`!…`) of YAML are not used here"
        case .manyDocuments: "the file holds more than one YAML document"
        case .duplicateKey(let key): "`\(key)` is written twice"
        case .keyNotText: "the name of a field must be text"
        case .tooDeep: "nested too deeply"
        case .notMapping: "lines of the form `name: value` are expected here"
        }
    }

    private var vietnameseRemedy: String? {
        switch self {
        case .syntax(let fault): fault.vietnameseRemedy
        case .anchor, .alias, .tag: "đặt giá trị trong dấu nháy thẳng: `\"…\"`"
        case .manyDocuments: "xóa dòng `---` hoặc `...` ở giữa tệp"
        case .duplicateKey: "giữ lại một dòng"
        case .keyNotText, .notMapping: "viết như `title: Đại hội công đoàn`"
        case .tooDeep: "bỏ bớt các mức lồng nhau"
        }
    }

    private var englishRemedy: String? {
        switch self {
        case .syntax(let fault): fault.englishRemedy
        case .anchor, .alias, .tag: "put the value in straight quotes: `\"…\"`"
        case .manyDocuments: "delete the line `---` or `...` in the middle of the file"
        case .duplicateKey: "keep one of the lines"
        case .keyNotText, .notMapping: "write it like `title: Đại hội công đoàn`"
        case .tooDeep: "use fewer levels"
        }
    }
}

extension YAMLFault {
    fileprivate var vietnameseMessage: String {
        switch self {
        case .colonInValue: "dấu hai chấm trong giá trị không có dấu nháy"
        case .missingColon: "thiếu dấu hai chấm sau tên trường"
        case .unclosedQuote: "dấu nháy mở mà không đóng"
        case .unclosedBracket: "dấu ngoặc mở mà không đóng, hoặc thiếu dấu phẩy"
        case .indentation: "dòng thụt vào không thẳng hàng với các dòng trên"
        case .character: "ký tự không được đứng ở đây"
        case .escape: "dấu `\\` trong nháy kép không hợp lệ"
        case .other(let detail): detail
        }
    }

    fileprivate var englishMessage: String {
        switch self {
        case .colonInValue: "a colon inside a value without quotes"
        case .missingColon: "no colon after the name of a field"
        case .unclosedQuote: "a quote is opened and not closed"
        case .unclosedBracket: "a bracket is opened and not closed, or a comma is missing"
        case .indentation: "the line's indentation does not match the lines above"
        case .character: "a character that cannot stand here"
        case .escape: "a `\\` in double quotes that is not valid"
        case .other(let detail): detail
        }
    }

    fileprivate var vietnameseRemedy: String {
        switch self {
        case .colonInValue, .character, .other: "đặt giá trị trong dấu nháy thẳng: `\"…\"`"
        case .missingColon: "viết như `title: Đại hội công đoàn`"
        case .unclosedQuote: "thêm dấu nháy đóng ở cuối giá trị"
        case .unclosedBracket: "kiểm tra các dấu `[ ]`, `{ }` và dấu phẩy"
        case .indentation: "thụt các dòng cùng mức bằng cùng số dấu cách"
        case .escape: "dùng nháy đơn `'…'`, hoặc viết `\\\\`"
        }
    }

    fileprivate var englishRemedy: String {
        switch self {
        case .colonInValue, .character, .other: "put the value in straight quotes: `\"…\"`"
        case .missingColon: "write it like `title: Đại hội công đoàn`"
        case .unclosedQuote: "add the closing quote at the end of the value"
        case .unclosedBracket: "check the brackets `[ ]`, `{ }` and the commas"
        case .indentation: "indent lines of one level by the same number of spaces"
        case .escape: "use single quotes `'…'`, or write `\\\\`"
        }
    }
}
