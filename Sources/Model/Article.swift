package import Bytes
package import Diagnostics

/// One source under content/<category>/, read and parsed by itself: its front matter and its body.
///
/// Content makes it, Arrange places it. Nothing in it depends on another file.
package struct Article: Sendable {
    /// The file, from the site's folder: `content/tin-tuc/2024/x.md`.
    package var source = ""
    /// `id:`, else `source` without `content/` and extension (`tin-tuc/2024/x`).
    package var id = ""
    /// The name of the category's folder, or of the one `category:` names.
    package var category = ""
    /// The article's own folder from content/ (`tin-tuc/x` for `x/index.md`); nil for a single file.
    package var folder: String?

    package var title = ""
    package var date = Timestamp(seconds: 0)
    package var updated: Timestamp?
    /// Sapo: the lead.
    package var summary = ""
    package var authors: [String] = []
    /// Chức danh: what the author is; may have several lines.
    package var authorNote = ""
    package var unit = ""
    package var photoBy = ""
    package var republished: Republished?
    package var tags: [String] = []
    package var image: Picture?
    package var isDraft = false
    package var expires: Timestamp?
    package var pinUntil: Timestamp?
    package var slug: String?
    package var aliases: [String] = []
    /// Views counted before the counters moved here.
    package var baselineViews = 0
    package var correction: Correction?
    package var withdrawal: Withdrawal?
    package var approvedBy = ""
    package var parameters: [Parameter] = []
    package var body = Body()
    /// Stands for all that pages show of its front matter and for its lead, and for what they are read by: what is said of
    /// it on a page changes with this, its text, and what other files say. `unknown` when nobody worked it out.
    package var metadataDigest = ContentHash.unknown
    /// Where fields stand in the file, for diagnostics of later stages.
    package var fieldLines: [FieldLine] = []
    /// True when its front matter has errors. Fields may be missing then, and what only follows from that is
    /// not reported.
    package var isDamaged = false
    /// True when the source has errors now and this is what it said before: its page stays as it is.
    package var isKept = false

    package init() {}

    /// When what readers see of it was last changed.
    package var changed: Timestamp {
        Self.lastChange(date: date, updated: updated, corrected: correction?.date)
    }

    /// The same from its fields, for whoever would have to copy the article. A correction is a change, too.
    package static func lastChange(date: Timestamp, updated: Timestamp?, corrected: Timestamp?) -> Timestamp {
        let updated = updated ?? date
        return corrected.map { max($0, updated) } ?? updated
    }
}

/// A source whose front matter is known line by line.
package protocol FieldPlaces {
    var source: String { get }
    var fieldLines: [FieldLine] { get }
}

extension FieldPlaces {
    /// The place of `field` (its English key), or of the file when the field is not written.
    package func place(of field: String) -> Place {
        let line = fieldLines.first { $0.field == field }?.line ?? 0
        return Place(file: source, line: Int(line))
    }
}

extension Article: FieldPlaces {}
extension OfficialDocument: FieldPlaces {}
extension Album: FieldPlaces {}

package struct FieldLine: Sendable {
    package let field: String
    package let line: Int32
    package init(field: String, line: Int) {
        self.field = field
        self.line = Int32(clamping: line)
    }
}

/// Nguồn: where a republished item comes from.
package struct Republished: Sendable {
    package let name: String
    package let url: String
    package init(name: String, url: String) {
        self.name = name
        self.url = url
    }
}

/// A picture as front matter names it.
package struct Picture: Sendable {
    /// Relative to the source, from `/`, or a URL.
    package let path: String
    package let alt: String
    package let caption: String
    package init(path: String, alt: String, caption: String) {
        self.path = path
        self.alt = alt
        self.caption = caption
    }
}

/// Đính chính: a correction that stays visible on the article.
package struct Correction: Sendable {
    package let date: Timestamp
    package let wrong: String
    package let right: String
    package init(date: Timestamp, wrong: String, right: String) {
        self.date = date
        self.wrong = wrong
        self.right = right
    }
}

/// Gỡ bài: the article is replaced by a notice at the same URL.
package struct Withdrawal: Sendable {
    package let reason: String
    package let date: Timestamp?
    /// False (`page: none`) leaves no page at all.
    package let leavesNotice: Bool
    package init(reason: String, date: Timestamp?, leavesNotice: Bool) {
        self.reason = reason
        self.date = date
        self.leavesNotice = leavesNotice
    }
}

/// A page that belongs to no category: content/trang/**.
package struct StandingPage: Sendable {
    package var source = ""
    /// The path of its URL without slashes around it: `gioi-thieu/co-cau`.
    package var path = ""
    package var folder: String?
    package var title = ""
    package var summary = ""
    package var order = 0
    package var isDraft = false
    package var updated: Timestamp?
    package var aliases: [String] = []
    package var image: Picture?
    package var parameters: [Parameter] = []
    package var body = Body()
    package var fieldLines: [FieldLine] = []
    /// True when its front matter has errors. Fields may be missing then, and what only follows from that is
    /// not reported.
    package var isDamaged = false

    package init() {}
}
