import Bytes
import Content
import Foundation
import Model
import Testing

/// The digest of an article's metadata changes with all that it stands for, and not with the text.
struct MetadataDigestTests {
    private static let path = "content/tin-tuc/x.md"

    private static func source(_ front: String = "title: Tin", _ text: String = "Đoạn đầu.\n\nĐoạn sau.")
        -> String
    {
        "---\n\(front)\ndate: 19/06/2024\n---\n\(text)\n"
    }

    private static func site(_ source: String = source()) throws -> RememberingSite {
        let site = try RememberingSite(["site.yaml": SiteFolder.siteFile, path: source])
        site.theme = theme
        return site
    }

    private static let theme = "title: Sen\nparams: [{name: note, type: text}]\n"

    private static func digest(of site: RememberingSite, _ path: String = path) throws -> ContentHash {
        let reading = try site.read()
        return try #require(reading.newsroom.articles.first { $0.source == path }).metadataDigest
    }

    @Test func isTheSameWhetherReadOrRecalled() throws {
        let site = try Self.site()
        site.settle()
        let read = try Self.digest(of: site)
        #expect(read.isKnown)
        let again = try site.read()
        #expect(again.freshlyRead == [])
        #expect(again.newsroom.articles.map(\.metadataDigest) == [read])
    }

    @Test func doesNotChangeWithTheText() throws {
        let before = try Self.digest(of: Self.site())
        let other = Self.source("title: Tin", "Đoạn đầu.\n\nĐoạn sau khác, [liên kết](y.md).")
        #expect(try Self.digest(of: Self.site(other)) == before)
    }

    /// The first paragraph is the lead where none is written.
    @Test func changesWithTheLead() throws {
        let before = try Self.digest(of: Self.site())
        #expect(try Self.digest(of: Self.site(Self.source("title: Tin", "Khác.\n\nĐoạn sau."))) != before)
        let written = try Self.digest(of: Self.site(Self.source("title: Tin\nsummary: Tóm tắt")))
        #expect(
            try Self.digest(of: Self.site(Self.source("title: Tin\nsummary: Tóm tắt", "Khác."))) == written)
    }

    @Test(
        arguments: [
            "title: Khác", "title: Tin\nauthor: Lan", "title: Tin\nviews: 5",
            "title: Tin\nupdated: 20/06/2024",
            "title: Tin\ncorrection: {date: 20/06/2024, wrong: a, right: b}", "title: Tin\nunit: Ban Nữ công",
            "title: Tin\nsource: {name: Báo, url: \"https://a.example/\"}", "title: Tin\nid: tin-khac",
            "title: Tin\nauthor_note: Trưởng ban", "title: Tin\nphoto_by: Hùng",
            "title: Tin\napproved_by: Hà",
            "title: Tin\nsummary: Tóm tắt", "title: Tin\nparams: {note: a}",
        ])
    func changesWithTheFrontMatter(_ front: String) throws {
        #expect(try Self.digest(of: Self.site(Self.source(front))) != Self.digest(of: Self.site()))
    }

    /// The path is the id of an article that names none.
    @Test func changesWithThePath() throws {
        let site = try RememberingSite([
            "site.yaml": SiteFolder.siteFile, Self.path: Self.source(), "content/tin-tuc/y.md": Self.source(),
        ])
        #expect(try Self.digest(of: site) != Self.digest(of: site, "content/tin-tuc/y.md"))
    }

    /// Dates are written as site.yaml says.
    @Test func changesWithTheSettings() throws {
        let site = try Self.site()
        let before = try Self.digest(of: site)
        for setting in ["dates: {list: dd/MM}", "zone: \"+09:00\""] {
            try site.folder.write("site.yaml", SiteFolder.siteFile + setting + "\n")
            #expect(try Self.digest(of: site) != before, "\(setting)")
        }
    }

    /// A parameter that an article leaves out has the default of the theme.
    @Test func changesWithWhatTheThemeDeclares() throws {
        let site = try Self.site()
        let before = try Self.digest(of: site)
        site.theme = Self.theme.replacingOccurrences(of: "text}", with: "text, default: a}")
        #expect(try Self.digest(of: site) != before)
    }

    @Test func changesWithTheProgram() throws {
        let site = try Self.site()
        let before = try Self.digest(of: site)
        site.program = ContentHash(high: 3, low: 4)
        #expect(try Self.digest(of: site) != before)
    }
}
