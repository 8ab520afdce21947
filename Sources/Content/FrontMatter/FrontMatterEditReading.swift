internal import Diagnostics
internal import Model

/// The front matter of a file as its reader understands it, with the way back from its entries to the bytes
/// of the file.
///
/// What is read is text in NFC with LF, what is edited may be neither. Lines lead from one to the other, and
/// inside a line the characters that NFC leaves alone.
struct FrontMatterEditReading: Sendable {
    /// As it stands in the file, both delimiters included.
    let raw: [UInt8]
    let text: SourceText
    let entries: [YAMLEntry]
    private let marks: FrontMatterEditMarks
    private let lines: FrontMatterEditLines

    init(_ raw: [UInt8], file: String, _ unquoted: UnquotedText) throws(SourceRefusal) {
        self.raw = raw
        text = try SourceDecoder.decode(raw, file: file)
        lines = FrontMatterEditLines(raw)
        let block = try FrontMatterSplitter.split(text).block
        if let entries = PlainMapping.entries(text.bytes, block, unquoted) {
            self.entries = entries
            marks = FrontMatterEditMarks(Array(text.bytes[block]), countedBy: .plainMapping)
        } else {
            let prepared = try unquoted.quoted(text, block)
            entries = try YAMLDocument.entries(
                text, block, firstLine: FrontMatterParts.firstLine, prepared: prepared)
            marks = FrontMatterEditMarks(prepared, countedBy: .libyaml)
        }
    }

    /// The bytes that end the opening delimiter.
    var lineEnd: [UInt8] { Array(raw[lines.texts[0].upperBound..<lines.starts[1]]) }

    /// Where the closing delimiter starts.
    var blockEnd: Int { lines.starts[lines.texts.count - 1] }

    // MARK: Problems

    /// Refuses a field that is written by both of its names.
    func refuseRepetition(_ fields: [FieldEntry]) throws(SourceRefusal) {
        var names: [String: String] = [:]
        for entry in entries {
            let field = fields.first { $0.isNamed(entry.key) }?.key ?? entry.key
            if let other = names.updateValue(entry.key, forKey: field) {
                let problem = FieldProblem.writtenTwice(entry.key, other)
                throw SourceRefusal(diagnostic(problem, at: entry.keySpan))
            }
        }
    }

    /// On the key of an entry, or on the opening delimiter.
    func diagnostic(_ problem: any Problem, _ index: Int?) -> Diagnostic {
        guard let index else { return text.diagnostic(.error, problem, at: 0, length: 3) }
        return diagnostic(problem, at: entries[index].keySpan)
    }

    private func diagnostic(_ problem: any Problem, at span: YAMLSpan) -> Diagnostic {
        ValueReader(text: text, firstLine: FrontMatterParts.firstLine, zone: .utc)
            .diagnostic(.error, problem, at: span)
    }

    // MARK: Places

    /// How many spaces stand before the keys; nil when something else does.
    var indent: Int? {
        guard let first = entries.first else { return 0 }
        return keyIndent(first)
    }

    private func keyIndent(_ entry: YAMLEntry) -> Int? {
        guard let before = rawBytes(before: entry.keySpan.start) else { return nil }
        return before.allSatisfy { $0 == UInt8(ascii: " ") } ? before.count : nil
    }

    /// Where an entry stands in the file; nil unless it has lines of its own of the form `key: …`.
    func place(of index: Int) -> FrontMatterEditPlace? {
        let entry = entries[index]
        guard let indent = keyIndent(entry), let colon = colon(behind: entry) else { return nil }
        let first = marks.fileLine(of: entry.keySpan.start)
        let limit =
            index + 1 < entries.count ? marks.fileLine(of: entries[index + 1].keySpan.start) : lineCount
        guard first < limit else { return nil }
        let end = end(of: entry, limit: limit)
        return FrontMatterEditPlace(
            lines: range(first..<end),
            linesWithComments: range(first..<endOfComments(after: end, limit: limit, indent: indent)),
            rest: colon + 1..<rawLine(end - 1).upperBound,
            value: end == first + 1 ? value(of: entry, colon) : nil,
            indent: indent)
    }

    /// How many lines stand between the delimiters.
    private var lineCount: Int { lines.texts.count - 2 }

    /// A line between the delimiters, from 0.
    private func rawLine(_ line: Int) -> Range<Int> { lines.texts[line + 1] }

    /// Lines between the delimiters, from 0, with their ends.
    private func range(_ numbers: Range<Int>) -> Range<Int> {
        lines.starts[numbers.lowerBound + 1]..<lines.starts[numbers.upperBound + 1]
    }

    /// What stands before `mark` on its line; nil unless it is ASCII, where bytes are columns.
    private func rawBytes(before mark: YAMLMark) -> ArraySlice<UInt8>? {
        guard marks.isCountedFromLineStart(mark) else { return nil }
        let before = raw[rawLine(marks.fileLine(of: mark))].prefix(mark.column)
        return before.count == mark.column && before.allSatisfy { $0 < 0x80 } ? before : nil
    }

    private func colon(behind entry: YAMLEntry) -> Int? {
        guard entry.keySpan.start.line == entry.keySpan.end.line,
            let key = rawBytes(before: entry.keySpan.end),
            let next = raw[key.endIndex...].firstIndex(where: { !$0.isBlank })
        else { return nil }
        return raw[next] == UInt8(ascii: ":") ? next : nil
    }

    // MARK: Values

    /// The line after the last one of the value, at most `limit`.
    private func end(of entry: YAMLEntry, limit: Int) -> Int {
        let first = marks.fileLine(of: entry.keySpan.start)
        var end = min(max(end(of: entry.value), first + 1), limit)
        // A block scalar counts the blank lines behind it as its own.
        while end > first + 1, raw[rawLine(end - 1)].allSatisfy(\.isBlank) { end -= 1 }
        return end
    }

    /// The line after the last one of `node`.
    ///
    /// Marks say it, but those of block lists and mappings end at the next key: their last item says it then.
    private func end(of node: YAMLNode) -> Int {
        let isFlow = marks.byte(at: node.span.start).map { "[{".utf8.contains($0) } ?? false
        return switch node.value {
        case .sequence(let items) where !isFlow: items.last.map(end) ?? marks.fileLine(after: node.span.end)
        case .mapping(let entries) where !isFlow:
            entries.last.map { end(of: $0.value) } ?? marks.fileLine(after: node.span.end)
        default: marks.fileLine(after: node.span.end)
        }
    }

    /// The line after the blank lines and indented comments that follow a value.
    private func endOfComments(after line: Int, limit: Int, indent: Int) -> Int {
        var end = line
        while end < limit {
            let text = raw[rawLine(end)]
            guard let start = text.firstIndex(where: { !$0.isBlank }) else {
                end += 1
                continue
            }
            guard start - text.startIndex > indent else { return end }
            end += 1
        }
        return end
    }

    /// The part of the key's line that a text replaces when the value is on it.
    private func value(of entry: YAMLEntry, _ colon: Int) -> Range<Int>? {
        let (span, line) = (entry.value.span, rawLine(marks.fileLine(of: entry.keySpan.start)))
        switch entry.value.value {
        case .scalar("", .plain):
            let isBare = raw[colon + 1..<line.upperBound].allSatisfy(\.isBlank)
            return isBare ? nil : colon + 1..<colon + 1
        case .scalar(_, .block): return nil
        default: break
        }
        guard span.start.line == entry.keySpan.start.line, let before = rawBytes(before: span.start) else {
            return nil
        }
        return before.endIndex..<valueEnd(line, landmarksAfter: marks.landmarks(after: span.end))
    }

    /// Where a value ends behind which `count` landmarks stand on its line.
    private func valueEnd(_ line: Range<Int>, landmarksAfter count: Int) -> Int {
        var (end, left) = (line.upperBound, count)
        while left > 0 {
            end -= 1
            if raw[end].isLandmark { left -= 1 }
        }
        while raw[end - 1].isBlank { end -= 1 }
        return end
    }
}

/// Where an entry of front matter stands, in bytes of the file.
struct FrontMatterEditPlace {
    /// The whole lines of key and value.
    let lines: Range<Int>
    /// The same with the blank lines and the indented comments that follow.
    let linesWithComments: Range<Int>
    /// All behind the colon, without the last line's end.
    let rest: Range<Int>
    /// The value alone when it stands on the line of its key, or the empty place behind the colon when only a
    /// comment follows there; nil for others.
    let value: Range<Int>?
    /// The spaces in front of the key.
    let indent: Int
}
