import Diagnostics

/// Reads a template file into a tree. Problems are collected, not thrown: after one, reading goes on at
/// the next tag, so that all of a file's problems show in one run.
struct Parser {
    /// How deep tags, and parts of expressions, may lie within each other.
    static let nestingLimit = 100

    let file: TemplateFile
    var stretches: ArraySlice<Stretch>
    private(set) var problems: [Scanner.Located]
    var openTags: [String] = []
    /// The end tags that are not found may stand in what could not be read.
    let isCutShort: Bool

    /// Thrown when reading cannot go on in this file; the problem is already reported.
    struct Abandoned: Error {}

    init(_ source: TemplateSource) {
        file = TemplateFile(source)
        var scanner = Scanner(source.text.bytes)
        scanner.scan()
        problems = scanner.problems
        isCutShort = scanner.isCutShort
        stretches = scanner.stretches[...]
    }

    /// Reads `source`; the file is usable even when there are problems.
    static func parse(_ source: TemplateSource) -> (TemplateFile, [Diagnostic]) {
        var parser = Parser(source)
        parser.parseFile()
        let diagnostics = parser.problems.map {
            source.text.diagnostic(
                $0.problem.severity, $0.problem, at: $0.range.lowerBound, length: $0.range.count)
        }
        return (parser.file, diagnostics)
    }

    private mutating func parseFile() {
        do {
            file.body = try parseBody(until: [])
        } catch {
            return
        }
        if file.parent != nil { reportContentOutsideBlocks() }
    }

    private mutating func reportContentOutsideBlocks() {
        for statement in file.body {
            switch statement.kind {
            case .text(let bytes) where bytes.allSatisfy(Scanner.isSpace): break
            case .set, .block: break
            default:
                report(.contentOutsideBlock, statement.range)
                return
            }
        }
    }

    mutating func report(_ problem: TemplateProblem, _ range: Range<Int>) {
        problems.append(Scanner.Located(problem: problem, range: range))
    }
}

extension TemplateProblem {
    /// All problems are errors but one: content that is never shown does no harm.
    var severity: Severity {
        if case .contentOutsideBlock = self { .warning } else { .error }
    }
}

// MARK: Statements

extension Parser {
    /// Statements up to a tag of `ends`, which is left unread, or to the end of the file.
    mutating func parseBody(until ends: Set<String>) throws(Abandoned) -> [StatementSyntax] {
        var statements: [StatementSyntax] = []
        while let stretch = stretches.first {
            switch stretch.kind {
            case .text(let bytes):
                stretches.removeFirst()
                statements.append(StatementSyntax(kind: .text(bytes), range: stretch.range))
            case .output:
                stretches.removeFirst()
                statements.append(parseOutput(stretch))
            case .tag:
                let name = Self.tagName(stretch)
                if ends.contains(name) { return statements }
                if isEnd(name), openTags.dropLast().contains(where: { Self.belongs(name, to: $0) }) {
                    return statements
                }
                stretches.removeFirst()
                if let statement = try parseTag(name, stretch) { statements.append(statement) }
            }
        }
        return statements
    }

    private static func tagName(_ stretch: Stretch) -> String {
        if case .name(let name)? = stretch.tokens.first?.kind { name } else { "" }
    }

    private func isEnd(_ name: String) -> Bool {
        ["else", "elif"].contains(name) || Self.endTags.values.contains(name)
    }

    static let endTags = [
        "if": "endif", "for": "endfor", "block": "endblock", "macro": "endmacro", "fragment": "endfragment",
    ]

    private static func belongs(_ name: String, to tag: String) -> Bool {
        endTags[tag] == name || (name == "else" && (tag == "if" || tag == "for"))
            || (name == "elif" && tag == "if")
    }

    private mutating func parseOutput(_ stretch: Stretch) -> StatementSyntax {
        let expression = words(of: stretch, skipping: 0, Self.anyExpression)
        return StatementSyntax(
            kind: .output(expression ?? ExpressionSyntax(.broken, stretch.range)), range: stretch.range)
    }

    static func anyExpression(
        _ parser: inout ExpressionParser
    ) throws(ExpressionParser.Stop) -> ExpressionSyntax {
        try parser.expression()
    }

    /// Runs `read` over the words of a tag behind the first `skipping`; nil when there was a problem.
    mutating func words<Result>(
        of stretch: Stretch, skipping: Int = 1,
        _ read: (inout ExpressionParser) throws(ExpressionParser.Stop) -> Result
    ) -> Result? {
        guard !stretch.isBroken else { return nil }
        var parser = ExpressionParser(stretch.tokens.dropFirst(skipping))
        do throws(ExpressionParser.Stop) {
            let result = try read(&parser)
            try parser.expectEnd()
            return result
        } catch {
            report(error.problem, error.range)
            return nil
        }
    }
}
