internal import Model

/// What site.yaml may say. What a setting leaves out keeps the default of `Settings`.
enum SiteFields {
    static let table = FieldTable<Settings>(.site, site + identity + furniture + addresses + behaviour)

    private static let site: [Field<Settings>] = [
        Field(
            "title", .text, required: true, example: "title: Công đoàn tỉnh Thái Hòa",
            "Tên trang", "The portal's name"
        ) { $0.title = $1 },
        Field(
            "url", .siteURL, required: true, example: "url: https://congdoan.example.vn/",
            "Địa chỉ nơi trang được đăng, kể cả đường dẫn",
            "Where it is published, with the path if there is one"
        ) { $0.url = $1 },
        Field(
            "zone", .zone, default: "Asia/Ho_Chi_Minh", example: "zone: +07:00",
            "Múi giờ của mọi ngày giờ không ghi múi giờ", "The zone of dates that name none"
        ) { $0.zone = $1 },
        Field(
            "language", .text, default: "vi", example: "language: vi",
            "Ngôn ngữ của các trang", "The language of the pages"
        ) { $0.language = $1 },
        Field(
            "description", .text, example: "description: Tin tức hoạt động công đoàn",
            "Mô tả trang", "What the portal is about"
        ) { $0.description = $1 },
        Field(
            "theme", .text, default: "sen", example: "theme: sen",
            "Giao diện: có sẵn, hoặc thư mục trong themes/", "The theme: built in, or a folder in themes/"
        ) { $0.theme = $1 },
        Field(
            "theme_settings", .parameters, example: "theme_settings: {color: red}",
            "Giá trị riêng mà giao diện khai báo trong theme.yaml",
            "Values that the theme declares in theme.yaml"
        ) { $0.theming = $1 },
    ]

    private static let identity: [Field<Settings>] = [
        Field(
            "organization", .text, example: "organization: Liên đoàn Lao động tỉnh Thái Hòa",
            "Cơ quan chủ quản", "The body that answers for the portal"
        ) { $0.identity.organization = $1 },
        Field(
            "address", .text, example: "address: Số 1 đường Hùng Vương",
            "Địa chỉ cơ quan", "Its postal address"
        ) { $0.identity.address = $1 },
        Field(
            "phone", .text, example: "phone: 0208 3855 123",
            "Điện thoại", "Its telephone number"
        ) { $0.identity.phone = $1 },
        Field(
            "email", .text, example: "email: congdoan@example.vn",
            "Thư điện tử", "Its mail address"
        ) { $0.identity.email = $1 },
        Field(
            "responsible", .text, example: "responsible: Ban Tuyên giáo",
            "Chịu trách nhiệm nội dung", "Who is responsible for the content"
        ) { $0.identity.responsible = $1 },
        Field(
            "feedback", .text, example: "feedback: mailto:gopy@example.vn",
            "Nơi nhận phản hồi: địa chỉ web, đường dẫn hoặc mailto:",
            "Where feedback goes: a URL, a path or mailto:"
        ) { $0.identity.feedback = $1 },
        Field(
            "logo", .text, example: "logo: images/logo.svg",
            "Logo: tệp trong content/", "The logo: a file of content/"
        ) { $0.identity.logo = $1 },
    ]

    private static let furniture: [Field<Settings>] = [
        Field(
            "menus", .menus, example: "menus: {main: [{title: Giới thiệu, url: trang/gioi-thieu.md}]}",
            "Các menu theo tên", "Menus by name"
        ) { $0.menus = $1 },
        Field(
            "slogans", .slogans, example: "slogans: [{text: Đổi mới - Dân chủ - Đoàn kết, from: 01/05/2024}]",
            "Khẩu hiệu, có thể có ngày bắt đầu và kết thúc",
            "Slogans, each with its first and last day if wanted"
        ) { $0.slogans = $1 },
        Field(
            "links", .links,
            example:
                "links: [{title: Liên kết, items: [{title: Tổng Liên đoàn, url: \"https://congdoan.vn/\"}]}]",
            "Liên kết website, theo nhóm", "Links to other sites, in groups"
        ) { $0.links = $1 },
        Field(
            "banners", .banners,
            example: "banners: [{slot: sidebar, image: images/30-4.jpg, alt: Chào mừng 30/4, url: /}]",
            "Ảnh liên kết ở các vị trí của giao diện", "Picture links in the theme's slots"
        ) { $0.banners = $1 },
        Field(
            "tags", .tagSettings, example: "tags: [{name: Đảng, slug: dang, merge: [Đảng bộ]}]",
            "Cách viết, địa chỉ và gộp thẻ", "Spelling, address and merging of tags"
        ) { $0.tags = $1 },
    ]

    private static let addresses: [Field<Settings>] = [
        Field(
            "permalink", .permalink, default: "/:category/:year/:month/:slug/",
            example: "permalink: /:category/:slug/",
            "Mẫu địa chỉ bài: :category :year :month :day :slug :id",
            "The pattern of article addresses: :category :year :month :day :slug :id"
        ) { $0.permalink = $1 },
        Field(
            "paths", .pathWords, example: "paths: {tag: tag, day: ngay}",
            "Các từ dùng trong địa chỉ", "The words addresses are made of"
        ) { $0.words = $1 },
    ]

    private static let behaviour: [Field<Settings>] = [
        Field(
            "fragments", .fragmentDelivery, default: "inline", example: "fragments: ssi",
            "Các phần đổi theo từng bài mới: inline (trong mỗi trang), ssi (máy chủ web ghép vào), "
                + "js (trình duyệt tải)",
            "Parts that change with every article: inline (in every page), ssi (put in by the web server), "
                + "js (fetched by browsers)"
        ) { $0.fragments = $1 },
        Field(
            "print_pages", .flag, default: "false", example: "print_pages: true",
            "Bản in cho mỗi bài và mỗi trang, ở <địa chỉ>in/ (từ `paths.print`)",
            "A print version of every article and standing page, at <its address>in/ (the word `paths.print`)"
        ) { $0.printPages = $1 },
        Field(
            "page_size", .number(in: 1...1_000), default: "10", example: "page_size: 20",
            "Số bài trên một trang danh sách", "Articles on a list page"
        ) { $0.pages.list = $1 },
        Field(
            "neighbours", .neighbours, example: "neighbours: {newer: 5, older: 10}",
            "Số bài mới hơn, cũ hơn ở cuối bài", "Newer and older articles listed below an article"
        ) { ($0.pages.newer, $0.pages.older) = ($1.newer, $1.older) },
        Field(
            "pager_window", .number(in: 0...20), default: "3", example: "pager_window: 2",
            "Số trang hiện ở mỗi bên của trang đang xem", "Page numbers on each side of the current one"
        ) { $0.pages.window = $1 },
        Field(
            "feeds", .feeds, example: "feeds: {items: 20, tags: false}",
            "Nguồn tin RSS", "The RSS feeds"
        ) { $0.feeds = $1 },
        Field(
            "checks", .checks, example: "checks: {links: error, files: warn, alt: off}",
            "Mức của các phép kiểm tra: error, warn, off", "How checks count: error, warn, off"
        ) { $0.checks = $1 },
        Field(
            "markdown", .markdown, example: "markdown: {raw_html: true}",
            "Cách đọc Markdown", "How Markdown is read"
        ) { $0.markdown = $1 },
        Field(
            "visits", .visits, example: "visits: {live: true}",
            "Đếm lượt truy cập", "How visits are counted"
        ) { $0.visits = $1 },
        Field(
            "dates", .datePatterns, example: "dates: {list: dd/MM/yyyy}",
            "Cách in ngày giờ", "How dates are printed"
        ) { $0.dates = $1 },
    ]
}
