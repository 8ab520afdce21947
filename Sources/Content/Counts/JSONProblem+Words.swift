internal import Diagnostics

extension JSONProblem: Problem {
    var kind: String { "json" }

    func message(in language: Language) -> String {
        language == .vietnamese ? vietnameseMessage : englishMessage
    }

    func remedy(in language: Language) -> String? {
        language == .vietnamese ? vietnameseRemedy : englishRemedy
    }

    private var vietnameseMessage: String {
        switch self {
        case .expected(let expected): "JSON không đúng: ở đây phải là \(expected.vietnamese)"
        case .unclosedText: "JSON không đúng: thiếu dấu `\"` đóng"
        case .lineEndInText: "JSON không đúng: chữ trong nháy kép không được xuống dòng"
        case .badEscape: "JSON không đúng: không có ký hiệu này sau dấu `\\`"
        case .badNumber: "JSON không đúng: số viết sai"
        case .tooDeep: "JSON lồng nhau quá sâu"
        case .repeated(let name): "`\(name)` được viết hai lần"
        case .wrongType(let key, let type): "`\(key)` phải là \(type.vietnamese)"
        case .itemNotText(let list): "mỗi mục của `\(list)` phải là chữ trong nháy kép"
        case .wrongVersion(let version): "không đọc được dạng `\(version)` của counts.json"
        }
    }

    private var englishMessage: String {
        switch self {
        case .expected(let expected): "this is not JSON: here must be \(expected.english)"
        case .unclosedText: "this is not JSON: the closing `\"` is missing"
        case .lineEndInText: "this is not JSON: a text in quotes has no line end in it"
        case .badEscape: "this is not JSON: nothing is written like this after `\\`"
        case .badNumber: "this is not JSON: no number is written like this"
        case .tooDeep: "the JSON is nested too deep"
        case .repeated(let name): "`\(name)` is written twice"
        case .wrongType(let key, let type): "`\(key)` must be \(type.english)"
        case .itemNotText(let list): "each item of `\(list)` must be a text in double quotes"
        case .wrongVersion(let version): "counts.json of the form `\(version)` cannot be read"
        }
    }

    private var vietnameseRemedy: String? {
        switch self {
        case .repeated: "xóa một trong hai"
        case .wrongType(let key, let type): "viết như `\"\(key)\": \(type.example)`"
        case .itemNotText(let list): "viết như `\"\(list)\": [\"dai-hoi-2026\"]`"
        case .wrongVersion: "viết `\"version\": 1`, hoặc dùng bản mới hơn của chương trình"
        default: "lấy lại tệp từ bản sao lưu hoặc tạo lại; dạng của tệp: docs/counts.md"
        }
    }

    private var englishRemedy: String? {
        switch self {
        case .repeated: "delete one of the two"
        case .wrongType(let key, let type): "write it like `\"\(key)\": \(type.example)`"
        case .itemNotText(let list): "write it like `\"\(list)\": [\"dai-hoi-2026\"]`"
        case .wrongVersion: "write `\"version\": 1`, or use a newer version of the program"
        default: "restore the file from a backup or make it anew; its form: docs/counts.md"
        }
    }
}

extension JSONProblem.Expectation {
    fileprivate var vietnamese: String {
        switch self {
        case .value: "một giá trị"
        case .object: "dấu `{`"
        case .key: "một tên trong nháy kép"
        case .colon: "dấu `:`"
        case .commaOrBrace: "dấu `,` hoặc `}`"
        case .commaOrBracket: "dấu `,` hoặc `]`"
        case .end: "hết tệp"
        }
    }

    fileprivate var english: String {
        switch self {
        case .value: "a value"
        case .object: "`{`"
        case .key: "a name in double quotes"
        case .colon: "`:`"
        case .commaOrBrace: "`,` or `}`"
        case .commaOrBracket: "`,` or `]`"
        case .end: "the end of the file"
        }
    }
}

extension JSONType {
    fileprivate var vietnamese: String {
        switch self {
        case .object: "các cặp tên và giá trị trong `{ }`"
        case .array: "danh sách trong `[ ]`"
        case .text: "chữ trong nháy kép"
        case .number: "số nguyên"
        }
    }

    fileprivate var english: String {
        switch self {
        case .object: "names and values in `{ }`"
        case .array: "a list in `[ ]`"
        case .text: "a text in double quotes"
        case .number: "a whole number"
        }
    }

    fileprivate var example: String {
        switch self {
        case .object: "{}"
        case .array: "[]"
        case .text: "\"…\""
        case .number: "152"
        }
    }
}
