import Model

/// The last things that the preview did, newest first.
struct DeskLog: Sendable {
    struct Entry: Sendable {
        enum Work: Sendable {
            /// The whole site was planned; `files` are the first of those that had changed.
            case planned
            /// What was written in articles was taken over into the last plan.
            case tookOver
            case published
            case withdrew
            case built
        }

        let moment: Timestamp
        let work: Work
        let time: Duration
        /// From the site's folder.
        let files: [String]
        let errors: Int
        let warnings: Int
    }

    private static let length = 12

    private(set) var entries: [Entry] = []

    mutating func add(_ entry: Entry) {
        entries.insert(entry, at: 0)
        if entries.count > Self.length { entries.removeLast() }
    }
}
