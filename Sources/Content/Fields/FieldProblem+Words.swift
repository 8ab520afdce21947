internal import Diagnostics
internal import Model
internal import VietnameseText

extension FieldProblem: Problem {
    var kind: String {
        switch self {
        case .weekdayMismatch: "weekday"
        // Of all that can be wrong with a source, this is what `publish` mends.
        case .missing("date", _, _, .frontMatter), .blank("date", _), .blank("ngay", _): "missing-date"
        default: "field"
        }
    }

    func message(in language: Language) -> String {
        language == .vietnamese ? vietnameseMessage : englishMessage
    }

    func remedy(in language: Language) -> String? {
        language == .vietnamese ? vietnameseRemedy : englishRemedy
    }

    private var vietnameseMessage: String {
        switch self {
        case .unknownKey(let key, _, .frontMatter): "không có trường `\(key)`"
        case .unknownKey(let key, _, let file): "\(file.name) không có mục `\(key)`"
        case .writtenTwice(let key, let other): "`\(key)` và `\(other)` là một trường, được viết hai lần"
        case .missing(let key, let alias?, _, _): "thiếu trường `\(key)` (`\(alias)`)"
        case .missing(let key, nil, _, .frontMatter): "thiếu trường `\(key)`"
        case .missing(let key, nil, _, _): "thiếu mục `\(key)`"
        case .blank(let key, _): "`\(key)` chưa có nội dung"
        case .wrongType(let key, let type, _): "`\(key)` phải là \(type.vietnamese)"
        case .outOfRange(let key, let range): "`\(key)` phải từ \(range.lowerBound) đến \(range.upperBound)"
        case .notAChoice(let key, let choices, _): "`\(key)` phải là \(Quoted.list(choices, "hoặc"))"
        case .date(let text, let problem): problem.vietnamese(text)
        case .invalidDatePattern(let pattern): "mẫu ngày `\(pattern)` không dùng được"
        case .weekdayMismatch(let written, let actual):
            "ngày này là \(Weekday.name(actual)), không phải \(Weekday.name(written))"
        case .invalidID: "mã bài chỉ gồm 1 đến 64 chữ cái a-z, chữ số và dấu gạch nối"
        case .invalidSlug:
            "đường dẫn chỉ gồm 1 đến 80 chữ cái a-z, chữ số và dấu gạch nối, không bắt đầu hay kết thúc bằng gạch nối"
        case .unknownCategory(let name, _): "không có chuyên mục `\(name)`"
        case .undeclaredParameter(let name, _, _): "giao diện không khai báo `\(name)`"
        case .wrongParameterType(let name, let kind): "`\(name)` phải là \(kind.vietnamese)"
        case .invalidURL(let text): "`\(text)` không phải là địa chỉ web"
        case .unknownZone(let text): "không có múi giờ `\(text)`"
        case .invalidPathWord(let key):
            "`\(key)` chỉ gồm chữ cái a-z, chữ số, dấu gạch nối, gạch dưới và dấu chấm"
        case .repeatedPathWord(let word, let first, let second): "`\(first)` và `\(second)` cùng là `\(word)`"
        case .invalidPermalink(let text): "mẫu địa chỉ `\(text)` không dùng được"
        case .emptyWindow: "`from` không đứng trước `to`, nên mục này không bao giờ hiện"
        }
    }

    private var englishMessage: String {
        switch self {
        case .unknownKey(let key, _, .frontMatter): "there is no field `\(key)`"
        case .unknownKey(let key, _, let file): "\(file.name) has no setting `\(key)`"
        case .writtenTwice(let key, let other): "`\(key)` and `\(other)` are one field, written twice"
        case .missing(let key, let alias?, _, _): "the field `\(key)` (`\(alias)`) is missing"
        case .missing(let key, nil, _, .frontMatter): "the field `\(key)` is missing"
        case .missing(let key, nil, _, _): "the setting `\(key)` is missing"
        case .blank(let key, _): "`\(key)` is blank"
        case .wrongType(let key, let type, _): "`\(key)` must be \(type.english)"
        case .outOfRange(let key, let range):
            "`\(key)` must be from \(range.lowerBound) to \(range.upperBound)"
        case .notAChoice(let key, let choices, _): "`\(key)` must be \(Quoted.list(choices, "or"))"
        case .date(let text, let problem): problem.english(text)
        case .invalidDatePattern(let pattern): "the date pattern `\(pattern)` cannot be used"
        case .weekdayMismatch(let written, let actual):
            "the day is a \(EnglishWeekday.name(actual)), not a \(EnglishWeekday.name(written))"
        case .invalidID: "an id is 1 to 64 of the letters a-z, digits and hyphens"
        case .invalidSlug:
            "a slug is 1 to 80 of the letters a-z, digits and hyphens, without a hyphen at either end"
        case .unknownCategory(let name, _): "there is no category `\(name)`"
        case .undeclaredParameter(let name, _, _): "the theme does not declare `\(name)`"
        case .wrongParameterType(let name, let kind): "`\(name)` must be \(kind.english)"
        case .invalidURL(let text): "`\(text)` is not a web address"
        case .unknownZone(let text): "there is no time zone `\(text)`"
        case .invalidPathWord(let key):
            "`\(key)` may hold the letters a-z, digits, hyphens, underscores and dots"
        case .repeatedPathWord(let word, let first, let second):
            "`\(first)` and `\(second)` are both `\(word)`"
        case .invalidPermalink(let text): "the address pattern `\(text)` cannot be used"
        case .emptyWindow: "`from` is not before `to`: this is never shown"
        }
    }

    private var vietnameseRemedy: String? {
        switch self {
        case .unknownKey(_, let suggestion?, _): "ý bạn là `\(suggestion)`?"
        case .unknownKey(_, nil, let file): "xóa dòng này, hoặc xem \(file.reference)"
        case .writtenTwice: "giữ lại một trong hai"
        case .missing(_, _, let example, _): "thêm dòng `\(example)`"
        case .blank(_, let example), .wrongType(_, _, let example): "viết như `\(example)`"
        case .outOfRange: nil
        case .notAChoice(_, _, let suggestion?): "ý bạn là `\(suggestion)`?"
        case .notAChoice: nil
        case .date: "viết ngày/tháng/năm, ví dụ `19/06/2024 08:30`"
        case .invalidDatePattern: "viết như `EEEE, dd/MM/yyyy`; chữ khác đặt trong nháy đơn"
        case .weekdayMismatch: "sửa thứ hoặc ngày; bài dùng ngày đã ghi"
        case .invalidID(let suggestion), .invalidSlug(let suggestion): Quoted.example(suggestion, "viết như")
        case .unknownCategory(_, let suggestion?): "ý bạn là `\(suggestion)`?"
        case .unknownCategory(let name, nil): "tạo thư mục `content/\(name)/` có bài, hoặc bỏ dòng này"
        case .undeclaredParameter(_, let suggestion?, _): "ý bạn là `\(suggestion)`?"
        case .undeclaredParameter(_, nil, let known):
            known.isEmpty
                ? "xóa dòng này, hoặc khai báo trong theme.yaml"
                : "chọn trong: \(known.joined(separator: ", "))"
        case .wrongParameterType(let name, let kind): "viết như `\(name): \(kind.example)`"
        case .invalidURL: "viết như `https://congdoan.example.vn/`"
        case .unknownZone: "viết `Asia/Ho_Chi_Minh` hoặc như `+07:00`"
        case .invalidPathWord: "chọn một từ không dấu, ví dụ `tin-tuc`"
        case .repeatedPathWord: "chọn hai từ khác nhau"
        case .invalidPermalink:
            "mỗi phần giữa hai dấu `/` là một từ hoặc một trong `:category`, `:year`, `:month`, `:day`, `:slug`, `:id`; phải có `:slug` hoặc `:id`"
        case .emptyWindow: "sửa lại ngày bắt đầu hoặc ngày kết thúc"
        }
    }

    private var englishRemedy: String? {
        switch self {
        case .unknownKey(_, let suggestion?, _): "did you mean `\(suggestion)`?"
        case .unknownKey(_, nil, let file): "delete the line, or see \(file.reference)"
        case .writtenTwice: "keep one of the two"
        case .missing(_, _, let example, _): "add the line `\(example)`"
        case .blank(_, let example), .wrongType(_, _, let example): "write it like `\(example)`"
        case .outOfRange: nil
        case .notAChoice(_, _, let suggestion?): "did you mean `\(suggestion)`?"
        case .notAChoice: nil
        case .date: "write day/month/year, for example `19/06/2024 08:30`"
        case .invalidDatePattern: "write it like `EEEE, dd/MM/yyyy`; other letters stand in single quotes"
        case .weekdayMismatch: "mend the weekday or the date; the date as written is used"
        case .invalidID(let suggestion), .invalidSlug(let suggestion):
            Quoted.example(suggestion, "write it like")
        case .unknownCategory(_, let suggestion?): "did you mean `\(suggestion)`?"
        case .unknownCategory(let name, nil):
            "make the folder `content/\(name)/` with an article, or delete the line"
        case .undeclaredParameter(_, let suggestion?, _): "did you mean `\(suggestion)`?"
        case .undeclaredParameter(_, nil, let known):
            known.isEmpty
                ? "delete the line, or declare it in theme.yaml"
                : "choose from: \(known.joined(separator: ", "))"
        case .wrongParameterType(let name, let kind): "write it like `\(name): \(kind.example)`"
        case .invalidURL: "write it like `https://congdoan.example.vn/`"
        case .unknownZone: "write `Asia/Ho_Chi_Minh`, or an offset like `+07:00`"
        case .invalidPathWord: "choose a word without accents, for example `tin-tuc`"
        case .repeatedPathWord: "choose two different words"
        case .invalidPermalink:
            "each part between two `/` is a word or one of `:category`, `:year`, `:month`, `:day`, `:slug`, `:id`; `:slug` or `:id` is needed"
        case .emptyWindow: "mend the first or the last date"
        }
    }
}

private enum Quoted {
    static func list(_ words: [String], _ last: String) -> String {
        let quoted = words.map { "`\($0)`" }
        guard let final = quoted.last, quoted.count > 1 else { return quoted.first ?? "" }
        return quoted.dropLast().joined(separator: ", ") + " \(last) " + final
    }

    /// Nil when nothing can be suggested.
    static func example(_ word: String, _ lead: String) -> String? {
        word.isEmpty ? nil : "\(lead) `\(word)`"
    }
}

extension Vocabulary {
    /// The file that holds the keys.
    fileprivate var name: String {
        switch self {
        case .frontMatter: "front matter"
        case .site: "site.yaml"
        case .theme: "theme.yaml"
        case .counts: "counts.json"
        }
    }

    fileprivate var reference: String {
        switch self {
        case .frontMatter: "docs/front-matter.md"
        case .site: "docs/site-yaml.md"
        case .theme: "docs/templates.md"
        case .counts: "docs/counts.md"
        }
    }
}

extension Parameter.Kind {
    fileprivate var vietnamese: String {
        switch self {
        case .text: "chữ"
        case .number: "số nguyên"
        case .flag: "`có` hoặc `không`"
        case .list: "danh sách"
        }
    }

    fileprivate var english: String {
        switch self {
        case .text: "text"
        case .number: "a whole number"
        case .flag: "`true` or `false`"
        case .list: "a list"
        }
    }

    fileprivate var example: String {
        switch self {
        case .text: "đỏ"
        case .number: "3"
        case .flag: "true"
        case .list: "[một, hai]"
        }
    }
}

/// The English names of ISO weekdays: 1 is Monday.
private enum EnglishWeekday {
    static func name(_ day: Int) -> String {
        ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"][(day - 1) % 7]
    }
}
