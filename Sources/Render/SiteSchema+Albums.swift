import Bytes
import Model
import Templates

extension SiteSchema {
    static var album: ObjectType {
        ObjectType(
            "album", doc: "A photo album.",
            fields: [
                .text("title", "Its title.") { $0.catalog.albums[$1].source.title },
                .text("summary", "What it shows, or empty.") { $0.catalog.albums[$1].source.summary },
                .text("photo_by", "Who took the photos, or empty.") { $0.catalog.albums[$1].source.photoBy },
                .text("url", "Its address.") { $0.catalog.albums[$1].url },
                .text("absolute_url", "Its address with scheme and host.") {
                    $0.absolute($0.catalog.albums[$1].url)
                },
                .date("date", "When it was published.") { $0.catalog.albums[$1].source.date.seconds },
                .optionalDate("updated", "When it was last changed.") {
                    $0.catalog.albums[$1].source.updated?.seconds
                },
                .text("date_short", "The date in the pattern `dates: list` of site.yaml.") {
                    $0.text($0.catalog.albums[$1].source.date, $0.listDate)
                },
                .int("count", "How many photos it has.") { $0.catalog.albums[$1].photos.count },
                .list("photos", of: "image", "Its photos.") { world, index in
                    let photos = world.catalog.albums[index].photos.indices
                    return .values(photos.map { .object(ImageNumber(photo: $0, ofAlbum: index).number) })
                },
                .optionalObject("cover", "image", "The picture that stands for it.") { world, index in
                    world.catalog.albums[index].cover == nil ? nil : ImageNumber(.cover, index).number
                },
                .markup(
                    "body", "Its text, as HTML; may be empty.",
                    digest: { world, index, bytes in
                        let album = world.catalog.albums[index]
                        bytes.append(digestOf: album.source.body, filledWith: album.fills)
                    }
                ) {
                    Markup(
                        html: $0.catalog.albums[$1].source.body.html, filling: $0.catalog.albums[$1].fills)
                },
            ])
    }

    /// What `site` says of albums.
    static var siteAlbums: [Field] {
        [
            .list("albums", of: "album", "Its photo albums, newest first.") { world, _ in
                .range(world.catalog.albums.indices)
            },
            .optionalText("albums_url", "The photo library; missing when there is none.") { world, _ in
                world.catalog.albums.isEmpty ? nil : world.settings.url(world.settings.albumsPath)
            },
        ]
    }
}
