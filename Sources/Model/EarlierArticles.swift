/// Articles that an earlier run read, in the byte order of their sources: each is brought back when somebody asks for it, on
/// whichever thread that is.
package protocol EarlierArticles: AnyObject, Sendable {
    var count: Int { get }

    /// Valid for numbers below `count`, as all that follows.
    subscript(index: Int) -> ArticleBox { get }

    /// The path of the source at `index`, from content/, and the folder that belongs to it alone; nothing is brought back
    /// for it.
    func place(at index: Int) -> (path: String, folder: String?)
}

/// An article in a place of its own: to copy an article costs thirty reference counts.
package final class ArticleBox: Sendable {
    package let article: Article

    package init(_ article: Article) { self.article = article }
}
