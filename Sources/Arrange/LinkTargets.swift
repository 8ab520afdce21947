import Bytes
import Diagnostics
import Model
import VietnameseText

/// Everything a link can lead to, found by path.
struct LinkTargets {
    /// A source with a page of its own.
    struct Source {
        enum Kind {
            case article(Int)
            case page(Int)
            /// A document or an album, by its place in the newsroom's `shelved`.
            case shelved(Int)
        }

        let kind: Kind
        /// With the site's base; empty for a draft.
        let url: String
        let state: Visibility
    }

    enum Target {
        case source(Source)
        case address(String)
        /// A page that exists at other times: a tag or a day whose articles are not shown now.
        case sleeping
        case file(Int)
        /// A file beside an article that is not shown.
        case hidden
        case nothing
    }

    enum FileTarget {
        case found(Int)
        case hidden
        case nothing
    }

    private var newsroom: Newsroom
    /// All that has a page, by file and by own folder.
    private var sources: [ExactText: Source] = [:]
    /// False as long as articles that are not read again are not among them: most are never looked for.
    private var knowsArticles = false
    /// Standing pages, official documents and albums, in the order of the newsroom.
    private var others: [Source] = []
    /// What numbers of documents lead to.
    private var citations: [ExactText: [(issued: CivilDate, url: String)]] = [:]
    private var files: [ExactText: Int] = [:]
    /// URLs, by folder and by `_index.md`.
    private var categories: [ExactText: String] = [:]
    /// Folders that belong to one source, and whether that source is shown.
    private var ownFolders: [ExactText: Bool] = [:]
    private var hidesFiles = false
    private(set) var favicon: String?

    /// The pages of lists, which links may name by their addresses.
    var lists = AddressLists()
    private let permalinks: Permalinks
    private let sorting: ArticleSorting
    private lazy var addresses = AddressIndex(newsroom.complete, lists, sorting, permalinks, others)
    private lazy var suggestions = PathSuggestions(
        sources.keys.map(\.text) + categories.keys.map(\.text) + newsroom.files.map(\.path))
    private lazy var fileSuggestions = PathSuggestions(newsroom.files.map(\.path))

    init(
        _ newsroom: Newsroom, _ sorting: ArticleSorting, _ permalinks: Permalinks, _ options: ArrangeOptions
    ) {
        self.newsroom = newsroom
        self.sorting = sorting
        self.permalinks = permalinks
        if newsroom.earlier == nil { indexArticles() } else { indexFolders() }
        indexPages(options)
        indexShelved(options)
        indexNumbers(options)
        for (index, file) in newsroom.files.enumerated() { files[ExactText(file.path)] = index }
        for category in newsroom.categories { indexCategory(category) }
        favicon = ["favicon.svg", "favicon.ico", "favicon.png"].first { files[ExactText($0)] != nil }
    }

    private mutating func indexArticles() {
        knowsArticles = true
        sources.reserveCapacity(sorting.states.count * 2)
        for (index, state) in sorting.states.enumerated() {
            let source = Source(
                kind: .article(index), url: permalinks.url(index, newsroom.settings), state: state)
            if let (path, folder) = newsroom.earlier?.place(at: index) {
                add(source, path, folder)
            } else {
                let file = newsroom.articles[index].source
                add(source, LinkPath.fromContent(file), newsroom.articles[index].folder)
            }
        }
    }

    /// The own folders of articles that are not read again.
    private mutating func indexFolders() {
        for (index, state) in sorting.states.enumerated() {
            guard let folder = newsroom.earlier?.place(at: index).folder else { continue }
            own(folder, isShown: state.isShown)
        }
    }

    private mutating func indexPages(_ options: ArrangeOptions) {
        for (index, page) in newsroom.pages.enumerated() {
            let isShown = page.isShown(options)
            let source = Source(
                kind: .page(index), url: isShown ? newsroom.settings.url(page.address) : "",
                state: isShown ? .published : .draft)
            add(source, LinkPath.fromContent(page.source), page.folder)
            others.append(source)
        }
    }

    private mutating func indexShelved(_ options: ArrangeOptions) {
        let settings = newsroom.settings
        for (index, shelved) in newsroom.shelved.enumerated() {
            let state = shelved.state(options)
            let url = state == .draft ? "" : settings.url(shelved.address(settings.words))
            let source = Source(kind: .shelved(index), url: url, state: state)
            add(source, LinkPath.fromContent(shelved.source), shelved.folder)
            others.append(source)
        }
        if !newsroom.documents.isEmpty {
            categories[ExactText(ContentFolder.documents)] = settings.url(settings.documentsPath)
        }
        if !newsroom.albums.isEmpty {
            categories[ExactText(ContentFolder.albums)] = settings.url(settings.albumsPath)
        }
    }

    private mutating func indexNumbers(_ options: ArrangeOptions) {
        let settings = newsroom.settings
        for document in newsroom.documents where document.state(options) == .published {
            citations[ExactText(DocumentNumber.key(of: document.number)), default: []].append(
                (
                    document.issued.civil(in: settings.zone).date,
                    settings.url(document.address(settings.words))
                ))
        }
    }

    /// A source is found by its path from content/ and, when it has a folder of its own, by the folder.
    private mutating func add(_ source: Source, _ path: String, _ folder: String?) {
        sources[ExactText(path)] = source
        guard let folder else { return }
        sources[ExactText(folder)] = source
        own(folder, isShown: source.isShown)
    }

    /// `folder` belongs to one source alone, and lies around its files.
    mutating func own(_ folder: String, isShown: Bool) {
        ownFolders[ExactText(folder)] = isShown
        if !isShown { hidesFiles = true }
    }

    /// A category is found by its folder, and by its `_index.md` when it has one.
    private mutating func indexCategory(_ category: CategorySource) {
        let url = newsroom.settings.url("/\(AddressSegment.category(category.folder))/")
        categories[ExactText(category.folder)] = url
        let file = LinkPath.fromContent(category.place.file)
        if file != category.folder { categories[ExactText(file)] = url }
    }

    mutating func hold(_ articles: [Article]) { newsroom.articles = articles }

    // MARK: Looking up

    mutating func find(_ link: LinkPath, from base: LinkBase) -> Target {
        guard let path = link.resolved(from: base.folder) else { return .nothing }
        if !knowsArticles { indexArticles() }
        if let source = sources[ExactText(path)] { return .source(source) }
        if let index = files[ExactText(path)] { return isHidden(index, from: base) ? .hidden : .file(index) }
        if let url = categories[ExactText(path)] { return .address(url) }
        // From the root, an address of the site may be meant.
        guard base.folder.isEmpty || path.isEmpty || link.path.utf8.first == UInt8(ascii: "/") else {
            return .nothing
        }
        return addresses.find(path)
    }

    /// The document with this number; the day of issue tells apart those of one number. Nil when none is shown, or
    /// it is not known which one is meant.
    func document(numbered key: String, issued: CivilDate?) -> String? {
        guard let found = citations[ExactText(key)] else { return nil }
        let meant = issued.map { day in found.filter { $0.issued == day } } ?? found
        return meant.count == 1 ? meant[0].url : nil
    }

    /// The pictures in `folder`, which belongs to one source, and below it but for the folders of other sources, in the
    /// order of their paths: places in the newsroom's files.
    func pictures(inFolder folder: String) -> [Int] {
        let start = folder + "/"
        var (low, high) = (0, newsroom.files.count)
        while low < high {
            let middle = (low + high) / 2
            if newsroom.files[middle].path.precedesInBytes(start) { low = middle + 1 } else { high = middle }
        }
        return newsroom.files[low...].indices
            .prefix { newsroom.files[$0].path.utf8.starts(with: start.utf8) }
            .filter { newsroom.files[$0].image != nil && owner(of: $0)?.folder == ExactText(folder) }
    }

    func findFile(_ link: LinkPath, from base: LinkBase) -> FileTarget {
        guard let path = link.resolved(from: base.folder), let index = files[ExactText(path)] else {
            return .nothing
        }
        return isHidden(index, from: base) ? .hidden : .found(index)
    }

    /// True when the file lies in the own folder of an article that is not shown, at any depth; for that
    /// article itself it is there.
    func isHidden(_ file: Int, from base: LinkBase? = nil) -> Bool {
        guard hidesFiles, let owner = owner(of: file) else { return false }
        return !owner.isShown && base?.ownFolder != owner.folder.text
    }

    /// The innermost folder around the file that belongs to one source, and whether that source is shown.
    private func owner(of file: Int) -> (folder: ExactText, isShown: Bool)? {
        var path = newsroom.files[file].path[...]
        while let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) {
            path = path[..<slash]
            let folder = ExactText(String(path))
            if let isShown = ownFolders[folder] { return (folder, isShown) }
        }
        return nil
    }

    /// The URL a missing target would have: the path from content/ with the site's base. What climbs out of
    /// content/ stays as it is written.
    func siteURL(_ link: LinkPath, _ destination: String, from base: LinkBase) -> String {
        guard let path = link.resolved(from: base.folder) else { return destination }
        return newsroom.settings.url("/" + PercentEncoding.encode(path)) + link.suffix
    }

    // MARK: Suggestions

    mutating func nearest(to link: LinkPath, from base: LinkBase) -> String? {
        guard let near = link.resolved(from: base.folder).flatMap({ suggestions.nearest(to: $0) }) else {
            return nil
        }
        let isFolder = link.path.utf8.last == UInt8(ascii: "/") && LinkPath.fileExtension(of: near).isEmpty
        return isFolder ? near + "/" : near
    }

    mutating func nearestFile(to link: LinkPath, from base: LinkBase) -> String? {
        link.resolved(from: base.folder).flatMap { fileSuggestions.nearest(to: $0) }
    }
}

/// What the paths of a link are relative to.
struct LinkBase {
    /// The folder of the source, from content/; empty for site.yaml.
    let folder: String
    /// The folder that belongs to the source alone.
    let ownFolder: String?

    static let root = LinkBase(folder: "", ownFolder: nil)
}

extension LinkTargets.Source {
    /// Whether there is a page with its text.
    var isShown: Bool { state.isShown }
}

extension Permalinks {
    /// The URL of an article; empty for a draft.
    func url(_ article: Int, _ settings: Settings) -> String {
        paths[article].isEmpty ? "" : settings.url(paths[article])
    }
}

extension Newsroom {
    /// What links to a source are checked against.
    func target(_ source: LinkTargets.Source) -> (file: String, anchors: [String], isDamaged: Bool) {
        switch source.kind {
        case .article(let index):
            earlier.map { target($0[index]) }
                ?? (articles[index].source, articles[index].body.anchors, articles[index].isDamaged)
        case .shelved(let index): target(shelved(at: index))
        case .page(let index): (pages[index].source, pages[index].body.anchors, pages[index].isDamaged)
        }
    }

    private func target(_ box: ArticleBox) -> (file: String, anchors: [String], isDamaged: Bool) {
        (box.article.source, box.article.body.anchors, box.article.isDamaged)
    }

    /// The same with all articles in one list.
    fileprivate var complete: Newsroom {
        guard let earlier else { return self }
        var newsroom = self
        newsroom.earlier = nil
        newsroom.articles = (0..<earlier.count).map { earlier[$0].article } + articles
        return newsroom
    }

    private func target(_ shelved: any ShelvedSource) -> (file: String, anchors: [String], isDamaged: Bool) {
        (shelved.source, shelved.body.anchors, shelved.isDamaged)
    }
}
