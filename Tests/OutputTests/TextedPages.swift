import Bytes
import Model

/// Pages that show texts of articles: `a.html` is "Đầu [a] giữa [b] cuối", and `[a]` the text of the article `a`.
struct TextedPages: Sendable {
    var pages: [String: String]
    /// What the articles say; `|` is a hole, which is filled with the name of the article.
    var texts: [String: String]
    var showsTextsOnly = true

    var plan: Plan {
        let entries = pages.keys.sorted().map {
            PlanEntry(path: $0, phase: .articles, content: .rendered(kind: .article, subject: 0, page: 0))
        }
        return Plan(entries: entries, showsTextsOnly: showsTextsOnly) { Maker(self) }
    }

    /// What stands in public/.
    var files: [String: String] {
        pages.mapValues { page in
            texts.reduce(page) { page, text in
                page.split(separator: "[\(text.key)]", omittingEmptySubsequences: false)
                    .joined(separator: Self.shown(text.value, text.key))
            }
        }
    }

    private static func shown(_ text: String, _ article: String) -> String {
        text.split(separator: "|", omittingEmptySubsequences: false).joined(separator: article)
    }

    static func body(_ text: String) -> Body {
        var body = Body()
        body.digest = ContentHash(of: Array(text.utf8))
        for piece in text.split(separator: "|", omittingEmptySubsequences: false) {
            body.html += Array(piece.utf8)
            body.holes.append(Hole(offset: body.html.count, kind: .linkEnd, line: 1))
        }
        body.holes.removeLast()
        return body
    }

    /// The change that makes these pages those of `other`.
    func changes(to other: TextedPages) -> [TextChange] {
        texts.keys.sorted().filter { texts[$0] != other.texts[$0] }.map {
            TextChange(source: $0, old: Self.body(texts[$0]!), new: Self.body(other.texts[$0]!))
        }
    }

    private final class Maker: EntryRenderer {
        private let all: TextedPages
        private(set) var places: PagePlaces? = PagePlaces()
        var changedSource: String? { nil }

        init(_ all: TextedPages) { self.all = all }

        func fingerprint(_ entry: PlanEntry) -> ContentHash {
            ContentHash(of: Array((all.files[entry.path] ?? "").utf8))
        }

        func append(_ entry: PlanEntry, to buffer: inout ByteBuffer) {
            var places = PagePlaces()
            let start = buffer.count
            var rest = (all.pages[entry.path] ?? "")[...]
            while let open = rest.firstIndex(of: "["), let close = rest[open...].firstIndex(of: "]") {
                buffer.append(String(rest[..<open]))
                let name = String(rest[rest.index(after: open)..<close])
                let text = all.texts[name] ?? ""
                let shown = TextedPages.shown(text, name)
                var article = Article()
                article.source = name
                article.body = TextedPages.body(text)
                places.texts.append(
                    TextPlace(
                        key: article.textKey ?? 0, offset: buffer.count - start, size: shown.utf8.count,
                        fills: article.body.holes.map { _ in name.utf8.count }))
                buffer.append(shown)
                rest = rest[rest.index(after: close)...]
            }
            buffer.append(String(rest))
            self.places = places
        }
    }
}
