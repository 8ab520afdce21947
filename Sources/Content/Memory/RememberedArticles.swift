internal import Bytes
internal import Model
internal import Threads

/// Articles as a memory has them.
final class RememberedArticles: EarlierArticles {
    let sources: [SourcePath]
    private let articles: LateValues<ArticleBox>

    /// `known` are the places of `sources` in `memory`, whose records all are of this `context`.
    init(_ sources: [SourcePath], in memory: SourceMemory, _ known: [Int32], context: ContentHash) {
        self.sources = sources
        articles = LateValues(count: sources.count) { index in
            ArticleBox(memory.article(at: Int(known[index]), sources[index], context: context))
        }
    }

    var count: Int { articles.count }

    subscript(index: Int) -> ArticleBox { articles[index] }

    func place(at index: Int) -> (path: String, folder: String?) {
        (sources[index].path, sources[index].ownFolder)
    }
}

extension SourceMemory {
    /// The article at `index`, which is that of `source`.
    func article(at index: Int, _ source: SourcePath, context: ContentHash) -> Article {
        var record = RecordReader(entry(at: index).record)
        _ = record.all { $0.diagnostic() }
        return record.article(in: source, context: context)
    }
}

extension RecordReader {
    /// A remembered article, with what its metadata mean.
    mutating func article(in source: SourcePath, context: ContentHash) -> Article {
        var (article, metadata) = article(in: source)
        article.metadataDigest = source.meaning(of: metadata, context: context)
        return article
    }
}

extension SourcePath {
    /// What metadata mean depends on the context, too, and on the path, which is their id where they name none.
    func meaning(of metadata: ContentHash, context: ContentHash) -> ContentHash {
        context.joined(with: metadata).joined(with: ContentHash(of: path))
    }
}
