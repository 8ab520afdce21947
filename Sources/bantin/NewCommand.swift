import ArgumentParser
import Build
import Diagnostics
import Model
import VietnameseText

struct NewCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "new",
            abstract: say("Tạo bài nháp mới và in đường dẫn.", "Makes a new draft and prints its path."),
            aliases: ["bai-moi"])
    }

    @OptionGroup var common: CommonOptions

    @Argument(help: .init(say("Tiêu đề bài viết.", "The headline.")))
    var title: String

    @Option(
        name: [.short, .long],
        help: .init(
            say("Chuyên mục; mặc định là chuyên mục đầu tiên.", "The category; the first one by default.")))
    var category: String?

    func run() throws {
        let request = common.request
        let inventory = SiteInventory.read(request)
        let language = common.language(site: inventory.settings.language)
        let words = NewWords(language: language)
        let title = UnicodeNormalization.nfc(self.title).split(whereSeparator: \.isWhitespace).joined(
            separator: " ")
        guard !title.isEmpty else { throw ValidationError(words.emptyTitle) }
        let folder = try chosenCategory(inventory, words)
        let draft = NewDraft(title: title, category: folder, now: request.now, zone: inventory.settings.zone)
        let path = request.root + "/" + draft.path
        guard !WholeFile.exists(path) else { throw ValidationError(words.exists(draft.path)) }
        try WholeFile.write(Array(draft.text.utf8), to: path)
        Console.print(draft.path)
    }

    private func chosenCategory(_ inventory: SiteInventory, _ words: NewWords) throws -> String {
        guard let category else {
            guard let first = inventory.categories.first else { throw ValidationError(words.noCategory) }
            return first
        }
        guard inventory.categories.contains(category) else {
            throw ValidationError(words.unknownCategory(category, among: inventory.categories))
        }
        return category
    }
}

/// The file that `new` makes: a folder of its own, so that photos can be put beside the text.
struct NewDraft {
    let title: String
    let category: String
    let now: Timestamp
    let zone: ZoneOffset

    /// From the site's folder.
    var path: String {
        "content/\(category)/\(Digits.padded(today.year, 4))/\(name)/index.md"
    }

    var text: String {
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

    private var id: String { ArticleID.make(today, slug: name) }

    /// A title stands as it is, unless YAML would read its first character as something else.
    private var quotedTitle: String {
        guard let first = title.first, "|>\"'".contains(first) else { return title }
        return "\"" + title.map { $0 == "\"" || $0 == "\\" ? "\\\($0)" : "\($0)" }.joined() + "\""
    }
}

private struct NewWords {
    let language: Language

    private func say(_ vietnamese: String, _ english: String) -> String {
        language == .vietnamese ? vietnamese : english
    }

    var emptyTitle: String { say("tiêu đề không được trống", "the headline must not be empty") }

    var noCategory: String {
        say(
            "chưa có chuyên mục nào: tạo một thư mục trong content/",
            "there is no category yet: make a folder in content/")
    }

    func exists(_ path: String) -> String { say("\(path) đã có", "\(path) exists already") }

    func unknownCategory(_ name: String, among all: [String]) -> String {
        let near = Suggestion.nearest(to: name, among: all)
        let hint =
            near.map { say("ý bạn là `\($0)`?", "did you mean `\($0)`?") } ?? all.joined(separator: ", ")
        return say("không có chuyên mục `\(name)`: \(hint)", "there is no category `\(name)`: \(hint)")
    }
}
