internal import Diagnostics
internal import Model
internal import VietnameseText

/// Turns YAML nodes of one file into values, and says what is wrong with those that are none.
///
/// Every method returns nil when it has reported an error or when nothing is written.
struct ValueReader {
    let text: SourceText
    /// The line of the file on which the YAML starts, from 1.
    let firstLine: Int
    let zone: ZoneOffset
    /// What the theme allows under `params:`, or under `theme_settings:`; nil when the theme cannot be read,
    /// so that its faults are not reported once more in every file.
    var declarations: [ParameterDeclaration]? = []
    private(set) var diagnostics: [Diagnostic] = []

    init(text: SourceText, firstLine: Int, zone: ZoneOffset) {
        self.text = text
        self.firstLine = firstLine
        self.zone = zone
    }

    // MARK: Places

    func line(of span: YAMLSpan) -> Int { firstLine + span.start.line }

    /// The bytes of the file at `span`: at most to the end of the line on which it starts.
    private func range(of span: YAMLSpan) -> Range<Int> {
        let lineStart = text.offset(ofLine: line(of: span))
        let line = text.bytes[lineStart...].prefix { $0 != UInt8(ascii: "\n") }
        let end = line.lastIndex { !$0.isBlank }.map { $0 + 1 } ?? lineStart
        let scalars = String(decoding: line, as: UTF8.self).unicodeScalars
        func offset(_ column: Int) -> Int {
            lineStart + scalars.prefix(column).reduce(0) { $0 + UTF8.width($1) }
        }
        let start = offset(span.start.column)
        let stop = span.end.line == span.start.line ? min(offset(span.end.column), end) : end
        return start..<max(start, stop)
    }

    func place(of span: YAMLSpan) -> Place {
        let range = range(of: span)
        return text.place(at: range.lowerBound, length: max(range.count, 1))
    }

    func diagnostic(_ severity: Severity, _ problem: any Problem, at span: YAMLSpan) -> Diagnostic {
        let range = range(of: span)
        return text.diagnostic(severity, problem, at: range.lowerBound, length: max(range.count, 1))
    }

    /// Reports an error.
    mutating func report(_ problem: any Problem, at span: YAMLSpan) {
        diagnostics.append(diagnostic(.error, problem, at: span))
    }

    mutating func warn(_ problem: any Problem, at span: YAMLSpan) {
        diagnostics.append(diagnostic(.warning, problem, at: span))
    }

    /// Reports an error at `span`, or on the file's first line.
    mutating func report(_ problem: any Problem, at span: YAMLSpan?) {
        if let span { return report(problem, at: span) }
        let length = text.bytes.firstIndex(of: UInt8(ascii: "\n")) ?? text.bytes.count
        diagnostics.append(text.diagnostic(.error, problem, at: 0, length: max(length, 1)))
    }

    /// Reports that a value has not the field's type.
    mutating func wrongType<Value>(_ node: YAMLNode, _ field: FieldEntry) -> Value? {
        report(
            FieldProblem.wrongType(key: field.key, expected: field.type, example: field.example),
            at: node.span)
        return nil
    }

    // MARK: Values

    mutating func string(_ node: YAMLNode, _ field: FieldEntry) -> String? {
        guard !node.isNull else { return nil }
        guard case .scalar(let text, let style) = node.value else { return wrongType(node, field) }
        if style == .plain, let inner = SmartQuotes.inside(text) {
            report(SourceProblem.smartQuotes(inner), at: node.span)
            return nil
        }
        return style == .block ? text.trimmingLineEnds : text
    }

    mutating func texts(_ node: YAMLNode, _ field: FieldEntry) -> [String]? {
        switch node.value {
        case .sequence(let items): return items.compactMap { string($0, field) }
        case .scalar: return string(node, field).map { [$0] }
        case .mapping: return wrongType(node, field)
        }
    }

    mutating func flag(_ node: YAMLNode, _ field: FieldEntry) -> Bool? {
        guard let text = string(node, field) else { return nil }
        return FlagWord.value(of: text) ?? wrongType(node, field)
    }

    mutating func number(_ node: YAMLNode, _ field: FieldEntry, in range: ClosedRange<Int>) -> Int? {
        guard let text = string(node, field) else { return nil }
        guard let number = Int(text) else { return wrongType(node, field) }
        guard range.contains(number) else {
            report(FieldProblem.outOfRange(key: field.key, range: range), at: node.span)
            return nil
        }
        return number
    }

    mutating func choice(_ node: YAMLNode, _ field: FieldEntry, of choices: [String]) -> String? {
        guard let text = string(node, field) else { return nil }
        if choices.contains(text) { return text }
        let suggestion = Suggestion.nearest(to: text, among: choices)
        report(
            FieldProblem.notAChoice(key: field.key, choices: choices, suggestion: suggestion), at: node.span)
        return nil
    }

    mutating func items(_ node: YAMLNode, _ field: FieldEntry) -> [YAMLNode] {
        if node.isNull { return [] }
        guard case .sequence(let items) = node.value else {
            let _: Int? = wrongType(node, field)
            return []
        }
        return items
    }

    mutating func entries(_ node: YAMLNode, _ field: FieldEntry) -> [YAMLEntry]? {
        if node.isNull { return nil }
        guard case .mapping(let entries) = node.value else { return wrongType(node, field) }
        return entries
    }
}

/// The words for yes and no.
enum FlagWord {
    static func value(of text: String) -> Bool? {
        switch text {
        case "true", "True", "có", "Có", "yes", "on": true
        case "false", "False", "không", "Không", "no", "off": false
        default: nil
        }
    }
}

/// Recognises a value wrapped in typographic quotes, which YAML takes for letters.
enum SmartQuotes {
    /// The text between the quotes when they enclose all of `text` and none stands inside.
    static func inside(_ text: String) -> String? {
        let scalars = text.unicodeScalars
        guard scalars.count >= 2, let first = scalars.first, isQuote(first), let last = scalars.last,
            isQuote(last)
        else { return nil }
        let inner = scalars.dropFirst().dropLast()
        return inner.contains(where: isQuote) ? nil : String(inner)
    }

    private static func isQuote(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "\u{2018}", "\u{2019}", "\u{201C}", "\u{201D}", "\u{201E}", "\u{201F}": true
        default: false
        }
    }
}

extension String {
    /// Without the line ends with which a block scalar ends.
    fileprivate var trimmingLineEnds: String {
        guard let last = utf8.lastIndex(where: { $0 != UInt8(ascii: "\n") }) else { return "" }
        return String(self[...last])
    }
}
