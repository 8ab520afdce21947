import Content
import Diagnostics
import Foundation
import Model
import Testing

@Suite struct SingleSourceTests {
    private static let article = "---\ntitle: Đại hội\ndate: 19/06/2024\n---\n"

    private func site() throws -> SiteFolder {
        try SiteFolder([
            "content/tin-tuc/_index.md": "---\ntitle: Tin\n---\n",
            "content/tin-tuc/dai-hoi/index.md": Self.article,
            "content/tin-tuc/dai-hoi/anh.jpg": "", "content/tin-tuc/dai-hoi/con/tep.pdf": "",
            "content/tin-tuc/dai-hoi/rieng/index.md": "---\ntitle: Riêng\ndate: 19/06/2024\n---\n",
            "content/tin-tuc/dai-hoi/rieng/anh.jpg": "",
            "content/trang/lien-he.md": "---\ntitle: Liên hệ\n---\n",
            "content/van-ban/10-nq.md": Self.article,
            "content/tin-tuc/anh.jpg": "",
            "ngoai.md": Self.article,
        ])
    }

    private func read(_ name: String, _ site: SiteFolder, from current: String = "") throws -> SingleSource {
        try SingleSource.read(
            root: site.path, named: name, from: current.isEmpty ? site.path : site.path + "/" + current,
            builtInThemes: [SiteFolder.sen])
    }

    @Test(arguments: [
        ("content/tin-tuc/bai.md", ""), ("tin-tuc/bai.md", ""), ("tin-tuc/bai", ""),
        ("bai.md", "content/tin-tuc"),
        ("bai", "content/tin-tuc"), ("./tin-tuc/../tin-tuc/bai.md", "content"),
        ("../bai.md", "content/tin-tuc/dai-hoi"),
        ("content/tin-tuc/bai.md", "content/tin-tuc"),
    ])
    func isFoundHoweverItIsNamed(_ name: String, _ current: String) throws {
        let site = try site()
        #expect(try read(name, site, from: current).file == "content/tin-tuc/bai.md")
    }

    @Test(arguments: [
        "content/tin-tuc/dai-hoi", "tin-tuc/dai-hoi/", "tin-tuc/dai-hoi/index.md", "tin-tuc/dai-hoi/index",
    ])
    func isFoundByItsFolder(_ name: String) throws {
        let site = try site()
        #expect(try read(name, site).file == "content/tin-tuc/dai-hoi/index.md")
        let absolute =
            site.path + "/content/" + (name.hasPrefix("content/") ? String(name.dropFirst(8)) : name)
        #expect(try read(absolute, site, from: "content").file == "content/tin-tuc/dai-hoi/index.md")
    }

    /// Keyboards compose accents, some disks take them apart.
    @Test func isFoundWhateverFormItsAccentsHave() throws {
        let composed = "đại hội.md".precomposedStringWithCanonicalMapping
        let apart = composed.decomposedStringWithCanonicalMapping
        for (onDisk, typed) in [(composed, apart), (apart, composed), (apart, apart)] {
            let site = try SiteFolder(["content/tin-tuc/\(onDisk)": Self.article])
            let source = try read("content/tin-tuc/" + typed, site)
            #expect(source.file.utf8.elementsEqual("content/tin-tuc/\(composed)".utf8))
            #expect(source.diskFile.utf8.elementsEqual("content/tin-tuc/\(onDisk)".utf8))
        }
    }

    @Test func isFoundThroughALink() throws {
        let site = try site()
        let link = site.path + "-noi"
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: site.path)
        defer { try? FileManager.default.removeItem(atPath: link) }  // Left in the temporary folder at worst.
        #expect(try read(link + "/content/tin-tuc/bai.md", site).file == "content/tin-tuc/bai.md")
    }

    @Test func isReadWithItsSite() throws {
        let site = try site()
        try site.write("addresses.csv", "tin-tuc/bai,/tin-tuc/2024/06/bai/\n")
        let source = try read("tin-tuc/bai.md", site)
        guard case .article(let article) = source.kind else { throw Unexpected(text: "no article") }
        #expect(article.title == "Bài")
        #expect(article.id == "tin-tuc/bai")
        #expect(source.site.settings.url.origin == "https://congdoan.example.vn")
        #expect(source.site.addresses == [Address(id: "tin-tuc/bai", url: "/tin-tuc/2024/06/bai/")])
        #expect(source.diagnostics.isEmpty)
        guard case .page(let page) = try read("trang/lien-he.md", site).kind else {
            throw Unexpected(text: "no page")
        }
        #expect(page.path == "lien-he")
    }

    @Test func isReadInADamagedSite() throws {
        let site = try site()
        try site.write("site.yaml", "title: [\n")
        try site.write("content/tin-tuc/bai.md", "---\ntitle: Bài\n---\n")
        let source = try read("tin-tuc/bai.md", site)
        #expect(!source.site.isReadable)
        #expect(source.diagnostics.hasErrors)
    }

    @Test func knowsItsOwnFiles() throws {
        let published = [
            "tin-tuc/anh.jpg", "tin-tuc/dai-hoi-khac/anh.jpg", "tin-tuc/dai-hoi/anh.jpg",
            "tin-tuc/dai-hoi/con/tep.pdf", "tin-tuc/dai-hoi/index.html", "tin-tuc/dai-hoi/rieng/anh.jpg",
            "tin-tuc/dai-hoi/rss.xml",
        ]
        let site = try site()
        #expect(
            try read("tin-tuc/dai-hoi", site).ownFiles(among: published) == [
                "tin-tuc/dai-hoi/anh.jpg", "tin-tuc/dai-hoi/con/tep.pdf",
            ])
        #expect(
            try read("tin-tuc/dai-hoi/rieng", site).ownFiles(among: published) == [
                "tin-tuc/dai-hoi/rieng/anh.jpg"
            ])
        #expect(try read("tin-tuc/bai.md", site).ownFiles(among: published) == [])
    }

    // MARK: Refusals

    private func refusal(_ name: String, _ language: Language, from current: String = "") throws -> String {
        let site = try site()
        do {
            let source = try read(name, site, from: current)
            throw Unexpected(text: source.file)
        } catch let refusal as SingleSourceRefusal {
            return DiagnosticPrinter(language: language).text(refusal.diagnostic)
        }
    }

    @Test func misspelt() throws {
        #expect(
            try refusal("content/tin-tuc/dai-hoii/index.md", .vietnamese) == """
                lỗi: không có bài hay trang `content/tin-tuc/dai-hoii/index.md`
                  cách sửa: ý bạn là `content/tin-tuc/dai-hoi/index.md`?

                """)
        #expect(
            try refusal("tin-tuc/bay", .english) == """
                error: there is no article or page `tin-tuc/bay`
                  remedy: did you mean `content/tin-tuc/bai.md`?

                """)
        #expect(
            try refusal("hoàn toàn khác", .vietnamese) == """
                lỗi: không có bài hay trang `hoàn toàn khác`
                  cách sửa: viết đường dẫn của tệp .md, như `bantin list` in ra

                """)
        #expect(
            try refusal("something else", .english) == """
                error: there is no article or page `something else`
                  remedy: give the path of the .md file, as `bantin list` prints it

                """)
    }

    @Test func outsideContent() throws {
        #expect(
            try refusal("ngoai.md", .vietnamese) == """
                lỗi: `ngoai.md` không nằm trong content/
                  cách sửa: viết đường dẫn của tệp .md, như `bantin list` in ra

                """)
        #expect(
            try refusal("/etc/passwd", .english) == """
                error: `/etc/passwd` is not in content/
                  remedy: give the path of the .md file, as `bantin list` prints it

                """)
    }

    @Test(arguments: ["content/tin-tuc/_index.md", "content/van-ban/10-nq.md", "content/tin-tuc/anh.jpg"])
    func notAnArticle(_ name: String) throws {
        #expect(
            try refusal(name, .vietnamese) == """
                lỗi: \(name) không phải bài viết hay trang
                  cách sửa: viết đường dẫn của tệp .md, như `bantin list` in ra

                """)
        #expect(
            try refusal(name, .english) == """
                error: \(name) is neither an article nor a page
                  remedy: give the path of the .md file, as `bantin list` prints it

                """)
    }
}
