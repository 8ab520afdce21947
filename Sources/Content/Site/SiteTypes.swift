internal import Diagnostics
internal import Model

// The settings of site.yaml that hold settings of their own: one table for each.

extension ValueType<PageSizes> {
    static var neighbours: Self { .record(PageSizes.table, PageSizes()) { $0 } }
}

extension PageSizes {
    fileprivate static let table = FieldTable<PageSizes>(
        .site,
        [
            Field(
                "newer", .number(in: 0...100), default: "5", example: "newer: 5",
                "Số bài mới hơn", "Newer articles"
            ) { $0.newer = $1 },
            Field(
                "older", .number(in: 0...100), default: "10", example: "older: 10",
                "Số bài cũ hơn", "Older articles"
            ) { $0.older = $1 },
        ])
}

extension ValueType<FeedSettings> {
    static var feeds: Self { .record(FeedSettings.table, FeedSettings()) { $0 } }
}

extension FeedSettings {
    fileprivate static let table = FieldTable<FeedSettings>(
        .site,
        [
            Field(
                "items", .number(in: 1...1_000), default: "20", example: "items: 20",
                "Số bài trong một nguồn tin", "Items of a feed"
            ) { $0.items = $1 },
            Field(
                "categories", .flag, default: "true", example: "categories: true",
                "Nguồn tin cho từng chuyên mục", "A feed for each category"
            ) { $0.categories = $1 },
            Field(
                "tags", .flag, default: "true", example: "tags: false",
                "Nguồn tin cho từng thẻ", "A feed for each tag"
            ) { $0.tags = $1 },
        ])
}

extension ValueType<VisitSettings> {
    static var visits: Self { .record(VisitSettings.table, VisitSettings()) { $0 } }
}

extension VisitSettings {
    fileprivate static let table = FieldTable<VisitSettings>(
        .site,
        [
            Field(
                "live", .flag, default: "false", example: "live: true",
                "Trang báo cho `bantin host` khi có người đọc và hiện số mới nhất",
                "Pages tell `bantin host` when they are read, and show the newest numbers"
            ) { $0.isLive = $1 },
            Field(
                "idle_minutes", .number(in: 1...480), default: "30", example: "idle_minutes: 30",
                "Sau ngần ấy phút không mở trang nào thì lượt truy cập kết thúc",
                "Minutes without a page after which a visit is over"
            ) { $0.idleMinutes = $1 },
            Field(
                "origins", .texts, example: "origins: [\"https://congdoan.example.vn\"]",
                "Các địa chỉ gốc được đếm; mặc định là của `url`",
                "The origins that count; that of `url` by default"
            ) { $0.origins = $1 },
            Field(
                "per_second", .number(in: 1...1_000), default: "4", example: "per_second: 4",
                "Số yêu cầu của một người đọc trong một giây", "Requests of one reader within a second"
            ) { $0.perSecond = $1 },
            Field(
                "new_per_minute", .number(in: 1...10_000_000), default: "20000",
                example: "new_per_minute: 20000",
                "Số người đọc mới trong một phút; nhiều hơn thì ngừng đếm đến hết phút",
                "New readers within a minute; when there are more, none is counted until it is over"
            ) { $0.newPerMinute = $1 },
        ])
}

extension ValueType<CheckLevel> {
    /// `off`, and the words that stand for it in YAML, switch a check off.
    static var level: Self {
        ValueType(type: .choice(["error", "warn", "off"])) { node, field, reader in
            if case .scalar(let text, _) = node.value, FlagWord.value(of: text) == false { return .off }
            return reader.choice(node, field, of: ["error", "warn", "off"]).flatMap(CheckLevel.init)
        }
    }
}

extension ValueType<FragmentDelivery> {
    static var fragmentDelivery: Self {
        let words = ["inline", "ssi", "js"]
        return ValueType(type: .choice(words)) { node, field, reader in
            reader.choice(node, field, of: words).flatMap(FragmentDelivery.init)
        }
    }
}

extension ValueType<Checks> {
    static var checks: Self { .record(Checks.table, Checks()) { $0 } }
}

extension Checks {
    fileprivate static let table = FieldTable<Checks>(
        .site,
        [
            Field(
                "links", .level, default: "error", example: "links: warn",
                "Liên kết đến bài và đến mục trong bài", "Links to sources, and to anchors in them"
            ) { $0.links = $1 },
            Field(
                "files", .level, default: "warn", example: "files: off",
                "Tệp mà trang nhắc đến và content/ không có",
                "Files that a page names and content/ does not have"
            ) { $0.files = $1 },
            Field(
                "alt", .level, default: "warn", example: "alt: error",
                "Ảnh không có mô tả", "Pictures without alternative text"
            ) { $0.alt = $1 },
        ])
}

extension ValueType<MarkdownSettings> {
    static var markdown: Self { .record(MarkdownSettings.table, MarkdownSettings()) { $0 } }
}

extension MarkdownSettings {
    fileprivate static let table = FieldTable<MarkdownSettings>(
        .site,
        [
            Field(
                "extensions", .flag, default: "true", example: "extensions: true",
                "Bảng, chú thích cuối bài, khối ::: và các phần mở rộng khác",
                "Tables, footnotes, ::: blocks and the rest"
            ) { $0.extensions = $1 },
            Field(
                "raw_html", .flag, default: "false", example: "raw_html: true",
                "Cho phép HTML trong bài", "Lets HTML in a body through"
            ) { $0.rawHTML = $1 },
        ])
}

extension ValueType<DatePatterns> {
    static var datePatterns: Self { .record(DatePatterns.table, DatePatterns()) { $0 } }
}

extension DatePatterns {
    fileprivate static let table = FieldTable<DatePatterns>(
        .site,
        [
            Field(
                "article", .datePattern, default: "EEEE, dd/MM/yyyy, HH:mm",
                example: "article: EEEE, dd/MM/yyyy, HH:mm",
                "Ngày giờ trên bài", "On an article"
            ) { $0.article = $1 },
            Field(
                "list", .datePattern, default: "dd/MM/yyyy", example: "list: dd/MM/yyyy",
                "Ngày trong danh sách", "In lists"
            ) { $0.list = $1 },
            Field(
                "day", .datePattern, default: "EEEE, dd/MM/yyyy", example: "day: EEEE, dd/MM/yyyy",
                "Tên trang của một ngày", "The title of a day's page"
            ) { $0.day = $1 },
        ])
}

extension ValueType<PathWords> {
    static var pathWords: Self {
        ValueType(type: .mapping, children: PathWords.table.entries) { node, field, reader in
            guard let entries = reader.entries(node, field) else { return nil }
            var words = PathWords()
            PathWords.table.read(
                entries, into: &words, reader: &reader, missingAt: node.span)
            if let (word, first, second) = words.repeated {
                let problem = FieldProblem.repeatedPathWord(word, first: first, second: second)
                reader.report(problem, at: entries.first { $0.key == second }?.keySpan ?? node.span)
            }
            return words
        }
    }
}

extension PathWords {
    fileprivate static let table = FieldTable<PathWords>(
        .site,
        [
            word("page", "trang", "Các trang sau của danh sách", "Further pages of a list") { $0.page = $1 },
            word("day", "ngay", "Tin theo ngày", "Archives by day") { $0.day = $1 },
            word("tag", "the", "Thẻ", "Tags") { $0.tag = $1 },
            word("site_map", "so-do", "Sơ đồ trang", "The site map page") { $0.siteMap = $1 },
            word("documents", "van-ban", "Văn bản", "Official documents") { $0.documents = $1 },
            word("albums", "anh", "Album ảnh", "Photo albums") { $0.albums = $1 },
            word("print", "in", "Bản in", "Print versions") { $0.print = $1 },
            word("fragment", "manh", "Các phần ghép vào trang", "Fragments") { $0.fragment = $1 },
            word("feed", "rss.xml", "Tên tệp nguồn tin", "The file name of feeds") { $0.feed = $1 },
            word(
                "news_sitemap", "tin-moi.xml", "Tên tệp sitemap tin mới", "The file name of the news sitemap"
            ) {
                $0.newsSitemap = $1
            },
        ])

    private static func word(
        _ key: String, _ fallback: String, _ vietnamese: String, _ english: String,
        set: @escaping @Sendable (inout PathWords, String) -> Void
    ) -> Field<PathWords> {
        Field(
            key, .pathWord, default: fallback, example: "\(key): \(fallback)", vietnamese, english, set: set)
    }
}

extension PathWords {
    /// Every word with its setting's name.
    var named: [(key: String, word: String)] {
        [
            ("page", page), ("day", day), ("tag", tag), ("site_map", siteMap), ("documents", documents),
            ("albums", albums), ("print", print), ("fragment", fragment), ("feed", feed),
            ("news_sitemap", newsSitemap),
        ]
    }

    /// The first word that two settings share.
    fileprivate var repeated: (word: String, first: String, second: String)? {
        let all = named
        for (position, later) in all.enumerated() {
            if let earlier = all[..<position].first(where: { $0.word == later.word }) {
                return (later.word, earlier.key, later.key)
            }
        }
        return nil
    }
}
