import Bytes
import Diagnostics
import Model

/// Marks links to articles that readers do not see, in lists and wherever they stand: the preview shows these
/// articles among the others.
struct Badges: Sendable {
    private var elements: [ExactText: [UInt8]] = [:]

    init() {}

    /// `unseen`: states by URL.
    init(
        _ unseen: [ExactText: (visibility: Visibility, date: Timestamp)], zone: ZoneOffset,
        _ language: Language
    ) {
        elements = unseen.compactMapValues { state in
            PageBar.words(state.visibility, state.date, zone: zone, language).map {
                Array("<span style=\"\(Self.style)\" data-bantin=\"badge\">\($0)</span> ".utf8)
            }
        }
    }

    private static let style =
        "all:revert;display:inline-block;padding:0 .4em;border-radius:.25em;background:#a40000;color:#fff;"
        + "font:600 .75em/1.6 system-ui,sans-serif"

    /// `page` with a badge at the start of the text of each link to one of them; links that show a picture have none.
    func added(to page: [UInt8]) -> [UInt8] {
        if elements.isEmpty { return page }
        return page.withUnsafeBytes { bytes in
            var result: [UInt8] = []
            var copied = 0
            var at = 0
            while let link = Link(after: at, in: bytes) {
                at = link.text
                guard link.showsText(in: bytes), let badge = elements[ExactText(link.url(in: bytes))] else {
                    continue
                }
                result += bytes[copied..<at]
                result += badge
                copied = at
            }
            return copied == 0 ? page : result + bytes[copied...]
        }
    }
}

/// A start tag `<a …>` with an address.
private struct Link {
    private let address: Range<Int>
    /// Where the link's text starts.
    let text: Int

    private static let start = Array("<a ".utf8)
    private static let attribute = Array("href=\"".utf8)
    private static let pictures = ["<img", "<picture", "<figure", "<svg"].map { Array($0.utf8) }

    /// The first one from `position` on.
    init?(after position: Int, in page: UnsafeRawBufferPointer) {
        var at = position
        while let start = page.firstRange(of: Self.start, from: at) {
            at = start.upperBound
            guard let end = page[at...].firstIndex(of: UInt8(ascii: ">")) else { return nil }
            guard let name = page.firstRange(of: Self.attribute, from: at), name.upperBound < end,
                let quote = page[name.upperBound..<end].firstIndex(of: UInt8(ascii: "\""))
            else { continue }
            address = name.upperBound..<quote
            text = end + 1
            return
        }
        return nil
    }

    func url(in page: UnsafeRawBufferPointer) -> String { String(decoding: page[address], as: UTF8.self) }

    /// False for a link around a picture.
    func showsText(in page: UnsafeRawBufferPointer) -> Bool {
        let rest = page[text...].drop { $0 <= UInt8(ascii: " ") }
        return !Self.pictures.contains { rest.starts(with: $0) }
    }
}

extension UnsafeRawBufferPointer {
    /// Where `pattern` stands first from `position` on.
    fileprivate func firstRange(of pattern: [UInt8], from position: Int) -> Range<Int>? {
        var at = position
        while let start = self[at...].firstIndex(of: pattern[0]) {
            if self[start...].starts(with: pattern) { return start..<(start + pattern.count) }
            at = start + 1
        }
        return nil
    }
}
