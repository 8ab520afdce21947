internal import Bytes
package import Model

/// Reads single articles once more after everything has been read, for whoever keeps the site in memory.
package struct ArticleRereader: Sendable {
    /// Those of the newsroom's articles, in their order.
    private let sources: [SourcePath]
    private let makeReader: @Sendable () -> SourceReader

    init(_ sources: [SourcePath], makeReader: @escaping @Sendable () -> SourceReader) {
        self.sources = sources
        self.makeReader = makeReader
    }

    /// The index of the article whose source is `file`, from the site's folder.
    ///
    /// Looks through all of them: most runs never ask.
    package func index(of file: String) -> Int? {
        guard let path = Self.path(of: file).map({ ExactText($0) }) else { return nil }
        return sources.firstIndex { ExactText($0.path) == path }
    }

    /// What the article at `index` is now, when nothing of it has changed since `old` but its text and what is only
    /// shown, and nothing is wrong with it. No page comes or goes then, no list has another order, and the links of the
    /// text lead where they led.
    package func edited(_ index: Int, since old: Article) -> Article? {
        var reader = makeReader()
        let (article, diagnostics) = reader.article(sources[index])
        guard diagnostics.isEmpty, !old.isDamaged, !old.isKept,
            form(of: article, index) == form(of: old, index)
        else { return nil }
        return article
    }

    /// The article in `file`, from the site's folder, which has come since; nil when it is none, or something is wrong with
    /// it.
    package func added(_ file: String) -> Article? {
        guard let path = Self.path(of: file), Self.isPlain(path) else { return nil }
        let source = SourcePath(path: path, diskPath: path)
        guard !ContentFolder.all.contains(source.topFolder) else { return nil }
        var reader = makeReader()
        let (article, diagnostics) = reader.article(source)
        return diagnostics.isEmpty ? article : nil
    }

    /// The path from content/ of `file`, from the site's folder; nil when it is elsewhere.
    private static func path(of file: String) -> String? {
        let folder = "content/"
        return file.hasPrefix(folder) ? String(file.dropFirst(folder.count)) : nil
    }

    /// Whether a source's path asks for no rule of the walk: letters, digits and hyphens, in a folder of a category.
    private static func isPlain(_ path: String) -> Bool {
        guard path.hasSuffix(".md") else { return false }
        let names = path.dropLast(".md".count).split(separator: "/", omittingEmptySubsequences: false)
        return names.count > 1 && names.last != "index"
            && names.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy(AddressWord.isSlugByte) }
    }

    /// All of the article that addresses, lists and links depend on.
    private func form(of article: Article, _ index: Int) -> ContentHash {
        var article = article
        // The address has the headline in it unless there is a slug.
        if article.slug != nil { article.title = "" }
        article.summary = ""
        article.updated = nil
        article.authors = []
        article.authorNote = ""
        article.unit = ""
        article.photoBy = ""
        article.approvedBy = ""
        article.republished = nil
        article.correction = nil
        article.parameters = []
        article.image = article.image.map { Picture(path: $0.path, alt: "", caption: "") }
        article.fieldLines = []
        article.body.lead = ""
        return article.formWithoutText(sources[index])
    }
}
