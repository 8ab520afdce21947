internal import Diagnostics
internal import Model

// The settings of site.yaml that are lists: menus, slogans, links, banners, tags.

/// A menu item or a link while it is read.
private struct ItemDraft {
    var title = ""
    var target = ""
    var children: [MenuItem] = []

    func item(at place: Place) -> MenuItem {
        MenuItem(title: title, target: target, children: children, place: place)
    }
}

private enum ItemFields {
    static let plain = FieldTable<ItemDraft>(.site, base)

    /// A menu has two levels.
    static let nested = FieldTable<ItemDraft>(
        .site,
        base + [
            Field(
                "children", .items(plain),
                example: "children: [{title: Cơ cấu tổ chức, url: trang/co-cau.md}]",
                "Các mục con", "The items below it"
            ) { $0.children = $1 }
        ])

    private static let base: [Field<ItemDraft>] = [
        Field(
            "title", .text, required: true, example: "title: Giới thiệu",
            "Chữ của mục", "The words of the item"
        ) { $0.title = $1 },
        Field(
            "url", .text, required: true, example: "url: trang/gioi-thieu.md",
            "Nơi dẫn đến: tệp nguồn, thư mục chuyên mục, đường dẫn từ / hoặc địa chỉ web",
            "Where it leads: a source, a category's folder, a path from / or a URL"
        ) { $0.target = $1 },
    ]
}

extension ValueType<[MenuItem]> {
    fileprivate static func items(_ table: FieldTable<ItemDraft>) -> Self {
        .records(table, ItemDraft()) { draft, node, reader in draft.item(at: reader.place(of: node.span)) }
    }
}

extension ValueType<[Menu]> {
    /// A mapping from names to lists of items.
    static var menus: Self {
        let items = ValueType<[MenuItem]>.items(ItemFields.nested)
        return ValueType(type: .mapping, children: items.children) { node, field, reader in
            reader.entries(node, field)?.map { entry in
                Menu(name: entry.key, items: items.read(entry.value, field, &reader) ?? [])
            }
        }
    }
}

private struct LinkDraft {
    var title = ""
    var items: [MenuItem] = []
}

extension ValueType<[LinkGroup]> {
    static var links: Self {
        .records(LinkDraft.table, LinkDraft()) { draft, _, _ in
            LinkGroup(title: draft.title, items: draft.items)
        }
    }
}

extension LinkDraft {
    fileprivate static let table = FieldTable<LinkDraft>(
        .site,
        [
            Field(
                "title", .text, required: true, example: "title: Liên kết website",
                "Tên nhóm", "The name of the group"
            ) { $0.title = $1 },
            Field(
                "items", .items(ItemFields.plain),
                example: "items: [{title: Tổng Liên đoàn, url: \"https://congdoan.vn/\"}]",
                "Các liên kết", "The links"
            ) { $0.items = $1 },
        ])
}

/// A slogan or a banner while it is read.
private struct WindowedDraft {
    var text = ""
    var slot = ""
    var image = ""
    var alt = ""
    var target = ""
    var from: Timestamp?
    var until: Timestamp?

    /// The window; one that never opens is reported.
    func window(_ node: YAMLNode, _ reader: inout ValueReader) -> Window {
        if let from, let until, until <= from { reader.report(FieldProblem.emptyWindow, at: node.span) }
        return Window(from: from, until: until)
    }

    static let dates: [Field<WindowedDraft>] = [
        Field(
            "from", .date, example: "from: 25/04/2024",
            "Hiện từ lúc này", "Shown from then on"
        ) { $0.from = $1 },
        Field(
            "to", .lastDay, example: "to: 02/05/2024",
            "Hiện đến lúc này; ngày không ghi giờ tính đến hết ngày",
            "Shown until then; a day without time counts to its end"
        ) { $0.until = $1 },
    ]
}

extension ValueType<[Slogan]> {
    static var slogans: Self {
        .records(WindowedDraft.slogans, WindowedDraft()) { draft, node, reader in
            Slogan(text: draft.text, window: draft.window(node, &reader))
        }
    }
}

extension WindowedDraft {
    fileprivate static let slogans = FieldTable<WindowedDraft>(
        .site,
        [
            Field(
                "text", .text, required: true, example: "text: Đổi mới - Dân chủ - Đoàn kết - Phát triển",
                "Khẩu hiệu", "The slogan"
            ) { $0.text = $1 }
        ] + WindowedDraft.dates)
}

extension ValueType<[Banner]> {
    static var banners: Self {
        .records(WindowedDraft.banners, WindowedDraft()) { draft, node, reader in
            Banner(
                slot: draft.slot, image: draft.image, alt: draft.alt, target: draft.target,
                window: draft.window(node, &reader), place: reader.place(of: node.span))
        }
    }
}

extension WindowedDraft {
    fileprivate static let banners = FieldTable<WindowedDraft>(
        .site,
        [
            Field(
                "slot", .text, required: true, example: "slot: sidebar",
                "Vị trí trong giao diện", "The place in the theme"
            ) { $0.slot = $1 },
            Field(
                "image", .text, required: true, example: "image: images/30-4.jpg",
                "Ảnh: tệp trong content/", "The picture: a file of content/"
            ) { $0.image = $1 },
            Field(
                "alt", .text, example: "alt: Chào mừng ngày 30/4",
                "Mô tả ảnh", "What the picture says"
            ) { $0.alt = $1 },
            Field(
                "url", .text, example: "url: /tin-tuc/",
                "Nơi dẫn đến", "Where it leads"
            ) { $0.target = $1 },
        ] + WindowedDraft.dates)
}

private struct TagDraft {
    var name = ""
    var slug: String?
    var merge: [String] = []
}

extension ValueType<[TagSetting]> {
    static var tagSettings: Self {
        .records(TagDraft.table, TagDraft()) { draft, node, reader in
            TagSetting(
                name: draft.name, slug: draft.slug, merge: draft.merge, place: reader.place(of: node.span))
        }
    }
}

extension TagDraft {
    fileprivate static let table = FieldTable<TagDraft>(
        .site,
        [
            Field(
                "name", .text, required: true, example: "name: Đảng",
                "Cách viết thẻ", "How the tag is written"
            ) { $0.name = $1 },
            Field(
                "slug", .slug, example: "slug: dang",
                "Phần địa chỉ của thẻ", "The tag's part of addresses"
            ) { $0.slug = $1 },
            Field(
                "merge", .texts, example: "merge: [Đảng bộ, Đảng viên]",
                "Các thẻ gộp vào thẻ này", "Tags that become this one"
            ) { $0.merge = $1 },
        ])
}
