package import Diagnostics

// What template problems say. Each sentence is asserted in `TemplateProblemTests`.
extension TemplateProblem {
    package func message(in language: Language) -> String {
        language == .vietnamese ? vietnamese.message : english.message
    }

    package func remedy(in language: Language) -> String? {
        language == .vietnamese ? vietnamese.remedy : english.remedy
    }

    typealias Words = (message: String, remedy: String?)

    private var vietnamese: Words {
        vietnameseSyntax ?? vietnameseFiles ?? vietnameseNames ?? vietnameseTypes ?? ("", nil)
    }

    private var english: Words {
        englishSyntax ?? englishFiles ?? englishNames ?? englishTypes ?? ("", nil)
    }

    static func closing(_ delimiter: String) -> String {
        switch delimiter {
        case "{{": "}}"
        case "{%": "%}"
        default: "#}"
        }
    }

    /// The file name behind a layer's name.
    static func base(_ identity: String) -> String {
        identity.split(separator: "/").dropFirst().joined(separator: "/")
    }

    static func meant(_ suggestion: String?, or other: String?) -> String? {
        suggestion.map { "ý bạn là `\($0)`?" } ?? other
    }

    static func didYouMean(_ suggestion: String?, or other: String?) -> String? {
        suggestion.map { "did you mean `\($0)`?" } ?? other
    }
}

// MARK: Vietnamese

// A table of sentences: its length is that of the list of problems.
extension TemplateProblem {
    private var vietnameseSyntax: Words? {
        switch self {
        case .invalidUTF8:
            ("mẫu không phải văn bản UTF-8 hợp lệ", "lưu tệp với bảng mã UTF-8")
        case .unclosedDelimiter(let open):
            ("`\(open)` chưa được đóng", "thêm `\(Self.closing(open))`")
        case .unclosedString:
            ("chuỗi chưa được đóng trên dòng này", "thêm dấu nháy đóng; trong chuỗi viết `\\\"` cho dấu nháy")
        case .unclosedTag(let tag, let end):
            ("thẻ `\(tag)` chưa được đóng", "thêm `{% \(end) %}`")
        case .unexpectedTag(let tag, let inside?):
            ("`\(tag)` không thuộc về `\(inside)` đang mở", "đóng `\(inside)` trước hoặc bỏ `\(tag)`")
        case .unexpectedTag(let tag, nil):
            ("`\(tag)` không có thẻ mở", "bỏ nó hoặc thêm thẻ mở phía trước")
        case .unknownTag(let tag, let suggestion):
            ("không có thẻ `\(tag)`", Self.meant(suggestion, or: "xem danh sách thẻ trong docs/templates.md"))
        case .unsupportedTag(let tag):
            (
                "ngôn ngữ mẫu này không có thẻ `\(tag)`",
                "dùng `set`, `macro` hoặc `include`; xem docs/templates.md"
            )
        case .unexpectedCharacter("}"): ("thẻ chưa được đóng đúng cách", "đóng bằng `}}` hoặc `%}`")
        case .unexpectedCharacter(let character):
            ("ký tự `\(character)` không có nghĩa ở đây", "chữ phải đặt trong dấu nháy")
        case .unexpected(let found, let expected):
            (
                found.isEmpty
                    ? "thiếu \(Self.vietnamese(expected)) trước khi thẻ kết thúc"
                    : "cần \(Self.vietnamese(expected)), nhưng gặp `\(found)`", nil
            )
        case .numberTooLarge: ("số quá lớn", "số lớn nhất là 9223372036854775807")
        case .decimalNumber:
            ("chỉ có số nguyên, không có số thập phân", "viết số nguyên, hoặc chữ trong dấu nháy")
        case .loopCondition: ("`for` không có điều kiện `if`", "đặt `{% if %}` bên trong vòng lặp")
        case .nestedTooDeep(let limit):
            ("lồng nhau quá \(limit) tầng", "tách bớt ra tệp riêng hoặc biến `set`")
        case .duplicateBlock(let name):
            ("khối `\(name)` được định nghĩa hai lần trong tệp này", "đổi tên một khối")
        case .duplicateMacro(let name):
            ("macro `\(name)` được định nghĩa hai lần trong tệp này", "đổi tên một macro")
        case .duplicateExtends: ("tệp này đã có `extends`", "chỉ giữ một `{% extends %}`")
        case .duplicateParameter(let name): ("tham số `\(name)` lặp lại", "đổi tên một tham số")
        case .contentOutsideBlock:
            (
                "nội dung ngoài khối không bao giờ hiện ra, vì tệp này có `extends`",
                "đưa nó vào một `{% block %}`"
            )
        default: nil
        }
    }

    private static func vietnamese(_ expected: Expected) -> String {
        switch expected {
        case .token(let token): "`\(token)`"
        case .expression: "một giá trị"
        case .name: "một tên"
        case .templateName: "tên mẫu trong dấu nháy"
        case .endOfTag: "kết thúc thẻ"
        }
    }

    private var vietnameseFiles: Words? {
        switch self {
        case .missingTemplate(let name, let suggestion):
            (
                "không có mẫu `\(name)`",
                Self.meant(suggestion, or: "tạo tệp đó trong thư mục templates của giao diện")
            )
        case .missingPageTemplate(let page, let template):
            (
                "giao diện thiếu mẫu `\(template)` cho loại trang `\(page)`",
                "tạo tệp `\(template)` trong thư mục templates của giao diện"
            )
        case .circle(let circle, let names):
            (
                "\(Self.vietnamese(circle)) chạy vòng tròn: \(names.joined(separator: " → "))",
                circle == .extends
                    ? "gọi mẫu của giao diện gốc bằng tên đủ, ví dụ `sen/\(names.last.map(Self.base) ?? "")`"
                    : "bỏ một mắt xích của vòng"
            )
        case .missingFragment(let name, let suggestion):
            (
                "không có mảnh `\(name)`",
                Self.meant(
                    suggestion,
                    or: "tạo tệp `fragments/\(name).html` trong thư mục templates của giao diện")
            )
        case .badFragmentName(let name):
            ("tên mảnh `\(name)` không dùng được", "chỉ dùng chữ cái a-z, chữ số và dấu gạch nối")
        case .fragmentInFragment(let name):
            ("mảnh `\(name)` nằm trong một mảnh khác", "đặt hai mảnh cạnh nhau, hoặc dùng `{% include %}`")
        case .unknownBlock(let name, let suggestion):
            ("mẫu gốc không có khối `\(name)`", Self.meant(suggestion, or: "dùng tên một khối của mẫu gốc"))
        case .superOutsideBlock: ("`super()` chỉ dùng được trong khối", "đưa nó vào một `{% block %}`")
        case .superWithoutParent(let name):
            ("không mẫu gốc nào có nội dung cho khối `\(name)`", "bỏ `super()`")
        default: nil
        }
    }

    private static func vietnamese(_ circle: Circle) -> String {
        switch circle {
        case .extends: "`extends`"
        case .include: "`include`"
        case .macro: "lời gọi macro"
        case .block: "các khối"
        }
    }

    private var vietnameseNames: Words? {
        switch self {
        case .unknownVariable(let name, let page, let suggestion):
            (
                "không có biến `\(name)` trong trang `\(page)`",
                Self.meant(
                    suggestion, or: "nếu biến có thể vắng, hỏi trước bằng `{% if \(name) is defined %}`")
            )
        case .pageVariableInFragment(let name):
            (
                "mảnh không thấy biến `\(name)`: mảnh giống nhau trên mọi trang",
                "dùng `{% include %}` thay cho `{% fragment %}`"
            )
        case .unknownField(let name, let type, let suggestion):
            (
                "\(type.words(in: .vietnamese)) không có trường `\(name)`",
                Self.meant(suggestion, or: "xem các trường trong docs/templates.md")
            )
        case .fieldOfPlainValue(let name, let type):
            (
                "\(type.words(in: .vietnamese)) không có trường nào, nên không có `\(name)`",
                Self.filterHint(type, .vietnamese)
            )
        case .fieldOfOptional(_, let path):
            ("`\(path)` có thể không có", "đặt trong `{% if \(path) %}…{% endif %}`")
        case .unknownFilter(let name, let suggestion):
            (
                "không có bộ lọc `\(name)`",
                Self.meant(suggestion, or: "xem danh sách bộ lọc trong docs/templates.md")
            )
        case .unknownTest(let name, let suggestion):
            (
                "không có phép thử `\(name)`",
                Self.meant(suggestion, or: "xem danh sách phép thử trong docs/templates.md")
            )
        case .unknownFunction(let name, let suggestion):
            (
                "không có macro `\(name)`",
                Self.meant(suggestion, or: "định nghĩa bằng `{% macro %}` hoặc nhập bằng `{% import %}`")
            )
        case .notAFunction: ("giá trị này không gọi được", "chỉ macro và `super()` có dấu ngoặc tròn")
        case .macroWithoutCall(let name): ("`\(name)` là macro, không phải biến", "gọi nó: `\(name)(…)`")
        default: nil
        }
    }

    private var vietnameseTypes: Words? {
        switch self {
        case .cannotPrint(let type):
            ("không in được \(type.words(in: .vietnamese))", Self.printHint(type, .vietnamese))
        case .notAList(let type): ("\(type.words(in: .vietnamese)) không phải danh sách", nil)
        case .wrongOperand(let sign, let type, let expected):
            (
                "`\(sign)` cần \(expected.words(in: .vietnamese)), nhưng đây là \(type.words(in: .vietnamese))",
                Self.operandHint(sign, type, .vietnamese)
            )
        case .incomparable(let sign, let left, let right):
            (
                "`\(sign)` không so được \(left.words(in: .vietnamese)) với \(right.words(in: .vietnamese))",
                nil
            )
        case .optionalOperand(let path):
            ("`\(path)` có thể không có", "đặt trong `{% if %}` hoặc viết `(\(path) | default(…))`")
        case .mixedTypes(let left, let right):
            (
                "hai giá trị khác kiểu: \(left.words(in: .vietnamese)) và \(right.words(in: .vietnamese))",
                "dùng cùng một kiểu ở cả hai nơi"
            )
        case .wrongInput(let filter, let type, let accepted):
            (
                "bộ lọc `\(filter)` cần \(accepted.words(in: .vietnamese)), nhưng đây là \(type.words(in: .vietnamese))",
                nil
            )
        case .wrongTestInput(let test, let type, let accepted):
            (
                "phép thử `\(test)` cần \(accepted.words(in: .vietnamese)), nhưng đây là \(type.words(in: .vietnamese))",
                nil
            )
        case .wrongArgument(let callee, let argument, let type, let expected):
            (
                "đối số `\(argument)` của `\(callee)` phải là \(expected.words(in: .vietnamese)), nhưng đây là \(type.words(in: .vietnamese))",
                nil
            )
        case .missingArgument(let callee, let argument):
            ("`\(callee)` thiếu đối số `\(argument)`", "viết `\(callee)(\(argument)=…)`")
        case .unknownArgument(let callee, let argument, let suggestion):
            ("`\(callee)` không có đối số `\(argument)`", Self.meant(suggestion, or: nil))
        case .duplicateArgument(let callee, let argument):
            ("đối số `\(argument)` của `\(callee)` được đưa vào hai lần", "bỏ một lần")
        case .tooManyArguments(let callee, let limit):
            (
                limit == 0 ? "`\(callee)` không nhận đối số" : "`\(callee)` nhận nhiều nhất \(limit) đối số",
                "bỏ đối số thừa"
            )
        case .literalNeeded(let callee, let argument):
            (
                "đối số `\(argument)` của `\(callee)` phải viết thẳng ra",
                "đưa vào một chuỗi hay số, không phải biến"
            )
        case .divisionByZero: ("không chia được cho 0", "chia cho số khác 0")
        default: nil
        }
    }
}
