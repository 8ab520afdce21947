import Diagnostics
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

        /// `found`: what the work told of.
        init(_ work: Work, at moment: Timestamp, took time: Duration, files: [String], _ found: [Diagnostic])
        {
            self.moment = moment
            self.work = work
            self.time = time
            self.files = files
            errors = found.count { $0.severity == .error }
            warnings = found.count { $0.severity == .warning }
        }
    }

    private static let length = 12

    private(set) var entries: [Entry] = []

    mutating func add(_ entry: Entry) {
        entries.insert(entry, at: 0)
        if entries.count > Self.length { entries.removeLast() }
    }
}
