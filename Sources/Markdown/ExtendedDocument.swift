/// A body that uses extensions, parsed: the text, its footnotes and the texts that stand apart, each read by
/// cmark once, and the plan that ties them together.
struct ExtendedDocument: ~Copyable {
    let tree: DocumentTree
    private let noteTree: DocumentTree
    private let partTree: DocumentTree
    let plan: RenderPlan

    /// One list of steps: each line needs what the lines above it found.
    init(_ text: ArraySlice<UInt8>, _ traces: SyntaxTraces, _ reporter: inout Reporter) {
        var plan = RenderPlan()
        plan.traces = traces
        let source = TextLines(text)
        if traces.blocks || traces.tables && traces.definitions {
            plan.outline = Outline(of: source, reporter: &reporter)
        }
        var parts = InlineParts(definitions: plan.outline.definitions)
        let blockLines = BlockLines(source: source)
        plan.blockParts = plan.outline.blocks.map { blockLines.add($0, to: &parts, &reporter) }

        let lines = plan.outline.text.map { TextLines($0[...]) } ?? source
        tree = DocumentTree(parsing: lines.bytes)
        let notes = NoteParts(plan.outline.notes, definitions: plan.outline.definitions)
        let noteLines = TextLines(notes.text[...])
        noteTree = DocumentTree(parsing: notes.text)
        plan.noteItems = NoteParts.items(in: noteTree)
        plan.noteLines = notes.map
        if traces.tables {
            TableFinder(lines: lines, map: .identity).find(in: tree, tables: &plan.tables, parts: &parts)
            TableFinder(lines: noteLines, map: notes.map).find(
                in: noteTree, tables: &plan.tables, parts: &parts)
        }
        // Only now every part is known: blocks and tables have given theirs.
        partTree = DocumentTree(parsing: parts.text)
        plan.parts = InlineParts.nodes(in: partTree)
        plan.partLines = parts.map
        if traces.inlines || traces.citations {
            plan.overlay.read(tree, lines: lines, citations: traces.citations)
            plan.overlay.read(noteTree, lines: noteLines, citations: traces.citations)
            plan.overlay.read(partTree, lines: TextLines(parts.text[...]), citations: traces.citations)
        }
        self.plan = plan
    }
}
