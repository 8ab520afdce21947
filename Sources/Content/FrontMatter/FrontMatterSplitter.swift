internal import Diagnostics

/// Where front matter and body stand in a source.
struct FrontMatterParts {
    /// The lines between the delimiters, with their line ends.
    let block: Range<Int>
    /// All that follows the closing delimiter.
    let body: Range<Int>

    /// The line of the file on which `block` starts, from 1.
    static let firstLine = 2
}

/// Finds the lines that are exactly `---` around the front matter, and refuses what YAML would
/// misunderstand or explain badly.
enum FrontMatterSplitter {
    static func split(_ text: SourceText) throws(SourceRefusal) -> FrontMatterParts {
        let bytes = text.bytes
        let opening = line(bytes, at: 0)
        guard isDelimiter(bytes[opening]) else { throw missingOpening(text, opening) }
        var at = min(opening.upperBound + 1, bytes.count)
        let start = at
        while at < bytes.count {
            let next = line(bytes, at: at)
            if isDelimiter(bytes[next]) {
                let parts = FrontMatterParts(
                    block: start..<at, body: min(next.upperBound + 1, bytes.count)..<bytes.count)
                try refuseTabs(text, parts.block)
                return parts
            }
            at = next.upperBound + 1
        }
        throw missingClosing(text, after: start)
    }

    /// The line that starts at `offset`, without its line end.
    private static func line(_ bytes: [UInt8], at offset: Int) -> Range<Int> {
        offset..<(bytes[offset...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count)
    }

    private static func isDelimiter(_ line: ArraySlice<UInt8>) -> Bool {
        line.count == 3 && line.allSatisfy { $0 == UInt8(ascii: "-") }
    }

    /// Looks like a delimiter and is none: spaces beside it, too many or too few hyphens, or dashes that a
    /// word processor put in their place.
    private static func isNearlyDelimiter(_ line: ArraySlice<UInt8>) -> Bool {
        var dashes = 0
        for scalar in String(decoding: line, as: UTF8.self).unicodeScalars {
            switch scalar {
            case "-", "\u{2013}", "\u{2014}", "\u{2015}", "\u{2212}": dashes += 1
            case " ", "\t": break
            default: return false
            }
        }
        return dashes > 0
    }

    private static func missingOpening(_ text: SourceText, _ first: Range<Int>) -> SourceRefusal {
        let line = text.bytes[first]
        let problem: SourceProblem = isNearlyDelimiter(line) ? .wrongDelimiter : .noFrontMatter
        return SourceRefusal(text.diagnostic(.error, problem, at: 0, length: max(first.count, 1)))
    }

    /// Points at the line that was meant to close the front matter, else at the opening.
    private static func missingClosing(_ text: SourceText, after start: Int) -> SourceRefusal {
        var at = start
        while at < text.bytes.count {
            let next = line(text.bytes, at: at)
            if isNearlyDelimiter(text.bytes[next]) {
                return SourceRefusal(
                    text.diagnostic(.error, SourceProblem.wrongDelimiter, at: at, length: next.count))
            }
            at = next.upperBound + 1
        }
        return SourceRefusal(text.diagnostic(.error, SourceProblem.unclosedFrontMatter, at: 0, length: 3))
    }

    /// Tabs before a line's text.
    private static func refuseTabs(_ text: SourceText, _ block: Range<Int>) throws(SourceRefusal) {
        let bytes = text.bytes
        guard let first = bytes.firstOffset(of: UInt8(ascii: "\t"), from: block.lowerBound),
            first < block.upperBound
        else { return }
        var isIndentation = true
        for at in block {
            let byte = bytes[at]
            if byte == UInt8(ascii: "\t"), isIndentation {
                throw SourceRefusal(text.diagnostic(.error, SourceProblem.tabIndentation, at: at))
            }
            isIndentation = byte == 0x0A || (isIndentation && byte == UInt8(ascii: " "))
        }
    }
}
