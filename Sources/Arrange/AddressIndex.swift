import Bytes
import Model

/// What the site's addresses lead to, for links that name an address (`/tin-tuc/2024/06/slug/`) and no
/// source.
///
/// Made when the first such link turns up: most sites link by path of source. Besides what is there now it
/// knows what is there at other times, so that neither a withdrawal nor the passing of time makes a link
/// wrong that was right.
struct AddressIndex {
    private let settings: Settings
    /// By URL: current addresses first, then aliases and what addresses.csv remembers.
    private var sources: [ExactText: LinkTargets.Source] = [:]
    private var now: Set<String>
    private let sometime: Set<String>

    init(
        _ newsroom: Newsroom, _ lists: AddressLists, _ sorting: ArticleSorting, _ permalinks: Permalinks,
        _ others: [LinkTargets.Source]
    ) {
        settings = newsroom.settings
        now = lists.urls(settings.words)
        sometime = AddressLists(all: newsroom, sorting).urls(settings.words)
        addSingles()
        if newsroom.documents.contains(where: { !$0.isDraft }) {
            now.insert(settings.url(settings.documentsPath + Settings.documentIndexName))
        }
        // Articles that have come since have no state and no address here.
        let articles = sorting.states.indices.map {
            LinkTargets.Source(
                kind: .article($0), url: permalinks.url($0, settings), state: sorting.states[$0])
        }
        for source in articles + others where !source.url.isEmpty { sources[ExactText(source.url)] = source }
        addAliases(zip(newsroom.articles.map(\.aliases), articles))
        addAliases(zip(newsroom.pages.map(\.aliases) + newsroom.shelved.map(\.aliases), others))
        addOldAddresses(newsroom, articles)
    }

    private mutating func addSingles() {
        let words = settings.words
        let paths = [
            "/", "/\(words.siteMap)/", "/\(words.feed)", "/\(words.newsSitemap)", "/sitemap.xml", "/404.html",
            "/robots.txt",
        ]
        now.formUnion(paths.map(settings.url))
    }

    private mutating func addAliases(_ sources: some Sequence<([String], LinkTargets.Source)>) {
        for (aliases, source) in sources where !source.url.isEmpty {
            for alias in aliases.compactMap(AliasPath.init) where !alias.hasQuery { add(alias.path, source) }
        }
    }

    private mutating func addOldAddresses(_ newsroom: Newsroom, _ articles: [LinkTargets.Source]) {
        guard !newsroom.addresses.isEmpty else { return }
        let ids = newsroom.articles.map { ExactText($0.id) }
        let byID = Dictionary(zip(ids, articles)) { first, _ in first }
        for line in newsroom.addresses {
            if let source = byID[ExactText(line.id)], !source.url.isEmpty { add(line.url, source) }
        }
    }

    private mutating func add(_ path: String, _ source: LinkTargets.Source) {
        let url = ExactText(settings.url(path))
        if sources[url] == nil { sources[url] = source }
    }

    /// What is at `path`, from the root and without slashes around it; the site's base may stand in front.
    func find(_ path: String) -> LinkTargets.Target {
        for written in [settings.url("/" + path), "/" + path] {
            for url in path.isEmpty ? [settings.url.basePath] : [written, written + "/"] {
                if let source = sources[ExactText(url)] { return .source(source) }
                if now.contains(url) { return .address(url) }
                if sometime.contains(url) { return .sleeping }
            }
        }
        return printPage(path) ?? .nothing
    }

    /// The print version at `path`: it is there whenever its page is.
    private func printPage(_ path: String) -> LinkTargets.Target? {
        let segments = path.split(separator: "/")
        guard settings.printPages, segments.count > 1, let word = segments.last,
            word.utf8.elementsEqual(settings.words.print.utf8),
            case .source(let source) = find(segments.dropLast().joined(separator: "/")), source.hasPrintPage
        else { return nil }
        return source.isShown ? .address(settings.printAddress(of: source.url)) : .sleeping
    }
}

extension LinkTargets.Source {
    fileprivate var hasPrintPage: Bool {
        switch kind {
        case .article, .page: true
        case .shelved: false
        }
    }
}
