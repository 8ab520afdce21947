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
        for index in catalog.pages.indices {
            let page = catalog.pages[index].source
            let origin = LinkOrigin(page)
            catalog.pages[index].fills = BodyFiller.fill(page.body, from: origin, &self)
            catalog.pages[index].image = page.image.map { image($0, origin) }
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
        let origin = LinkOrigin(articleAt: index, articles)
        let fills = BodyFiller.fill(articles[index].body, from: origin, &self)
        return Filling(fills: fills, image: articles[index].image.map { image($0, origin) })
    }

    /// Scheduled articles are checked as if they were due.
    mutating func checkScheduled(_ scheduled: [Int]) {
        rehearse { links in
            for index in scheduled { _ = links.filling(articleAt: index, links.newsroom.articles) }
        }
    }

    private mutating func image(_ picture: Picture, _ origin: LinkOrigin) -> CatalogImage {
        let found = self.picture(picture.path, origin.at(origin.imageLine))
        return CatalogImage(url: found.url, alt: picture.alt, caption: picture.caption, size: found.size)
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

    /// Reads single fields, since this runs for every article: a copy of one costs thirty reference counts.
    init(articleAt index: Int, _ articles: [Article]) {
        self.init(
            articles[index].source, folder: articles[index].folder,
            articles[index].image == nil ? [] : articles[index].fieldLines)
    }

    init(_ page: StandingPage) {
        self.init(page.source, folder: page.folder, page.fieldLines)
    }

    private init(_ file: String, folder: String?, _ fieldLines: [FieldLine]) {
        self.file = file
        base = LinkBase(folder: LinkPath.folder(of: file), ownFolder: folder)
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
