internal import Model

/// A standing page while its front matter is read.
struct PageDraft {
    var page = StandingPage()
    var slug: Located<String>?
}

/// The front matter of standing pages, content/trang/**.
enum PageFields {
    static let table = FieldTable<PageDraft>(
        .frontMatter,
        [
            Field(
                "title", "tieu-de", .text, required: true, example: "title: Giới thiệu",
                "Tiêu đề trang", "The title"
            ) { $0.page.title = $1 },
            Field(
                "summary", "tom-tat", .text, default: "đoạn đầu của trang / the first paragraph",
                example: "summary: Cơ cấu tổ chức và chức năng, nhiệm vụ.",
                "Mô tả ngắn", "A short description"
            ) { $0.page.summary = $1 },
            Field(
                "order", "thu-tu", .number(), default: "0", example: "order: 2",
                "Thứ tự khi liệt kê", "Its place when pages are listed"
            ) { $0.page.order = $1 },
            Field(
                "updated", "cap-nhat", .date, example: "updated: 20/06/2024",
                "Ngày giờ cập nhật", "When it was last changed"
            ) { $0.page.updated = $1 },
            Field(
                "image", "anh", .picture, example: "image: tru-so.jpg",
                "Ảnh đại diện: đường dẫn, hoặc {src, alt, caption}",
                "The picture: a path, or {src, alt, caption}"
            ) { $0.page.image = $1 },
            Field(
                "draft", "nhap", .flag, default: "false", example: "draft: true",
                "Bản nháp: không đăng", "A draft: not published"
            ) { $0.page.isDraft = $1 },
            Field(
                "slug", "duong-dan", .locatedText, default: "tên tệp / the file's name",
                example: "slug: gioi-thieu",
                "Phần cuối của địa chỉ: chữ a-z, số, gạch nối", "The end of the address: a-z, digits, hyphens"
            ) { $0.slug = $1 },
            Field(
                "aliases", "dia-chi-cu", .texts, example: "aliases: [/gioithieu.aspx]",
                "Các địa chỉ cũ, chuyển hướng về trang", "Older addresses, which lead here"
            ) { $0.page.aliases = $1 },
            Field(
                "params", "tham-so", .parameters, example: "params: {layout: wide}",
                "Giá trị riêng mà giao diện khai báo trong theme.yaml",
                "Values that the theme declares in theme.yaml"
            ) { $0.page.parameters = $1 },
        ])
}

/// What `_index.md` in a category's folder says.
enum CategoryFields {
    static let table = FieldTable<CategorySource>(
        .frontMatter,
        [
            Field(
                "title", "tieu-de", .text, default: "tên thư mục / the folder's name",
                example: "title: Tin công đoàn",
                "Tên chuyên mục", "The category's name"
            ) { $0.title = $1 },
            Field(
                "description", "mo-ta", .text, example: "description: Tin hoạt động của công đoàn các cấp",
                "Mô tả, in đầu chuyên mục", "What it is about, shown above the list"
            ) { $0.description = $1 },
            Field(
                "order", "thu-tu", .number(), default: "0", example: "order: 1",
                "Thứ tự giữa các chuyên mục", "Its place among the categories"
            ) { $0.order = $1 },
            Field(
                "page_size", "so-bai", .number(in: 1...1_000),
                default: "page_size của site.yaml / of site.yaml",
                example: "page_size: 20", "Số bài trên một trang danh sách", "Articles on a list page"
            ) { $0.pageSize = $1 },
        ])
}
