/// How much a problem matters to the run that found it.
package enum Severity: Int, Comparable, Sendable {
    /// Worth knowing; nothing to mend.
    case notice
    /// The site is built; something should be mended.
    case warning
    /// Nothing is written until it is mended.
    case error

    package static func < (left: Severity, right: Severity) -> Bool { left.rawValue < right.rawValue }
}

/// The languages in which messages exist.
package enum Language: String, CaseIterable, Sendable {
    case vietnamese = "vi"
    case english = "en"
}

/// What went wrong, as a value: an enum in the module that finds it, with a case per failure.
///
/// The words live beside the enum (`<Name>+Words.swift`), once per language.
package protocol Problem: Sendable {
    /// One sentence without a full stop: the cause.
    func message(in language: Language) -> String

    /// What to do about it, one sentence without a full stop; nil when the message says it all.
    func remedy(in language: Language) -> String?

    /// Problems of one kind share this name: they are counted together, and `checks:` in site.yaml speaks
    /// of them by it. Lower case ASCII with hyphens.
    var kind: String { get }
}

/// A place in a source file, as editors count: lines and columns from 1, columns in characters.
package struct Place: Hashable, Sendable {
    /// The path from the site's folder, with `/`.
    package let file: String
    /// 0 when the problem concerns the whole file.
    package let line: Int
    /// 0 when the problem concerns the whole line.
    package let column: Int
    /// How many characters the caret underlines; at least 1.
    package let length: Int

    package init(file: String, line: Int = 0, column: Int = 0, length: Int = 1) {
        self.file = file
        self.line = line
        self.column = column
        self.length = max(length, 1)
    }
}

/// A problem, where it is, and the line it is on.
package struct Diagnostic: Sendable {
    package var severity: Severity
    package let problem: any Problem
    package let place: Place?
    /// The text of the source line, without its line end; nil when there is none to show.
    package let excerpt: String?
    /// Other places that belong to the problem: the caller of a macro, the other of two clashing files.
    package let related: [Place]
    /// What the problem is about as it stands in the source, when only its line is known: whoever shows the
    /// line finds the column.
    package var mark: String?

    package init(
        _ severity: Severity, _ problem: any Problem, at place: Place? = nil, excerpt: String? = nil,
        related: [Place] = []
    ) {
        self.severity = severity
        self.problem = problem
        self.place = place
        self.excerpt = excerpt
        self.related = related
    }
}

extension Diagnostic {
    /// The order in which diagnostics are shown: by file, line and column, then by message, so that a run
    /// prints the same text at every thread count.
    package static func inOrder(_ left: Diagnostic, _ right: Diagnostic) -> Bool {
        let files = (left.place?.file ?? "", right.place?.file ?? "")
        if files.0 != files.1 { return files.0.utf8.lexicographicallyPrecedes(files.1.utf8) }
        let lines = (left.place?.line ?? 0, right.place?.line ?? 0)
        if lines.0 != lines.1 { return lines.0 < lines.1 }
        let columns = (left.place?.column ?? 0, right.place?.column ?? 0)
        if columns.0 != columns.1 { return columns.0 < columns.1 }
        return left.problem.message(in: .english).utf8
            .lexicographicallyPrecedes(right.problem.message(in: .english).utf8)
    }
}

extension [Diagnostic] {
    /// True when at least one of them forbids writing.
    package var hasErrors: Bool { contains { $0.severity == .error } }

    /// Those that forbid writing.
    package var errors: [Diagnostic] { filter { $0.severity == .error } }
}
