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

    /// Finds what is pinned at T.
    static func findPinned(_ catalog: inout Catalog, at moment: Timestamp) {
        catalog.pinned = (0..<Int32(catalog.listedCount)).filter { index in
            let until = catalog.sources[Int(catalog.articles[Int(index)].source)].pinUntil
            return until.map { moment < $0 } ?? false
        }
    }

    /// Gives each category its listed articles and those of them that are pinned, and each article its position.
    static func fill(_ catalog: inout Catalog) {
        for index in catalog.categories.indices {
            (catalog.categories[index].articles, catalog.categories[index].pinned) = ([], [])
        }
        for index in 0..<catalog.listedCount {
            let category = Int(catalog.articles[index].category)
            catalog.articles[index].position = Int32(catalog.categories[category].articles.count)
            catalog.categories[category].articles.append(Int32(index))
        }
        for index in catalog.pinned {
            catalog.categories[Int(catalog.articles[Int(index)].category)].pinned.append(index)
        }
    }
}

extension CategorySource {
    /// Categories without an order stand last.
    fileprivate var menuOrder: Int { order == 0 ? .max : order }
}
