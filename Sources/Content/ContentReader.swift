internal import Bytes
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
            let site = try SiteFile(root: root)
            let (theme, themeDiagnostics) = ThemeReader.read(
                site.theme.name, namedAt: site.theme.origin, root: root, builtIn: builtInThemes)
            let (settings, settingDiagnostics) = site.settings(theme?.settings)
            var reading = Reading(root: root, threads: threads, settings: settings)
            reading.diagnostics = themeDiagnostics + settingDiagnostics
            let addresses =
                reading.found { () throws(SourceRefusal) in try AddressBook.bytes(root: root) } ?? []
            let counts = reading.found { () throws(SourceRefusal) in try CountsFile.bytes(root: root) }
            reading.readContent(
                theme, addresses: ContentHash(of: addresses), counts: CountsFile.hash(counts),
                recall: recall.map { ($0, ContentHash(of: site.text.bytes)) })
            if !reading.isUnchanged, reading.textChanges == nil {
                reading.readAddresses(addresses)
                if let counts { reading.readCounts(counts) }
            }
            return ContentReading(
                newsroom: reading.newsroom, theme: theme ?? Theme(), diagnostics: reading.diagnostics,
                notes: reading.notes, inputs: reading.inputs, isUnchanged: reading.isUnchanged,
                textChanges: reading.textChanges, added: reading.added, mended: reading.mended,
                leftOut: reading.leftOut,
                rereader: reading.rereader)
        } catch {
            return ContentReading(newsroom: Newsroom(), theme: Theme(), diagnostics: [error.diagnostic])
        }
    }
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
    var textChanges: [TextChange]?
    var added: AddedSources?
    var mended: Set<String> = []
    var leftOut: [LeftOutArticle] = []
    var rereader: ArticleRereader?

    init(root: String, threads: Int, settings: Settings) {
        self.root = root
        self.threads = threads
        newsroom.settings = settings
    }

    /// What `read` gives; nil when it refuses, which is noted.
    mutating func found<Value>(_ read: () throws(SourceRefusal) -> Value) -> Value? {
        do throws(SourceRefusal) { return try read() } catch {
            diagnostics.append(error.diagnostic)
            return nil
        }
    }

    mutating func readAddresses(_ bytes: [UInt8]) {
        guard let book = found({ () throws(SourceRefusal) in try AddressBook.read(bytes) }) else { return }
        newsroom.addresses = book.0
        diagnostics += book.1
    }

    mutating func readCounts(_ bytes: [UInt8]?) {
        guard let read = found({ () throws(SourceRefusal) in try CountsFile.read(bytes) }) else { return }
        newsroom.counts = read?.0
        diagnostics += read?.1 ?? []
    }

    /// `addresses` is the hash of addresses.csv, `counts` that of counts.json; `recall` comes with the hash of site.yaml.
    mutating func readContent(
        _ theme: Theme?, addresses: ContentHash, counts: ContentHash,
        recall: (earlier: Recall, site: ContentHash)?
    ) {
        guard FileReader.isFolder(root + "/content") else {
            diagnostics.append(Diagnostic(.error, FolderProblem.noContentFolder, at: Place(file: "content")))
            return
        }
        let settings = newsroom.settings
        // With nothing to compare with, articles are stamped when they are read.
        let (tree, problems) = ContentWalk.walk(
            root: root, words: settings.words, threads: threads,
            stampsArticles: recall?.earlier.memory != nil)
        diagnostics += problems
        let frontMatter = FrontMatterReader(zone: settings.zone, declarations: theme?.params)
        let root = root
        let categories = tree.categories.map(\.name)
        var markdown = settings.markdown
        markdown.citations = markdown.extensions && !tree.documents.isEmpty
        let makeReader = { @Sendable [markdown] in
            SourceReader(root: root, frontMatter: frontMatter, categories: categories, markdown: markdown)
        }
        if let recall {
            let context = Self.context(
                recall.earlier.program, recall.site, theme?.params, categories, citations: markdown.citations)
            remember(tree, recall.earlier, context, makeReader) { [root] stamps in
                ContentInputs(
                    context: context, theme, stamps, problems, addresses: addresses, counts: counts,
                    root: root)
            }
        } else {
            readSmallParts(tree, makeReader)
            newsroom.articles = collect(tree.articles, makeReader) { $0.article($1) }
            newsroom.files = collect(tree.files, {}) { FileInspector.inspect($1, root: root) }
        }
    }

    /// What is read in every run: there is little of it.
    private mutating func readSmallParts(
        _ tree: ContentTree, _ makeReader: @escaping @Sendable () -> SourceReader
    ) {
        newsroom.categories = collect(tree.categories, makeReader) { $0.category($1) }
        newsroom.pages = collect(tree.pages, makeReader) { $0.page($1) }
        newsroom.documents = collect(tree.documents, makeReader) { $0.document($1) }
        newsroom.albums = collect(tree.albums, makeReader) { $0.album($1) }
    }

    /// Reads what has changed since `recall`, or nothing when nothing has, and notes what the next run may recall.
    private mutating func remember(
        _ tree: ContentTree, _ recall: Recall, _ context: ContentHash,
        _ makeReader: @escaping @Sendable () -> SourceReader,
        _ makeInputs: (SourceStamps) -> ContentInputs?
    ) {
        let stamps = recall.memory == nil ? nil : SourceStamps(of: tree)
        inputs = stamps.flatMap(makeInputs)
        isUnchanged = inputs.map { $0.hash == recall.inputs } ?? false
        if isUnchanged { return }
        let changes = stamps.flatMap { ArticleChanges(tree.articles, $0, since: recall, context: context) }
        if let stamps, let changes,
            let texts = TextChanges(
                changes, tree, stamps, recall, root: root, makeReader: makeReader, makeInputs)
        {
            (textChanges, notes) = (texts.changes, texts.notes)
            return
        }
        readSmallParts(tree, makeReader)
        if recall.addsArticles, let stamps, let changes,
            let added = AddedSources(changes, tree, stamps, recall, makeInputs)
        {
            return readAdded(added, tree, changes.memory, context, makeReader)
        }
        readLargeParts(tree, recall, context, makeReader)
        if stamps == nil, let notes {
            inputs = makeInputs(SourceStamps(of: tree, known: notes))
        }
        var sources = tree.articles
        if recall.keepsLastGood { leaveOutDamaged(&sources, recall.leavesOut) }
        let kept = Set(newsroom.articles.indices.filter { newsroom.articles[$0].isKept })
        rereader = ArticleRereader(sources, makeReader: makeReader)
        newsroom.bodies = BodyLoader(sources, kept: kept, context: context, makeReader: makeReader)
    }

    /// Reads what has come, and leaves all other articles to whoever asks for them.
    private mutating func readAdded(
        _ added: AddedSources, _ tree: ContentTree, _ memory: SourceMemory, _ context: ContentHash,
        _ makeReader: @escaping @Sendable () -> SourceReader
    ) {
        var reader = RememberingReader(
            makeReader(), root: root, memory: memory, context: context, lastGood: nil)
        var lines: [MemoryNotes.Line] = []
        let newFiles = Set(added.files)
        let new = added.articles.map { tree.articles[$0] }
        for source in new {
            let (article, found, note) = reader.article(source)
            newsroom.articles.append(article)
            diagnostics += found
            lines.append(MemoryNotes.Line(path: source.path, note: note))
        }
        for (index, file) in tree.files.enumerated() {
            let (value, found, note) = reader.file(file)
            newsroom.files.append(value)
            guard newFiles.contains(index) else { continue }
            diagnostics += found
            lines.append(MemoryNotes.Line(path: file.path, note: note))
        }
        let taken = Set(added.articles)
        let old = tree.articles.indices.filter { !taken.contains($0) }.map { tree.articles[$0] }
        newsroom.earlier = RememberedArticles(old, in: memory, added.known, context: context)
        newsroom.bodies = BodyLoader(old + new, context: context, makeReader: makeReader)
        notes = MemoryNotes(old: memory, replacing: lines)
        self.added = added
    }

    private mutating func readLargeParts(
        _ tree: ContentTree, _ recall: Recall, _ context: ContentHash,
        _ makeReader: @escaping @Sendable () -> SourceReader
    ) {
        let root = root
        let memory = recall.memory.flatMap { $0.context == context ? $0 : nil }
        notes = MemoryNotes(old: recall.memory, context: context)
        let makeRememberingReader = { @Sendable in
            RememberingReader(
                makeReader(), root: root, memory: memory, context: context,
                lastGood: recall.keepsLastGood ? recall.memory : nil)
        }
        newsroom.articles = note(tree.articles, { $0.path }, makeRememberingReader) {
            $0.article($1)
        }
        newsroom.files = note(tree.files, { $0.path }, makeRememberingReader) {
            $0.file($1)
        }
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
        // Nobody remembers what they were: what readers have of them is all there is.
        leftOut = newsroom.articles.filter { $0.isDamaged && !$0.isDraft && $0.withdrawal == nil }
            .map { LeftOutArticle(source: $0.source, id: $0.id) }
        sources = good.map { sources[$0] }
        newsroom.articles = good.map { newsroom.articles[$0] }
    }

    /// All that the reading of one source depends on besides its file.
    private static func context(
        _ program: ContentHash, _ site: ContentHash, _ parameters: [ParameterDeclaration]?,
        _ categories: [String], citations: Bool
    ) -> ContentHash {
        var writer = RecordWriter()
        writer.write(program)
        writer.write(site)
        writer.write(declarations: parameters ?? [])
        writer.write(categories)
        writer.write(citations)
        return ContentHash(of: writer.buffer.bytes)
    }

    /// The values of `items` in their order, and what is to be remembered of them.
    private mutating func note<Item: Sendable, Value: Sendable>(
        _ items: [Item], _ path: @escaping @Sendable (Item) -> String,
        _ makeReader: @escaping @Sendable () -> RememberingReader,
        _ read:
            @escaping @Sendable (inout RememberingReader, Item) -> RememberingReader.Recalled<Value>
    ) -> [Value] {
        let table = Slots(repeating: MemoryNotes.Line(path: "", note: .none), count: items.count)
        let values = collect(items, makeReader) { reader, index in
            let recalled = read(&reader, items[index])
            table[index] = MemoryNotes.Line(path: path(items[index]), note: recalled.note)
            return (recalled.value, recalled.diagnostics)
        }
        notes?.add(table.takeAll())
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
