import Build
import Foundation
import Model
import Output
import Testing

/// A build after articles have come leaves alone what they cannot have changed, and gives what a build from nothing gives.
@Suite struct AddingTests {
    private static func article(
        _ title: String, _ date: String, _ more: String = "", _ text: String = "Nội dung."
    )
        -> String
    {
        "---\ntitle: \(title)\ndate: \(date)\ntags: [đại hội, khen thưởng]\n\(more)---\n\(text)\n"
    }

    private static let files = [
        "content/tin-tuc/a.md": article("Một", "2025-06-19T08:30"),
        "content/tin-tuc/b.md": article("Hai", "2025-05-02T09:00", "image: anh.gif\n", "Nội dung.\n\nXem."),
        "content/tin-tuc/anh.gif": "GIF89a\u{5}\0\u{7}\0\0\0\0;",
        "content/tin-tuc/c.md": article("Ba", "2025-04-02", "pin_until: 2030-01-01\n"),
        "content/tin-tuc/d.md": article(
            "Bốn", "2024-04-02", "correction: {date: 2024-05-01, wrong: \"1\", right: \"2\"}\n"),
        "content/tin-tuc/e.md": article("Năm", "2024-03-02", "withdrawn: {reason: Sai, date: 2024-03-03}\n"),
        "content/tin-tuc/f.md": article("Sáu", "2027-03-02"),
        "content/tin-tuc/g.md": article("Bảy", "2024-03-02", "draft: true\n"),
        "content/tin-tuc/h.md": article("Tám", "2023-03-02", "expires: 2024-01-01\naliases: [/cu/]\n"),
        "content/nghe/k.md": article("Chín", "2025-06-19T10:00"),
        "content/nghe/l.md": article("Mười", "2023-01-05"),
        "content/trang/gioi-thieu.md": "---\ntitle: Giới thiệu\n---\nXem [một](/tin-tuc/a.md).\n",
    ]

    /// A site of which everything is known, and what a first build leaves out.
    private func site(_ more: [String: String] = [:], fragments: String = "ssi") throws -> IncrementalSite {
        let site = try IncrementalSite(Self.files)
        for (path, text) in more { try site.write(path, text) }
        let settings =
            String(decoding: try site.read("site.yaml"), as: UTF8.self) + "fragments: \(fragments)\n"
        site.settle()
        try site.buildCalmly()
        try site.write("site.yaml", settings + "description: Cổng\n")
        site.settle()
        try site.buildCalmly()
        site.settle()
        return site
    }

    private func build(
        _ site: IncrementalSite, _ seconds: Int = 0, _ options: IncrementalSite.Options = { _ in }
    )
        throws -> BuildReport
    {
        site.settle()
        let report = try site.build(seconds, options)
        #expect(try site.differences(report, seconds, in: "public", options) == [])
        return report
    }

    @Test(arguments: [
        "2025-12-31T10:00", "2025-06-19T08:30", "2025-06-19T09:00", "2025-05-02T08:00", "2024-01-01",
        "2020-02-29", "2025-04-02",
    ])
    func theSameComesOut(date: String) throws {
        let site = try site()
        try site.write("content/tin-tuc/moi.md", Self.article("Mới", date))
        let report = try build(site)
        #expect(report.isAddition)
        #expect(report.output?.added.contains { $0.hasSuffix("/moi/index.html") } ?? false)
        #expect(report.output?.removed == [])
        #expect(try build(site).isQuick)
    }

    @Test(arguments: ["ssi", "js"])
    func oneAfterAnother(fragments: String) throws {
        let site = try site(fragments: fragments)
        for number in 1...5 {
            let folder = number % 2 == 0 ? "nghe" : "tin-tuc"
            try site.write(
                "content/\(folder)/\(["zz", "aa", "cc", "0", "b1"][number - 1]).md",
                Self.article("Bài \(number)", "2025-0\(number)-11", "", "Xem [một](/tin-tuc/a.md)."))
            #expect(try build(site).isAddition)
            if number == 3 {
                try site.write(
                    "content/tin-tuc/b.md",
                    Self.article("Hai", "2025-05-02T09:00", "image: anh.gif\n", "Nội dung.\n\nĐã sửa."))
                #expect(try build(site).isRetouch)
            }
        }
        // A build that plans everything knows the pages, and one without a cache makes the same of them.
        try site.write("content/tin-tuc/a.md", Self.article("Một", "2025-06-19T08:30", "summary: Khác.\n"))
        let report = try build(site)
        #expect(!report.isAddition)
        for path in try site.caches { try site.remove(path) }
        #expect(try build(site).output?.changed == [])
    }

    @Test func severalAtOnce() throws {
        let site = try site()
        for name in ["a1", "c1", "zz"] {
            try site.write("content/tin-tuc/\(name).md", Self.article("Bài \(name)", "2025-05-02T09:00"))
        }
        try site.write("content/nghe/m.md", Self.article("Bài m", "2022-05-02T09:00"))
        #expect(try build(site).isAddition)
        #expect(try build(site).isQuick)
        try site.write("content/nghe/m2.md", Self.article("Bài m2", "2022-05-02T09:00"))
        #expect(try build(site).isAddition)
    }

    @Test func withItsPhotos() throws {
        let site = try site()
        let gif = "GIF89a\u{9}\0\u{3}\0\0\0\0;"
        try site.write(
            "content/tin-tuc/moi/index.md",
            Self.article("Mới", "2025-07-01", "image: x.gif\n", "![Ảnh](y.gif)"))
        try site.write("content/tin-tuc/moi/x.gif", gif)
        try site.write("content/tin-tuc/moi/y.gif", gif)
        let report = try build(site)
        #expect(report.isAddition)
        #expect(report.output?.added.filter { $0.hasSuffix(".gif") }.count == 2)
    }

    /// Each as the only change, in a site that had what comes before it.
    @Test(arguments: [
        ["content/tin-tuc/moi.md": article("Mới", "2025-07-01", "draft: true\n")],
        ["content/tin-tuc/moi.md": article("Mới", "2027-07-01")],
        ["content/tin-tuc/moi.md": article("Mới", "2025-07-01", "aliases: [/x/]\n")],
        ["content/tin-tuc/moi.md": article("Mới", "2025-07-01", "pin_until: 2031-01-01\n")],
        [
            "content/tin-tuc/moi.md": article("Mới", "2025-07-01", "tags: [mới]\n").replacing(
                "tags: [đại hội, khen thưởng]\n", with: "")
        ],
        ["content/tin-tuc/moi.md": article("Mới", "2023-03-02")],
        ["content/khac/moi.md": article("Mới", "2025-07-01")],
        [
            "content/tin-tuc/moi.md": article("Mới", "2025-07-01"),
            "content/tin-tuc/la.gif": "GIF89a\u{9}\0\u{3}\0\0\0\0;",
        ],
        [
            "content/tin-tuc/moi.md": article("Mới", "2025-07-01"),
            "content/trang/moi.md": "---\ntitle: Trang mới\n---\nChữ.\n",
        ],
        [
            "content/tin-tuc/moi.md": article("Mới", "2025-07-01"),
            "content/tin-tuc/a.md": article("Một", "2025-06-19T08:30", "summary: Khác.\n"),
        ],
    ])
    func everythingElseIsDoneAsAlways(_ files: [String: String]) throws {
        let site = try site()
        for (path, text) in files { try site.write(path, text) }
        let report = try build(site)
        #expect(!report.isAddition)
        #expect(try build(site).isQuick)
    }

    @Test(arguments: [
        ["site.yaml": "checks: {links: warn}\n"], ["site.yaml": "checks: {links: off}\n"],
    ])
    func aLinkThatWaits(_ settings: [String: String]) throws {
        let site = try site(["content/nghe/n.md": Self.article("Chờ", "2025-01-01")])
        let yaml = String(decoding: try site.read("site.yaml"), as: UTF8.self)
        try site.write("site.yaml", yaml + settings["site.yaml"]!)
        try site.write("content/nghe/n.md", Self.article("Chờ", "2025-01-01", "", "[m](/tin-tuc/moi.md)"))
        try site.buildCalmly()
        site.settle()
        try site.write("content/tin-tuc/moi.md", Self.article("Mới", "2025-07-01"))
        #expect(!(try build(site).isAddition))
    }

    @Test func aLinkToAPageThatComesAndGoes() throws {
        let site = try site([
            "content/nghe/n.md": Self.article("Chờ", "2025-01-01", "", "[ngày](/ngay/2027/03/02/)")
        ])
        try site.write("content/tin-tuc/moi.md", Self.article("Mới", "2025-07-01"))
        #expect(!(try build(site).isAddition))
    }

    @Test func whatFallsDueIsNotForgotten() throws {
        let site = try site()
        let year = 366 * 86_400
        try site.write("content/tin-tuc/moi.md", Self.article("Mới", "2025-07-01"))
        #expect(try build(site, 3600).isAddition)
        try site.write("content/tin-tuc/moi2.md", Self.article("Mới hai", "2025-07-01"))
        #expect(!(try build(site, 2 * year).isAddition))
    }

    @Test func aFolderThatIsNotAsItWasLeft() throws {
        let site = try site()
        try site.write("public/index.html", "tay")
        try site.write("content/tin-tuc/moi.md", Self.article("Mới", "2025-07-01"))
        #expect(!(try build(site).isAddition))
        try site.write("content/tin-tuc/moi2.md", Self.article("Mới hai", "2025-07-01"))
        #expect(try build(site).isAddition)
    }

    @Test(arguments: ["site-", "sources.cache", "sources-news", "output-", "run-"])
    func whatIsLostOrDamaged(_ name: String) throws {
        let site = try site()
        for (number, isLost) in [true, false].enumerated() {
            try site.write("content/tin-tuc/m\(number).md", Self.article("Mới \(number)", "2025-07-01"))
            #expect(try build(site).isAddition)
            let path = try #require(try site.caches.first { $0.contains(name) })
            var bytes = try site.read(path)
            bytes[bytes.count / 2] ^= 8
            if isLost { try site.remove(path) } else { try site.write(path, bytes) }
            try site.write("content/tin-tuc/n\(number).md", Self.article("Thêm \(number)", "2025-07-01"))
            #expect(!(try build(site).isAddition))
            try site.buildCalmly()
            // What was read for it is remembered by itself again.
            try site.write("site.yaml", try site.read("site.yaml") + Data("# \(number)\n".utf8))
            site.settle()
            try site.buildCalmly()
        }
    }

    /// A list may have a page more though none of its pages shows what is in it.
    @Test func listsThatShowNothing() throws {
        let names = ["day", "month", "year", "category", "tag"]
        let site = try site(
            Dictionary(
                uniqueKeysWithValues: names.map {
                    ("themes/bare/templates/\($0).html", "<h1>{{ page.title }}</h1>\n")
                }))
        for (number, date) in ["2025-07-01", "2025-07-01T09:00", "2025-07-02", "2026-01-01"].enumerated() {
            try site.write("content/tin-tuc/m\(number).md", Self.article("Mới \(number)", date))
            try site.write("content/nghe/m\(number).md", Self.article("Nghề \(number)", date))
            #expect(try build(site).isAddition)
        }
    }

    /// A file in the folder of a new article was hidden by the draft around it, and nobody names it.
    @Test func filesThatAreNotHiddenAnyMore() throws {
        let site = try site([
            "content/tin-tuc/x/index.md": Self.article("Nháp", "2025-07-01", "draft: true\n"),
            "content/tin-tuc/x/pl/a.txt": "phụ lục",
        ])
        try site.write("content/tin-tuc/x/pl/index.md", Self.article("Mới", "2025-07-01"))
        let report = try build(site)
        #expect(report.isAddition)
        #expect(report.output?.added.contains("tin-tuc/x/pl/a.txt") ?? false)
    }

    /// Where a file of content/ is in the way of one of the theme, a build from nothing fails, and so does this.
    @Test func aFileAtTheAddressOfAnAsset() throws {
        let site = try site(["themes/bare/assets/img/x.svg": "<svg xmlns=\"http://www.w3.org/2000/svg\"/>"])
        let images = try FileManager.default.contentsOfDirectory(atPath: site.url("public/assets/img").path)
        let name = try #require(images.first { $0.hasSuffix(".svg") })
        try site.write("content/assets/img/\(name)", "<svg/>")
        try site.write(
            "content/tin-tuc/moi.md", Self.article("Mới", "2025-07-01", "", "![Ảnh](/assets/img/\(name))"))
        site.settle()
        #expect(throws: OutputFailure.self) { try site.build() }
    }

    @Test func pagesThatShareParts() throws {
        let site = try site(fragments: "inline")
        try site.write("content/tin-tuc/moi.md", Self.article("Mới", "2025-07-01"))
        _ = try build(site)
    }
}

extension BuildReport {
    /// True when nothing was planned but what new articles may have changed.
    fileprivate var isAddition: Bool { times.contains { $0.name == "adding" } }
}
