package import Diagnostics
internal import Markdown
package import Model
internal import Synchronization
internal import Threads

/// The first stage: all of a site's sources as values, and everything that is wrong with them.
package enum ContentReader {
    /// Reads the site in the folder `root`: site.yaml, its theme, content/ and addresses.csv.
    ///
    /// Sources are read and parsed on up to `threads` threads; the result does not depend on their number.
    /// With an error among the diagnostics the values are as complete as they can be and fit for finding
    /// more errors, not for writing.
    package static func read(root: String, builtInThemes: [BuiltInFile], threads: Int)
        -> (Newsroom, Theme, [Diagnostic])
    {
        do throws(SourceRefusal) {
            let site = try siteFile(root)
            let (theme, themeDiagnostics) = ThemeReader.read(
                site.theme.name, namedAt: site.theme.origin, root: root, builtIn: builtInThemes)
            let (settings, settingDiagnostics) = site.settings(theme?.settings)
            var reading = Reading(root: root, threads: threads, settings: settings)
            reading.diagnostics = themeDiagnostics + settingDiagnostics
            reading.readAddresses()
            reading.readContent(parameters: theme?.params)
            return (reading.newsroom, theme ?? Theme(), reading.diagnostics)
        } catch {
            return (Newsroom(), Theme(), [error.diagnostic])
        }
    }

    private static func siteFile(_ root: String) throws(SourceRefusal) -> SiteFile {
        let path = root + "/" + SiteFile.name
        guard FileReader.exists(path) else {
            throw SourceRefusal(SiteProblem.noSiteFile, file: SiteFile.name)
        }
        return try SiteFile(try FileList.bytes(path, file: SiteFile.name))
    }
}

/// A newsroom in the making.
private struct Reading {
    let root: String
    let threads: Int
    /// From here on a build needs more memory than a small heap grows to without being felt.
    private static let manyArticles = 1000
    var newsroom = Newsroom()
    var diagnostics: [Diagnostic] = []

    init(root: String, threads: Int, settings: Settings) {
        self.root = root
        self.threads = threads
        newsroom.settings = settings
    }

    mutating func readAddresses() {
        let path = root + "/" + AddressBook.name
        guard FileReader.exists(path) else { return }
        do throws(SourceRefusal) {
            let bytes = try FileList.bytes(path, file: AddressBook.name)
            guard !bytes.isEmpty else { return }
            let (addresses, problems) = AddressBook.read(
                try SourceDecoder.decode(bytes, file: AddressBook.name))
            newsroom.addresses = addresses
            diagnostics += problems
        } catch {
            diagnostics.append(error.diagnostic)
        }
    }

    mutating func readContent(parameters: [ParameterDeclaration]?) {
        guard FileReader.isFolder(root + "/content") else {
            diagnostics.append(Diagnostic(.error, FolderProblem.noContentFolder, at: Place(file: "content")))
            return
        }
        let settings = newsroom.settings
        let (tree, problems) = ContentWalk.walk(root: root, words: settings.words)
        diagnostics += problems
        let frontMatter = FrontMatterReader(zone: settings.zone, declarations: parameters)
        let root = root
        let categories = tree.categories.map(\.name)
        let makeReader = { @Sendable in
            SourceReader(
                root: root, frontMatter: frontMatter, categories: categories, markdown: settings.markdown)
        }
        if tree.articles.count >= Self.manyArticles { ThreadHeap.expectMuch() }
        newsroom.categories = collect(tree.categories, makeReader) { $0.category($1) }
        newsroom.articles = collect(tree.articles, makeReader) { $0.article($1) }
        newsroom.pages = collect(tree.pages, makeReader) { $0.page($1) }
        newsroom.files = collect(tree.files, {}) { FileInspector.inspect($1, root: root) }
    }

    /// The values of `items` in their order; what was found wrong joins the diagnostics in that order too.
    private mutating func collect<Worker: ~Copyable, Item: Sendable, Value: Sendable>(
        _ items: [Item], _ makeWorker: @escaping @Sendable () -> Worker,
        _ read: @escaping @Sendable (inout Worker, Item) -> (Value, [Diagnostic])
    ) -> [Value] {
        // Most items have no problems: only those that have are put aside, and no value is copied.
        let problems = Mutex<[(index: Int, found: [Diagnostic])]>([])
        let values = parallelMap(count: items.count, threads: threads, makeWorker: makeWorker) {
            worker, index in
            let (value, found) = read(&worker, items[index])
            if !found.isEmpty { problems.withLock { $0.append((index, found)) } }
            return value
        }
        for (_, found) in problems.withLock({ $0.sorted { $0.index < $1.index } }) { diagnostics += found }
        return values
    }
}
