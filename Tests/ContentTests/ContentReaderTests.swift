import Content
import Diagnostics
import Foundation
import Model
import Testing

/// What a site's folder becomes when nothing is wrong with it.
struct ContentReaderTests {
    private static let article = "---\ntitle: a\ndate: 1/1/2024\n---\n"
    private static let page = "---\ntitle: Trang\n---\n"

    @Test func sourcesByFolder() throws {
        let site = try SiteFolder([
            "content/tin-tuc/_index.md": "---\ntieu-de: Tin: #1\nmo-ta: Mô tả\nthu-tu: 2\nso-bai: 20\n---\n",
            "content/a-b/2024/x.md": Self.article, "content/a/x.md": Self.article,
            "content/images/x.txt": "a",
            "content/trang/Giới thiệu.md": Self.page, "content/trang/gioi-thieu/co-cau/index.md": Self.page,
            "content/trang/lien-he.md": "---\ntitle: Liên hệ\nslug: hoi-dap\nthu-tu: 3\n---\n",
        ])
        let (newsroom, _, diagnostics) = site.read()
        #expect(diagnostics.isEmpty)
        #expect(newsroom.categories.map(\.folder) == ["a", "a-b", "tin-tuc"])
        #expect(newsroom.categories.map(\.title) == ["a", "a-b", "Tin: #1"])
        #expect(newsroom.categories[2].description == "Mô tả")
        #expect(newsroom.categories[2].order == 2)
        #expect(newsroom.categories[2].pageSize == 20)
        #expect(
            newsroom.articles.map(\.source) == [
                "content/a-b/2024/x.md", "content/a/x.md", "content/tin-tuc/bai.md",
            ])
        #expect(newsroom.pages.map(\.path) == ["gioi-thieu", "gioi-thieu/co-cau", "hoi-dap"])
        #expect(newsroom.pages[1].folder == "trang/gioi-thieu/co-cau")
        #expect(newsroom.pages[2].order == 3)
    }

    @Test func filesByKind() throws {
        let site = try SiteFolder([
            "content/robots.txt": "a", "content/tin-tuc/A.PDF": "a", "content/tin-tuc/x.docx": "a",
            "content/tin-tuc/x.zip": "a", "content/tin-tuc/.x.pdf": "a", "content/tin-tuc/~$x.docx": "a",
            "content/tin-tuc/Thumbs.db": "a", "content/tin-tuc/desktop.ini": "a", "content/.git/x.exe": "a",
        ])
        let (newsroom, _, diagnostics) = site.read()
        #expect(diagnostics.isEmpty)
        #expect(
            newsroom.files.map(\.path) == [
                "robots.txt", "tin-tuc/A.PDF", "tin-tuc/x.docx", "tin-tuc/x.zip",
            ])
        let always = newsroom.files.map { if case .always = $0.publication { true } else { false } }
        #expect(always == [true, true, false, false])
    }

    @Test func linkedFilesAndFoldersAreFollowed() throws {
        let site = try SiteFolder(["elsewhere/x.md": Self.article, "elsewhere/y.txt": "a"])
        try site.link("content/tin-tuc/linked", to: site.path + "/elsewhere")
        try site.link("content/tin-tuc/z.txt", to: site.path + "/elsewhere/y.txt")
        let (newsroom, _, diagnostics) = site.read()
        #expect(diagnostics.isEmpty)
        #expect(newsroom.articles.map(\.id) == ["tin-tuc/bai", "tin-tuc/linked/x"])
        #expect(newsroom.files.map(\.path) == ["tin-tuc/linked/y.txt", "tin-tuc/z.txt"])
    }

    @Test func addressesMayHoldCommas() throws {
        let site = try SiteFolder(["addresses.csv": "a,/a/\r\ntin/a, b,/tin/a,b/\r\n"])
        let (newsroom, _, diagnostics) = site.read()
        #expect(diagnostics.isEmpty)
        #expect(
            newsroom.addresses == [Address(id: "a", url: "/a/"), Address(id: "tin/a, b", url: "/tin/a,b/")])
    }

    @Test func emptyAddresses() throws {
        let (newsroom, _, diagnostics) = try SiteFolder(["addresses.csv": ""]).read()
        #expect(diagnostics.isEmpty)
        #expect(newsroom.addresses.isEmpty)
    }

    @Test func everyNumberOfThreadsGivesTheSame() throws {
        var files: [String: String] = [:]
        for number in 0..<100 {
            files["content/tin-tuc/\(number).md"] =
                "---\ntitle: \(number)\ndate: 1/1/2024\nviews: \(number)\nx\(number): a\n---\n"
        }
        let site = try SiteFolder(files)
        let (one, _, oneFound) = site.read(threads: 1)
        let (four, _, fourFound) = site.read(threads: 4)
        #expect(one.articles.map(\.title) == four.articles.map(\.title))
        #expect(one.articles.count == 101)
        let printer = DiagnosticPrinter(language: .english)
        #expect(oneFound.count == 100)
        #expect(oneFound.map(printer.text) == fourFound.map(printer.text))
    }

    /// The superuser can read everything.
    @Test(.enabled(if: geteuid() != 0)) func unreadableFileAndFolder() throws {
        let site = try SiteFolder(["content/tin-tuc/x.md": Self.article, "content/khoa/x.md": Self.article])
        let manager = FileManager.default
        try manager.setAttributes([.posixPermissions: 0], ofItemAtPath: site.path + "/content/tin-tuc/x.md")
        try manager.setAttributes([.posixPermissions: 0], ofItemAtPath: site.path + "/content/khoa")
        defer {
            try? manager.setAttributes([.posixPermissions: 0o700], ofItemAtPath: site.path + "/content/khoa")
        }
        #expect(
            site.messages() == """
                content/khoa: lỗi: không đọc được thư mục: không có quyền đọc
                  cách sửa: cấp quyền đọc cho người chạy bantin
                content/tin-tuc/x.md: lỗi: không đọc được tệp: không có quyền đọc
                  cách sửa: cấp quyền đọc cho người chạy bantin

                """)
        #expect(
            site.messages(.english) == """
                content/khoa: error: cannot read the folder: permission denied
                  remedy: let the user who runs bantin read it
                content/tin-tuc/x.md: error: cannot read the file: permission denied
                  remedy: let the user who runs bantin read it

                """)
    }
}
