package import Model

/// The ids that commands give to articles.
package enum ArticleID {
    private static let longest = 64

    /// The day and the slug, at most 64 characters: it stays when date and title change later. When it is one of `taken`,
    /// a number follows; nobody sees it.
    package static func make(_ day: CivilDate, slug: String, taken: Set<String> = []) -> String {
        let digits =
            Digits.padded(day.year, 4) + Digits.padded(day.month, 2) + Digits.padded(day.day, 2)
        var ending = ""
        var number = 1
        while true {
            let id = cut("\(digits)-\(slug)", to: longest - ending.utf8.count) + ending
            if !taken.contains(id) { return id }
            number += 1
            ending = "-\(number)"
        }
    }

    private static func cut(_ id: String, to length: Int) -> String {
        var id = id.utf8.prefix(length)
        while id.last == UInt8(ascii: "-") { id.removeLast() }
        return String(Substring(id))
    }
}
