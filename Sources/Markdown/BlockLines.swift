import Diagnostics

/// Gives the lines of `:::` blocks to the inline parts, each in the way of its block.
struct BlockLines {
    let source: TextLines

    /// The parts of `block` in order; nil stands for the line between two columns.
    func add(_ block: Outline.Block, to parts: inout InlineParts, _ reporter: inout Reporter) -> [Int?] {
        var numbers: [Int?] = []
        for line in block.lines {
            let content = source[line - 1].content.trimmed
            if content.isEmpty { continue }
            if block.kind == .officialHeader, content.elementsEqual("|||".utf8) {
                numbers.append(nil)
            } else if let shown = Self.shown(content, in: block.kind) {
                numbers.append(parts.add(shown, line: line))
            }
        }
        if block.kind == .officialHeader, numbers.count(where: { $0 == nil }) != 1 {
            reporter.report(.error, .headerColumns, line: block.openingLine, mark: ":::")
        }
        return numbers
    }

    /// What of a line is shown; nil when nothing is.
    private static func shown(_ content: ArraySlice<UInt8>, in kind: BlockKind) -> ArraySlice<UInt8>? {
        switch kind {
        case .recipients: isRecipientsTitle(content) ? nil : withoutListMark(content)
        case .attachment, .gallery: withoutListMark(content)
        case .officialHeader, .signature, .video: content
        }
    }

    /// The block writes this line itself; authors copy it along, often in bold or italics.
    private static func isRecipientsTitle(_ content: ArraySlice<UInt8>) -> Bool {
        content.filter { $0 != UInt8(ascii: "*") && $0 != UInt8(ascii: "_") }.elementsEqual("Nơi nhận:".utf8)
    }

    private static func withoutListMark(_ content: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        guard let first = content.first, "-*+".utf8.contains(first),
            content.dropFirst().first?.isBlank ?? false
        else { return content }
        return content.dropFirst().trimmed
    }
}
