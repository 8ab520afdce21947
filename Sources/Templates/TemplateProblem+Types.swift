import Diagnostics

// How messages speak of types, and what they advise for each.
extension ValueType {
    /// The type as a noun: `chữ`, `a text`.
    func words(in language: Language) -> String {
        language == .vietnamese ? vietnamese : english
    }

    private var vietnamese: String {
        switch self {
        case _ where isNothing: "`none`"
        case .bool: "giá trị đúng/sai"
        case .int: "số"
        case .text: "chữ"
        case .html: "HTML"
        case .date: "ngày giờ"
        case .object(let name): "đối tượng `\(name)`"
        case .list(let element): element.isNothing ? "danh sách" : "danh sách \(element.vietnamese)"
        case .optional(let inner): "\(inner.vietnamese) (có thể không có)"
        }
    }

    private var english: String {
        switch self {
        case _ where isNothing: "`none`"
        case .bool: "a true/false value"
        case .int: "a number"
        case .text: "text"
        case .html: "HTML"
        case .date: "a date"
        case .object(let name): "the object `\(name)`"
        case .list(let element): element.isNothing ? "a list" : "a list of \(element.english)"
        case .optional(let inner): "\(inner.english) (which may be missing)"
        }
    }
}

extension [ValueType] {
    /// All of them with commas and an `or`.
    func words(in language: Language) -> String {
        let words = map { $0.words(in: language) }
        guard let last = words.last, words.count > 1 else { return words.first ?? "" }
        return words.dropLast().joined(separator: ", ") + (language == .vietnamese ? " hoặc " : " or ") + last
    }
}

extension TemplateProblem {
    /// How a value that cannot be printed can be.
    static func printHint(_ type: ValueType, _ language: Language) -> String? {
        let isVietnamese = language == .vietnamese
        return switch type.plain {
        case .date: isVietnamese ? "dùng bộ lọc: `| date(\"…\")`" : "use a filter: `| date(\"…\")`"
        case .bool:
            isVietnamese ? "viết `{{ \"…\" if … else \"…\" }}`" : "write `{{ \"…\" if … else \"…\" }}`"
        case .list: isVietnamese ? "dùng `{% for %}` hoặc `| join`" : "use `{% for %}` or `| join`"
        case .object: isVietnamese ? "in một trường của nó: `.tên`" : "print one of its fields: `.name`"
        default: nil
        }
    }

    /// What to do where a field was expected on something that has none.
    static func filterHint(_ type: ValueType, _ language: Language) -> String? {
        guard type.element != nil else { return nil }
        return language == .vietnamese
            ? "dùng `{% for %}`, `[0]`, `| first` hoặc `| length`"
            : "use `{% for %}`, `[0]`, `| first` or `| length`"
    }

    /// `+` is for numbers: who adds texts wants `~`.
    static func operandHint(_ sign: String, _ type: ValueType, _ language: Language) -> String? {
        guard sign == "+", [.text, .html].contains(type.plain) else { return nil }
        return language == .vietnamese ? "nối chữ bằng `~`" : "join texts with `~`"
    }
}
