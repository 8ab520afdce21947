package import Diagnostics

/// All that was read: the value between Content and Arrange.
package struct Newsroom: Sendable {
    package var settings = Settings()
    /// One for each folder that is a category, in byte order of their names.
    package var categories: [CategorySource] = []
    /// Articles that are not read again: they come before `articles`, which are then those that are new. Nil in most runs.
    package var earlier: (any EarlierArticles)?
    /// In byte order of their sources.
    package var articles: [Article] = []
    package var pages: [StandingPage] = []
    /// In byte order of their sources.
    package var documents: [OfficialDocument] = []
    package var albums: [Album] = []
    /// Files of content/ that may be published, in byte order of their paths.
    package var files: [SourceFile] = []
    /// Lines of addresses.csv, in file order.
    package var addresses: [Address] = []
    /// What counts.json says; nil without it.
    package var counts: Counts?

    /// True when articles with errors were left out: who owns what is not known for certain.
    package var isIncomplete = false
    /// Makes the bodies that are not loaded.
    package var bodies: (any BodySource)?

    package init() {}
}

/// A category's folder and what its `_index.md` says.
package struct CategorySource: Sendable {
    /// The folder's name, which is its path in URLs.
    package let folder: String
    package var title: String
    package var description = ""
    /// Categories are shown by `order`, then by title.
    package var order = 0
    package var pageSize: Int?
    package var place: Place

    package init(folder: String, title: String, place: Place) {
        self.folder = folder
        self.title = title
        self.place = place
    }
}

/// A file of content/ that is not a source of a page.
package struct SourceFile: Sendable {
    package enum Publication: Sendable {
        /// Goes to public/ by its kind.
        case always
        /// Office and archive files: goes there when a page links to it.
        case whenLinked
    }

    /// From content/, NFC: the path in public/.
    package let path: String
    /// From content/, as the disk spells it.
    package let diskPath: String
    package let size: Int
    package let publication: Publication
    /// Set for pictures whose header could be read.
    package let image: ImageSize?

    package init(path: String, diskPath: String, size: Int, publication: Publication, image: ImageSize?) {
        self.path = path
        self.diskPath = diskPath
        self.size = size
        self.publication = publication
        self.image = image
    }
}

/// Pixels.
package struct ImageSize: Sendable, Hashable {
    package let width: Int
    package let height: Int
    package init(width: Int, height: Int) {
        self.width = width
        self.height = height
    }
}

/// A line of addresses.csv: an address (a path without the site's base) once published for an id.
package struct Address: Sendable, Hashable {
    package let id: String
    package let url: String
    package init(id: String, url: String) {
        self.id = id
        self.url = url
    }
}
