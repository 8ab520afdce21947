internal import Model
internal import VietnameseText

extension ValueReader {
    /// Reads any form of date; a weekday that does not match is a warning.
    mutating func date(_ node: YAMLNode, _ field: FieldEntry) -> ParsedDate? {
        guard case .scalar = node.value else { return wrongType(node, field) }
        guard let text = string(node, field) else { return nil }
        switch DateParser.parse(text, zone: zone) {
        case .success(let date):
            if let mismatch = date.weekdayMismatch {
                warn(
                    FieldProblem.weekdayMismatch(written: mismatch.written, actual: mismatch.actual),
                    at: node.span)
            }
            return date
        case .failure(let problem):
            report(FieldProblem.date(text, problem), at: node.span)
            return nil
        }
    }
}
