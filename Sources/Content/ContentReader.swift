package import Bytes
package import Diagnostics
internal import Files
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
        let reading = read(root: root, builtInThemes: builtInThemes, threads: threads, recall: nil)
        return (reading.newsroom, reading.theme, reading.diagnostics)
    }

    /// The same, but sources that have not changed since `recall` remembered them are not read again: their
    /// articles come without the HTML of their bodies.
    package static func read(
        root: String, builtInThemes: [BuiltInFile], threads: Int, recall: Recall?
    ) -> ContentReading {
        do throws(SourceRefusal) {
            let site = try siteFile(root)
            let (theme, themeDiagnostics) = ThemeReader.read(
                site.theme.name, namedAt: site.theme.origin, root: root, builtIn: builtInThemes)
            let (settings, settingDiagnostics) = site.settings(theme?.settings)
            var reading = Reading(root: root, threads: threads, settings: settings)
            reading.diagnostics = themeDiagnostics + settingDiagnostics
            reading.readAddresses()
            reading.readContent(
                theme, recall: recall.map { ($0, ContentHash(of: site.text.bytes)) })
            return ContentReading(
                newsroom: reading.newsroom, theme: theme ?? Theme(), diagnostics: reading.diagnostics,
                notes: reading.notes, inputs: reading.inputs, isUnchanged: reading.isUnchanged,
                mended: reading.mended)
        } catch {
            return ContentReading(newsroom: Newsroom(), theme: Theme(), diagnostics: [error.diagnostic])
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

/// What an earlier run remembered, for a run that remembers in turn.
package struct Recall: Sendable {
    /// Stands for the program: another one may read the same source as something else.
    package let program: ContentHash
    package let memory: SourceMemory?
    /// The inputs of a run of which everything is known: when they are the same, nothing is read. `unknown`
    /// matches none.
    package let inputs: ContentHash
    /// Whether an article with errors is what it was when it had none, or is left out when it never was.
    package let keepsLastGood: Bool
    /// Sources to be left out all the same: their pages are not there any more.
    package let leavesOut: Set<String>

    package init(
        program: ContentHash, memory: SourceMemory?, inputs: ContentHash = .unknown,
        keepsLastGood: Bool = false, leavesOut: Set<String> = []
    ) {
        self.leavesOut = leavesOut
        self.program = program
        self.memory = memory
        self.inputs = inputs
        self.keepsLastGood = keepsLastGood
    }
}

/// What was read.
package struct ContentReading: Sendable {
    package var newsroom: Newsroom
    package var theme: Theme
    package var diagnostics: [Diagnostic]
    /// What the next run may recall; nil when nothing was to be remembered.
    package var notes: MemoryNotes?
    /// Stands for all that was there to be read; nil when files were changed so lately that they may change
    /// again without a trace.
    package var inputs: ContentInputs?
    /// True when the inputs are those of `Recall`: then the settings, the theme and nothing else was read.
    package var isUnchanged = false
    /// The sources of articles with errors that are kept as they were, or left out.
    package var mended: Set<String> = []
}

/// A newsroom in the making.
private struct Reading {
    let root: String
    let threads: Int
    var newsroom = Newsroom()
    var diagnostics: [Diagnostic] = []
    var notes: MemoryNotes?
    var inputs: ContentInputs?
    var isUnchanged = false
    var mended: Set<String> = []
    private var addresses = ContentHash.unknown

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
            self.addresses = ContentHash(of: bytes)
            let (addresses, problems) = AddressBook.read(
                try SourceDecoder.decode(bytes, file: AddressBook.name))
            newsroom.addresses = addresses
            diagnostics += problems
        } catch {
            diagnostics.append(error.diagnostic)
        }
    }

    /// `recall` comes with the hash of site.yaml.
    mutating func readContent(
        _ theme: Theme?, recall: (earlier: Recall, site: ContentHash)?
    ) {
        guard FileReader.isFolder(root + "/content") else {
            diagnostics.append(Diagnostic(.error, FolderProblem.noContentFolder, at: Place(file: "content")))
            return
        }
        let settings = newsroom.settings
        let (tree, problems) = ContentWalk.walk(root: root, words: settings.words)
        diagnostics += problems
        let frontMatter = FrontMatterReader(zone: settings.zone, declarations: theme?.params)
        let root = root
        let categories = tree.categories.map(\.name)
        let makeReader = { @Sendable in
            SourceReader(
                root: root, frontMatter: frontMatter, categories: categories, markdown: settings.markdown)
        }
        let context = recall.map { Self.context($0.earlier.program, $0.site, theme?.params, categories) }
        var stamps: SourceStamps?
        // The first time there is nothing to compare with: stamps are taken when files are read.
        if let recall, recall.earlier.memory != nil {
            stamps = SourceStamps(of: tree, root: root, threads: threads)
        }
        func inputs(_ stamps: SourceStamps) -> ContentInputs? {
            context.flatMap {
                ContentInputs(
                    context: $0, theme, stamps, problems, addresses: addresses, root: root)
            }
        }
        if let recall, let stamps {
            self.inputs = inputs(stamps)
            isUnchanged = self.inputs.map { $0.hash == recall.earlier.inputs } ?? false
            if isUnchanged { return }
        }
        newsroom.categories = collect(tree.categories, makeReader) { $0.category($1) }
        newsroom.pages = collect(tree.pages, makeReader) { $0.page($1) }
        guard let recall, let context else {
            newsroom.articles = collect(tree.articles, makeReader) { $0.article($1) }
            newsroom.files = collect(tree.files, {}) { FileInspector.inspect($1, root: root) }
            return
        }
        let memory = recall.earlier.memory.flatMap { $0.context == context ? $0 : nil }
        notes = MemoryNotes(old: recall.earlier.memory, context: context)
        let makeRememberingReader = { @Sendable in
            RememberingReader(
                makeReader(), root: root, memory: memory, context: context,
                lastGood: recall.earlier.keepsLastGood ? recall.earlier.memory : nil)
        }
        var sources = tree.articles
        newsroom.articles = remember(tree.articles, \.path, makeRememberingReader) { [stamps] in
            $0.article($1, stamps?.articles[$2] ?? .unknown)
        }
        newsroom.files = remember(tree.files, \.path, makeRememberingReader) { [stamps] in
            $0.file($1, stamps?.files[$2] ?? FileReader.stamp(of: root + "/content/" + $1.diskPath))
        }
        if stamps == nil, let notes {
            self.inputs = inputs(SourceStamps(of: tree, known: notes, root: root, threads: threads))
        }
        if recall.earlier.keepsLastGood { leaveOutDamaged(&sources, recall.earlier.leavesOut) }
        newsroom.bodies = BodyLoader(sources, context: context, makeReader: makeReader)
    }

    /// Leaves out the articles that have errors and never had none, and those of `gone`; `sources` are those of
    /// the articles.
    private mutating func leaveOutDamaged(_ sources: inout [SourcePath], _ gone: Set<String>) {
        for article in newsroom.articles where article.isKept || article.isDamaged {
            mended.insert(article.source)
        }
        let good = newsroom.articles.indices.filter {
            !newsroom.articles[$0].isDamaged
                && !(newsroom.articles[$0].isKept && gone.contains(newsroom.articles[$0].source))
        }
        guard good.count < newsroom.articles.count else { return }
        newsroom.isIncomplete = true
        sources = good.map { sources[$0] }
        newsroom.articles = good.map { newsroom.articles[$0] }
    }

    /// All that the reading of one source depends on besides its file.
    private static func context(
        _ program: ContentHash, _ site: ContentHash, _ parameters: [ParameterDeclaration]?,
        _ categories: [String]
    ) -> ContentHash {
        var writer = RecordWriter()
        writer.write(program)
        writer.write(site)
        writer.write(declarations: parameters ?? [])
        writer.write(categories)
        return ContentHash(of: writer.buffer.bytes)
    }

    /// The values of `items` in their order, and what is to be remembered of them.
    private mutating func remember<Item: Sendable, Value: Sendable>(
        _ items: [Item], _ path: KeyPath<Item, String>,
        _ makeReader: @escaping @Sendable () -> RememberingReader,
        _ read:
            @escaping @Sendable (inout RememberingReader, Item, Int) -> RememberingReader.Recalled<Value>
    ) -> [Value] {
        let table = NoteTable(count: items.count)
        let values = collect(items, makeReader) { reader, index in
            let recalled = read(&reader, items[index], index)
            table.set(recalled.note, at: index)
            return (recalled.value, recalled.diagnostics)
        }
        for (index, item) in items.enumerated() { notes?.add(item[keyPath: path], table.notes[index]) }
        return values
    }

    private mutating func collect<Worker: ~Copyable, Item: Sendable, Value: Sendable>(
        _ items: [Item], _ makeWorker: @escaping @Sendable () -> Worker,
        _ read: @escaping @Sendable (inout Worker, Item) -> (Value, [Diagnostic])
    ) -> [Value] {
        collect(items, makeWorker) { worker, index in read(&worker, items[index]) }
    }

    /// The values of `items` in their order; what was found wrong joins the diagnostics in that order too.
    private mutating func collect<Worker: ~Copyable, Item: Sendable, Value: Sendable>(
        _ items: [Item], _ makeWorker: @escaping @Sendable () -> Worker,
        _ read: @escaping @Sendable (inout Worker, Int) -> (Value, [Diagnostic])
    ) -> [Value] {
        // Most items have no problems: only those that have are put aside, and no value is copied.
        let problems = Mutex<[(index: Int, found: [Diagnostic])]>([])
        let values = parallelMap(count: items.count, threads: threads, makeWorker: makeWorker) {
            worker, index in
            let (value, found) = read(&worker, index)
            if !found.isEmpty { problems.withLock { $0.append((index, found)) } }
            return value
        }
        for (_, found) in problems.withLock({ $0.sorted { $0.index < $1.index } }) { diagnostics += found }
        return values
    }
}
