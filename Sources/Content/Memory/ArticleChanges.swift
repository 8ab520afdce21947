internal import Bytes
internal import Files

/// How the articles of now differ from those of an earlier run, where few do.
struct ArticleChanges {
    /// Those that the memory has with another stamp: their places among the sources, and where the memory has them.
    private(set) var changed: [(article: Int, known: Int)] = []
    /// Places among the sources of those that the memory does not have.
    private(set) var added: [Int] = []
    /// Where the memory has the sources that it has, in their order.
    private(set) var known: [Int32] = []

    let memory: SourceMemory

    /// More are read with all that is there: that takes all threads.
    static let most = 32

    /// Nil when too many differ, or when nothing is known of an earlier run of this context.
    init?(_ articles: [SourcePath], _ stamps: SourceStamps, since recall: Recall, context: ContentHash) {
        guard recall.inputs.isKnown, let memory = recall.memory, memory.context == context else { return nil }
        self.memory = memory
        known.reserveCapacity(articles.count)
        var guess = 0
        for (index, source) in articles.enumerated() {
            if let place = memory.index(of: source.path, guess: &guess) {
                known.append(Int32(place))
                if memory.entry(at: place).stamp != stamps.articles[index] { changed.append((index, place)) }
            } else {
                added.append(index)
            }
            if max(changed.count, added.count) > Self.most { return nil }
        }
    }
}
