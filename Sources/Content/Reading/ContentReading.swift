package import Diagnostics
package import Model

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
    /// What has changed when that is nothing but texts of articles: then, too, nothing else was read.
    package var textChanges: [TextChange]?
    /// What has come since the run of `Recall`, when that is all that has changed: then it was read, and all other articles
    /// are left to be asked for.
    package var added: AddedSources?
    /// The sources of articles with errors that are kept as they were, or left out.
    package var mended: Set<String> = []
    /// Those of them that were left out, and are neither drafts nor withdrawn.
    package var leftOut: [LeftOutArticle] = []
    /// Reads articles once more; nil when nothing was to be remembered.
    package var rereader: ArticleRereader?
}

/// An article with errors of which nothing is remembered from a time when it had none.
package struct LeftOutArticle: Sendable {
    package let source: String
    /// As far as its front matter can be read.
    package let id: String
}
