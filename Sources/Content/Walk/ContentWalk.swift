internal import Bytes
internal import Diagnostics
internal import Files
internal import Model
internal import Threads

/// Lists content/ and sorts what it finds.
struct ContentWalk {
    private let root: String
    private let words: PathWords
    private let stampsArticles: Bool
    private var tree = ContentTree()
    private var diagnostics: [Diagnostic] = []
    /// The folders above the one being listed, itself included: a link back to one of them is a loop.
    private var above: [FolderIdentity] = []

    /// Files of this many bytes and more are reported.
    static let largeFile = 2_000_000

    private init(root: String, words: PathWords, stampsArticles: Bool) {
        self.root = root
        self.words = words
        self.stampsArticles = stampsArticles
    }

    /// What `content/` below the folder `root` holds.
    ///
    /// All files but articles are asked for their stamps, and these, too, when `stampsArticles`: a run that reads all
    /// of them learns their stamps then.
    static func walk(
        root: String, words: PathWords, threads: Int, stampsArticles: Bool
    ) -> (ContentTree, [Diagnostic]) {
        var walk = ContentWalk(root: root, words: words, stampsArticles: stampsArticles)
        walk.tree.moment = FileStamp.now
        walk.top(threads)
        walk.sort()
        return (walk.tree, walk.diagnostics)
    }

    // MARK: Folders

    /// Folders are shared out among the threads.
    private mutating func top(_ threads: Int) {
        let start = self
        let entries = entries("", disk: "", .top)
        let below = Slots<ContentWalk?>(repeating: nil, count: entries.count)
        Threads.run(threads, sharing: entries.count) { indices in
            for index in indices where entries[index].kind == .folder {
                var walk = start
                walk.topFolder(entries[index])
                below[index] = walk
            }
        }
        for (index, entry) in entries.enumerated() {
            switch entry.kind {
            case .folder: if let walk = below[index] { join(walk) }
            case .file: file(entry, "", disk: "", section: .top)
            case .other: other(entry, "")
            }
        }
        if tree.hasNoSources, !diagnostics.hasErrors {
            diagnostics.append(Diagnostic(.error, FolderProblem.noSources, at: Place(file: "content")))
        }
    }

    /// Takes over what a walk below one folder found.
    private mutating func join(_ walk: ContentWalk) {
        tree.articles += walk.tree.articles
        tree.pages += walk.tree.pages
        tree.documents += walk.tree.documents
        tree.albums += walk.tree.albums
        tree.files += walk.tree.files
        tree.categories += walk.tree.categories
        diagnostics += walk.diagnostics
    }

    /// Folders are listed name by name, which is not the order of whole paths: `a-b/x` stands before `a/x`.
    private mutating func sort() {
        for sources in [\ContentTree.articles, \.pages, \.documents, \.albums] {
            tree[keyPath: sources].sort { $0.path.precedesInBytes($1.path) }
        }
        tree.files.sort { $0.path.precedesInBytes($1.path) }
    }

    private mutating func topFolder(_ entry: DirectoryEntry) {
        guard !Self.isHidden(entry.name) else { return }
        let section = Section(folder: entry.name)
        folder(entry, "", disk: "", section: section)
        guard sourcesSeen > 0 else { return }
        switch section {
        case .category where reservedNames.contains(entry.name):
            tree.articles.removeAll()
            refuse(.reservedCategory(entry.name), entry.name)
        case .category:
            tree.categories.append(CategoryFolder(name: entry.name, index: index))
        case .pages, .documents, .albums, .top: break
        }
    }

    /// Sources met so far below one folder, used or not.
    private var sourcesSeen = 0
    /// The `_index.md` of the category being walked.
    private var index: SourcePath?

    private var reservedNames: [String] { words.named.map(\.word) }

    private mutating func folder(_ entry: DirectoryEntry, _ parent: String, disk: String, section: Section) {
        let (path, diskPath) = (parent + entry.name, disk + entry.diskName)
        guard !above.contains(entry.identity) else { return refuse(.folderLoop, path) }
        above.append(entry.identity)
        defer { above.removeLast() }
        for inner in entries(path, disk: diskPath, section) {
            switch inner.kind {
            case .folder where Self.isHidden(inner.name): break
            case .folder: folder(inner, path + "/", disk: diskPath + "/", section: section)
            case .file: file(inner, path + "/", disk: diskPath + "/", section: section)
            case .other: other(inner, path + "/")
            }
        }
    }

    private mutating func entries(_ path: String, disk: String, _ section: Section) -> [DirectoryEntry] {
        let below = disk.isEmpty ? "content" : "content/" + disk
        do throws(SystemFailure) {
            let entries = try DirectoryListing.entries(of: root + "/" + below) { [stampsArticles] name in
                !stampsArticles && section == .category && FileKind.isPlainArticle(name)
            }
            return unique(entries, path)
        } catch {
            let file = path.isEmpty ? "content" : "content/" + path
            diagnostics.append(
                Diagnostic(.error, SourceProblem.unreadableFolder(error.code), at: Place(file: file)))
            return []
        }
    }

    /// Refuses a second entry whose name differs from the first one's only in how accents are stored.
    private mutating func unique(_ entries: [DirectoryEntry], _ path: String) -> [DirectoryEntry] {
        var kept: [DirectoryEntry] = []
        for entry in entries {
            if kept.last?.name == entry.name {
                refuse(.sameName, path.isEmpty ? entry.name : path + "/" + entry.name)
            } else {
                kept.append(entry)
            }
        }
        return kept
    }

    private static func isHidden(_ name: String) -> Bool { name.hasPrefix(".") }

    /// Editors keep dangling links with hidden names: those are as unremarkable as other hidden files.
    private mutating func other(_ entry: DirectoryEntry, _ parent: String) {
        if case .ignored = FileKind(name: entry.name) { return }
        refuse(.notAFile, parent + entry.name)
    }

    // MARK: Files

    private mutating func file(_ entry: DirectoryEntry, _ parent: String, disk: String, section: Section) {
        let path = parent + entry.name
        switch FileKind(name: entry.name) {
        case .ignored: break
        case .source:
            source(
                SourcePath(path: path, diskPath: disk + entry.diskName, stamp: entry.stamp),
                named: entry.name, section)
        case .published(let publication):
            publish(
                FoundFile(
                    path: path, diskPath: disk + entry.diskName, size: entry.size, stamp: entry.stamp,
                    publication: publication))
        case .unpublished:
            warn(.unpublishedKind(entry.name), path)
        }
    }

    private mutating func publish(_ file: FoundFile) {
        if file.size >= Self.largeFile { warn(.largeFile(file.size), file.path) }
        tree.files.append(file)
    }

    private mutating func source(_ source: SourcePath, named name: String, _ section: Section) {
        sourcesSeen += 1
        let depth = source.path.utf8.count { $0 == UInt8(ascii: "/") }
        switch section {
        case .top: refuse(.straySource(source.path), source.path)
        case .category where name == "_index.md" && depth == 1: index = source
        case .category, .pages, .documents, .albums:
            if name == "_index.md" {
                refuse(.misplacedCategoryIndex, source.path)
            } else if name == "index.md", depth == 1 {
                refuse(.indexWithoutFolder, source.path)
            } else {
                tree.add(source, section)
            }
        }
    }

    // MARK: Problems

    private mutating func refuse(_ problem: FolderProblem, _ path: String) {
        diagnostics.append(Diagnostic(.error, problem, at: Place(file: "content/" + path)))
    }

    private mutating func warn(_ problem: FolderProblem, _ path: String) {
        diagnostics.append(Diagnostic(.warning, problem, at: Place(file: "content/" + path)))
    }
}

/// What the sources of a folder directly in content/ are.
private enum Section {
    /// content/ itself.
    case top
    case category
    case pages
    case documents
    case albums

    init(folder: String) {
        switch folder {
        case ContentFolder.pages: self = .pages
        case ContentFolder.documents: self = .documents
        case ContentFolder.albums: self = .albums
        default: self = .category
        }
    }
}

extension ContentTree {
    fileprivate var hasNoSources: Bool {
        articles.isEmpty && pages.isEmpty && documents.isEmpty && albums.isEmpty
    }

    fileprivate mutating func add(_ source: SourcePath, _ section: Section) {
        switch section {
        case .pages: pages.append(source)
        case .documents: documents.append(source)
        case .albums: albums.append(source)
        case .category, .top: articles.append(source)
        }
    }
}
