/// What a build did to public/.
package struct OutputReport: Sendable, Equatable {
    /// Paths in public/ of files that were not there before, in the order of their bytes.
    package var added: [String] = []
    /// Files whose bytes are other than before, and files that were restored after somebody changed or
    /// deleted them.
    package var changed: [String] = []
    /// Files of the last build that this one does not have; with `prune`, files of others, too.
    package var removed: [String] = []
    /// How many files were left as they were.
    package var unchanged = 0
    package var bytesWritten = 0
    /// How many files the site has; the list of files is not counted.
    package var totalFiles = 0
    /// Files that this build would not write, when nothing tells who wrote them: they were kept.
    package var foreign: [String] = []
    /// Of what was removed, what no build had written.
    package var pruned: [String] = []

    package init(
        added: [String] = [], changed: [String] = [], removed: [String] = [], unchanged: Int = 0,
        bytesWritten: Int = 0, totalFiles: Int = 0, foreign: [String] = []
    ) {
        self.added = added
        self.changed = changed
        self.removed = removed
        self.unchanged = unchanged
        self.bytesWritten = bytesWritten
        self.totalFiles = totalFiles
        self.foreign = foreign
    }
}
