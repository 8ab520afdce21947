import Diagnostics
import Testing

/// How content/ is laid out: everything that is printed.
struct ContentFolderTests {
    @Test func noSiteFile() throws {
        let site = try SiteFolder(isBare: true)
        #expect(
            site.messages(.vietnamese) == """
                site.yaml: lỗi: không có site.yaml: thư mục này không phải là một trang của Bản Tin
                  cách sửa: chuyển vào thư mục của trang, dùng `-C THƯ-MỤC`, hoặc chạy `bantin init` để tạo trang mới

                """)
        #expect(
            site.messages(.english) == """
                site.yaml: error: there is no site.yaml: this folder is not a Bản Tin portal
                  remedy: go to the portal's folder, use `-C DIR`, or run `bantin init` for a new portal

                """)
    }

    @Test func noContentFolder() throws {
        let site = try SiteFolder()
        try site.remove("content")
        #expect(
            site.messages(.vietnamese) == """
                content: lỗi: không có thư mục `content/`
                  cách sửa: chạy `bantin init` để có trang mẫu, hoặc `bantin new` để viết bài đầu tiên

                """)
        #expect(
            site.messages(.english) == """
                content: error: there is no folder `content/`
                  remedy: run `bantin init` for a sample portal, or `bantin new` for a first article

                """)
    }

    @Test func emptyContentFolder() throws {
        let site = try SiteFolder()
        try site.remove("content/tin-tuc")
        #expect(
            site.messages(.vietnamese) == """
                content: lỗi: `content/` không có bài nào
                  cách sửa: chạy `bantin init` để có trang mẫu, hoặc `bantin new` để viết bài đầu tiên

                """)
        #expect(
            site.messages(.english) == """
                content: error: `content/` holds no article
                  remedy: run `bantin init` for a sample portal, or `bantin new` for a first article

                """)
    }

    @Test func reservedCategories() throws {
        let site = try SiteFolder([
            "content/the/x.md": "---\ntitle: a\ndate: 1/1/2024\n---\n", "content/so-do/x.md": "",
        ])
        #expect(
            site.messages(.vietnamese) == """
                content/so-do: lỗi: `so-do` là từ dùng trong địa chỉ của trang, không thể là tên chuyên mục
                  cách sửa: đổi tên thư mục, ví dụ `tin-so-do`, hoặc đổi từ này ở `paths:` trong site.yaml
                content/the: lỗi: `the` là từ dùng trong địa chỉ của trang, không thể là tên chuyên mục
                  cách sửa: đổi tên thư mục, ví dụ `tin-the`, hoặc đổi từ này ở `paths:` trong site.yaml

                """)
        #expect(
            site.messages(.english) == """
                content/so-do: error: `so-do` is a word of the portal's addresses and cannot name a category
                  remedy: rename the folder, for example `tin-so-do`, or change the word in `paths:` of site.yaml
                content/the: error: `the` is a word of the portal's addresses and cannot name a category
                  remedy: rename the folder, for example `tin-the`, or change the word in `paths:` of site.yaml

                """)
    }

    @Test func sourcesInTheWrongPlace() throws {
        let site = try SiteFolder([
            "content/x.md": "", "content/tin-tuc/2024/_index.md": "", "content/tin-tuc/index.md": "",
            "content/trang/index.md": "",
        ])
        #expect(
            site.messages(.vietnamese) == """
                content/tin-tuc/2024/_index.md: lỗi: `_index.md` chỉ dùng ngay trong thư mục của một chuyên mục
                  cách sửa: đổi tên tệp, hoặc chuyển lên thư mục của chuyên mục
                content/tin-tuc/index.md: lỗi: `index.md` phải nằm trong thư mục riêng của bài
                  cách sửa: đặt tên khác cho tệp; chỉ phần giới thiệu chuyên mục có tên `_index.md`
                content/trang/index.md: lỗi: `index.md` phải nằm trong thư mục riêng của bài
                  cách sửa: đặt tên khác cho tệp; chỉ phần giới thiệu chuyên mục có tên `_index.md`
                content/x.md: lỗi: bài phải nằm trong thư mục của một chuyên mục
                  cách sửa: chuyển vào một chuyên mục, ví dụ `content/tin-tuc/x.md`

                """)
        #expect(
            site.messages(.english) == """
                content/tin-tuc/2024/_index.md: error: `_index.md` belongs directly in the folder of a category
                  remedy: rename the file, or move it up into the category's folder
                content/tin-tuc/index.md: error: `index.md` must be in the article's own folder
                  remedy: give the file another name; only the description of a category is called `_index.md`
                content/trang/index.md: error: `index.md` must be in the article's own folder
                  remedy: give the file another name; only the description of a category is called `_index.md`
                content/x.md: error: an article must be in the folder of a category
                  remedy: move it into a category, for example `content/tin-tuc/x.md`

                """)
    }

    @Test func unpublishedFiles() throws {
        let site = try SiteFolder(["content/tin-tuc/x.exe": "", "content/anh/x.txt": ""])
        #expect(
            site.messages(.vietnamese) == """
                content/tin-tuc/x.exe: cảnh báo: không đăng tệp `x.exe`: loại tệp này không được đưa lên trang
                  cách sửa: xóa tệp, hoặc đổi sang loại được đăng (ảnh, PDF, âm thanh, video, Office, nén)

                """)
        #expect(
            site.messages(.english) == """
                content/tin-tuc/x.exe: warning: `x.exe` is not published: files of this kind are left out
                  remedy: delete the file, or turn it into a published kind (picture, PDF, audio, video, Office, archive)

                """)
    }

    @Test func largeFile() throws {
        let site = try SiteFolder()
        try site.write("content/tin-tuc/x.pdf", bytes: [UInt8](repeating: 0, count: 2_345_678))
        #expect(
            site.messages(.vietnamese) == """
                content/tin-tuc/x.pdf: cảnh báo: tệp lớn: 2,3 MB
                  cách sửa: thu nhỏ ảnh hoặc nén tệp để trang mở nhanh

                """)
        #expect(
            site.messages(.english) == """
                content/tin-tuc/x.pdf: warning: a large file: 2.3 MB
                  remedy: make the picture smaller or compress the file, so that pages open fast

                """)
    }

    @Test func linksThatLeadNowhereOrBack() throws {
        let site = try SiteFolder()
        try site.link("content/tin-tuc/loop", to: "..")
        try site.link("content/tin-tuc/lost.md", to: "nowhere")
        try site.link("content/tin-tuc/.#lost", to: "nowhere")
        #expect(
            site.messages(.vietnamese) == """
                content/tin-tuc/loop/tin-tuc: lỗi: liên kết dẫn vòng trở lại thư mục bên trên
                  cách sửa: xóa liên kết này
                content/tin-tuc/lost.md: lỗi: không phải tệp hay thư mục, hoặc là liên kết hỏng
                  cách sửa: xóa liên kết này

                """)
        #expect(
            site.messages(.english) == """
                content/tin-tuc/loop/tin-tuc: error: a link leads back to a folder above it
                  remedy: delete the link
                content/tin-tuc/lost.md: error: neither a file nor a folder, or a broken link
                  remedy: delete the link

                """)
    }

    @Test func namesThatDifferOnlyInStoredAccents() throws {
        let site = try SiteFolder(["content/tin-tuc/Ba\u{300}i.txt": "a"])
        try site.write("content/tin-tuc/B\u{E0}i.txt", "a")
        #expect(
            site.messages(.vietnamese) == """
                content/tin-tuc/Bài.txt: lỗi: hai tệp trùng tên, chỉ khác cách lưu dấu tiếng Việt
                  cách sửa: đổi tên một trong hai tệp

                """)
        #expect(
            site.messages(.english) == """
                content/tin-tuc/Bài.txt: error: two files have one name, stored with different accents
                  remedy: rename one of the two files

                """)
    }

    @Test(arguments: ["/index.html", "/tin/index.html", "/../a/", "/tin/./a/"])
    func addressesOfNoPage(_ url: String) throws {
        let site = try SiteFolder(["addresses.csv": "a,/a/\nb,\(url)\n"])
        #expect(site.messages(.english).contains("addresses.csv:2:1: error: the line must have the form"))
    }

    @Test func malformedAddresses() throws {
        let site = try SiteFolder(["addresses.csv": "a,/a/\nhỏng\n,/b/\n"])
        #expect(
            site.messages(.vietnamese) == """
                addresses.csv:2:1: lỗi: dòng này phải có dạng `mã,/địa-chỉ/`
                  2 | hỏng
                    | ^^^^
                  cách sửa: khôi phục dòng này từ bản sao lưu, hoặc xóa dòng
                addresses.csv:3:1: lỗi: dòng này phải có dạng `mã,/địa-chỉ/`
                  3 | ,/b/
                    | ^^^^
                  cách sửa: khôi phục dòng này từ bản sao lưu, hoặc xóa dòng

                """)
        #expect(
            site.messages(.english) == """
                addresses.csv:2:1: error: the line must have the form `id,/address/`
                  2 | hỏng
                    | ^^^^
                  remedy: restore the line from a backup, or delete it
                addresses.csv:3:1: error: the line must have the form `id,/address/`
                  3 | ,/b/
                    | ^^^^
                  remedy: restore the line from a backup, or delete it

                """)
    }
}
