internal import Diagnostics
internal import Model

/// YAML in a part of a source, with what is wrong shown in the source.
enum YAMLDocument {
    /// The entries of the mapping in `range` of `text`, which starts on `firstLine`; none when it is empty.
    ///
    /// `prepared` is the text to parse in place of those bytes; its lines must be theirs.
    static func entries(
        _ text: SourceText, _ range: Range<Int>, firstLine: Int, prepared: [UInt8]? = nil
    ) throws(SourceRefusal) -> [YAMLEntry] {
        do throws(YAMLFailure) {
            guard let root = try parse(prepared.map { $0[...] } ?? text.bytes[range]), !root.isNull else {
                return []
            }
            guard case .mapping(let entries) = root.value else {
                throw YAMLFailure(problem: .notMapping, span: root.span)
            }
            return entries
        } catch {
            let reader = ValueReader(text: text, firstLine: firstLine, zone: .utc)
            let line = text.excerpt(at: text.offset(ofLine: reader.line(of: error.span)))
            throw SourceRefusal(reader.diagnostic(.error, problem(of: error, on: line), at: error.span))
        }
    }

    /// What libyaml stumbles over is not always what is wrong on `line`.
    private static func problem(of failure: YAMLFailure, on line: String) -> any Problem {
        let before = line.unicodeScalars.prefix(failure.span.start.column)
        switch failure.problem {
        case .syntax(.character) where line.unicodeScalars.dropFirst(before.count).first == "\t":
            return SourceProblem.tabIndentation
        case .syntax(.colonInValue) where before.first == " " && !before.contains(":"):
            // The first colon of a line follows the name of a field: the line goes on with the one above only
            // because it is indented.
            return YAMLProblem.syntax(.indentation)
        default: return failure.problem
        }
    }

    private static func parse(_ bytes: ArraySlice<UInt8>) throws(YAMLFailure) -> YAMLNode? {
        try bytes.withUnsafeBufferPointer { buffer throws(YAMLFailure) in try YAMLParser.parse(buffer) }
    }
}
