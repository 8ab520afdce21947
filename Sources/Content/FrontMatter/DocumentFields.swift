internal import Model

/// An official document while its front matter is read.
struct DocumentDraft {
    var document = OfficialDocument()
    var slug: Located<String>?
}

/// The front matter of official documents, content/van-ban/**.
enum DocumentFields {
    /// A draft may still lack everything.
    static let table = FieldTable<DocumentDraft>(
        .frontMatter, identity + force + people + placing, waiving: { $0.document.isDraft })

    private static let identity: [Field<DocumentDraft>] = [
        Field(
            "number", "so-ky-hieu", .text, required: true, example: "number: 10-NQ/ĐUK",
            "Số, ký hiệu", "Its number and symbol"
        ) { $0.document.number = $1 },
        Field(
            "type", "loai", .text, required: true, example: "type: Nghị quyết",
            "Loại văn bản", "What kind of document it is"
        ) { $0.document.type = $1 },
        Field(
            "abstract", "trich-yeu", .text, required: true,
            example: "abstract: Về nhiệm vụ công tác năm 2024",
            "Trích yếu nội dung", "What it is about"
        ) { $0.document.abstract = $1 },
        Field(
            "issued", "ngay-ban-hanh", .date, required: true, example: "issued: 19/05/2024",
            "Ngày ban hành", "The day of issue"
        ) { $0.document.issued = $1 },
        Field(
            "file", "tep", .texts, required: true, example: "file: 10-nq-duk.pdf",
            "Tệp của văn bản, hoặc danh sách tệp", "Its file, or a list of files"
        ) { $0.document.files = $1 },
    ]

    private static let force: [Field<DocumentDraft>] = [
        Field(
            "effective", "ngay-hieu-luc", .date, default: "ngày ban hành / the day of issue",
            example: "effective: 01/06/2024", "Ngày có hiệu lực", "The day from which it has effect"
        ) { $0.document.effective = $1 },
        Field(
            "expires", "het-hieu-luc", .date, example: "expires: 31/12/2025",
            "Ngày hết hiệu lực: từ lúc này văn bản không còn hiệu lực, trang vẫn còn",
            "From then on it has no effect; the page stays"
        ) { $0.document.expires = $1 },
        Field(
            "replaced_by", "thay-the-boi", .text, example: "replaced_by: 12-NQ/ĐUK",
            "Số của văn bản thay thế", "The number of the document that replaces it"
        ) { $0.document.replacedBy = $1 },
    ]

    private static let people: [Field<DocumentDraft>] = [
        Field(
            "issuer", "co-quan", .text, default: "organization của site.yaml / of site.yaml",
            example: "issuer: Liên đoàn Lao động tỉnh", "Cơ quan ban hành", "The body that issued it"
        ) { $0.document.issuer = $1 },
        Field(
            "signer", "nguoi-ky", .text, example: "signer: Nguyễn Thị An",
            "Người ký", "Who signed it"
        ) { $0.document.signer = $1 },
        Field(
            "signer_title", "chuc-vu", .text, example: "signer_title: Chủ tịch",
            "Chức vụ người ký", "The signer's office"
        ) { $0.document.signerTitle = $1 },
    ]

    private static let placing: [Field<DocumentDraft>] = [
        Field(
            "date", "ngay-dang", .date, default: "ngày ban hành / the day of issue",
            example: "date: 20/05/2024 08:00", "Ngày giờ đăng; chưa đến giờ thì văn bản chưa hiện",
            "When it is published here; it stays hidden until then"
        ) { $0.document.date = $1 },
        Field(
            "updated", "cap-nhat", .date, example: "updated: 20/06/2024",
            "Ngày giờ cập nhật", "When it was last changed"
        ) { $0.document.updated = $1 },
        Field(
            "draft", "nhap", .flag, default: "false", example: "draft: true",
            "Bản nháp: không đăng", "A draft: not published"
        ) { $0.document.isDraft = $1 },
        Field(
            "slug", "duong-dan", .locatedText, default: "từ số, ký hiệu / from the number",
            example: "slug: 10-nq-duk-2024",
            "Phần cuối của địa chỉ: chữ a-z, số, gạch nối", "The end of the address: a-z, digits, hyphens"
        ) { $0.slug = $1 },
        Field(
            "aliases", "dia-chi-cu", .texts, example: "aliases: [/vanban.aspx?id=5]",
            "Các địa chỉ cũ, chuyển hướng về văn bản", "Older addresses, which lead here"
        ) { $0.document.aliases = $1 },
    ]
}
