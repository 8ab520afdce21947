/// Makes URLs: paths with the site's base in front.
extension Settings {
    /// The URL of `path`, which starts with `/`.
    package func url(_ path: String) -> String {
        url.basePath.utf8.count == 1 ? path : url.basePath.dropLast() + path
    }

    package func dayPath(_ date: CivilDate) -> String {
        "\(monthPath(date))\(Digits.padded(date.day, 2))/"
    }

    package func monthPath(_ date: CivilDate) -> String {
        "\(yearPath(date))\(Digits.padded(date.month, 2))/"
    }

    package func yearPath(_ date: CivilDate) -> String {
        "/\(words.day)/\(Digits.padded(date.year, 4))/"
    }

    /// Where fragments are; starts and ends with `/`.
    package var fragmentFolder: String { "/\(words.fragment)/" }

    /// The list of all official documents.
    package var documentsPath: String { "/\(words.documents)/" }

    /// The file in it that the search field reads.
    package static let documentIndexName = "danh-sach.json"

    /// The photo library.
    package var albumsPath: String { "/\(words.albums)/" }

    /// The print version of the page at `address`, which ends with `/`; with or without the site's base.
    package func printAddress(of address: String) -> String { "\(address)\(words.print)/" }

    package func tagPath(_ slug: String) -> String { "/\(words.tag)/\(slug)/" }
}

package enum Digits {
    /// `number` in decimal with at least `width` digits.
    package static func padded(_ number: Int, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
    }
}
