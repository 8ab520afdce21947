import Bytes
import Content
import Diagnostics
import Foundation
import Model
import Testing

/// What is remembered of a source comes back as it was, all of it.
struct MemoryRecordTests {
    private static let theme = """
        title: Sen
        params: [{name: layout, type: text}, {name: width, type: number}, {name: wide, type: flag},
          {name: partners, type: list}, {name: note, type: text}, {name: size, type: number, default: 3}]

        """

    /// An article with something in every field, but for its `correction` or `withdrawn`.
    private static func article(_ more: String) -> String {
        """
        ---
        id: dai-hoi-2024
        category: van-hoa
        title: Đại hội "Đoàn" <b> & 🌸
        date: 1965-06-19T08:30:59-11:30
        updated: 20/06/2024 09:00
        summary: Sáng 19/6
        author: [Nguyễn Thị Lan, Trần Văn Hùng]
        author_note: "Ủy viên,\\nTrưởng ban"
        unit: Công đoàn ngành
        photo_by: Hùng
        source: {name: Báo Lao Động, url: "https://laodong.vn/x"}
        approved_by: Lê Minh Tuấn
        tags: [đại hội, công đoàn]
        draft: true
        expires: 31/12/2099
        pin_until: 30/06/2024
        slug: dai-hoi
        aliases: [/tin.aspx?id=5]
        views: 999999999
        image: {src: a.jpg, alt: Đại biểu, caption: Quang cảnh}
        params: {layout: rộng, width: -12, wide: true, partners: [Một, Hai]}
        \(more)
        ---
        Đoạn đầu có [liên kết](b.md "Tựa") và ![ảnh](a.jpg).

        ## Mục một

        [Tệp](x.docx)

        """
    }

    private static func site() throws -> RememberingSite {
        let site = try RememberingSite([
            "site.yaml": SiteFolder.siteFile,
            "content/van-hoa/b.md": "---\ntitle: B\ndate: 1/1/2024\n---\nĐoạn *đầu*\n",
            "content/tin-tuc/x/index.md": article(
                "correction: {date: 21/06/2024, wrong: 120 đại biểu, right: 150 đại biểu}"),
            "content/tin-tuc/y/index.md": article("withdrawn: {reason: Nhầm, date: 22/06/2024, page: none}")
                .replacingOccurrences(of: "id: dai-hoi-2024", with: "id: khac"),
            "content/tin-tuc/x/x.docx": "a", "content/tin-tuc/y/x.docx": "a",
        ])
        site.theme = theme
        return site
    }

    /// What a record leaves out on purpose; the lead where there is a summary, which goes before it.
    private static func isKept(_ field: String) -> Bool {
        ![".body.html", ".body.isLoaded", ".body.lead"].contains { field.hasPrefix($0) }
    }

    @Test func everyFieldOfAnArticleComesBack() throws {
        let site = try Self.site()
        let first = try site.read()
        #expect(
            DiagnosticPrinter(language: .english).text(first.diagnostics.filter { $0.severity == .error })
                == "")
        let again = try site.read()
        #expect(again.freshlyRead == [])
        #expect(again.newsroom.articles.count == 3)
        #expect(first.newsroom.articles.map(\.summary.isEmpty) == [false, false, true])
        #expect(again.newsroom.articles.map(\.body.lead) == ["", "", "Đoạn đầu"])
        for (before, after) in zip(first.newsroom.articles, again.newsroom.articles) {
            #expect(before.body.isLoaded && !after.body.isLoaded && after.body.html.isEmpty)
            #expect(
                fields(of: before).filter(Self.isKept) == fields(of: after).filter(Self.isKept))
        }
    }

    /// A field that nobody fills here would come back right by chance: this fails when `Article` gets a field
    /// that the samples above do not have.
    @Test func theSamplesFillEveryField() throws {
        let reading = try Self.site().read()
        let samples = reading.newsroom.articles.filter { $0.source.contains("tin-tuc") }
        #expect(samples.count == 2)
        let filled = Set(samples.flatMap { Self.filledFields($0) })
        let all = Set(Mirror(reflecting: Article()).children.compactMap(\.label))
        // Errors are not remembered; who keeps an article says so anew.
        #expect(all.subtracting(filled) == ["isDamaged", "isKept"])
        let body = Set(samples.flatMap { Self.filledFields($0.body, unlike: Body()) })
        #expect(
            Set(Mirror(reflecting: Body()).children.compactMap(\.label)).subtracting(body) == ["isLoaded"])
    }

    private static func filledFields(_ article: Article) -> [String] {
        filledFields(article, unlike: Article())
    }

    private static func filledFields(_ value: Any, unlike empty: Any) -> [String] {
        zip(Mirror(reflecting: value).children, Mirror(reflecting: empty).children).compactMap {
            mine, blank in
            fields(of: mine.value) == fields(of: blank.value) ? nil : mine.label
        }
    }

    @Test func everyKindOfHoleComesBack() throws {
        let site = try Self.site()
        try site.folder.write(
            "content/van-hoa/b.md",
            "---\ntitle: B\ndate: 1/1/2024\n---\n[a](b.md) ![a](a.jpg) \n\n::: video x.mp4\n:::\n\n::: attachment\n[x](x.docx)\n:::\n"
        )
        let (first, again) = (try site.read(), try site.read())
        let holes = first.newsroom.articles.map { fields(of: $0.body.holes) }
        #expect(holes == again.newsroom.articles.map { fields(of: $0.body.holes) })
        let text = holes.joined().joined(separator: "\n")
        for kind in ["link", "image", "media", "fileSize"] {
            #expect(text.contains(".\(kind).destination"), "\(kind)")
        }
        #expect(text.contains(".kind = linkEnd"))
    }

    @Test func parametersThatAreNotWrittenStayAbsent() throws {
        let site = try Self.site()
        let (first, again) = (try site.read(), try site.read())
        #expect(
            first.newsroom.articles.map { fields(of: $0.parameters) }
                == again.newsroom.articles.map { fields(of: $0.parameters) })
    }

    // MARK: Numbers and texts

    @Test(arguments: [
        0, 1, -1, 63, 64, -64, -65, 127, 128, 8_191, 8_192, 1 << 31, -(1 << 31), 1 << 62, .max, .min,
        .max - 1,
        .min + 1,
    ])
    func numbers(_ number: Int) {
        var writer = RecordWriter()
        writer.write(number)
        writer.write(7)
        writer.buffer.bytes.withReader { reader in
            let read = [reader.number(), reader.number()]
            #expect(read == [number, 7])
        }
    }

    @Test func smallNumbersTakeOneByte() {
        for number in -64..<64 {
            var writer = RecordWriter()
            writer.write(number)
            #expect(writer.buffer.count == 1)
        }
    }

    @Test(arguments: [
        "", "a", "Đại hội", "a\u{323}", "\u{1EA1}", "\0\n\r\n", "🌸", String(repeating: "ệ", count: 100_000),
    ])
    func texts(_ text: String) {
        var writer = RecordWriter()
        writer.write(text)
        writer.write(Optional(text))
        writer.write(nil as String?)
        writer.write([text, "", text])
        writer.write([] as [String])
        writer.write("hết")
        writer.buffer.bytes.withReader { reader in
            let (one, other, missing) = (reader.text(), reader.optionalText(), reader.optionalText())
            let (list, empty, end) = (reader.texts(), reader.texts(), reader.text())
            #expect(one.utf8.elementsEqual(text.utf8))
            #expect(other.map { Array($0.utf8) } == Array(text.utf8))
            #expect(missing == nil)
            #expect(list.map { Array($0.utf8) } == [Array(text.utf8), [], Array(text.utf8)])
            #expect(empty.isEmpty)
            #expect(end == "hết")
        }
    }

    @Test func momentsFlagsAndHashes() {
        var writer = RecordWriter()
        writer.write(Timestamp(seconds: -142_000_000))
        writer.write(nil as Timestamp?)
        writer.write(Optional(Timestamp(seconds: .max)))
        writer.write(true)
        writer.write(false)
        writer.write(ContentHash(high: 1 << 63, low: 5))
        writer.buffer.bytes.withReader { reader in
            let moments = [reader.moment(), reader.optionalMoment(), reader.optionalMoment()]
            let (flags, hash) = ([reader.flag(), reader.flag()], reader.hash())
            #expect(moments.map { $0?.seconds } == [-142_000_000, nil, .max])
            #expect(flags == [true, false])
            #expect(hash == ContentHash(high: 1 << 63, low: 5))
        }
    }

    // MARK: Diagnostics

    private struct Wordy: Problem {
        let kind = "kiểu"
        let hasRemedy: Bool
        func message(in language: Language) -> String { "câu \(language.rawValue)" }
        func remedy(in language: Language) -> String? { hasRemedy ? "cách \(language.rawValue)" : nil }
    }

    @Test(arguments: [Severity.notice, .warning, .error], [true, false])
    func everyFieldOfADiagnosticComesBack(_ severity: Severity, _ isFull: Bool) {
        var diagnostic = Diagnostic(
            severity, Wordy(hasRemedy: isFull),
            at: isFull ? Place(file: "content/ạ.md", line: 3, column: 4, length: 5) : nil,
            excerpt: isFull ? "dòng" : nil,
            related: isFull
                ? [Place(file: "a", line: 1), Place(file: "b", line: 2, column: 9, length: 7)] : [])
        diagnostic.mark = isFull ? "chỗ" : nil
        var writer = RecordWriter()
        writer.write(diagnostic)
        writer.buffer.bytes.withReader { reader in
            let read = reader.diagnostic()
            for language in Language.allCases {
                #expect(read.problem.message(in: language) == "câu \(language.rawValue)")
                #expect(read.problem.remedy(in: language) == (isFull ? "cách \(language.rawValue)" : nil))
            }
            #expect(read.problem.kind == "kiểu")
            func others(_ diagnostic: Diagnostic) -> [String] {
                fields(of: diagnostic).filter { !$0.hasPrefix(".problem") }
            }
            #expect(others(read) == others(diagnostic))
            // The same field by field, so that the lists above cannot both be empty.
            #expect(others(read).count > 4)
        }
    }
}

extension UnsafeRawBufferPointer {
    fileprivate func withReader(_ body: (inout RecordReader) -> Void) {
        var reader = RecordReader(self)
        body(&reader)
    }
}
