package import Diagnostics

/// A problem as it was worded when it was found.
struct RecordedProblem: Problem {
    struct Words: Sendable {
        let message: String
        let remedy: String?
    }

    let kind: String
    let vietnamese: Words
    let english: Words

    func message(in language: Language) -> String { words(in: language).message }
    func remedy(in language: Language) -> String? { words(in: language).remedy }

    private func words(in language: Language) -> Words {
        switch language {
        case .vietnamese: vietnamese
        case .english: english
        }
    }
}

extension RecordWriter {
    package mutating func write(_ diagnostic: Diagnostic) {
        write(diagnostic.severity.rawValue)
        write(diagnostic.problem.kind)
        for language in [Language.vietnamese, .english] {
            write(diagnostic.problem.message(in: language))
            write(diagnostic.problem.remedy(in: language))
        }
        write(diagnostic.place) { $0.write($1) }
        write(diagnostic.excerpt)
        write(all: diagnostic.related) { $0.write($1) }
        write(diagnostic.mark)
    }

    private mutating func write(_ place: Place) {
        write(place.file)
        write(place.line)
        write(place.column)
        write(place.length)
    }
}

extension RecordReader {
    package mutating func diagnostic() -> Diagnostic {
        let severity = Severity(rawValue: number()) ?? .warning
        let kind = text()
        let vietnamese = RecordedProblem.Words(message: text(), remedy: optionalText())
        let english = RecordedProblem.Words(message: text(), remedy: optionalText())
        let problem = RecordedProblem(kind: kind, vietnamese: vietnamese, english: english)
        let place = optional { $0.place() }
        let excerpt = optionalText()
        let related = all { $0.place() }
        var diagnostic = Diagnostic(severity, problem, at: place, excerpt: excerpt, related: related)
        diagnostic.mark = optionalText()
        return diagnostic
    }

    private mutating func place() -> Place {
        Place(file: text(), line: number(), column: number(), length: number())
    }
}
