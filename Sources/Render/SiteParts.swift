package import Model

/// The kinds of pages that only some sites have: a theme needs no templates for the others.
package struct SiteParts: Sendable {
    let documents: Bool
    let albums: Bool

    package init(_ newsroom: Newsroom) {
        documents = !newsroom.documents.isEmpty
        albums = !newsroom.albums.isEmpty
    }

    private init(documents: Bool, albums: Bool) {
        self.documents = documents
        self.albums = albums
    }

    /// What the reference describes.
    package static let all = SiteParts(documents: true, albums: true)
}
