package import Model

/// The ids that commands give to articles.
package enum ArticleID {
    private static let longest = 64

    /// The day and the slug, at most 64 characters: it stays when date and title change later.
    package static func make(_ day: CivilDate, slug: String) -> String {
        let digits =
            Digits.padded(day.year, 4) + Digits.padded(day.month, 2) + Digits.padded(day.day, 2)
        var id = "\(digits)-\(slug)".utf8.prefix(longest)
        while id.last == UInt8(ascii: "-") { id.removeLast() }
        return String(Substring(id))
    }
}
