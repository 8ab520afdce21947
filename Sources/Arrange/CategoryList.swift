import Bytes
import Model
import VietnameseText

enum CategoryList {
    /// The categories in the order of menus: by `order:` (those without stand last), title, folder.
    static func make(_ newsroom: Newsroom) -> [CatalogCategory] {
        let keyed = newsroom.categories.map { (source: $0, key: SortKey.make($0.title)) }
        let sorted = keyed.sorted { left, right in
            if left.source.menuOrder != right.source.menuOrder {
                return left.source.menuOrder < right.source.menuOrder
            }
            if left.key != right.key { return left.key.lexicographicallyPrecedes(right.key) }
            return left.source.folder.precedesInBytes(right.source.folder)
        }
        return sorted.map { category in
            CatalogCategory(
                folder: category.source.folder, title: category.source.title,
                description: category.source.description,
                url: newsroom.settings.url("/\(AddressSegment.category(category.source.folder))/"),
                pageSize: category.source.pageSize ?? newsroom.settings.pages.list)
        }
    }

    /// Gives each category its listed articles, each article its position, and finds what is pinned at T.
    static func fill(_ catalog: inout Catalog, at moment: Timestamp) {
        for index in 0..<catalog.listedCount {
            let category = Int(catalog.articles[index].category)
            catalog.articles[index].position = Int32(catalog.categories[category].articles.count)
            catalog.categories[category].articles.append(Int32(index))
            if let until = catalog.sources[Int(catalog.articles[index].source)].pinUntil, moment < until {
                catalog.pinned.append(Int32(index))
                catalog.categories[category].pinned.append(Int32(index))
            }
        }
    }
}

extension CategorySource {
    /// Categories without an order stand last.
    fileprivate var menuOrder: Int { order == 0 ? .max : order }
}
