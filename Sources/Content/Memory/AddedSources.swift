/// What a run finds when nothing has changed since an earlier one but that articles have come, and files with them.
package struct AddedSources: Sendable {
    /// Places of the articles among all sources of articles, ascending.
    package let articles: [Int]
    /// Places of the files in the newsroom.
    package let files: [Int]
    /// Places in the memory of all other sources of articles, in order.
    let known: [Int32]

    /// Nil when anything else has changed, or when no article has come. One that was deleted lately and comes back may still
    /// be remembered: it counts as changed.
    ///
    /// `makeInputs` is asked for the inputs of now without what has come. When they are what `recall` has, everything else is
    /// as it was.
    init?(
        _ changes: ArticleChanges, _ tree: ContentTree, _ stamps: SourceStamps, _ recall: Recall,
        _ makeInputs: (SourceStamps) -> ContentInputs?
    ) {
        guard changes.changed.isEmpty, !changes.added.isEmpty else { return nil }
        var guess = 0
        let files = tree.files.indices.filter {
            changes.memory.index(of: tree.files[$0].path, guess: &guess) == nil
        }
        guard files.count <= ArticleChanges.most else { return nil }
        let earlier = stamps.leavingOut(articles: changes.added, files: files)
        guard makeInputs(earlier)?.hash == recall.inputs else { return nil }
        (articles, self.files, known) = (changes.added, files, changes.known)
    }
}
