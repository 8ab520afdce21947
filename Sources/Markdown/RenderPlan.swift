/// What stands fixed before a body is written: its trees are parsed, its extensions found.
struct RenderPlan {
    var outline = Outline()
    var tables: [Table] = []
    var overlay = InlineOverlay()
    var traces = SyntaxTraces()
    /// The items of the footnotes, in the order of the outline's.
    var noteItems: [Node] = []
    var noteLines = LineMap()
    /// The headings that hold the inline parts, by number.
    var parts: [Node] = []
    var partLines = LineMap()
    /// For each block of the outline, the parts that are its lines (nil between two columns).
    var blockParts: [[Int?]] = []
    /// How many empty cells may still be added to rows that are too short.
    var paddingLeft = 100_000
}
