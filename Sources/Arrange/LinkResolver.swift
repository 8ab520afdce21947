import Bytes
import Diagnostics
import Model

/// Finds what links and pictures lead to, and checks them.
struct LinkResolver {
    private(set) var diagnostics: [Diagnostic] = []
    private(set) var newsroom: Newsroom
    private var targets: LinkTargets
    private var anchors = AnchorIndex()
    /// Files that something leads to.
    private(set) var linked: Set<Int> = []
    /// Whether some link leads to a page that exists at other times: it would lead there as soon as that page does.
    private(set) var linksToSleeping = false
    /// True while links are checked that no page shows now.
    private var isRehearsal = false
    private var anchorSuggestionsLeft = PathSuggestions.limit

    var settings: Settings { newsroom.settings }
    /// The file name of the favicon in content/.
    var favicon: String? { targets.favicon }

    /// `lists` are those of the catalog.
    init(_ newsroom: Newsroom, _ targets: consuming LinkTargets, _ lists: AddressLists) {
        self.newsroom = newsroom
        self.targets = targets
        self.targets.lists = lists
    }

    /// Lets the articles go, or takes them back, so that whoever has them can change one without a copy of all.
    mutating func hold(_ articles: [Article]) {
        newsroom.articles = articles
        targets.hold(articles)
    }

    /// Takes note of the folder of an article that has come and is shown.
    mutating func addFolder(of article: Article) {
        if let folder = article.folder { targets.own(folder, isShown: true) }
    }

    /// Checks what will be shown at another time, so that the passing of time finds no error: nothing is
    /// published for it, and nothing is said that concerns readers of today.
    mutating func rehearse(_ check: (inout LinkResolver) -> Void) {
        let linkedNow = linked
        isRehearsal = true
        check(&self)
        isRehearsal = false
        linked = linkedNow
    }

    /// Takes over what two copies of this resolver found, in this order.
    mutating func join(_ first: LinkResolver, _ second: LinkResolver) {
        let known = diagnostics.count
        diagnostics += first.diagnostics.dropFirst(known)
        diagnostics += second.diagnostics.dropFirst(known)
        linked.formUnion(first.linked)
        linked.formUnion(second.linked)
        linksToSleeping = linksToSleeping || first.linksToSleeping || second.linksToSleeping
    }

    // MARK: Links

    /// The URL that `destination` leads to, or nil when only the link's text is to be shown; `ownAnchors` are
    /// those of the body it stands in.
    mutating func link(_ destination: String, ownAnchors: [String], _ place: LinkPlace) -> String? {
        let link = LinkPath(destination)
        if link.isExternal { return destination }
        if link.path.isEmpty {
            checkAnchor(link, in: ownAnchors, of: place.file, place)
            return destination
        }
        switch targets.find(link, from: place.base) {
        case .source(let source): return resolve(source, link, place)
        case .address(let url): return url + link.suffix
        case .sleeping:
            linksToSleeping = true
            return nil
        case .file(let index):
            linked.insert(index)
            return url(ofFile: index) + link.suffix
        case .hidden:
            report(.warning, .linkToHiddenFile(path: destination), link, place)
            return nil
        case .nothing:
            if link.namesFile {
                reportMissingFile(link, place)
            } else {
                reportLink(link, place) {
                    .noSuchTarget(destination, near: $0.targets.nearest(to: link, from: place.base))
                }
            }
            return targets.siteURL(link, destination, from: place.base)
        }
    }

    private mutating func resolve(
        _ source: LinkTargets.Source, _ link: LinkPath, _ place: LinkPlace
    ) -> String? {
        let target = newsroom.target(source)
        // What its anchors and its state are is not known for certain.
        if target.isDamaged { return source.url + link.suffix }
        switch source.state {
        case .published, .expired:
            checkAnchor(link, in: target.anchors, of: target.file, place)
            return source.url + link.suffix
        case .scheduled:
            checkAnchor(link, in: target.anchors, of: target.file, place)
            if !isRehearsal { report(.notice, .linkToScheduled(file: target.file), link, place) }
        case .withdrawn:
            report(.warning, .linkToWithdrawn(file: target.file), link, place)
        case .draft:
            reportLink(link, place) { _ in .linkToDraft(file: target.file) }
        }
        return nil
    }

    private mutating func checkAnchor(
        _ link: LinkPath, in list: [String], of file: String, _ place: LinkPlace
    ) {
        guard !link.fragment.isEmpty, settings.checks.links != .off,
            !anchors.contains(link.fragment, in: list, of: file)
        else { return }
        reportLink(link, place) { resolver in
            .noSuchAnchor(
                anchor: link.fragment, file: file, near: resolver.nearestAnchor(to: link.fragment, in: list))
        }
    }

    private mutating func nearestAnchor(to anchor: String, in list: [String]) -> String? {
        guard anchorSuggestionsLeft > 0 else { return nil }
        anchorSuggestionsLeft -= 1
        return Suggestion.nearest(to: anchor, among: list)
    }

    // MARK: Files

    /// The URL and size of a picture; a missing one keeps the address it would have.
    mutating func picture(_ destination: String, _ place: LinkPlace) -> (url: String, size: ImageSize?) {
        let link = LinkPath(destination)
        if link.isExternal { return (destination, nil) }
        let target = targets.findFile(link, from: place.base)
        switch target {
        case .found(let index): linked.insert(index)
        case .hidden: report(.warning, .linkToHiddenFile(path: destination), link, place)
        case .nothing: reportMissingFile(link, place)
        }
        return picture(target, link, place.base)
    }

    /// The same where everything has been told before: nothing is noted.
    func knownPicture(_ destination: String, from base: LinkBase) -> (url: String, size: ImageSize?) {
        let link = LinkPath(destination)
        return link.isExternal ? (destination, nil) : picture(targets.findFile(link, from: base), link, base)
    }

    private func picture(
        _ target: LinkTargets.FileTarget, _ link: LinkPath, _ base: LinkBase
    ) -> (url: String, size: ImageSize?) {
        guard case .found(let index) = target else {
            return (targets.siteURL(link, link.written, from: base), nil)
        }
        return (url(ofFile: index) + link.suffix, newsroom.files[index].image)
    }

    /// The URL of the official document with this number, if it is known which one is meant.
    func document(numbered key: String, issued: CivilDate?) -> String? {
        targets.document(numbered: key, issued: issued)
    }

    /// The pictures of the folder that belongs to one source, in the order of their names.
    func pictures(inFolder folder: String?) -> [(url: String, size: ImageSize?)] {
        guard let folder else { return [] }
        return targets.pictures(inFolder: folder).map { (url(ofFile: $0), newsroom.files[$0].image) }
    }

    /// The file that `destination` leads to, if it is published.
    func file(_ destination: String, _ place: LinkPlace) -> SourceFile? {
        guard case .found(let index) = targets.findFile(LinkPath(destination), from: place.base) else {
            return nil
        }
        return newsroom.files[index]
    }

    /// The file of a document and its URL; nil, which is an error, when it is not there.
    mutating func attachedFile(_ path: String, _ place: LinkPlace) -> (url: String, file: SourceFile)? {
        let link = LinkPath(path)
        guard case .found(let index) = targets.findFile(link, from: place.base) else {
            let near = targets.nearestFile(to: link, from: place.base)
            report(.error, .noSuchFile(link.written, near: near), link, place)
            return nil
        }
        linked.insert(index)
        return (url(ofFile: index), newsroom.files[index])
    }

    private func url(ofFile index: Int) -> String {
        settings.url("/" + PercentEncoding.encode(newsroom.files[index].path))
    }

    /// The files that go to public/: those published by kind, and those that a page links to.
    func publishedFiles() -> [CatalogFile] { publishedFiles { _ in true } }

    /// Those of them that are wanted.
    func publishedFiles(_ isWanted: (Int) -> Bool) -> [CatalogFile] {
        newsroom.files.indices.compactMap { index in
            guard isWanted(index) else { return nil }
            let file = newsroom.files[index]
            guard file.publication == .always || linked.contains(index), !targets.isHidden(index) else {
                return nil
            }
            return CatalogFile(path: file.path, diskPath: file.diskPath)
        }
    }

    // MARK: Reports

    /// Nothing is looked for when `checks.links` is off.
    private mutating func reportLink(
        _ link: LinkPath, _ place: LinkPlace, _ problem: (inout LinkResolver) -> ArrangeProblem
    ) {
        if let severity = settings.checks.links.severity { report(severity, problem(&self), link, place) }
    }

    private mutating func reportMissingFile(_ link: LinkPath, _ place: LinkPlace) {
        guard let severity = settings.checks.files.severity else { return }
        let near = targets.nearestFile(to: link, from: place.base)
        report(severity, .noSuchFile(link.written, near: near), link, place)
    }

    /// Forgets what was told before.
    mutating func forgetDiagnostics() { diagnostics = [] }

    mutating func report(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }

    private mutating func report(
        _ severity: Severity, _ problem: ArrangeProblem, _ link: LinkPath, _ place: LinkPlace
    ) {
        var diagnostic = Diagnostic(severity, problem, at: place.place)
        diagnostic.mark = link.written
        diagnostics.append(diagnostic)
    }
}

/// Where a link stands, and what it is relative to.
struct LinkPlace {
    let place: Place
    let base: LinkBase
    var file: String { place.file }
}
