import Diagnostics

/// The block extensions of a body, found line by line before cmark reads it.
///
/// What it takes out is blanked in `text`, line for line, so that line numbers stay what they are. Each
/// `:::` block leaves one mark on its last line, which cmark reads as an HTML block and the renderer knows
/// by its line: nothing an author writes can be mistaken for it.
struct Outline {
    private(set) var blocks: [Block] = []
    private(set) var notes: [Note] = []
    /// Link reference definitions at the top level, for the parts that cmark reads by themselves.
    private(set) var definitions: [UInt8] = []
    /// What was taken out, in order.
    private(set) var regions: [Region] = []
    /// The body without the regions; nil when there are none.
    private(set) var text: [UInt8]?

    /// A `:::` block.
    struct Block {
        let kind: BlockKind
        /// What follows the name on the opening line.
        let argument: String
        /// The lines between the opening and the closing one, from 1.
        let lines: Range<Int>
        /// Whether nothing but blank lines lies between this block and the one before.
        let followsDirectly: Bool
        var openingLine: Int { lines.lowerBound - 1 }
        var closingLine: Int { lines.upperBound }
    }

    /// A footnote definition.
    struct Note {
        let label: String
        let line: Int
        /// Its text, line by line, without the indentation that ties it to the definition.
        var content: [ArraySlice<UInt8>]
    }

    /// Lines that were taken out.
    struct Region {
        /// From 1.
        let lines: Range<Int>
        /// The line that keeps a mark.
        let markLine: Int
        /// What stands there, as an index of `blocks`; nil when nothing is shown there.
        let block: Int?
    }

    init() {}

    init(of source: TextLines, reporter: inout Reporter) {
        var reader = OutlineReader(source: source)
        reader.read(&reporter)
        blocks = reader.blocks
        notes = reader.notes
        definitions = reader.definitions
        regions = reader.regions
        text = regions.isEmpty ? nil : Self.blank(regions, in: source)
    }

    /// The bytes that stand for a region in `text`: a complete HTML block of one line.
    private static let mark: [UInt8] = Array("<??>".utf8)

    private static func blank(_ regions: [Region], in source: TextLines) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(source.bytes.count)
        var rest = regions[...]
        for line in 1...source.count {
            while let region = rest.first, region.lines.upperBound <= line { rest.removeFirst() }
            if let region = rest.first, region.lines.contains(line) {
                if region.markLine == line { out += mark }
            } else {
                out += source.bytes[source.ranges[line - 1]]
            }
            out.append(UInt8(ascii: "\n"))
        }
        return out
    }
}

/// Goes through the lines of a body and collects what an outline holds.
private struct OutlineReader {
    let source: TextLines
    var blocks: [Outline.Block] = []
    var notes: [Outline.Note] = []
    var definitions: [UInt8] = []
    var regions: [Outline.Region] = []
    private var scanner = TopLevelScanner()
    private var index = 0

    init(source: TextLines) { self.source = source }

    mutating func read(_ reporter: inout Reporter) {
        while index < source.count {
            let line = source[index]
            if scanner.isTopLevel(line), line.starts(with: ":::") {
                readBlock(line, &reporter)
            } else if scanner.isTopLevel(line), !scanner.isInParagraph, let start = NoteStart(line) {
                readNote(start, &reporter)
            } else if scanner.isTopLevel(line), !scanner.isInParagraph, let count = definitionLength() {
                takeDefinition(count)
            } else {
                scanner.advance(over: line)
                index += 1
            }
        }
    }

    // MARK: - Blocks

    private mutating func readBlock(_ line: TextLine, _ reporter: inout Reporter) {
        let start = index
        let opening = BlockOpening(line)
        index += 1
        guard !opening.name.isEmpty else {
            reporter.report(.error, .strayBlockEnd, line: start + 1, mark: ":::")
            scanner.advance(over: line)
            return
        }
        let next = source.firstLine(from: index) { Self.isBlockMark($0) }
        guard let next, BlockOpening(source[next]).name.isEmpty else {
            // A block that is never closed is text: what follows is read as if it were not there.
            reporter.report(.error, .unclosedBlock(name: opening.name), line: start + 1, mark: ":::")
            scanner.advance(over: line)
            return
        }
        scanner.interrupt()
        index = next + 1
        let block = block(opening, from: start, &reporter)
        regions.append(
            Outline.Region(
                lines: start + 1..<index + 1, markLine: index, block: block.map { _ in blocks.count }))
        if let block { blocks.append(block) }
    }

    private func block(
        _ opening: BlockOpening, from start: Int, _ reporter: inout Reporter
    ) -> Outline.Block? {
        guard let kind = BlockKind(name: opening.name) else {
            let suggestion = Suggestion.nearest(to: opening.name, among: BlockKind.allNames)
            reporter.report(
                .error, .unknownBlock(name: opening.name, suggestion: suggestion), line: start + 1,
                mark: opening.name)
            return nil
        }
        let argument = String(decoding: opening.argument, as: UTF8.self)
        if kind != .video, !argument.isEmpty {
            reporter.report(
                .error, .blockArgument(name: opening.name, argument: argument), line: start + 1,
                mark: argument)
        }
        return Outline.Block(
            kind: kind, argument: argument, lines: start + 2..<index, followsDirectly: followsBlock(start))
    }

    /// Whether only blank lines separate line `index` (from 0) from the end of a block.
    private func followsBlock(_ index: Int) -> Bool {
        guard let region = regions.last, region.block != nil else { return false }
        return (region.lines.upperBound - 1..<index).allSatisfy { source[$0].isBlank }
    }

    private static func isBlockMark(_ line: TextLine) -> Bool { line.indent < 4 && line.starts(with: ":::") }

    // MARK: - Footnotes

    private mutating func readNote(_ start: NoteStart, _ reporter: inout Reporter) {
        let first = index
        var note = Outline.Note(label: start.label, line: first + 1, content: [start.text])
        index += 1
        while let end = continuationEnd(after: note.content) {
            while index < end {
                note.content.append(Self.unindented(source[index], of: source.bytes[source.ranges[index]]))
                index += 1
            }
        }
        regions.append(Outline.Region(lines: first + 1..<index + 1, markLine: first + 1, block: nil))
        scanner.interrupt()
        notes.append(note)
    }

    /// The end of the lines that still belong to a note: indented ones, with blank lines before them, and
    /// plain text right under a line of text.
    private func continuationEnd(after content: [ArraySlice<UInt8>]) -> Int? {
        var end = index
        while end < source.count, source[end].isBlank { end += 1 }
        guard end < source.count else { return nil }
        if source[end].indent >= 2 { return end + 1 }
        let followsText = end == index && content.last.map { !$0.trimmed.isEmpty } ?? false
        return followsText && Self.isPlainText(source[end]) ? end + 1 : nil
    }

    /// Whether a line surely starts no block of its own.
    private static func isPlainText(_ line: TextLine) -> Bool {
        guard let first = line.content.first else { return false }
        return first.isLetter || first >= 0x80 || first == UInt8(ascii: "(") || first == UInt8(ascii: "\"")
    }

    /// The line without up to four columns of white space.
    private static func unindented(_ line: TextLine, of bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        if line.indent <= 4 { return line.content }
        return bytes.first == UInt8(ascii: "\t") ? bytes.dropFirst() : bytes.dropFirst(4)
    }

    // MARK: - Link reference definitions

    /// How many lines from here are one link reference definition; nil when there is none.
    ///
    /// cmark judges: lines that are a definition and nothing else leave an empty document.
    private func definitionLength() -> Int? {
        guard source[index].starts(with: "["), source[index].content.contains(pair: "]:") else { return nil }
        return (1...3).reversed().first { length in
            guard index + length <= source.count else { return false }
            let lines = source.ranges[index].lowerBound..<source.ranges[index + length - 1].upperBound
            let isWhole = (index..<index + length).allSatisfy { !source[$0].isBlank }
            return isWhole && DocumentTree(parsing: Array(source.bytes[lines])).isEmpty
        }
    }

    private mutating func takeDefinition(_ length: Int) {
        let lines = source.ranges[index].lowerBound..<source.ranges[index + length - 1].upperBound
        definitions += source.bytes[lines] + [UInt8(ascii: "\n")]
        index += length
    }
}

/// The line that opens or closes a block: colons, a name, an argument.
private struct BlockOpening {
    let name: String
    let argument: ArraySlice<UInt8>

    init(_ line: TextLine) {
        let rest = line.content.dropFirst(line.markerLength).trimmed
        let name = rest.prefix { !$0.isBlank }
        self.name = String(decoding: name, as: UTF8.self)
        argument = rest.dropFirst(name.count).trimmed
    }
}

/// `[^label]:` and the text behind it.
private struct NoteStart {
    let label: String
    let text: ArraySlice<UInt8>

    init?(_ line: TextLine) {
        guard line.starts(with: "[^") else { return nil }
        let label = line.content.dropFirst(2).prefix { NoteLabel.allows($0) }
        let rest = line.content.dropFirst(2 + label.count)
        guard !label.isEmpty, rest.starts(with: "]:") else { return nil }
        self.label = String(decoding: label, as: UTF8.self)
        text = rest.dropFirst(2).trimmed
    }
}

/// What a footnote may be called: anything but white space and brackets.
enum NoteLabel {
    static func allows(_ byte: UInt8) -> Bool {
        byte > UInt8(ascii: " ") && byte != UInt8(ascii: "[") && byte != UInt8(ascii: "]")
    }
}
