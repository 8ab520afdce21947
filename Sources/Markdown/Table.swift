import CCMark

/// A pipe table.
struct Table {
    enum Cell {
        /// Text in which nothing can be marked up, shown as it is.
        case plain(ArraySlice<UInt8>)
        /// The number of an inline part.
        case part(Int)
    }

    let alignments: [TableSyntax.Alignment]
    /// Paragraph text in front of the header row, when the paragraph starts with other lines.
    let prelude: Int?
    let header: [Cell]
    /// One list of cells for each row, never more than there are columns.
    let rows: [[Cell]]
}

/// Finds tables among the paragraphs of a tree and gives their cells to the inline parts.
///
/// cmark has drawn the blocks already: a table is a paragraph whose lines hold a delimiter row under a row
/// with as many cells. What ends the paragraph ends the table.
struct TableFinder {
    private let lines: TextLines
    /// For each line of the text, its number in the body.
    private let map: LineMap
    /// Lines that are delimiter rows by themselves, ascending; quotation marks in front do not matter.
    private let candidates: [Int]

    init(lines: TextLines, map: LineMap) {
        self.lines = lines
        self.map = map
        candidates = (0..<lines.count).filter { index in
            TableSyntax.delimiterRow(lines[index].withoutQuotes(depth: .max)) != nil
        }.map { $0 + 1 }
    }

    /// Marks each paragraph of `tree` that is a table with its index in `tables`.
    func find(in tree: borrowing DocumentTree, tables: inout [Table], parts: inout InlineParts) {
        guard !candidates.isEmpty else { return }
        let iterator = cmark_iter_new(tree.root)
        defer { cmark_iter_free(iterator) }
        var next = 0
        while cmark_iter_next(iterator) != CMARK_EVENT_DONE {
            guard cmark_iter_get_event_type(iterator) == CMARK_EVENT_ENTER,
                let node = Node(cmark_iter_get_node(iterator)), node.type == CMARK_NODE_PARAGRAPH
            else { continue }
            cmark_iter_reset(iterator, node.pointer, CMARK_EVENT_EXIT)
            while next < candidates.count, candidates[next] <= node.startLine { next += 1 }
            guard next < candidates.count, candidates[next] <= node.endLine,
                let table = table(node, from: next, &parts)
            else { continue }
            node.mark = tables.count
            tables.append(table)
        }
    }

    private func table(_ node: Node, from first: Int, _ parts: inout InlineParts) -> Table? {
        let depth = node.quoteDepth
        let end = min(node.endLine, lines.count)
        for rule in candidates[first...] {
            guard rule <= end else { return nil }
            let header = TableSyntax.cells(content(of: rule - 1, node, depth))
            let alignments = TableSyntax.delimiterRow(content(of: rule, node, depth)) ?? []
            guard header.count == alignments.count else { continue }
            let prelude = (node.startLine..<rule - 1).map { content(of: $0, node, depth) }
            return Table(
                alignments: alignments,
                prelude: prelude.isEmpty ? nil : parts.add(paragraph: prelude, line: map[node.startLine]),
                header: header.map { parts.add(cell: $0, line: map[rule - 1]) },
                rows: (rule + 1..<max(end, rule) + 1).map { line in
                    TableSyntax.cells(content(of: line, node, depth)).prefix(alignments.count)
                        .map { parts.add(cell: $0, line: map[line]) }
                })
        }
        return nil
    }

    /// A line of a paragraph without the marks of the blocks around it.
    private func content(of line: Int, _ paragraph: Node, _ depth: Int) -> ArraySlice<UInt8> {
        if line == paragraph.startLine {
            return lines.bytes[lines.ranges[line - 1]].dropFirst(paragraph.startColumn - 1)
        }
        return lines[line - 1].withoutQuotes(depth: depth)
    }
}

extension InlineParts {
    /// Most cells are numbers and words: cmark would give them back unchanged.
    fileprivate mutating func add(cell: ArraySlice<UInt8>, line: Int) -> Table.Cell {
        if cell.allSatisfy(Self.isPlain) { return .plain(cell) }
        return .part(add(TableSyntax.unescapingPipes(cell), line: line))
    }

    /// Bytes that no inline syntax, ours included, needs: `w` begins `www.`.
    private static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "w"), UInt8(ascii: "W"): false
        case UInt8(ascii: " "), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "+"), UInt8(ascii: ","),
            UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "/"), UInt8(ascii: ";"), UInt8(ascii: "%"):
            true
        default: byte >= 0x80 || byte.isAlphanumeric
        }
    }
}
