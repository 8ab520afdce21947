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
            throw SourceRefusal(reader.diagnostic(.error, error.problem, at: error.span))
        }
    }

    private static func parse(_ bytes: ArraySlice<UInt8>) throws(YAMLFailure) -> YAMLNode? {
        try bytes.withUnsafeBufferPointer { buffer throws(YAMLFailure) in try YAMLParser.parse(buffer) }
    }
}
