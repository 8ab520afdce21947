internal import Model

/// A photo album while its front matter is read.
struct AlbumDraft {
    var album = Album()
    var slug: Located<String>?
}

/// The front matter of photo albums, content/anh/**.
enum AlbumFields {
    static let table = FieldTable<AlbumDraft>(
        .frontMatter,
        [
            Field(
                "title", "tieu-de", .text, required: true, example: "title: Tháng Công nhân 2024",
                "Tên album", "Its title"
            ) { $0.album.title = $1 },
            Field(
                "date", "ngay", .date, required: true, example: "date: 01/05/2024",
                "Ngày giờ đăng; chưa đến giờ thì album chưa hiện",
                "When it is published; it stays hidden until then"
            ) { $0.album.date = $1 },
            Field(
                "updated", "cap-nhat", .date, example: "updated: 20/06/2024",
                "Ngày giờ cập nhật", "When it was last changed"
            ) { $0.album.updated = $1 },
            Field(
                "summary", "tom-tat", .text, example: "summary: Hình ảnh lễ phát động tại khu công nghiệp.",
                "Mô tả ngắn", "A short description"
            ) { $0.album.summary = $1 },
            Field(
                "photo_by", "nguoi-chup", .text, example: "photo_by: Trần Văn Hùng",
                "Người chụp ảnh", "The photographer"
            ) { $0.album.photoBy = $1 },
            Field(
                "cover", "anh-bia", .text, default: "ảnh đầu tiên / the first photo",
                example: "cover: le.jpg",
                "Ảnh bìa", "The picture that stands for the album"
            ) { $0.album.cover = $1 },
            Field(
                "photos", "cac-anh", .photos,
                example: "photos: [{src: le.jpg, alt: Sân khấu, caption: Lễ phát động}]",
                "Ảnh và chú thích; các ảnh khác trong thư mục của album đứng sau, theo tên tệp",
                "Photos and captions; other pictures in the album's folder follow, by file name"
            ) { $0.album.photos = $1 },
            Field(
                "draft", "nhap", .flag, default: "false", example: "draft: true",
                "Bản nháp: không đăng", "A draft: not published"
            ) { $0.album.isDraft = $1 },
            Field(
                "slug", "duong-dan", .locatedText, default: "tên thư mục / the folder's name",
                example: "slug: thang-cong-nhan-2024",
                "Phần cuối của địa chỉ: chữ a-z, số, gạch nối", "The end of the address: a-z, digits, hyphens"
            ) { $0.slug = $1 },
            Field(
                "aliases", "dia-chi-cu", .texts, example: "aliases: [/album.aspx?id=5]",
                "Các địa chỉ cũ, chuyển hướng về album", "Older addresses, which lead here"
            ) { $0.album.aliases = $1 },
        ])
}
