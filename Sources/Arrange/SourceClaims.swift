import Bytes
package import Model

/// What all sources of a site take up, whether they have a page now or not: by their numbers among the sources of the
/// catalog.
package struct SourceClaims: Sendable {
    package var states: [Visibility] = []
    /// Without the site's base; empty for a draft.
    package var paths: [String] = []
    /// Hashes of the ids: as good as these where it is enough to know that an id is not there.
    package var ids: [Int64] = []
    /// All old addresses that articles name.
    package var aliases: [String] = []

    package init() {}

    init(_ newsroom: Newsroom, _ sorting: ArticleSorting, _ permalinks: Permalinks) {
        states = sorting.states
        paths = permalinks.paths
        ids = newsroom.articles.indices.map { Self.hash(newsroom.articles[$0].id) }
        aliases = newsroom.articles.indices.lazy.flatMap { newsroom.articles[$0].aliases }.map { $0 }
    }

    func hasID(_ id: String) -> Bool { ids.contains(Self.hash(id)) }

    func hasPath(_ path: String) -> Bool {
        let path = ExactText(path)
        return paths.contains { ExactText($0) == path }
    }

    /// Adds an article that is published at `path`.
    mutating func add(id: String, path: String) {
        states.append(.published)
        paths.append(path)
        ids.append(Self.hash(id))
    }

    /// Puts those at the end to the places `places` among all, which ascend.
    mutating func moveLast(to places: [Int]) {
        states.moveLast(to: places)
        paths.moveLast(to: places)
        ids.moveLast(to: places)
    }

    private static func hash(_ id: String) -> Int64 {
        var id = id
        return id.withUTF8 { Int64(bitPattern: ContentHash(of: UnsafeRawBufferPointer($0)).low) }
    }
}

extension Array {
    /// Puts the last elements to the places `places` of the result, which ascend.
    mutating func moveLast(to places: [Int]) {
        let last = suffix(places.count)
        removeLast(places.count)
        for (element, place) in zip(last, places) { insert(element, at: place) }
    }
}
