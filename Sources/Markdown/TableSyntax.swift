/// The grammar of pipe tables (GitHub Flavored Markdown's), one line at a time.
enum TableSyntax {
    enum Alignment {
        case none
        case left
        case center
        case right
    }

    /// The alignments a delimiter row (`| --- | :-: |`) gives; nil when `line` is none. It needs a pipe, so
    /// that the line under a heading never counts.
    static func delimiterRow(_ line: ArraySlice<UInt8>) -> [Alignment]? {
        guard line.allSatisfy({ isDelimiterByte($0) }), line.contains(pipe) else { return nil }
        var alignments: [Alignment] = []
        for cell in cells(line) {
            guard let alignment = alignment(cell) else { return nil }
            alignments.append(alignment)
        }
        return alignments
    }

    /// The cells of a row, trimmed. A pipe at either end belongs to no cell; `\|` is no border.
    static func cells(_ line: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
        var rest = line.trimmed
        if rest.first == pipe { rest.removeFirst() }
        var cells: [ArraySlice<UInt8>] = []
        var start = rest.startIndex
        var isEscaped = false
        for at in rest.indices {
            if rest[at] == pipe, !isEscaped {
                cells.append(rest[start..<at].trimmed)
                start = at + 1
            }
            isEscaped = rest[at] == backslash && !isEscaped
        }
        let last = rest[start...].trimmed
        if !last.isEmpty || cells.isEmpty { cells.append(last) }
        return cells
    }

    /// `cell` with `\|` as a plain pipe, which is what it means even inside code.
    static func unescapingPipes(_ cell: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        guard cell.contains(pair: "\\|") else { return cell }
        var out: [UInt8] = []
        for at in cell.indices {
            let next = at + 1 < cell.endIndex ? cell[at + 1] : 0
            if cell[at] != backslash || next != pipe { out.append(cell[at]) }
        }
        return out[...]
    }

    private static func alignment(_ cell: ArraySlice<UInt8>) -> Alignment? {
        var rest = cell
        let left = rest.first == colon
        if left { rest.removeFirst() }
        let right = rest.last == colon
        if right { rest.removeLast() }
        guard !rest.isEmpty, rest.allSatisfy({ $0 == UInt8(ascii: "-") }) else { return nil }
        switch (left, right) {
        case (true, true): return .center
        case (true, false): return .left
        case (false, true): return .right
        case (false, false): return Alignment.none
        }
    }

    private static func isDelimiterByte(_ byte: UInt8) -> Bool {
        byte == pipe || byte == UInt8(ascii: "-") || byte == colon || byte.isBlank
    }

    private static let pipe = UInt8(ascii: "|")
    private static let backslash = UInt8(ascii: "\\")
    private static let colon = UInt8(ascii: ":")
}
