package import Bytes

/// The HTML of a source, with holes where only the whole site knows what stands there.
///
/// `html` never contains the text of a hole: whatever fills hole k is inserted at its offset. Holes are in
/// the order of their offsets.
package struct Body: Sendable {
    package var html: [UInt8] = []
    /// False when `html` was left out: whoever needs it makes it again from the source.
    package var isLoaded = true
    /// Stands for `html`: the hash of all it was made from. `unknown` when nobody worked it out.
    package var digest = ContentHash.unknown
    package var holes: [Hole] = []
    /// Headings of levels 2 to 6 in order, with their ids.
    package var headings: [Heading] = []
    /// Every id of the body, headings and footnotes included, in order.
    package var anchors: [String] = []
    /// The plain text of the first paragraph: stands in where no summary is written.
    package var lead = ""

    package init() {}
}

/// Makes the HTML of bodies that were not loaded.
package protocol BodySource: AnyObject, Sendable {
    /// The HTML of the body of the article at `index` of the newsroom; empty when its source is no longer the one
    /// that `digest` stands for.
    func html(of index: Int, digest: ContentHash) -> [UInt8]

    /// Whether the calling thread has, since it last asked this, been given an empty body for one that cannot be made
    /// again: that of an article with errors, which is kept as it was.
    func tookWhatIsMissing() -> Bool

    /// A source that was found changed; whatever was made since is not to be used.
    var changedSource: String? { get }

    /// The same, and forgets it: who asks takes care of the source.
    func takeChangedSource() -> String?
}

package struct Heading: Sendable, Hashable {
    package let level: Int
    package let id: String
    /// Plain text.
    package let text: String
    package init(level: Int, id: String, text: String) {
        self.level = level
        self.id = id
        self.text = text
    }
}

/// A place in a body that Arrange fills.
package struct Hole: Sendable {
    package enum Kind: Sendable {
        /// A whole start tag `<a …>`: `destination` is as written (percent-encoding kept), relative to the
        /// source, from `/`, or `#anchor`.
        case link(destination: String, title: String)
        /// The end tag that belongs to the last link opened before it.
        case linkEnd
        /// A whole start tag `<a …>` when there is an official document with this number (`DocumentNumber.key`),
        /// of that day if one is named; else nothing. A `linkEnd` follows it.
        case citation(key: String, issued: CivilDate?)
        /// The attributes ` src="…"` and, when the file's size is known, ` width="…" height="…"`.
        case image(destination: String)
        /// The attribute ` src="…"` of a video.
        case media(destination: String)
        /// Text that tells kind and size of a linked file, such as ` (PDF, 120 KB)`; nothing when unknown.
        case fileSize(destination: String)
    }

    /// Bytes of `html` before the hole.
    package let offset: Int
    package let kind: Kind
    /// The line in the source file (from 1).
    package let line: Int

    package init(offset: Int, kind: Kind, line: Int) {
        self.offset = offset
        self.kind = kind
        self.line = line
    }
}

/// What goes into a hole: bytes that are inserted at `offset` of the body's HTML.
package struct Fill: Sendable {
    package let offset: Int
    package let bytes: [UInt8]
    package init(offset: Int, bytes: [UInt8]) {
        self.offset = offset
        self.bytes = bytes
    }
}
