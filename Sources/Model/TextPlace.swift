internal import Bytes

/// Where the text of an article stands in a page, so that another text can take its place there.
package struct TextPlace: Hashable, Sendable {
    /// Stands for the article and for the text, see `Body.key`.
    package let key: UInt64
    /// In bytes.
    package let offset: Int
    /// In bytes, with all that is filled in.
    package let size: Int
    /// Stands for these bytes, so that nothing else is ever taken for them.
    package let check: UInt32
    /// The bytes of what is filled in, for each hole of the body in order.
    package let fills: [Int]

    package init(key: UInt64, offset: Int, size: Int, check: UInt32, fills: [Int]) {
        self.check = check
        self.key = key
        self.offset = offset
        self.size = size
        self.fills = fills
    }
}

extension TextPlace {
    package func moved(by distance: Int) -> TextPlace {
        TextPlace(key: key, offset: offset + distance, size: size, check: check, fills: fills)
    }
}

/// A text that was changed, and nothing else of its article: the same headings, and the same holes at other places.
package struct TextChange: Sendable {
    /// The source of the article, from the site's folder.
    package let source: String
    /// What was there, without its HTML.
    package let old: Body
    package let new: Body

    package init(source: String, old: Body, new: Body) {
        self.source = source
        self.old = old
        self.new = new
    }

    package var oldKey: UInt64? { old.key(of: source) }
    package var newKey: UInt64? { new.key(of: source) }
}

extension Body {
    /// Stands for the article in the file `source` and this text of it; nil when nobody worked out the digest.
    package func key(of source: String) -> UInt64? {
        guard digest.isKnown else { return nil }
        return digest.joined(with: ContentHash(of: source)).low
    }
}
