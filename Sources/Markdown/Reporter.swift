import Diagnostics

/// Collects what is wrong in one body, with places in its file.
///
/// At most eight problems of a kind are reported on one line: a line of a megabyte must not be quoted a
/// hundred thousand times.
struct Reporter {
    let source: SourceText
    /// The line of the file on which the body starts.
    let firstLine: Int
    private let body: Range<Int>
    private(set) var diagnostics: [Diagnostic] = []
    private var lineStarts: [Int] = []
    private var last: [String: Report] = [:]

    private struct Report {
        let line: Int
        var count = 0
        /// Where the search for the next problem on the same line starts.
        var searchFrom: Int
    }

    static let reportsPerLine = 8

    init(source: SourceText, body: Range<Int>) {
        self.source = source
        self.body = body
        firstLine = source.bytes[..<body.lowerBound].reduce(1) { $1 == UInt8(ascii: "\n") ? $0 + 1 : $0 }
    }

    /// Reports `problem` at the next occurrence of `mark` on the body's line `line`, or on the whole line
    /// when there is none.
    mutating func report(
        _ severity: Severity, _ problem: MarkdownProblem, line: Int, mark: String, limit: Int = reportsPerLine
    ) {
        let range = range(ofLine: line)
        var report = last[problem.kind] ?? Report(line: line, searchFrom: range.lowerBound)
        if report.line != line { report = Report(line: line, searchFrom: range.lowerBound) }
        report.count += 1
        defer { last[problem.kind] = report }
        guard report.count <= limit else { return }
        let found = find(mark, in: report.searchFrom..<range.upperBound)
        if let found { report.searchFrom = found + 1 }
        let column = found.map {
            String(decoding: source.bytes[range.lowerBound..<$0], as: UTF8.self).count + 1
        }
        let place = Place(
            file: source.file, line: firstLine + line - 1, column: column ?? 0, length: mark.count)
        let excerpt = String(decoding: source.bytes[range], as: UTF8.self)
        diagnostics.append(Diagnostic(severity, problem, at: place, excerpt: excerpt))
    }

    /// The bytes of the file that are line `line` of the body, without its end.
    private mutating func range(ofLine line: Int) -> Range<Int> {
        if lineStarts.isEmpty {
            lineStarts = [body.lowerBound]
            for at in body where source.bytes[at] == UInt8(ascii: "\n") { lineStarts.append(at + 1) }
        }
        let start = lineStarts[min(max(line - 1, 0), lineStarts.count - 1)]
        let end = line < lineStarts.count ? lineStarts[line] - 1 : body.upperBound
        return start..<max(start, end)
    }

    private func find(_ mark: String, in range: Range<Int>) -> Int? {
        let mark = Array(mark.utf8)
        guard !mark.isEmpty, range.count >= mark.count else { return nil }
        return (range.lowerBound...(range.upperBound - mark.count)).first { at in
            source.bytes[at..<(at + mark.count)].elementsEqual(mark)
        }
    }
}
