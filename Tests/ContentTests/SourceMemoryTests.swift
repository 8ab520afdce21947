import Bytes
import Content
import Diagnostics
import Foundation
import Glibc
import Model
import Testing

/// What was remembered is believed while it is true, and never otherwise.
struct SourceMemoryTests {
    private static func source(_ title: String, _ body: String = "Nội dung.") -> String {
        "---\ntitle: \(title)\ndate: 19/06/2024\n---\n\(body)\n"
    }

    /// A site with `count` articles `content/tin-tuc/00.md`, `01.md`, …, read once.
    private static func remembered(_ count: Int) throws -> RememberingSite {
        var files = ["site.yaml": SiteFolder.siteFile]
        for number in 0..<count { files[path(number)] = source("Bài \(number)") }
        let site = try RememberingSite(files)
        site.settle()
        try site.read()
        return site
    }

    private static func path(_ number: Int) -> String {
        "content/tin-tuc/\(number < 10 ? "0" : "")\(number).md"
    }

    /// All that was read but for bodies, which a memory leaves out, and what only a memory has.
    private static func told(_ newsroom: Newsroom, _ diagnostics: [Diagnostic]) -> [String] {
        let left = newsroom.articles.map { article in
            var article = article
            article.body.html = []
            article.body.isLoaded = true
            article.body.digest = .unknown
            article.metadataDigest = .unknown
            if !article.summary.isEmpty { article.body.lead = "" }
            return article
        }
        let words = Language.allCases.map { DiagnosticPrinter(language: $0).text(diagnostics) }
        return fields(of: left) + fields(of: newsroom.pages) + fields(of: newsroom.categories)
            + fields(of: newsroom.files) + words
    }

    private func expectTheSameAsFromNothing(_ site: RememberingSite, _ reading: ContentReading) {
        let (newsroom, _, diagnostics) = site.readFromNothing()
        #expect(Self.told(reading.newsroom, reading.diagnostics) == Self.told(newsroom, diagnostics))
    }

    // MARK: Damage

    @Test func aFileCutOffAnywhereIsNotBelieved() throws {
        let site = try Self.remembered(2)
        let whole = try Data(contentsOf: URL(fileURLWithPath: site.base))
        #expect(site.memory != nil)
        for length in 0..<whole.count {
            try whole.prefix(length).write(to: URL(fileURLWithPath: site.base))
            #expect(site.memory == nil, "\(length) of \(whole.count)")
        }
    }

    @Test func aFileWithOneBitTurnedIsNotBelieved() throws {
        let site = try Self.remembered(2)
        let whole = try Data(contentsOf: URL(fileURLWithPath: site.base))
        for at in whole.indices {
            var damaged = whole
            damaged[at] ^= 1 << UInt8(at % 8)
            try damaged.write(to: URL(fileURLWithPath: site.base))
            #expect(site.memory == nil, "\(at)")
        }
        try (whole + [0]).write(to: URL(fileURLWithPath: site.base))
        #expect(site.memory == nil)
    }

    @Test(arguments: [0, 1, 7, 8, 23, 24, 40, 47, 48, 100, 200])
    func damagedNewsAreLeftUnread(_ at: Int) throws {
        let site = try Self.remembered(40)
        try site.folder.write(Self.path(7), Self.source("Tin mới"))
        site.settle()
        try site.read()
        var news = try Data(contentsOf: URL(fileURLWithPath: site.news))
        #expect(news.count > 200)
        news[at] ^= 4
        try news.write(to: URL(fileURLWithPath: site.news))
        #expect(site.memory != nil)
        let reading = try site.read(remembers: false)
        #expect(reading.freshlyRead == [Self.path(7)])
        expectTheSameAsFromNothing(site, reading)
    }

    @Test func newsOfAnotherBaseAreIgnored() throws {
        let site = try Self.remembered(40)
        try site.folder.write(Self.path(7), Self.source("Tin cũ"))
        site.settle()
        try site.read()
        let old = try Data(contentsOf: URL(fileURLWithPath: site.news))
        // Much is new: another base is written, which has article 7 as it is now.
        for number in 0..<20 { try site.folder.write(Self.path(number), Self.source("Lần hai \(number)")) }
        site.settle()
        try site.read()
        try old.write(to: URL(fileURLWithPath: site.news))
        let reading = try site.read(remembers: false)
        #expect(reading.freshlyRead == [])
        #expect(reading.titles[7] == "Lần hai 7")
        expectTheSameAsFromNothing(site, reading)
    }

    // MARK: Finding

    @Test(arguments: [1, 2, 3, 40])
    func theFirstTheLastAndThoseBetweenAreFound(_ count: Int) throws {
        let site = try Self.remembered(count)
        let reading = try site.read()
        #expect(reading.freshlyRead == [])
        expectTheSameAsFromNothing(site, reading)
    }

    @Test(arguments: [
        "content/a/00.md", "content/tin-tuc/.md", "content/tin-tuc/000.md", "content/tin-tuc/20-5.md",
        "content/tin-tuc/39 .md", "content/tin-tuc/ạ.md", "content/tin-tuc/a/01.md",
    ])
    func aSourceThatIsNewIsRead(_ path: String) throws {
        let site = try Self.remembered(40)
        try site.folder.write(path, Self.source("Mới"))
        let reading = try site.read()
        // Another category folder means that everything is read anew.
        let isOtherCategory = path.hasPrefix("content/a/")
        let isHidden = path.hasSuffix("/.md")
        #expect(reading.freshlyRead.count == (isOtherCategory ? 41 : isHidden ? 0 : 1))
        expectTheSameAsFromNothing(site, reading)
    }

    @Test func whatIsGoneIsForgotten() throws {
        let site = try Self.remembered(40)
        for number in [0, 20, 39] { try site.folder.remove(Self.path(number)) }
        let reading = try site.read()
        #expect(reading.newsroom.articles.count == 37)
        #expect(reading.freshlyRead == [])
        expectTheSameAsFromNothing(site, reading)
        expectTheSameAsFromNothing(site, try site.read())
    }

    // MARK: Edits

    @Test(arguments: [3, 40])
    func anEditedSourceIsReadAndOthersAreNot(_ count: Int) throws {
        let site = try Self.remembered(count)
        try site.folder.write(Self.path(1), Self.source("Đã sửa"))
        let reading = try site.read()
        #expect(reading.freshlyRead == [Self.path(1)])
        #expect(reading.titles[1] == "Đã sửa")
        expectTheSameAsFromNothing(site, reading)
        // Nothing is read again then, and what is edited back is news as well.
        #expect(try site.read().freshlyRead == [])
        try site.folder.write(Self.path(1), Self.source("Bài 1"))
        let back = try site.read()
        #expect(back.freshlyRead == [Self.path(1)])
        #expect(back.titles[1] == "Bài 1")
        #expect(try site.read().titles[1] == "Bài 1")
    }

    @Test func aTouchedSourceIsTheSame() throws {
        let site = try Self.remembered(40)
        try site.folder.write(Self.path(3), Self.source("Bài 3"))
        site.settle()
        let reading = try site.read()
        #expect(reading.freshlyRead == [])
        expectTheSameAsFromNothing(site, reading)
        // Its new stamp is remembered: then there is nothing left to write.
        let again = try site.read()
        try #require(again.notes).store { file, _ in Issue.record("\(file) is written once more") }
    }

    /// Only the time of the inode's change tells, which nobody can set.
    @Test func aSourceWithTheSameSizeAndTimeIsNoticed() throws {
        let site = try Self.remembered(3)
        let path = site.folder.path + "/" + Self.path(1)
        var status = stat()
        stat(path, &status)
        let file = open(path, O_WRONLY)
        let text = Array(Self.source("Bài X").utf8)
        #expect(text.count == Int(status.st_size))
        #expect(pwrite(file, text, text.count, 0) == text.count)
        let times = [status.st_atim, status.st_mtim]
        futimens(file, times)
        close(file)
        var now = stat()
        stat(path, &now)
        #expect(now.st_mtim.tv_nsec == status.st_mtim.tv_nsec && now.st_size == status.st_size)
        let reading = try site.read()
        #expect(reading.titles == ["Bài 0", "Bài X", "Bài 2"])
        expectTheSameAsFromNothing(site, reading)
    }

    /// A file renamed over another brings its own times along.
    @Test func aSourceReplacedByAnOlderFileIsNoticed() throws {
        let site = try RememberingSite([
            "site.yaml": SiteFolder.siteFile, "content/tin-tuc/a.md": Self.source("Bài a"),
            "older.md": Self.source("Bài b"),
        ])
        site.settle()
        try site.read()
        rename(site.folder.path + "/older.md", site.folder.path + "/content/tin-tuc/a.md")
        #expect(try site.read().titles == ["Bài b"])
    }

    @Test func aRenamedSourceIsAnother() throws {
        let site = try Self.remembered(40)
        rename(site.folder.path + "/" + Self.path(1), site.folder.path + "/content/tin-tuc/zz.md")
        let reading = try site.read()
        #expect(reading.freshlyRead == ["content/tin-tuc/zz.md"])
        expectTheSameAsFromNothing(site, reading)
        // Two sources change places: both have stamps that were seen, at other places.
        let places = [2, 3].map { site.folder.path + "/" + Self.path($0) }
        rename(places[0], places[0] + "x")
        rename(places[1], places[0])
        rename(places[0] + "x", places[1])
        let swapped = try site.read()
        #expect(swapped.titles[1...2] == ["Bài 3", "Bài 2"])
        expectTheSameAsFromNothing(site, swapped)
    }

    @Test func aSourceDeletedAndMadeAgainIsTheSameOnlyWithTheSameBytes() throws {
        let site = try Self.remembered(40)
        try site.folder.remove(Self.path(5))
        try site.folder.write(Self.path(5), Self.source("Bài 5"))
        try site.folder.remove(Self.path(6))
        try site.read()
        try site.folder.write(Self.path(6), Self.source("Bài khác"))
        let reading = try site.read()
        #expect(reading.freshlyRead == [Self.path(6)])
        #expect(reading.titles[5...6] == ["Bài 5", "Bài khác"])
        expectTheSameAsFromNothing(site, reading)
    }

    @Test func aSourceEditedAtOnceAfterReadingIsNoticed() throws {
        let site = try Self.remembered(2)
        for round in 0..<10 {
            // The same size within one step of the clock.
            try site.folder.write(Self.path(0), Self.source("Lần \(round)"))
            #expect(try site.read().titles[0] == "Lần \(round)")
        }
    }

    // MARK: What a source means

    private enum Meaning: CaseIterable {
        case site, program, parameters, fallback, category, emptyCategory

        func change(_ site: RememberingSite) throws {
            switch self {
            case .site: try site.folder.write("site.yaml", SiteFolder.siteFile + "# khác\n")
            case .program: site.program = ContentHash(high: 1, low: 3)
            case .parameters: site.theme = "title: Sen\nparams: [{name: wide, type: flag}]\n"
            case .fallback: site.theme = "title: Sen\nparams: [{name: note, type: text, default: khác}]\n"
            case .category: try site.folder.write("content/a/x.md", SourceMemoryTests.source("Khác"))
            case .emptyCategory: try site.folder.remove("content/van-hoa")
            }
        }
    }

    @Test(arguments: Meaning.allCases)
    private func whatEverySourceDependsOnMakesAllBeReadAnew(_ meaning: Meaning) throws {
        var files = ["site.yaml": SiteFolder.siteFile]
        for number in 0..<3 { files[Self.path(number)] = Self.source("Bài \(number)") }
        files["content/van-hoa/x.md"] = Self.source("Văn bản")
        let site = try RememberingSite(files)
        site.theme = "title: Sen\nparams: [{name: note, type: text, default: một}]\n"
        site.settle()
        try site.read()
        #expect(try site.read().freshlyRead == [])
        try meaning.change(site)
        let reading = try site.read()
        #expect(reading.freshlyRead.count == reading.newsroom.articles.count)
        expectTheSameAsFromNothing(site, reading)
        #expect(try site.read().freshlyRead == [])
    }

    // MARK: Warnings

    @Test(arguments: [1, 2])
    func warningsAreToldAgainWordForWord(threads: Int) throws {
        let site = try RememberingSite([
            "site.yaml": SiteFolder.siteFile,
            "content/tin-tuc/a.md":
                "---\ntitle: A\ndate: Thứ Hai, 19/06/2024\nimage: a.jpg\n---\n![](a.jpg)\n\nĐoạn ![](a.jpg)\n",
            "content/tin-tuc/b.md": "---\ntitle: B\ndate: Chủ nhật, 19/06/2024\n---\n",
            "content/tin-tuc/a.jpg": "no picture",
            "content/trang/x.md": "---\ntitle: X\n---\n![](/tin-tuc/a.jpg)\n",
        ])
        site.settle()
        let first = try site.read(threads: threads)
        let again = try site.read(threads: threads)
        #expect(again.freshlyRead == [])
        for language in Language.allCases {
            let words = DiagnosticPrinter(language: language).text(first.diagnostics)
            #expect(words.split(separator: "\n").count > 8)
            #expect(DiagnosticPrinter(language: language).text(again.diagnostics) == words)
        }
        #expect(
            first.diagnostics.map { fields(of: $0.place as Any) }
                == again.diagnostics.map { fields(of: $0.place as Any) })
        #expect(first.diagnostics.map(\.problem.kind) == again.diagnostics.map(\.problem.kind))
        expectTheSameAsFromNothing(site, again)
    }

    // MARK: Files beside articles

    @Test func aPictureIsReadAgainWhenItChanges() throws {
        func picture(_ width: UInt8) -> [UInt8] {
            Array("GIF89a".utf8) + [width, 0, 5, 0, 0, 0, 0] + [UInt8](repeating: 0, count: 20)
        }
        let site = try RememberingSite([
            "site.yaml": SiteFolder.siteFile, "content/tin-tuc/a.md": Self.source("A"),
        ])
        try site.folder.write("content/tin-tuc/a.gif", bytes: picture(3))
        site.settle()
        #expect(try site.read().newsroom.files.map(\.image) == [ImageSize(width: 3, height: 5)])
        #expect(try site.read().newsroom.files.map(\.image) == [ImageSize(width: 3, height: 5)])
        try site.folder.write("content/tin-tuc/a.gif", bytes: picture(9))
        #expect(try site.read().newsroom.files.map(\.image) == [ImageSize(width: 9, height: 5)])
        try site.folder.remove("content/tin-tuc/a.gif")
        #expect(try site.read().newsroom.files.isEmpty)
    }
}
