import Content
import Diagnostics
import Foundation
import Model
import TestSupport
import Testing
import VietnameseText

/// Random edits of random front matter: what is asked for is read back, the rest is read as before, and no other
/// byte changes.
struct FrontMatterEditorPropertyTests {
    /// Files take most of the time: 500 of them, and 2,000 edits.
    private static let (files, editsPerFile) = (500, 4)

    @Test func editsAreReadBackAndTouchNothingElse() throws {
        var random = SeededRandom(seed: 20_240_619)
        var (before, after): ([String: [UInt8]], [String: [UInt8]]) = ([:], [:])
        var edits: [String: [RandomEdit]] = [:]
        for number in 0..<Self.files {
            let file = "content/tin-tuc/\(number).md"
            var source = RandomSource(&random)
            before[file] = source.bytes
            for _ in 0..<Self.editsPerFile {
                let edit = RandomEdit(&random)
                try source.make(edit)
                edits[file, default: []].append(edit)
            }
            after[file] = source.bytes
        }
        let (old, new) = (try read(before), try read(after))
        #expect(old.count == Self.files && new.count == Self.files)
        for (var old, new) in zip(old, new) {
            for edit in edits[old.source] ?? [] { edit.apply(to: &old) }
            let (wanted, found) = (Self.fields(old), Self.fields(new))
            guard wanted.utf8.elementsEqual(found.utf8) else {
                let text = String(decoding: after[old.source] ?? [], as: UTF8.self)
                Issue.record("\(text.debugDescription)\nwanted: \(wanted)\nfound: \(found)")
                return
            }
        }
    }

    @Test("front matter of any lines is edited and then reads as asked, or is as it was")
    func anyLines() throws {
        var random = SeededRandom(seed: 19_061_954)
        var edited = 0
        for _ in 0..<2_000 {
            let block = (0..<Int.random(in: 0...5, using: &random)).map { _ in AnyLine.text(&random) }
                .joined()
            let text = Array("---\n\(block)---\nBài\n".utf8)
            let edit = RandomEdit(&random)
            do {
                var editor = try FrontMatterEditor(bytes: text, file: "content/tin-tuc/x.md")
                defer { #expect(editor.bytes.suffix(9).elementsEqual("---\nBài\n".utf8)) }
                do {
                    try edit.make(&editor)
                    let once = editor.bytes
                    try edit.make(&editor)
                    #expect(editor.bytes == once)
                    edited += 1
                } catch is FrontMatterEditRefusal {
                    #expect(editor.bytes == text)
                }
            } catch is FrontMatterEditRefusal {
                // No front matter that a build would read.
            }
        }
        #expect(edited > 500)
    }

    /// The articles in these files, which must be without fault.
    private func read(_ files: [String: [UInt8]]) throws -> [Article] {
        let site = try SiteFolder(["site.yaml": SiteFolder.siteFile])
        try site.remove("content/tin-tuc/bai.md")
        for (file, bytes) in files { try site.write(file, bytes: bytes) }
        let (newsroom, _, diagnostics) = site.read(threads: 2)
        if let first = diagnostics.first {
            let bytes = files[first.place?.file ?? ""] ?? []
            throw Unexpected(
                text: DiagnosticPrinter(language: .english).text([first])
                    + String(decoding: bytes, as: UTF8.self).debugDescription)
        }
        return newsroom.articles
    }

    /// All of an article but the lines its fields are on.
    private static func fields(_ article: Article) -> String {
        var article = article
        article.fieldLines = []
        return "\(article)"
    }
}

/// A source in pieces, so that the test knows by itself which bytes an edit may touch.
private struct RandomSource {
    private struct Piece {
        /// The English name; nil for comments and blank lines.
        var key: String?
        var bytes: [UInt8]

        var isLoose: Bool { key == nil && bytes.first != UInt8(ascii: "#") }
    }

    private let opening: [UInt8]
    private var pieces: [Piece] = []
    private let closing: [UInt8]
    private let lineEnd: String
    private let isDecomposed: Bool

    var bytes: [UInt8] { opening + pieces.flatMap(\.bytes) + closing }

    init(_ random: inout SeededRandom) {
        lineEnd = ["\n", "\n", "\r\n", "\r"].randomElement(using: &random)!
        isDecomposed = Int.random(in: 0..<4, using: &random) == 0
        let mark = Bool.random(using: &random) ? "\u{FEFF}" : ""
        opening = Array((mark + "---" + lineEnd).utf8)
        closing = Self.closing(lineEnd, &random)
        let optional = RandomField.all.filter { !$0.isRequired && Bool.random(using: &random) }
        for field in (RandomField.all.filter(\.isRequired) + optional).shuffled(using: &random) {
            addLooseLines(&random)
            let value = field.values.randomElement(using: &random)!
            add(field.key, field.names.randomElement(using: &random)! + ":" + value + "\n")
            // Below a text that takes its whole line an indented comment would mean something else.
            if value.hasSuffix("# ghi chú"), Bool.random(using: &random) { add(nil, "  # thụt: vào\n") }
        }
        addLooseLines(&random)
    }

    private mutating func addLooseLines(_ random: inout SeededRandom) {
        let lines = ["", "", "", "\n", "# ghi chú: \"a\n", "#\n", "# --- a: b # c\n"]
        for _ in 0..<2 { add(nil, lines.randomElement(using: &random)!) }
    }

    private static func closing(_ lineEnd: String, _ random: inout SeededRandom) -> [UInt8] {
        let body = ["", lineEnd, lineEnd + "Bài.\n---\ndraft: true\n---\n", lineEnd + "Ba\u{300}i # 1\r\n"]
        return Array("---".utf8) + Array(body.randomElement(using: &random)!.utf8)
    }

    private mutating func add(_ key: String?, _ lines: String) {
        let text = lines.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: lineEnd)
        let bytes = Array((isDecomposed ? text.decomposedStringWithCanonicalMapping : text).utf8)
        if !bytes.isEmpty { pieces.append(Piece(key: key, bytes: bytes)) }
    }

    /// Edits the source and finds out that only the field's own piece has changed.
    mutating func make(_ edit: RandomEdit) throws {
        let old = bytes
        var editor = try FrontMatterEditor(bytes: old, file: "content/tin-tuc/x.md")
        try edit.make(&editor)
        let at = pieces.firstIndex { $0.key == edit.field.key }
        if edit.value == nil {
            guard let at else { return #expect(editor.bytes == old) }
            remove(at, editor.bytes)
        } else {
            if at == nil { pieces.append(Piece(key: edit.field.key, bytes: [])) }
            replace(at ?? pieces.count - 1, editor.bytes)
        }
    }

    private mutating func remove(_ at: Int, _ new: [UInt8]) {
        pieces.remove(at: at)
        // Blank lines and indented comments go with the field when the one above would take them.
        while bytes.count > new.count, at < pieces.count, pieces[at].isLoose { pieces.remove(at: at) }
        #expect(new == bytes)
    }

    private mutating func replace(_ at: Int, _ new: [UInt8]) {
        let before = opening + pieces[..<at].flatMap(\.bytes)
        let behind = pieces[(at + 1)...].flatMap(\.bytes) + closing
        #expect(new.starts(with: before) && new.suffix(behind.count).elementsEqual(behind))
        pieces[at].bytes = Array(new[before.count..<max(before.count, new.count - behind.count)])
        let lineEnd = Array(lineEnd.utf8)
        #expect(pieces[at].bytes.suffix(lineEnd.count).elementsEqual(lineEnd))
        let returns = pieces[at].bytes.count { $0 == UInt8(ascii: "\r") }
        let feeds = pieces[at].bytes.count { $0 == UInt8(ascii: "\n") }
        #expect(lineEnd.count == 2 ? returns == feeds : min(returns, feeds) == 0)
    }
}

/// A field of articles: the values it is generated with, and what an edit makes of it.
private struct RandomField: Sendable {
    let key: String
    let alias: String
    var isRequired = false
    /// What may follow the colon.
    let values: [String]
    /// What it is set to; nil for any text.
    var words: [String]?
    /// The value in the article; nil when the field is removed.
    let apply: @Sendable (inout Article, String?) -> Void

    var names: [String] { [key, alias] }

    private static let texts = [
        " Đại hội", " Báo cáo: Kết quả \"3 trách nhiệm\" #1", "   Tin # 1 \t", " Xuân “và” Hạ\u{2028}a: b",
        "\ta\tb",
        " \"Trong nháy: #1\" # ghi chú", " 'It''s' # \"b\"", " \"a\" b", " |\n  dòng: 1\n\n  # hai",
        " >-\n   a\n   b",
        " |+\n  a", " một\n  hai", " \"một\n\n  # hai\" # c", "\n  một # c", " 😀 e\u{302}\u{323}",
    ]
    private static let words = [" a-1", " \"b\"  # ghi chú", " |-\n  c", "\n  d"]
    private static let dates = [
        " 19/06/2024 08:30", " \"2024-06-19T08:30:00+07:00\" # ghi chú", " 8h30 ngày 19/6/2024   # ghi chú",
        " >-\n  19/06/2024",
    ]
    private static let lists = [
        " [a, \"b # c\"] # d", " []", "\n  - a\n  - b:c", "\n- \"a\" # b\n# c\n- d",
        " [a,\n# b]\n  c\n ] # d", " “a” và b", "\n  - a\n  # b\n  - |\n    # c",
    ]
    private static let republished = [
        " Báo Lao Động: \"A\" #1", " {name: A, url: \"https://a.vn/#b\"} # ghi chú",
        "\n  name: A: b # c\n\n  # d\n  url: https://a.vn/",
        " {name: A,\n# b\nurl: c\n}",
    ]
    private static let withdrawals = [
        " a # b", "\n  reason: a: \"b\" # c\n  page: none", "\n  ly-do: |\n    a\n    # b", " {reason: a}",
    ]

    static let all = [
        RandomField(key: "title", alias: "tieu-de", isRequired: true, values: texts) { $0.title = $1 ?? "" },
        RandomField(
            key: "date", alias: "ngay", isRequired: true, values: dates,
            words: ["1970-01-01T00:00:05Z", "7h0 ngày 1/1/1970"]
        ) { $0.date = Timestamp(seconds: $1?.hasSuffix("Z") == true ? 5 : 0) },
        RandomField(key: "summary", alias: "tom-tat", values: texts + ["", " "]) { $0.summary = $1 ?? "" },
        RandomField(key: "unit", alias: "don-vi", values: texts + [" # c"]) { $0.unit = $1 ?? "" },
        RandomField(key: "photo_by", alias: "nguoi-chup", values: texts) { $0.photoBy = $1 ?? "" },
        RandomField(key: "approved_by", alias: "nguoi-duyet", values: texts) { $0.approvedBy = $1 ?? "" },
        RandomField(key: "author", alias: "tac-gia", values: texts + lists) {
            $0.authors = $1.map { [$0] } ?? []
        },
        RandomField(key: "slug", alias: "duong-dan", values: words, words: ["a", "b-2"]) { $0.slug = $1 },
        RandomField(key: "id", alias: "ma", values: words, words: ["a", "2024", "c-3"]) {
            $0.id = $1 ?? String($0.source.dropFirst("content/".count).dropLast(".md".count))
        },
        RandomField(
            key: "draft", alias: "nhap", values: [" true", " có # ghi chú", " \"false\" # ghi chú", ""],
            words: ["true", "false"]
        ) { $0.isDraft = $1 == "true" },
        RandomField(key: "tags", alias: "the", values: lists, words: ["a", "a b"]) {
            $0.tags = $1.map { [$0] } ?? []
        },
        RandomField(key: "source", alias: "nguon", values: republished) {
            $0.republished = $1.map { Republished(name: $0, url: "") }
        },
        RandomField(key: "withdrawn", alias: "go-bai", values: withdrawals) {
            $0.withdrawal = $1.map { Withdrawal(reason: $0, date: nil, leavesNotice: true) }
        },
    ]
}

/// A field set to a text, or removed.
private struct RandomEdit {
    let field: RandomField
    let name: String
    let value: String?
    /// The text is written as `reason:` among others.
    let isNested: Bool

    init(_ random: inout SeededRandom) {
        field = RandomField.all.randomElement(using: &random)!
        name = field.names.randomElement(using: &random)!
        isNested = field.key == "withdrawn" && Bool.random(using: &random)
        let isRemoved = !field.isRequired && Int.random(in: 0..<3, using: &random) == 0
        let text = field.words?.randomElement(using: &random) ?? Self.text(&random)
        let mayBeBlank = !isNested && !field.isRequired
        value = isRemoved ? nil : mayBeBlank || text.contains { !$0.isWhitespace } ? text : "a" + text
    }

    func make(_ editor: inout FrontMatterEditor) throws {
        guard let value else { return try editor.remove(name) }
        if !isNested { return try editor.set(name, to: value) }
        try editor.set(name, to: [("reason", value), ("date", "7h ngày 1/1/1970"), ("trang", "none")])
    }

    func apply(to article: inout Article) {
        let value = value.map(UnicodeNormalization.nfc)
        field.apply(&article, value)
        guard isNested, let value else { return }
        article.withdrawal = Withdrawal(reason: value, date: Timestamp(seconds: 0), leavesNotice: false)
    }

    private static let parts = [
        "Đại hội", "công đoàn", "a", "1", "#1", " ", "  ", ": ", ":", " #", "\"", "'", "|", ">", "[", "]",
        "{", "}", "&a",
        "*b", "- ", "? ", "!", "\\", "\n", "\n  ", "\t", "\r", "\u{2028}", "\u{2029}", "\u{85}", "\u{301}",
        "\u{323}",
        "\u{FEFF}", "\u{FFFF}", "\0", "\u{1B}", "\u{7F}", "“", "”", "---", "\n---\n", "...", "%", "@", "`",
        "null", "~",
        "<<<<<<<", "😀", ",", "=", "\u{338}", "\u{1100}", "\u{1161}", "\u{2000}", "\u{37E}", "\u{1D167}",
        "slug: b",
    ]

    private static func text(_ random: inout SeededRandom) -> String {
        let count = Int.random(in: 0...8, using: &random)
        return (0..<count).map { _ in parts.randomElement(using: &random)! }.joined()
    }
}

/// A line that front matter may hold, alone or not at all.
private enum AnyLine {
    private static let keys = [
        "title", "tieu-de", "draft", "nhap", "unit", "tags", "withdrawn", "x", "\"id\"", "? slug",
    ]
    private static let parts = [
        " ", "  ", "\t", ":", ": ", " #", "#", "a", "ò", "o\u{300}", "\"", "'", "[", "]", "{", "}", ",", "- ",
        "|", ">-", "|+",
        "\u{2028}", "\u{85}", "\u{FEFF}", "\r", "\n", "\n  ", "\n- ", "\n  - ", "\n  reason: b", "~", "&a",
        "...", "😀",
    ]

    static func text(_ random: inout SeededRandom) -> String {
        let count = Int.random(in: 0...4, using: &random)
        let line = (0..<count).map { _ in parts.randomElement(using: &random)! }.joined()
        let isEntry = Int.random(in: 0..<4, using: &random) > 0
        return (isEntry ? keys.randomElement(using: &random)! + ": " : "") + line + "\n"
    }
}
