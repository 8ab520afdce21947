import Bytes
import Diagnostics
import Model

/// Photo albums in their order.
enum AlbumList {
    /// The albums shown at the options' moment, newest first, then by id; their pictures are found later.
    static func make(_ newsroom: Newsroom, _ options: ArrangeOptions) -> [CatalogAlbum] {
        newsroom.albums
            .filter { $0.state(options) == .published }
            .sorted { $0.date != $1.date ? $0.date > $1.date : $0.id.precedesInBytes($1.id) }
            .map {
                CatalogAlbum(source: $0, url: newsroom.settings.url($0.address(newsroom.settings.words)))
            }
    }
}

extension LinkResolver {
    /// Finds the photos of `album`: those that its front matter names, then the other pictures of its own folder in
    /// the order of their names.
    mutating func photos(of album: Album) -> [CatalogImage] {
        let origin = LinkOrigin(album)
        var photos: [CatalogImage] = []
        var named: Set<ExactText> = []
        // One without a path was reported where it is read.
        for photo in album.photos where !photo.picture.path.isEmpty {
            let found = picture(photo.picture.path, origin.at(photo.line))
            named.insert(ExactText(found.url))
            photos.append(
                CatalogImage(
                    url: found.url, alt: photo.picture.alt, caption: photo.picture.caption, size: found.size))
        }
        for picture in pictures(inFolder: album.folder) where !named.contains(ExactText(picture.url)) {
            photos.append(CatalogImage(url: picture.url, alt: "", caption: "", size: picture.size))
        }
        return photos
    }

    /// The picture that stands for `album`, whose photos these are.
    mutating func cover(of album: Album, _ photos: [CatalogImage]) -> CatalogImage? {
        guard !album.cover.isEmpty else { return photos.first }
        let found = picture(album.cover, LinkOrigin(album).at(album.place(of: "cover").line))
        return CatalogImage(url: found.url, alt: "", caption: "", size: found.size)
    }
}
