package import Diagnostics
package import Model
import Output
import VietnameseText

/// The file that `new` makes: a draft in a folder of its own, so that photos can be put beside the text.
package struct NewDraft: Sendable {
    package let title: String
    /// Its folder in content/.
    package let category: String
    private let now: Timestamp
    private let zone: ZoneOffset
    private let takenIDs: Set<String>

    /// A draft in `inventory`'s portal: in one of its categories, the first of them without one.
    package init(
        title: String, category: String?, in inventory: SiteInventory, now: Timestamp
    ) throws(NewDraftProblem) {
        try self.init(
            title: title, category: category, among: inventory.categories,
            takenIDs: Set(inventory.lines.map(\.id)), now: now, zone: inventory.settings.zone)
    }

    /// `category` is one of `categories`; without one it is the first of them. Its id is none of `takenIDs`.
    package init(
        title: String, category: String?, among categories: [String], takenIDs: Set<String> = [],
        now: Timestamp, zone: ZoneOffset
    ) throws(NewDraftProblem) {
        self.title = UnicodeNormalization.nfc(title).split(whereSeparator: \.isWhitespace).joined(
            separator: " ")
        guard !self.title.isEmpty else { throw .emptyTitle }
        guard let chosen = category ?? categories.first else { throw .noCategory }
        guard categories.contains(chosen) else { throw .unknownCategory(chosen, among: categories) }
        self.category = chosen
        self.takenIDs = takenIDs
        self.now = now
        self.zone = zone
    }

    /// Whether there is such an article already.
    package func exists(siteRoot: String) -> Bool { WholeFile.exists(siteRoot + "/" + path) }

    /// Makes the file; never in the place of another.
    package func write(siteRoot: String) throws {
        guard !exists(siteRoot: siteRoot) else { throw NewDraftProblem.exists(path) }
        try WholeFile.write(Array(text.utf8), to: siteRoot + "/" + path)
    }

    /// From the site's folder.
    package var path: String {
        "content/\(category)/\(Digits.padded(today.year, 4))/\(name)/index.md"
    }

    package var text: String {
        """
        ---
        id: \(id)
        title: \(quotedTitle)
        date: \(DateForm.iso.text(now, zone: zone))
        summary:
        author:
        tags: []
        draft: true
        ---


        """
    }

    private var today: CivilDate { now.civil(in: zone).date }

    private var name: String {
        let slug = Slug.make(title)
        return slug.isEmpty ? "bai-\(now.seconds)" : slug
    }

    private var id: String { ArticleID.make(today, slug: name, taken: takenIDs) }

    /// A title stands as it is, unless YAML would read its first character as something else.
    private var quotedTitle: String {
        guard let first = title.first, "|>\"'".contains(first) else { return title }
        return "\"" + title.map { $0 == "\"" || $0 == "\\" ? "\\\($0)" : "\($0)" }.joined() + "\""
    }
}

/// Why there is no new draft.
package enum NewDraftProblem: Error, Hashable {
    case emptyTitle
    case noCategory
    case unknownCategory(String, among: [String])
    case exists(String)

    package func message(in language: Language) -> String {
        func say(_ vietnamese: String, _ english: String) -> String {
            language == .vietnamese ? vietnamese : english
        }
        switch self {
        case .emptyTitle: return say("tiêu đề không được trống", "the headline must not be empty")
        case .noCategory:
            return say(
                "chưa có chuyên mục nào: tạo content/tin-tuc/_index.md với `title:` của chuyên mục",
                "there is no category yet: make content/tin-tuc/_index.md with the `title:` of a category")
        case .unknownCategory(let name, let all):
            let near = Suggestion.nearest(to: name, among: all)
            let hint =
                near.map { say("ý bạn là `\($0)`?", "did you mean `\($0)`?") }
                ?? say(
                    "chọn \(all.joined(separator: ", ")), hoặc tạo content/\(name)/_index.md với `title:` của chuyên mục mới",
                    "choose \(all.joined(separator: ", ")), or make content/\(name)/_index.md with the `title:` of a new one"
                )
            return say("không có chuyên mục `\(name)`: \(hint)", "there is no category `\(name)`: \(hint)")
        case .exists(let path): return say("\(path) đã có", "\(path) exists already")
        }
    }
}
