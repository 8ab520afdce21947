/// Album ảnh: photos under a title, content/anh/**.
package struct Album: Sendable {
    /// From the site's folder: `content/anh/thang-cong-nhan/index.md`.
    package var source = ""
    /// `source` without `content/` and extension.
    package var id = ""
    /// The album's own folder from content/, whose pictures belong to it; nil for a single file.
    package var folder: String?

    package var title = ""
    package var date = Timestamp(seconds: 0)
    package var updated: Timestamp?
    package var summary = ""
    package var photoBy = ""
    /// The picture that stands for the album, as written; empty for the first one.
    package var cover = ""
    /// The photos that front matter names, in its order.
    package var photos: [Photo] = []
    package var isDraft = false
    package var slug: String?
    package var aliases: [String] = []
    package var body = Body()
    package var fieldLines: [FieldLine] = []
    /// True when its front matter has errors. Fields may be missing then, and what only follows from that is
    /// not reported.
    package var isDamaged = false

    package init() {}

    /// A photo as front matter names it.
    package struct Photo: Sendable {
        package let picture: Picture
        /// Its line in the source.
        package let line: Int

        package init(picture: Picture, line: Int) {
            self.picture = picture
            self.line = line
        }
    }
}

/// An album as the portal shows it.
package struct CatalogAlbum: Sendable {
    package var source: Album
    /// With the site's base path: `/anh/thang-cong-nhan/`.
    package let url: String
    package var photos: [CatalogImage] = []
    package var cover: CatalogImage?
    package var fills: [Fill] = []

    package init(source: Album, url: String) {
        self.source = source
        self.url = url
    }
}
