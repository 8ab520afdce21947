internal import Diagnostics
internal import Files
internal import Model

/// What lies in content/, sorted by what each file is for; nothing is opened yet.
///
/// All lists are in byte order of their paths.
struct ContentTree {
    var categories: [CategoryFolder] = []
    var articles: [SourcePath] = []
    var pages: [SourcePath] = []
    var documents: [SourcePath] = []
    var albums: [SourcePath] = []
    var files: [FoundFile] = []
    /// When the walk began to ask for stamps.
    var moment: Int64 = 0
}

/// A folder of content/ with at least one source in it.
struct CategoryFolder {
    let name: String
    /// Its `_index.md`.
    let index: SourcePath?
}

/// A Markdown file, from content/.
struct SourcePath {
    /// In NFC: `tin-tuc/2024/x.md`.
    let path: String
    let diskPath: String
    /// What the file's stamp was when it was found; `unknown` when nobody asked.
    var stamp = FileStamp.unknown

    /// From the site's folder.
    var file: String { "content/" + path }

    /// `path` without its extension.
    var stem: String { String(Substring(path.utf8.dropLast(3))) }

    /// The id of an article that names none.
    var articleID: String { ownFolder ?? stem }

    /// The folder directly in content/.
    var topFolder: String { String(Substring(path.utf8.prefix { $0 != UInt8(ascii: "/") })) }

    /// The folder of `…/index.md`, which belongs to this source alone.
    var ownFolder: String? {
        let (stem, suffix) = (path.utf8.dropLast(3), "/index".utf8)
        guard stem.suffix(suffix.count).elementsEqual(suffix) else { return nil }
        return String(Substring(stem.dropLast(suffix.count)))
    }
}

/// A file of content/ that may be published.
struct FoundFile {
    let path: String
    let diskPath: String
    let size: Int
    /// What the file's stamp was when it was found.
    let stamp: FileStamp
    let publication: SourceFile.Publication
}
