/// Which footnotes are referred to, in what order, how often.
struct Footnotes {
    struct Entry {
        let label: String
        let line: Int
        /// From 1 in the order of first references; 0 without any.
        var number = 0
        var references = 0
        /// The insertion that takes the links back.
        var backLinks: Int?
    }

    private(set) var entries: [Entry]
    /// Indices of entries, by number.
    private(set) var order: [Int] = []
    private var byLabel: [String: Int] = [:]

    init(_ notes: [Outline.Note]) {
        entries = notes.map { Entry(label: $0.label, line: $0.line) }
        for (index, note) in notes.enumerated() where byLabel[note.label] == nil {
            byLabel[note.label] = index
        }
    }

    /// Counts a reference; nil when there is no such note.
    mutating func refer(to label: String) -> Entry? {
        guard let index = byLabel[label] else { return nil }
        if entries[index].number == 0 {
            order.append(index)
            entries[index].number = order.count
        }
        entries[index].references += 1
        return entries[index]
    }

    mutating func setBackLinks(_ insertion: Int, of index: Int) { entries[index].backLinks = insertion }

    /// The entry that has the label, which is another one for a note written twice.
    func first(_ label: String) -> Int? { byLabel[label] }
}
