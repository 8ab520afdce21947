import Bytes
import Model

/// Pages that show texts of articles and a part that they share: in `Đầu [a] giữa {} cuối`, `[a]` is the text of the
/// article `a`, and `{}` the part.
struct TextedPages: Sendable {
    var pages: [String: String]
    /// What the articles say; `|` is a hole, which is filled with the name of the article.
    var texts: [String: String]
    var part = "phần"
    var showsTextsOnly = true

    var plan: Plan {
        let entries = pages.keys.sorted().map {
            PlanEntry(path: $0, phase: .articles, content: .rendered(kind: .article, subject: 0, page: 0))
        }
        let parts = [SharedPart(name: "x", bytes: Array(part.utf8))]
        return Plan(entries: entries, parts: parts, showsTextsOnly: showsTextsOnly) { Maker(self) }
    }

    /// What stands in public/.
    var files: [String: String] {
        pages.mapValues { String(decoding: made($0).bytes, as: UTF8.self) }
    }

    /// The change that makes these pages those of `other`.
    func changes(to other: TextedPages) -> [TextChange] {
        texts.keys.sorted().filter { texts[$0] != other.texts[$0] }.map {
            TextChange(source: $0, old: Self.body(texts[$0]!), new: Self.body(other.texts[$0]!))
        }
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

    private func made(_ page: String) -> (bytes: [UInt8], places: PagePlaces) {
        var bytes: [UInt8] = []
        var places = PagePlaces()
        var rest = page[...]
        while let open = rest.firstIndex(where: { $0 == "[" || $0 == "{" }),
            let close = rest[open...].firstIndex(where: { $0 == "]" || $0 == "}" })
        {
            bytes += Array(rest[..<open].utf8)
            let name = String(rest[rest.index(after: open)..<close])
            if rest[open] == "{" {
                places.parts.append(PartPlace(part: 0, offset: bytes.count))
                bytes += Array(part.utf8)
            } else {
                let (shown, place) = shown(name, at: bytes.count)
                places.texts.append(place)
                bytes += shown
            }
            rest = rest[rest.index(after: close)...]
        }
        return (bytes + Array(rest.utf8), places)
    }

    private func shown(_ name: String, at offset: Int) -> ([UInt8], TextPlace) {
        var article = Article()
        article.source = name
        article.body = Self.body(texts[name] ?? "")
        let shown = Array(
            (texts[name] ?? "").split(separator: "|", omittingEmptySubsequences: false)
                .joined(separator: name).utf8)
        return (
            shown,
            TextPlace(
                key: article.body.key(of: article.source) ?? 0, offset: offset, size: shown.count,
                check: ContentHash(of: shown).check,
                fills: article.body.holes.map { _ in name.utf8.count })
        )
    }

    private final class Maker: EntryRenderer {
        private let all: TextedPages
        private(set) var places: PagePlaces? = PagePlaces()
        var changedSource: String? { nil }

        init(_ all: TextedPages) { self.all = all }

        /// That of the page without the part.
        func fingerprint(_ entry: PlanEntry) -> ContentHash {
            var other = all
            other.part = "\u{0}"
            return ContentHash(of: other.made(all.pages[entry.path] ?? "").bytes)
        }

        func append(_ entry: PlanEntry, to buffer: inout ByteBuffer) {
            let (bytes, places) = all.made(all.pages[entry.path] ?? "")
            buffer.append(bytes)
            self.places = places
        }
    }
}
