/// Turns diagnostics into the text a person reads.
///
///     content/tin-tuc/x.md:3:1: lỗi: không có trường `titel`
///       3 | titel: Đại hội
///         | ^^^^^
///       cách sửa: ý bạn là `title`?
package struct DiagnosticPrinter: Sendable {
    package let language: Language
    package let color: Bool
    /// More warnings of one kind than this are counted, not shown.
    package static let shownPerKind = 20

    package init(language: Language, color: Bool = false) {
        self.language = language
        self.color = color
    }

    /// All of `diagnostics` in order; past the first 20 warnings of a kind only their number.
    package func text(_ diagnostics: [Diagnostic]) -> String {
        var shown: [String: Int] = [:]
        var hidden: [(kind: String, count: Int)] = []
        var out = ""
        for diagnostic in diagnostics.sorted(by: Diagnostic.inOrder) {
            let kind = diagnostic.problem.kind
            if diagnostic.severity != .error { shown[kind, default: 0] += 1 }
            if diagnostic.severity == .error || shown[kind, default: 0] <= Self.shownPerKind {
                out += text(diagnostic)
            } else if let at = hidden.firstIndex(where: { $0.kind == kind }) {
                hidden[at].count += 1
            } else {
                hidden.append((kind, 1))
            }
        }
        for (kind, count) in hidden { out += Words.more(count, kind: kind, language) + "\n" }
        return out
    }

    /// One diagnostic, ending in a line end.
    package func text(_ diagnostic: Diagnostic) -> String {
        var out = head(diagnostic)
        out += excerpt(diagnostic)
        for place in diagnostic.related {
            out += "  " + Words.seeAlso(language) + " " + Self.address(place) + "\n"
        }
        if let remedy = diagnostic.problem.remedy(in: language) {
            out += "  " + Words.remedy(language) + ": " + remedy + "\n"
        }
        return out
    }

    private func head(_ diagnostic: Diagnostic) -> String {
        let place = diagnostic.place.map { Self.address($0) + ": " } ?? ""
        let severity = Words.severity(diagnostic.severity, language)
        return paint(place, .bold) + paint(severity + ":", .of(diagnostic.severity)) + " "
            + diagnostic.problem.message(in: language) + "\n"
    }

    private func excerpt(_ diagnostic: Diagnostic) -> String {
        guard let place = diagnostic.place, place.line > 0, let line = diagnostic.excerpt else { return "" }
        let number = String(place.line)
        let margin = String(repeating: " ", count: number.count)
        let (text, before) = Excerpt.fit(line, column: place.column)
        var out = "  \(number) | \(text)\n"
        guard place.column > 0 else { return out }
        let carets = String(repeating: "^", count: min(place.length, max(1, text.count - before)))
        out +=
            "  \(margin) | " + String(repeating: " ", count: before)
            + paint(carets, .of(diagnostic.severity)) + "\n"
        return out
    }

    private static func address(_ place: Place) -> String {
        if place.line == 0 { return place.file }
        if place.column == 0 { return "\(place.file):\(place.line)" }
        return "\(place.file):\(place.line):\(place.column)"
    }

    private func paint(_ text: String, _ paint: Paint) -> String {
        color && !text.isEmpty ? "\u{1B}[\(paint.rawValue)m\(text)\u{1B}[0m" : text
    }
}

private enum Paint: String {
    case bold = "1"
    case red = "1;31"
    case yellow = "1;33"
    case blue = "1;34"

    static func of(_ severity: Severity) -> Paint {
        switch severity {
        case .error: .red
        case .warning: .yellow
        case .notice: .blue
        }
    }
}

/// A source line cut to what a terminal can show around the caret.
private enum Excerpt {
    static let width = 100

    /// The line with tabs and control characters as spaces, cut around `column`, and the number of
    /// characters that stand before the caret in it.
    static func fit(_ line: String, column: Int) -> (text: String, before: Int) {
        let shown = line.map { isControl($0) ? " " : $0 }
        let before = max(0, min(column - 1, shown.count))
        guard shown.count > width else { return (String(shown), before) }
        let start = max(0, min(before - width / 2, shown.count - width))
        let cut = String(shown[start..<(start + width)])
        let front = start > 0 ? "…" : ""
        let back = start + width < shown.count ? "…" : ""
        return (front + cut + back, before - start + front.count)
    }

    /// C0, DEL and C1: terminals obey them.
    private static func isControl(_ character: Character) -> Bool {
        character.unicodeScalars.contains { $0.properties.generalCategory == .control }
    }
}

private enum Words {
    static func severity(_ severity: Severity, _ language: Language) -> String {
        switch (severity, language) {
        case (.error, .vietnamese): "lỗi"
        case (.warning, .vietnamese): "cảnh báo"
        case (.notice, .vietnamese): "lưu ý"
        case (.error, .english): "error"
        case (.warning, .english): "warning"
        case (.notice, .english): "note"
        }
    }

    static func remedy(_ language: Language) -> String {
        language == .vietnamese ? "cách sửa" : "remedy"
    }

    static func seeAlso(_ language: Language) -> String {
        language == .vietnamese ? "xem thêm" : "see also"
    }

    static func more(_ count: Int, kind: String, _ language: Language) -> String {
        language == .vietnamese
            ? "… và \(count) mục khác cùng loại “\(kind)”" : "… and \(count) more of the kind “\(kind)”"
    }
}
