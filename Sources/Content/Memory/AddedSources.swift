internal import Bytes
internal import Files

/// What a run finds when nothing has changed since an earlier one but that articles have come, and files with them.
package struct AddedSources: Sendable {
    /// Places of the articles among all sources of articles, ascending.
    package let articles: [Int]
    /// Places of the files in the newsroom.
    package let files: [Int]
    /// Places in the memory of all other sources of articles, in order.
    let known: [Int32]

    /// More are read with all that is there.
    private static let most = 32

    /// Nil when anything else has changed, or when no article has come. One that was deleted lately and comes back may still
    /// be remembered: it counts as changed.
    ///
    /// `makeInputs` is asked for the inputs of now without what has come. When they are what `recall` has, everything else is
    /// as it was.
    init?(
        _ tree: ContentTree, _ stamps: SourceStamps, _ recall: Recall, context: ContentHash,
        _ makeInputs: (SourceStamps) -> ContentInputs?
    ) {
        guard recall.inputs.isKnown, let memory = recall.memory, memory.context == context else { return nil }
        var known: [Int32] = []
        known.reserveCapacity(tree.articles.count)
        var (articles, guess): ([Int], Int) = ([], 0)
        for (index, source) in tree.articles.enumerated() {
            if let place = memory.index(of: source.path, guess: &guess) {
                guard memory.entry(at: place).stamp == stamps.articles[index] else { return nil }
                known.append(Int32(place))
                continue
            }
            articles.append(index)
            if articles.count > Self.most { return nil }
        }
        let files = tree.files.indices.filter { memory.index(of: tree.files[$0].path, guess: &guess) == nil }
        guard !articles.isEmpty, files.count <= Self.most else { return nil }
        let earlier = stamps.leavingOut(articles: articles, files: files)
        guard makeInputs(earlier)?.hash == recall.inputs else { return nil }
        (self.articles, self.files, self.known) = (articles, files, known)
    }
}
