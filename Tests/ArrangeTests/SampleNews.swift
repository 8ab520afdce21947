import Arrange
import Diagnostics
import Model

/// Small newsrooms, made in memory. Everything happens around noon of 19 June 2024.
enum Sample {
    /// The usual build moment: 2024-06-19 12:00 in Vietnam.
    static let noon = time(19, 12)
    static let never = time(28, 0, month: 12, year: 2098)

    static func time(_ day: Int, _ hour: Int = 0, month: Int = 6, year: Int = 2024) -> Timestamp {
        guard let date = CivilDate(year: year, month: month, day: day) else {
            preconditionFailure("no such day: \(year)-\(month)-\(day)")
        }
        return Timestamp(CivilTime(date: date, hour: hour), in: .vietnam)
    }

    /// The article of `content/<path>`, of 19 June 08:00; its title is the file's name.
    static func article(
        _ path: String, _ date: Timestamp = time(19, 8), _ change: (inout Article) -> Void = { _ in }
    ) -> Article {
        let stem = path.dropLast(3)
        var article = Article()
        article.source = "content/" + path
        article.folder = stem.hasSuffix("/index") ? String(stem.dropLast(6)) : nil
        article.id = article.folder ?? String(stem)
        article.category = String(path.prefix { $0 != "/" })
        article.title = String(article.id.split(separator: "/").last ?? "")
        article.date = date
        change(&article)
        return article
    }

    /// The standing page of `content/trang/<path>.md`.
    static func page(_ path: String, _ change: (inout StandingPage) -> Void = { _ in }) -> StandingPage {
        var page = StandingPage()
        page.source = "content/trang/\(path).md"
        page.path = path
        page.title = path
        change(&page)
        return page
    }

    static func file(
        _ path: String, size: Int = 1000, _ publication: SourceFile.Publication = .always,
        image: ImageSize? = nil
    ) -> SourceFile {
        SourceFile(path: path, diskPath: path, size: size, publication: publication, image: image)
    }

    /// A newsroom with a category for each first folder.
    static func newsroom(
        _ articles: [Article] = [], pages: [StandingPage] = [], files: [SourceFile] = [],
        addresses: [Address] = [], _ change: (inout Newsroom) -> Void = { _ in }
    ) -> Newsroom {
        var newsroom = Newsroom()
        newsroom.articles = articles
        newsroom.pages = pages
        newsroom.files = files
        newsroom.addresses = addresses
        newsroom.categories = Set(articles.map(\.category)).sorted().map {
            CategorySource(folder: $0, title: $0, place: Place(file: "content/\($0)"))
        }
        change(&newsroom)
        return newsroom
    }
}

extension Newsroom {
    func arranged(at moment: Timestamp = Sample.noon, drafts: Bool = false) -> Catalog {
        Arrangement.arrange(self, ArrangeOptions(moment: moment, drafts: drafts)).catalog
    }

    /// What arranging says, as a person reads it.
    func report(
        at moment: Timestamp = Sample.noon, drafts: Bool = false, in language: Language = .english
    ) -> String {
        let options = ArrangeOptions(moment: moment, drafts: drafts)
        return DiagnosticPrinter(language: language).text(Arrangement.arrange(self, options).diagnostics)
    }

    func hasErrors(at moment: Timestamp) -> Bool {
        Arrangement.arrange(self, ArrangeOptions(moment: moment)).diagnostics.hasErrors
    }
}

extension Body {
    /// A body of nothing but holes; each stands on a line of its own, from line 10.
    init(_ holes: [Hole.Kind], anchors: [String] = []) {
        self.init()
        self.holes = holes.enumerated().map { Hole(offset: $0, kind: $1, line: 10 + $0) }
        self.anchors = anchors
    }

    /// A body of links, each with its end.
    init(links: [String], anchors: [String] = []) {
        self.init()
        for (index, link) in links.enumerated() {
            holes.append(Hole(offset: 2 * index, kind: .link(destination: link, title: ""), line: 10 + index))
            holes.append(Hole(offset: 2 * index + 1, kind: .linkEnd, line: 10 + index))
        }
        self.anchors = anchors
    }
}

extension [Fill] {
    /// What stands in the holes.
    var texts: [String] { map { String(decoding: $0.bytes, as: UTF8.self) } }

    /// The URLs of a body of links; nil for a link that is shown as plain text.
    var urls: [String?] {
        stride(from: 0, to: count - 1, by: 2).map { at in
            let (start, end) = (texts[at], texts[at + 1])
            return start.hasPrefix("<a href=\"") && end == "</a>"
                ? String(start.dropFirst(9).dropLast(2)) : nil
        }
    }
}

extension Catalog {
    /// In the order of the catalog.
    var articleIDs: [String] { ids(articles.indices) }

    /// The ids of the articles at these indices.
    func ids(_ indices: some Sequence<Int>) -> [String] {
        indices.map { sources[Int(articles[$0].source)].id }
    }

    func ids(_ indices: [Int32]) -> [String] { ids(indices.map(Int.init)) }

    func article(_ id: String) -> CatalogArticle? { articles.first { sources[Int($0.source)].id == id } }
}
