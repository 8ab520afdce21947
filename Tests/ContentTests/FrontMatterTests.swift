import Diagnostics
import Model
import Testing

/// Front matter that is accepted in silence, and what becomes of it.
struct FrontMatterTests {
    @Test(arguments: [
        (#"title: Báo cáo: Kết quả 04 năm "3 trách nhiệm""#, #"Báo cáo: Kết quả 04 năm "3 trách nhiệm""#),
        ("title: Tin #1", "Tin #1"),
        ("title: Tin # 1", "Tin # 1"),
        (#"title: "Trong nháy: #1""#, "Trong nháy: #1"),
        (#"title: "Trong nháy"   # ghi chú"#, "Trong nháy"),
        ("title: 'It''s'", "It's"),
        (#"title: "3 trách nhiệm" trong Đoàn"#, #""3 trách nhiệm" trong Đoàn"#),
        (#"title: "C:\dữ liệu""#, #""C:\dữ liệu""#),
        ("title: “Xuân” và “Hạ”", "“Xuân” và “Hạ”"),
        ("title: [Infographic] Kết quả", "[Infographic] Kết quả"),
        ("title: *Tin* nóng & mới!", "*Tin* nóng & mới!"),
        ("title: 2024", "2024"),
        ("title:   Đại hội  \t", "Đại hội"),
        ("title: >\n  Đại hội\n  công đoàn", "Đại hội công đoàn"),
        ("title: |\n  Đại hội", "Đại hội"),
        ("title: Đại hội\n  công đoàn", "Đại hội công đoàn"),
        ("tieu-de: Đại hội: lần thứ 5", "Đại hội: lần thứ 5"),
        ("title: a\u{2028}b", "a\u{2028}b"),
    ])
    func textOnOneLine(line: String, title: String) throws {
        #expect(try Array(article(line + "\ndate: 19/06/2024").title.utf8) == Array(title.utf8))
    }

    @Test func textInsideAMapping() throws {
        let article = try article(
            """
            title: Bài
            date: 19/06/2024
            source:
              name: Báo Lao Động: số #5
              url: https://laodong.vn/bai.html#muc
            correction:
              date: 21/06/2024
              wrong: Sai: "một"
              right: Đúng: 'hai'
            """)
        #expect(article.republished?.name == "Báo Lao Động: số #5")
        #expect(article.republished?.url == "https://laodong.vn/bai.html#muc")
        #expect(article.correction?.wrong == #"Sai: "một""#)
        #expect(article.correction?.right == "Đúng: 'hai'")
        #expect(article.place(of: "correction").line == 7)
    }

    @Test func everyFieldByItsVietnameseName() throws {
        let article = try article(
            """
            tieu-de: Bài
            ngay: 8h30 ngày 19/6/2024
            cap-nhat: 2024-06-20
            tom-tat: Dẫn: chuyện
            tac-gia: Lan
            don-vi: Ban #1
            nguoi-chup: Hùng
            nguon: Báo Lao Động
            chuyen-muc: tin-tuc
            the: Đại hội, Tin #1
            anh: {src: a.jpg, alt: Mô tả}
            chu-thich-anh: Ảnh: Hùng
            nhap: có
            het-han: 31/12/2024
            ghim-den: 30/06/2024
            duong-dan: dai-hoi
            ma: dai-hoi-1
            dia-chi-cu: [/tin.aspx?id=5]
            luot-xem: 120
            go-bai: {ly-do: Nhầm, trang: none}
            nguoi-duyet: Tuấn
            """)
        #expect(article.title == "Bài")
        #expect(article.date == Timestamp(seconds: 1_718_760_600))
        #expect(article.updated == Timestamp(seconds: 1_718_816_400))
        #expect(article.summary == "Dẫn: chuyện")
        #expect(article.authors == ["Lan"])
        #expect(article.unit == "Ban #1")
        #expect(article.photoBy == "Hùng")
        #expect(article.republished?.name == "Báo Lao Động")
        #expect(article.category == "tin-tuc")
        #expect(article.tags == ["Đại hội", "Tin #1"])
        #expect(article.image?.path == "a.jpg")
        #expect(article.image?.alt == "Mô tả")
        #expect(article.image?.caption == "Ảnh: Hùng")
        #expect(article.isDraft)
        #expect(article.expires == Timestamp(seconds: 1_735_578_000))
        #expect(article.pinUntil == Timestamp(seconds: 1_719_680_400))
        #expect(article.slug == "dai-hoi")
        #expect(article.id == "dai-hoi-1")
        #expect(article.aliases == ["/tin.aspx?id=5"])
        #expect(article.baselineViews == 120)
        #expect(article.withdrawal?.reason == "Nhầm")
        #expect(article.withdrawal?.leavesNotice == false)
        #expect(article.approvedBy == "Tuấn")
    }

    @Test func authorsAsTextOrList() throws {
        #expect(try article("title: a\ndate: 1/1/2024\nauthor: [Lan, Hùng]").authors == ["Lan", "Hùng"])
        #expect(
            try article("title: a\ndate: 1/1/2024\nauthors:\n  - Lan\n  - Hùng").authors == ["Lan", "Hùng"])
    }

    @Test func anAuthorsNoteKeepsItsLines() throws {
        let lines = "title: a\ndate: 1/1/2024\n"
        #expect(try article(lines + "author_note: Phó ban: #1").authorNote == "Phó ban: #1")
        #expect(
            try article(lines + "chuc-danh: |\n  Ủy viên,\n  Trưởng ban\nunit: B").authorNote
                == "Ủy viên,\nTrưởng ban")
    }

    @Test func emptyFieldsAreAsIfNotWritten() throws {
        let article = try article("title: a\ndate: 1/1/2024\nupdated:\ntags: []\nimage: ~\nviews: null")
        #expect(article.updated == nil)
        #expect(article.tags.isEmpty)
        #expect(article.baselineViews == 0)
    }

    @Test func byteOrderMarkAndCarriageReturns() throws {
        let text = "\u{FEFF}---\r\ntitle: Đại hội\r\ndate: 19/06/2024\r\n---\r\nThân bài\r\n"
        let site = try SiteFolder(["content/tin-tuc/x.md": text])
        let (newsroom, _, diagnostics) = site.read()
        #expect(diagnostics.isEmpty)
        #expect(newsroom.articles[1].title == "Đại hội")
    }

    @Test func decomposedTextAndFileNamesAreComposed() throws {
        let site = try SiteFolder([
            "content/tin-tuc/Ba\u{300}i vie\u{302}\u{301}t.md":
                "---\ntitle: \u{110}a\u{323}i ho\u{302}\u{323}i\ndate: 19/06/2024\n---\n"
        ])
        let (newsroom, _, diagnostics) = site.read()
        #expect(diagnostics.isEmpty)
        let article = try #require(newsroom.articles.first)
        #expect(Array(article.title.utf8) == Array("\u{110}\u{1EA1}i h\u{1ED9}i".utf8))
        #expect(Array(article.id.utf8) == Array("tin-tuc/B\u{E0}i vi\u{1EBF}t".utf8))
    }

    @Test func idAndFolderOfAnArticleWithItsOwnFolder() throws {
        let site = try SiteFolder(["content/tin-tuc/2024/x/index.md": "---\ntitle: a\ndate: 1/1/2024\n---\n"])
        let article = try #require(site.read().0.articles.first)
        #expect(article.source == "content/tin-tuc/2024/x/index.md")
        #expect(article.id == "tin-tuc/2024/x")
        #expect(article.folder == "tin-tuc/2024/x")
        #expect(article.category == "tin-tuc")
    }

    @Test func anUnreadableArticleIsStillThere() throws {
        let site = try SiteFolder(["content/tin-tuc/x.md": "---\ntitle: a\n"])
        #expect(site.read().0.articles.map(\.source) == ["content/tin-tuc/bai.md", "content/tin-tuc/x.md"])
    }
}
