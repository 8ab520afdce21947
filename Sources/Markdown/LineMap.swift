/// The lines of the body that the lines of a parsed text come from; both count from 1.
struct LineMap {
    /// nil when they are the same.
    private var lines: [Int32]?

    /// A text that has the body's own lines.
    static let identity = LineMap(lines: nil)

    /// A text that is put together line by line.
    init() { lines = [] }

    private init(lines: [Int32]?) { self.lines = lines }

    /// Says that the next line of the text comes from `line`.
    mutating func append(_ line: Int) { lines?.append(Int32(clamping: line)) }

    subscript(line: Int) -> Int {
        guard let lines else { return line }
        return lines.indices.contains(line - 1) ? Int(lines[line - 1]) : 0
    }
}
