import Bytes
import Diagnostics
import Model
import Threads

/// Fills the holes of one body.
struct BodyFiller {
    private let body: Body
    private let origin: LinkOrigin
    /// False between a link that is shown as plain text and its end.
    private var linkIsShown = true

    static func fill(_ body: Body, from origin: LinkOrigin, _ links: inout LinkResolver) -> [Fill] {
        guard !body.holes.isEmpty else { return [] }
        var filler = BodyFiller(body: body, origin: origin)
        var fills: [Fill] = []
        fills.reserveCapacity(body.holes.count)
        for hole in body.holes {
            var text = ByteBuffer(capacity: 128)
            filler.fill(hole, &text, &links)
            fills.append(Fill(offset: hole.offset, bytes: text.copy()))
        }
        return fills
    }

    private init(body: Body, origin: LinkOrigin) {
        self.body = body
        self.origin = origin
    }

    private mutating func fill(_ hole: Hole, _ text: inout ByteBuffer, _ links: inout LinkResolver) {
        let place = origin.at(hole.line)
        switch hole.kind {
        case .link(let destination, let title):
            let url = links.link(destination, ownAnchors: body.anchors, place)
            linkIsShown = url != nil
            if let url { text.appendLink(to: url, title: title) }
        case .citation(let key, let issued):
            var url = links.document(numbered: key, issued: issued)
            if url == origin.url { url = nil }
            linkIsShown = url != nil
            if let url { text.appendLink(to: url, title: "") }
        case .linkEnd:
            if linkIsShown { text.append("</a>") }
        case .image(let destination):
            text.appendImage(links.picture(destination, place))
        case .media(let destination):
            text.appendAttribute(" src=\"", links.picture(destination, place).url)
        case .fileSize(let destination):
            if let file = links.file(destination, place) { text.append(escaping: FileLabel.text(file)) }
        }
    }
}

extension LinkResolver {
    /// Fills the holes of every article and standing page that has a page, and resolves their pictures.
    mutating func fillBodies(_ catalog: inout Catalog, threads: Int) {
        fillArticles(&catalog, threads: threads)
        fillOthers(&catalog)
    }

    /// Fills all but the articles.
    mutating func fillOthers(_ catalog: inout Catalog) {
        for index in catalog.pages.indices {
            let page = catalog.pages[index].source
            let origin = LinkOrigin(page)
            catalog.pages[index].fills = BodyFiller.fill(page.body, from: origin, &self)
            catalog.pages[index].image = page.image.map { image($0, origin) }
        }
        fillDocuments(&catalog)
        fillAlbums(&catalog)
    }

    private mutating func fillDocuments(_ catalog: inout Catalog) {
        for index in catalog.documents.indices {
            (catalog.documents[index].fills, catalog.documents[index].files) = filling(
                of: catalog.documents[index].source)
        }
    }

    private mutating func filling(of document: OfficialDocument) -> (
        fills: [Fill], files: [CatalogAttachment]
    ) {
        var origin = LinkOrigin(document)
        origin.url = settings.url(document.address(settings.words))
        let fills = BodyFiller.fill(document.body, from: origin, &self)
        let line = document.place(of: "file").line
        return (fills, document.files.map { attachment($0, origin.at(line)) })
    }

    /// A document without its file is none: one that is missing is an error.
    private mutating func attachment(_ path: String, _ place: LinkPlace) -> CatalogAttachment {
        let name = String(LinkPath.name(of: LinkPath(path).path))
        if LinkPath(path).isExternal {
            return CatalogAttachment(url: path, name: name, kind: FileLabel.kind(of: name), size: "")
        }
        guard let (url, file) = attachedFile(path, place) else {
            return CatalogAttachment(url: "", name: name, kind: "", size: "")
        }
        return CatalogAttachment(
            url: url, name: String(LinkPath.name(of: file.path)), kind: FileLabel.kind(of: file.path),
            size: FileLabel.size(file.size))
    }

    private mutating func fillAlbums(_ catalog: inout Catalog) {
        for index in catalog.albums.indices {
            let album = catalog.albums[index].source
            let filling = filling(of: album)
            reportSilentPhotos(filling.photos, album)
            catalog.albums[index].fills = filling.fills
            catalog.albums[index].photos = filling.photos
            catalog.albums[index].cover = cover(of: album, filling.photos)
        }
    }

    private mutating func filling(of album: Album) -> (fills: [Fill], photos: [CatalogImage]) {
        (BodyFiller.fill(album.body, from: LinkOrigin(album), &self), photos(of: album))
    }

    private mutating func reportSilentPhotos(_ photos: [CatalogImage], _ album: Album) {
        let silent = photos.count { $0.alt.isEmpty && $0.caption.isEmpty }
        guard silent > 0 else { return }
        report(
            Diagnostic(
                .warning, ArrangeProblem.photosWithoutText(silent), at: album.place(of: "photos")))
    }

    /// Documents and albums that wait for their day are checked as if it had come.
    mutating func checkScheduled(_ options: ArrangeOptions) {
        rehearse { links in
            for document in links.newsroom.documents where document.state(options) == .scheduled {
                _ = links.filling(of: document)
            }
            for album in links.newsroom.albums where album.state(options) == .scheduled {
                _ = links.filling(of: album)
            }
        }
    }

    /// In two halves, on one thread or on two: each with a resolver of its own, so that what is found does not
    /// depend on the threads.
    private mutating func fillArticles(_ catalog: inout Catalog, threads: Int) {
        let (links, sources) = (self, catalog.articles.map(\.source))
        let half = sources.count / 2
        let (first, second) = inParallel(threads: threads) {
            links.filled(sources[..<half])
        } _: {
            links.filled(sources[half...])
        }
        join(first.links, second.links)
        catalog.fill(from: 0, first.fillings)
        catalog.fill(from: half, second.fillings)
    }

    /// Fills the articles numbered `sources` in the newsroom.
    private func filled(
        _ sources: ArraySlice<Int32>
    ) -> (links: LinkResolver, fillings: [Filling]) {
        var links = self
        let fillings = sources.map { links.filling(articleAt: Int($0), newsroom.articles) }
        return (links, fillings)
    }

    /// What the links and pictures of one article lead to.
    mutating func filling(articleAt index: Int, _ articles: [Article]) -> Filling {
        let isPlain = articles[index].body.holes.isEmpty
        if isPlain, articles[index].image == nil { return Filling(fills: [], image: nil) }
        let origin = LinkOrigin(articleAt: index, articles)
        let fills = isPlain ? [] : BodyFiller.fill(articles[index].body, from: origin, &self)
        return Filling(fills: fills, image: articles[index].image.map { image($0, origin) })
    }

    /// What goes into the holes of an article that stands by itself.
    mutating func fills(of box: ArticleBox) -> [Fill] {
        BodyFiller.fill(box.article.body, from: LinkOrigin(box), &self)
    }

    /// The picture of an article that stands by itself and of which everything was told before.
    func knownImage(of box: ArticleBox) -> CatalogImage? {
        box.article.image.map { picture in
            let base = LinkBase(of: box.article.source, ownFolder: box.article.folder)
            return CatalogImage(picture, knownPicture(picture.path, from: base))
        }
    }

    /// Scheduled articles are checked as if they were due.
    mutating func checkScheduled(_ scheduled: [Int]) {
        rehearse { links in
            for index in scheduled { _ = links.filling(articleAt: index, links.newsroom.articles) }
        }
    }

    private mutating func image(_ picture: Picture, _ origin: LinkOrigin) -> CatalogImage {
        CatalogImage(picture, self.picture(picture.path, origin.at(origin.imageLine)))
    }
}

extension CatalogImage {
    /// The picture as an article names it, which was found there.
    fileprivate init(_ picture: Picture, _ found: (url: String, size: ImageSize?)) {
        self.init(url: found.url, alt: picture.alt, caption: picture.caption, size: found.size)
    }
}

extension LinkBase {
    /// That of the links in `source`, which is from the site's folder.
    fileprivate init(of source: String, ownFolder: String?) {
        self.init(folder: LinkPath.folder(of: source), ownFolder: ownFolder)
    }
}

/// What the links and pictures of one article lead to.
struct Filling {
    let fills: [Fill]
    let image: CatalogImage?
}

extension Catalog {
    fileprivate mutating func fill(from start: Int, _ fillings: [Filling]) {
        for position in fillings.indices {
            articles[start + position].fills = fillings[position].fills
            articles[start + position].image = fillings[position].image
        }
    }
}

/// The source that a link stands in.
struct LinkOrigin {
    private let file: String
    private let base: LinkBase
    /// Where front matter names the picture.
    let imageLine: Int
    /// The document's own page, to which its number is no link.
    var url: String?

    /// Reads single fields, since this runs for every article: a copy of one costs thirty reference counts.
    init(articleAt index: Int, _ articles: [Article]) {
        self.init(
            articles[index].source, folder: articles[index].folder,
            articles[index].image == nil ? [] : articles[index].fieldLines)
    }

    init(_ box: ArticleBox) {
        self.init(
            box.article.source, folder: box.article.folder,
            box.article.image == nil ? [] : box.article.fieldLines)
    }

    init(_ page: StandingPage) {
        self.init(page.source, folder: page.folder, page.fieldLines)
    }

    init(_ source: any ShelvedSource) {
        self.init(source.source, folder: source.folder, source.fieldLines)
    }

    private init(_ file: String, folder: String?, _ fieldLines: [FieldLine]) {
        self.file = file
        base = LinkBase(of: file, ownFolder: folder)
        imageLine = Int(fieldLines.first { $0.field == "image" }?.line ?? 0)
    }

    func at(_ line: Int) -> LinkPlace { LinkPlace(place: Place(file: file, line: line), base: base) }
}

extension ByteBuffer {
    fileprivate mutating func appendAttribute(_ start: StaticString, _ value: String) {
        append(start)
        append(escaping: value)
        append("\"")
    }

    fileprivate mutating func appendLink(to url: String, title: String) {
        appendAttribute("<a href=\"", url)
        if !title.isEmpty { appendAttribute(" title=\"", title) }
        append(">")
    }

    fileprivate mutating func appendImage(_ image: (url: String, size: ImageSize?)) {
        appendAttribute(" src=\"", image.url)
        guard let size = image.size else { return }
        append(" width=\"")
        append(decimal: size.width)
        append("\" height=\"")
        append(decimal: size.height)
        append("\"")
    }
}
