import Bytes
import Model
import VietnameseText

/// A permalink pattern, taken apart once.
struct PermalinkPattern: Sendable {
    private enum Part {
        case text(String)
        case category, year, month, day, slug, id
    }

    private var parts: [Part] = []

    /// `pattern` was checked by Content: it starts with `/` and its words are known.
    init(_ pattern: String) {
        for segment in pattern.split(separator: "/") {
            parts.append(.text("/"))
            parts.append(Self.part(String(segment)))
        }
        parts.append(.text("/"))
    }

    private static func part(_ segment: String) -> Part {
        switch segment {
        case ":category": .category
        case ":year": .year
        case ":month": .month
        case ":day": .day
        case ":slug": .slug
        case ":id": .id
        default: .text(segment)
        }
    }

    /// The address without the site's base of the article at `index`: `/tin-tuc/2024/06/slug/`; `category` is
    /// the segment its category has in addresses.
    ///
    /// Reads single fields, since it runs for every article: a copy of one costs thirty reference counts.
    func path(ofArticleAt index: Int, _ articles: [Article], category: String, zone: ZoneOffset) -> String {
        let date = articles[index].date.civil(in: zone).date
        var path = ByteBuffer(capacity: 192)
        for part in parts {
            switch part {
            case .text(let text): path.append(text)
            case .category: path.append(category)
            case .year: path.append(decimal: date.year, width: 4)
            case .month: path.append(decimal: date.month, width: 2)
            case .day: path.append(decimal: date.day, width: 2)
            case .slug:
                path.append(
                    articles[index].slug
                        ?? AddressSegment.make(articles[index].title, orHashOf: articles[index].id, "bai-"))
            case .id:
                path.append(AddressSegment.make(articles[index].id, orHashOf: articles[index].id, "bai-"))
            }
        }
        return String(decoding: path.bytes, as: UTF8.self)
    }
}

/// One segment of an address.
enum AddressSegment {
    /// The slug of `text`; when nothing of it is left, `prefix` and 8 digits of the hash of `name`.
    static func make(_ text: String, orHashOf name: String, _ prefix: String) -> String {
        let slug = Slug.make(text)
        return slug.isEmpty ? prefix + FNV1a.hex(name, digits: 8) : slug
    }

    /// The segment of a category: its folder's name when it is fit for an address, else the slug of it.
    static func category(_ folder: String) -> String {
        let isFit = folder.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
                UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."):
                true
            default: false
            }
        }
        return isFit ? folder : make(folder, orHashOf: folder, "muc-")
    }
}
