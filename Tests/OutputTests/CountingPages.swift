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

    private let parts: [String: String]

    /// A text may name `parts` in brackets, which it shows then.
    init(_ pages: [String: Page], parts: [String: String] = [:]) {
        self.pages = pages
        self.parts = parts
    }

    /// `text` with the parts it names, and where they stand; parts are numbered in the order of their names.
    static func filled(_ text: String, _ parts: [String: String]) -> (text: String, places: [PartPlace]) {
        var result = ""
        var places: [PartPlace] = []
        var rest = text[...]
        while let open = rest.firstIndex(of: "["), let close = rest[open...].firstIndex(of: "]") {
            result += rest[..<open]
            let name = String(rest[rest.index(after: open)..<close])
            if let number = parts.keys.sorted().firstIndex(of: name) {
                places.append(PartPlace(part: number, offset: result.utf8.count))
            }
            result += parts[name] ?? ""
            rest = rest[rest.index(after: close)...]
        }
        return (result + rest, places)
    }

    /// The paths of pages that were made, in the order of their bytes.
    var rendered: [String] { made.withLock { $0.sorted() } }

    /// In the order of the paths; all pages are articles, so that they are written in one phase.
    var plan: Plan {
        let entries = pages.keys.sorted().enumerated().map { number, path in
            PlanEntry(
                path: path, phase: .articles,
                content: .rendered(kind: .article, subject: Int32(number), page: 0))
        }
        let parts = parts.keys.sorted().map {
            SharedPart(name: $0, bytes: Array((self.parts[$0] ?? "").utf8))
        }
        return Plan(entries: entries, parts: parts) { Maker(self) }
    }

    private final class Maker: EntryRenderer {
        private let all: CountingPages

        init(_ all: CountingPages) { self.all = all }

        private(set) var places: PagePlaces? = PagePlaces()

        var changedSource: String? { all.changed.withLock { $0 } }

        func fingerprint(_ entry: PlanEntry) -> ContentHash {
            guard let text = all.pages[entry.path]?.fingerprint else { return .unknown }
            return ContentHash(of: Array(text.utf8))
        }

        func append(_ entry: PlanEntry, to buffer: inout ByteBuffer) {
            guard let page = all.pages[entry.path] else { return }
            all.made.withLock { $0.append(entry.path) }
            if page.isChanging { all.changed.withLock { $0 = "content/\(entry.path).md" } }
            let (text, places) = CountingPages.filled(page.text, all.parts)
            buffer.append(text)
            self.places?.parts = places
        }
    }
}
