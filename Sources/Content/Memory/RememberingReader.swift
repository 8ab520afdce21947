internal import Bytes
internal import Diagnostics
internal import Files
internal import Model

/// Reads sources on one thread, and only those that have changed since they were remembered.
struct RememberingReader: ~Copyable {
    /// A value, what is wrong with it, and what to remember of it.
    typealias Recalled<Value> = (value: Value, diagnostics: [Diagnostic], note: MemoryNote)

    private var reader: SourceReader
    private let root: String
    private let memory: SourceMemory?
    private let context: ContentHash
    /// What sources with errors were when they had none, by whatever settings; nil when that is not wanted.
    private let lastGood: SourceMemory?

    init(
        _ reader: consuming SourceReader, root: String, memory: SourceMemory?, context: ContentHash,
        lastGood: SourceMemory?
    ) {
        self.reader = reader
        self.root = root
        self.memory = memory
        self.context = context
        self.lastGood = lastGood
    }

    mutating func article(_ source: SourcePath) -> Recalled<Article> {
        let known = memory?.index(of: source.path)
        if let memory, let known, source.stamp != .unknown, memory.entry(at: known).stamp == source.stamp {
            return recall(memory, known, source.stamp) { $0.article(in: source, context: context) }
        }
        let (bytes, stamp): ([UInt8], FileStamp)
        do throws(SourceRefusal) {
            (bytes, stamp) = try reader.stamped(source)
        } catch {
            let (article, diagnostics) = reader.refused(source, error)
            return lastGood(source, instead: article, diagnostics)
        }
        let hash = ContentHash(of: bytes)
        if let memory, let known, memory.entry(at: known).hash == hash {
            return recall(memory, known, stamp) { $0.article(in: source, context: context) }
        }
        var (article, diagnostics) = reader.article(source, bytes)
        article.body.digest = context.joined(with: hash)
        guard !diagnostics.hasErrors else { return lastGood(source, instead: article, diagnostics) }
        var metadata = ContentHash.unknown
        let note = note(stamp, hash, diagnostics) { metadata = $0.write(article, in: source) }
        article.metadataDigest = source.meaning(of: metadata, context: context)
        return (article, diagnostics, note)
    }

    /// What is remembered of `source`, under the stamp that it was remembered with: the file is read again as long
    /// as it has errors. Without it, or when it is not wanted, `article` with its errors.
    private func lastGood(
        _ source: SourcePath, instead article: Article, _ errors: [Diagnostic]
    ) -> Recalled<Article> {
        guard let lastGood, let known = lastGood.index(of: source.path) else {
            return (article, errors, .none)
        }
        var kept = recall(lastGood, known, lastGood.entry(at: known).stamp) {
            $0.article(in: source, context: context)
        }
        kept.value.isKept = true
        // Whatever is wrong beside it, a withdrawal holds.
        kept.value.withdrawal = article.withdrawal ?? kept.value.withdrawal
        return (kept.value, errors, memory == nil ? .lastGood(known) : kept.note)
    }

    /// A file that is published as it is. Its bytes are not read as a whole: the stamp alone tells whether
    /// it has changed.
    func file(_ file: FoundFile) -> Recalled<SourceFile> {
        if let memory, file.stamp != .unknown, let known = memory.index(of: file.path),
            memory.entry(at: known).stamp == file.stamp
        {
            return recall(memory, known, file.stamp) {
                SourceFile(
                    path: file.path, diskPath: file.diskPath, size: file.size,
                    publication: file.publication, image: $0.imageSize())
            }
        }
        let now = FileStamp.now
        let (source, diagnostics) = FileInspector.inspect(file, root: root)
        guard !diagnostics.hasErrors else { return (source, diagnostics, .none) }
        return (
            source, diagnostics,
            note(file.stamp.settled(at: now), .unknown, diagnostics) { $0.write(source.image) }
        )
    }

    private func recall<Value>(
        _ memory: SourceMemory, _ known: Int, _ stamp: FileStamp, _ read: (inout RecordReader) -> Value
    ) -> Recalled<Value> {
        var record = RecordReader(memory.entry(at: known).record)
        let diagnostics = record.all { $0.diagnostic() }
        return (read(&record), diagnostics, .kept(known, stamp))
    }

    private func note(
        _ stamp: FileStamp, _ hash: ContentHash, _ diagnostics: [Diagnostic],
        _ write: (inout RecordWriter) -> Void
    ) -> MemoryNote {
        var writer = RecordWriter()
        writer.write(all: diagnostics) { $0.write($1) }
        write(&writer)
        return .new(stamp: stamp, hash: hash, record: writer.buffer.copy())
    }
}
