import Bytes
import Model
import Synchronization

/// Pages whose fingerprints a test decides, and which of them were made.
final class CountingPages: Sendable {
    /// A page: its text, what its fingerprint is the hash of (`unknown` for nil), and whether its source turns out
    /// to be another while it is made.
    struct Page: Sendable {
        var text: String
        var fingerprint: String?
        var isChanging = false
    }

    private let pages: [String: Page]
    private let made = Mutex<[String]>([])
    private let changed = Mutex<String?>(nil)

    init(_ pages: [String: Page]) { self.pages = pages }

    /// The paths of pages that were made, in the order of their bytes.
    var rendered: [String] { made.withLock { $0.sorted() } }

    /// In the order of the paths; all pages are articles, so that they are written in one phase.
    var plan: Plan {
        let entries = pages.keys.sorted().enumerated().map { number, path in
            PlanEntry(
                path: path, phase: .articles,
                content: .rendered(kind: .article, subject: Int32(number), page: 0))
        }
        return Plan(entries: entries) { Maker(self) }
    }

    private final class Maker: EntryRenderer {
        private let all: CountingPages

        init(_ all: CountingPages) { self.all = all }

        var changedSource: String? { all.changed.withLock { $0 } }

        func fingerprint(_ entry: PlanEntry) -> ContentHash {
            guard let text = all.pages[entry.path]?.fingerprint else { return .unknown }
            return ContentHash(of: Array(text.utf8))
        }

        func append(_ entry: PlanEntry, to buffer: inout ByteBuffer) {
            guard let page = all.pages[entry.path] else { return }
            all.made.withLock { $0.append(entry.path) }
            if page.isChanging { all.changed.withLock { $0 = "content/\(entry.path).md" } }
            buffer.append(page.text)
        }
    }
}
