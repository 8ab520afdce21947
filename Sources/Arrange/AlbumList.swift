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

extension Album {
    /// Without the site's base: beside its photos, as a rule.
    func address(_ words: PathWords) -> String {
        let name = String(LinkPath.name(of: id))
        return "/\(words.albums)/\(slug ?? AddressSegment.make(name, orHashOf: id, "album-"))/"
    }

    func state(_ options: ArrangeOptions) -> Visibility {
        if isDraft, !options.drafts { return .draft }
        return date > options.moment && !options.scheduled ? .scheduled : .published
    }
}

extension LinkResolver {
    /// Finds the photos of `album`: those that its front matter names, then the other pictures of its own folder in
    /// the order of their names.
    mutating func photos(of album: Album) -> [CatalogImage] {
        let base = LinkBase(folder: LinkPath.folder(of: album.source), ownFolder: album.folder)
        var photos: [CatalogImage] = []
        var named: Set<ExactText> = []
        // One without a path was reported where it is read.
        for photo in album.photos where !photo.picture.path.isEmpty {
            let place = LinkPlace(place: Place(file: album.source, line: photo.line), base: base)
            let found = picture(photo.picture.path, place)
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
        let base = LinkBase(folder: LinkPath.folder(of: album.source), ownFolder: album.folder)
        let found = picture(album.cover, LinkPlace(place: album.place(of: "cover"), base: base))
        return CatalogImage(url: found.url, alt: "", caption: "", size: found.size)
    }
}
