internal import Bytes
internal import Files
internal import Model

/// What a run finds when nothing has changed since an earlier one but texts of articles.
struct TextChanges {
    let changes: [TextChange]
    /// What the next run may recall.
    let notes: MemoryNotes

    /// Nil when anything else has changed, when something is wrong with an article, or when nothing has changed.
    ///
    /// `makeInputs` is asked for the inputs of the earlier run: those of now, but with the stamps that the memory has of
    /// the articles with other ones. When they are what `recall` has, everything but these articles is as it was, and the
    /// memory has of them what that run read.
    init?(
        _ articles: ArticleChanges, _ tree: ContentTree, _ stamps: SourceStamps, _ recall: Recall,
        root: String, makeReader: () -> SourceReader, _ makeInputs: (SourceStamps) -> ContentInputs?
    ) {
        guard articles.added.isEmpty, !articles.changed.isEmpty else { return nil }
        let memory = articles.memory
        var earlier = stamps
        for (index, known) in articles.changed {
            earlier.replace(article: index, by: memory.entry(at: known).stamp)
        }
        guard makeInputs(earlier)?.hash == recall.inputs else { return nil }

        // It recalls nothing: the files have changed.
        var reader = RememberingReader(
            makeReader(), root: root, memory: nil, context: memory.context, lastGood: nil)
        var changes: [TextChange] = []
        var lines: [MemoryNotes.Line] = []
        for (index, known) in articles.changed {
            let source = tree.articles[index]
            guard
                let found = Self.change(of: source, since: memory.entry(at: known), &reader)
            else { return nil }
            changes.append(found.change)
            lines.append(MemoryNotes.Line(path: source.path, note: found.note))
        }
        self.changes = changes
        notes = MemoryNotes(old: memory, replacing: lines)
    }

    private static func change(
        of source: SourcePath, since entry: SourceMemory.Entry, _ reader: inout RememberingReader
    ) -> (change: TextChange, note: MemoryNote)? {
        var record = RecordReader(entry.record)
        guard record.all({ $0.diagnostic() }).isEmpty else { return nil }
        let old = record.article(in: source).article
        let (article, diagnostics, note) = reader.article(source)
        // What no page shows is left to a run that asks why.
        guard diagnostics.isEmpty, !article.isDraft,
            article.formWithoutText(source) == old.formWithoutText(source)
        else { return nil }
        return (TextChange(source: source.file, old: old.body, new: article.body), note)
    }
}

extension Article {
    /// Stands for all of the article but what its text says between headings and holes.
    func formWithoutText(_ source: SourcePath) -> ContentHash {
        var article = self
        article.body.digest = .unknown
        article.body.holes = article.body.holes.map { Hole(offset: 0, kind: $0.kind, line: 0) }
        var writer = RecordWriter()
        writer.write(article, in: source)
        return ContentHash(of: writer.buffer.bytes)
    }
}
