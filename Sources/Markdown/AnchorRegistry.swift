import VietnameseText

/// The ids of one page's body, each given once.
struct AnchorRegistry {
    /// In the order they were given.
    private(set) var all: [String] = []
    private var taken: Set<String> = []
    /// The number the next heading of the same text tries first: many equal headings cost no search.
    private var nextNumber: [String: Int] = [:]

    /// The id of a heading: the slug of its text, `muc` when the slug is empty, with `-2`, `-3`… when an
    /// earlier one has it.
    mutating func heading(_ text: String) -> String {
        let slug = Slug.make(text)
        let base = slug.isEmpty ? "muc" : Self.isReserved(slug) ? "muc-" + slug : slug
        var id = base
        var number = 1
        while !taken.insert(id).inserted {
            number = max(number + 1, nextNumber[base] ?? 2)
            id = "\(base)-\(number)"
            nextNumber[base] = number + 1
        }
        all.append(id)
        return id
    }

    /// Adds an id that no heading can have.
    mutating func add(_ id: String) {
        taken.insert(id)
        all.append(id)
    }

    /// Footnotes own these ids.
    private static func isReserved(_ slug: String) -> Bool {
        slug.hasPrefix("fn-") || slug.hasPrefix("fnref-")
    }
}
