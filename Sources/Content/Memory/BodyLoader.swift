internal import Bytes
internal import Model
internal import Synchronization
internal import Threads

/// Makes bodies again that a memory left out, each when a page asks for it.
final class BodyLoader: BodySource {
    private let sources: [SourcePath]
    /// What every body was made by: with the hash of its source, it makes up the body's digest.
    private let context: ContentHash
    private let makeReader: @Sendable () -> SourceReader
    /// Articles that are kept as they were: their sources hold something else now.
    private let kept: Set<Int>
    /// The threads that have asked for the body of one.
    private let lacking = Mutex<Set<UInt>>([])
    private let idle = Mutex<[Worker]>([])
    private let changed = Mutex<String?>(nil)

    /// `sources`: those of the newsroom's articles, in their order.
    init(
        _ sources: [SourcePath], kept: Set<Int> = [], context: ContentHash,
        makeReader: @escaping @Sendable () -> SourceReader
    ) {
        self.kept = kept
        self.sources = sources
        self.context = context
        self.makeReader = makeReader
    }

    var changedSource: String? { changed.withLock { $0 } }

    func takeChangedSource() -> String? { changed.withLock { $0.take() } }

    func tookWhatIsMissing() -> Bool {
        !kept.isEmpty && lacking.withLock { $0.remove(Threads.current) } != nil
    }

    func html(of index: Int, digest: ContentHash) -> [UInt8] {
        if kept.contains(index) {
            lacking.withLock { _ = $0.insert(Threads.current) }
            return []
        }
        let source = sources[index]
        let worker = idle.withLock { $0.popLast() } ?? Worker(makeReader())
        defer { idle.withLock { $0.append(worker) } }
        guard let html = worker.html(source, digest, context) else {
            changed.withLock { if $0 == nil { $0 = source.file } }
            return []
        }
        return html
    }

    /// A reader.
    ///
    /// `@unchecked Sendable`: whoever takes it out of `idle` has it alone until it is back.
    private final class Worker: @unchecked Sendable {
        private var reader: SourceReader

        init(_ reader: consuming SourceReader) { self.reader = reader }

        /// Nil when the file has changed since.
        func html(_ source: SourcePath, _ digest: ContentHash, _ context: ContentHash) -> [UInt8]? {
            do throws(SourceRefusal) {
                let bytes = try reader.stamped(source).bytes
                guard context.joined(with: ContentHash(of: bytes)) == digest else { return nil }
                return reader.article(source, bytes).0.body.html
            } catch {
                return nil
            }
        }
    }
}
