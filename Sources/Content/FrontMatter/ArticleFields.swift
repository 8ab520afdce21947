internal import Diagnostics
internal import Model

/// An article while its front matter is read: what is written, before what follows from other fields.
struct ArticleDraft {
    var article = Article()
    var category: Located<String>?
    var id: Located<String>?
    var slug: Located<String>?
    var imageCaption = ""
}

/// The front matter of articles.
enum ArticleFields {
    static let table = FieldTable<ArticleDraft>(.frontMatter, heading + people + placing + addressing + later)

    private static let heading: [Field<ArticleDraft>] = [
        Field(
            "title", "tieu-de", .text, required: true, example: "title: Đại hội Công đoàn tỉnh",
            "Tiêu đề bài", "The headline"
        ) { $0.article.title = $1 },
        Field(
            "date", "ngay", .date, required: true, example: "date: 19/06/2024 08:30",
            "Ngày giờ đăng; chưa đến giờ thì bài chưa hiện",
            "When it is published; it stays hidden until then"
        ) { $0.article.date = $1 },
        Field(
            "updated", "cap-nhat", .date, example: "updated: 20/06/2024",
            "Ngày giờ cập nhật, in dưới bài", "When it was last changed, as shown to readers"
        ) { $0.article.updated = $1 },
        Field(
            "summary", "tom-tat", .text, default: "đoạn đầu của bài / the first paragraph",
            example: "summary: Sáng 19/6, Công đoàn tỉnh tổ chức đại hội.",
            "Sapo: phần dẫn", "The lead"
        ) { $0.article.summary = $1 },
        Field(
            "image", "anh", .picture, example: "image: dai-hoi.jpg",
            "Ảnh đại diện: đường dẫn, hoặc {src, alt, caption}", "The picture: a path, or {src, alt, caption}"
        ) { $0.article.image = $1 },
        Field(
            "image_caption", "chu-thich-anh", .text, example: "image_caption: Quang cảnh đại hội",
            "Chú thích ảnh đại diện", "The caption of the picture"
        ) { $0.imageCaption = $1 },
    ]

    private static let people: [Field<ArticleDraft>] = [
        Field(
            "author", "tac-gia", .texts, example: "author: Nguyễn Thị Lan",
            "Tác giả, hoặc danh sách tác giả", "The author, or a list of authors"
        ) { $0.article.authors += $1 },
        Field(
            "authors", nil, .texts, example: "authors: [Nguyễn Thị Lan, Trần Văn Hùng]",
            "Các tác giả", "The authors"
        ) { $0.article.authors += $1 },
        Field(
            "author_note", "chuc-danh", .text, example: "author_note: Ủy viên Ban Thường vụ",
            "Chức danh của tác giả, dưới tên tác giả; nhiều dòng thì viết dấu gạch đứng rồi xuống dòng, thụt vào",
            "What the author is, shown below the name; several lines stand indented after a vertical bar"
        ) { $0.article.authorNote = $1 },
        Field(
            "unit", "don-vi", .text, example: "unit: Công đoàn ngành Giáo dục",
            "Đơn vị gửi bài", "The body the author writes for"
        ) { $0.article.unit = $1 },
        Field(
            "photo_by", "nguoi-chup", .text, example: "photo_by: Trần Văn Hùng",
            "Người chụp ảnh", "The photographer"
        ) { $0.article.photoBy = $1 },
        Field(
            "source", "nguon", .republished,
            example: "source: {name: Báo Lao Động, url: \"https://laodong.vn/\"}",
            "Nguồn của bài đăng lại", "Where a republished item comes from"
        ) { $0.article.republished = $1 },
        Field(
            "approved_by", "nguoi-duyet", .text, example: "approved_by: Lê Minh Tuấn",
            "Người duyệt bài; không in ra trang", "Who approved it; not shown"
        ) { $0.article.approvedBy = $1 },
    ]

    private static let placing: [Field<ArticleDraft>] = [
        Field(
            "category", "chuyen-muc", .locatedText, default: "thư mục của bài / the folder it is in",
            example: "category: tin-tuc", "Chuyên mục: tên thư mục trong content/",
            "The category: the name of a folder in content/"
        ) { $0.category = $1 },
        Field(
            "tags", "the", .commaList, example: "tags: [đại hội, công đoàn cơ sở]",
            "Thẻ: danh sách, hoặc cách nhau bằng dấu phẩy", "Tags: a list, or separated by commas"
        ) { $0.article.tags = $1 },
        Field(
            "draft", "nhap", .flag, default: "false", example: "draft: true",
            "Bản nháp: không đăng", "A draft: not published"
        ) { $0.article.isDraft = $1 },
        Field(
            "expires", "het-han", .date, example: "expires: 31/12/2024",
            "Hết hạn: từ lúc này bài rời các danh sách, trang vẫn còn",
            "From then on it leaves the lists; the page stays"
        ) { $0.article.expires = $1 },
        Field(
            "pin_until", "ghim-den", .date, example: "pin_until: 30/06/2024",
            "Ghim ở đầu cho đến lúc này", "Stays on top until then"
        ) { $0.article.pinUntil = $1 },
        Field(
            "params", "tham-so", .parameters, example: "params: {layout: wide}",
            "Giá trị riêng mà giao diện khai báo trong theme.yaml",
            "Values that the theme declares in theme.yaml"
        ) { $0.article.parameters = $1 },
    ]

    private static let addressing: [Field<ArticleDraft>] = [
        Field(
            "slug", "duong-dan", .locatedText, default: "từ tiêu đề / from the title",
            example: "slug: dai-hoi-cong-doan",
            "Phần cuối của địa chỉ: chữ a-z, số, gạch nối", "The end of the address: a-z, digits, hyphens"
        ) { $0.slug = $1 },
        Field(
            "id", "ma", .locatedText, default: "đường dẫn của tệp / the path of the file",
            example: "id: dai-hoi-2024",
            "Mã không đổi của bài: 1 đến 64 chữ a-z, số, gạch nối",
            "The name that never changes: 1 to 64 of a-z, digits, hyphens"
        ) { $0.id = $1 },
        Field(
            "aliases", "dia-chi-cu", .texts, example: "aliases: [/tin.aspx?id=5]",
            "Các địa chỉ cũ, chuyển hướng về bài", "Older addresses, which lead here"
        ) { $0.article.aliases = $1 },
        Field(
            "views", "luot-xem", .number(), default: "0", example: "views: 1250",
            "Số lượt xem mang theo từ trang cũ", "Views brought along from an older site"
        ) { $0.article.baselineViews = $1 },
    ]

    private static let later: [Field<ArticleDraft>] = [
        Field(
            "correction", "dinh-chinh", .correction,
            example: "correction: {date: 21/06/2024, wrong: 120 đại biểu, right: 150 đại biểu}",
            "Đính chính, hiện trên bài", "A correction, shown on the article"
        ) { $0.article.correction = $1 },
        Field(
            "withdrawn", "go-bai", .withdrawal, example: "withdrawn: Bài đăng nhầm chuyên mục",
            "Gỡ bài: lý do, hoặc {reason, date, page}", "Withdraws it: a reason, or {reason, date, page}"
        ) { $0.article.withdrawal = $1 },
    ]
}
