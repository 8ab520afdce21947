internal import Model

/// Fields whose value is a mapping of its own.
private enum NestedFields {
    struct Source {
        var name = ""
        var url = ""
    }

    struct Image {
        var path = ""
        var alt = ""
        var caption = ""
    }

    struct Mistake {
        var date = Timestamp(seconds: 0)
        var wrong = ""
        var right = ""
    }

    struct Removal {
        var reason = ""
        var date: Timestamp?
        var page = "notice"
    }

    static let source = FieldTable<Source>(
        .frontMatter,
        [
            Field(
                "name", "ten", .text, required: true, example: "name: Báo Lao Động",
                "Tên báo, trang", "The name of the paper or site"
            ) { $0.name = $1 },
            Field(
                "url", .text, example: "url: https://laodong.vn/bai.html",
                "Địa chỉ bài gốc", "The address of the original"
            ) { $0.url = $1 },
        ])

    /// The lead picture of a text, the photo of an album.
    static let image = FieldTable<Image>(
        .frontMatter,
        [
            Field(
                "src", "tep", .text, required: true, example: "src: dai-hoi.jpg",
                "Đường dẫn của ảnh", "The path of the picture"
            ) { $0.path = $1 },
            Field(
                "alt", "mo-ta", .text, example: "alt: Đại biểu biểu quyết",
                "Mô tả ảnh cho người không nhìn thấy", "What it shows, for those who cannot see it"
            ) { $0.alt = $1 },
            Field(
                "caption", "chu-thich", .text, example: "caption: Quang cảnh đại hội",
                "Chú thích", "The caption"
            ) { $0.caption = $1 },
        ])

    static let correction = FieldTable<Mistake>(
        .frontMatter,
        [
            Field(
                "date", "ngay", .date, required: true, example: "date: 21/06/2024",
                "Ngày đính chính", "When it was corrected"
            ) { $0.date = $1 },
            Field(
                "wrong", "sai", .text, required: true, example: "wrong: 120 đại biểu",
                "Chỗ sai", "What was wrong"
            ) { $0.wrong = $1 },
            Field(
                "right", "dung", .text, required: true, example: "right: 150 đại biểu",
                "Chỗ đúng", "What is right"
            ) { $0.right = $1 },
        ])

    static let withdrawal = FieldTable<Removal>(
        .frontMatter,
        [
            Field(
                "reason", "ly-do", .text, required: true, example: "reason: Bài đăng nhầm",
                "Lý do, in trên trang thông báo", "The reason, shown on the notice"
            ) { $0.reason = $1 },
            Field(
                "date", "ngay", .date, example: "date: 22/06/2024",
                "Ngày gỡ", "When it was withdrawn"
            ) { $0.date = $1 },
            Field(
                "page", "trang", .choice(["notice", "none"]), default: "notice", example: "page: none",
                "notice: để lại trang thông báo; none: không để lại trang",
                "notice: leaves a notice; none: leaves no page"
            ) { $0.page = $1 },
        ])
}

extension ValueType<Republished> {
    static var republished: Self {
        .textOrRecord(
            NestedFields.source, .init(),
            text: { Republished(name: $0, url: "") }
        ) { Republished(name: $0.name, url: $0.url) }
    }
}

extension ValueType<Picture> {
    static var picture: Self {
        .textOrRecord(
            NestedFields.image, .init(), type: .picture,
            text: { Picture(path: $0, alt: "", caption: "") }
        ) { Picture(path: $0.path, alt: $0.alt, caption: $0.caption) }
    }
}

extension ValueType<Correction> {
    static var correction: Self {
        .record(NestedFields.correction, .init()) {
            Correction(date: $0.date, wrong: $0.wrong, right: $0.right)
        }
    }
}

extension ValueType<Withdrawal> {
    static var withdrawal: Self {
        .textOrRecord(
            NestedFields.withdrawal, .init(),
            text: { Withdrawal(reason: $0, date: nil, leavesNotice: true) }
        ) { Withdrawal(reason: $0.reason, date: $0.date, leavesNotice: $0.page == "notice") }
    }
}

extension ValueType<[Album.Photo]> {
    static var photos: Self {
        .records(NestedFields.image, .init()) { image, node, reader in
            Album.Photo(
                picture: Picture(path: image.path, alt: image.alt, caption: image.caption),
                line: reader.line(of: node.span))
        }
    }
}
