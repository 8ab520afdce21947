package import Diagnostics
internal import Markdown
package import Model
internal import VietnameseText

/// One source read by itself, with what is needed to understand it: for commands that work on one file.
package struct SingleSource: Sendable {
    package enum Kind: Sendable {
        case article(Article)
        case page(StandingPage)
    }

    package let kind: Kind
    /// From the site's folder, in NFC: `content/tin-tuc/x.md`.
    package let file: String
    /// The same as the disk spells it.
    package let diskFile: String
    package let site: SiteReading
    /// What is wrong with the source.
    package let diagnostics: [Diagnostic]
    /// Folders of content/ inside the source's own that belong to other sources.
    private let innerFolders: [String]

    /// Reads the source that `name` means to a user in the folder `current`; both other paths are absolute.
    ///
    /// Refuses a name that leads to no article and no standing page. One with errors, and one in a site with
    /// errors, is read as far as it can be.
    package static func read(
        root: String, named name: String, from current: String, builtInThemes: [BuiltInFile]
    ) throws(SingleSourceRefusal) -> SingleSource {
        do throws(SourceRefusal) {
            let source = try SourceFinder(root: root).find(name, from: current)
            return SingleSource(source, root, SiteReading.read(root: root, builtInThemes: builtInThemes))
        } catch {
            throw SingleSourceRefusal(diagnostic: error.diagnostic)
        }
    }

    private init(_ source: SourcePath, _ root: String, _ site: SiteReading) {
        let frontMatter = FrontMatterReader(zone: site.settings.zone, declarations: site.parameters)
        var reader = SourceReader(
            root: root, frontMatter: frontMatter, categories: Self.topFolders(root),
            markdown: site.settings.markdown)
        if source.topFolder == ContentFolder.pages {
            let (page, found) = reader.page(source)
            (kind, diagnostics) = (.page(page), found)
        } else {
            let (article, found) = reader.article(source)
            (kind, diagnostics) = (.article(article), found)
        }
        file = source.file
        diskFile = "content/" + source.diskPath
        self.site = site
        innerFolders =
            source.ownFolder.map { own in
                let disk = source.diskPath.split(separator: "/").dropLast().joined(separator: "/")
                return Self.ownFolders(inside: own, disk: root + "/content/" + disk)
            } ?? []
    }

    /// The folders that `category:` may name.
    private static func topFolders(_ root: String) -> [String] {
        // Without content/ there is no source either.
        let entries = (try? DirectoryListing.entries(of: root + "/content")) ?? []
        return entries.filter { $0.kind == .folder }.map(\.name)
    }

    private static func ownFolders(inside folder: String, disk: String, depth: Int = 0) -> [String] {
        // What cannot be listed holds no files that were published.
        let entries = (try? DirectoryListing.entries(of: disk)) ?? []
        return entries.filter { $0.kind == .folder && depth < 16 }.flatMap { entry in
            let (path, inner) = (folder + "/" + entry.name, disk + "/" + entry.diskName)
            let own = FileReader.exists(inner + "/index.md") ? [path] : []
            return own + ownFolders(inside: path, disk: inner, depth: depth + 1)
        }
    }

    /// Those of `published`, paths in public/, that follow the state of this article: the files in its own
    /// folder. Pages are none, and what lies in the own folder of another source follows that one.
    package func ownFiles(among published: [String]) -> [String] {
        guard case .article(let article) = kind, let folder = article.folder else { return [] }
        return published.filter { path in
            guard path.utf8.starts(with: "\(folder)/".utf8),
                !innerFolders.contains(where: { path.utf8.starts(with: "\($0)/".utf8) }),
                case .published = FileKind(name: path.split(separator: "/").last.map(String.init) ?? "")
            else { return false }
            return true
        }
    }
}

/// Why a name leads to no source.
package struct SingleSourceRefusal: Error {
    package let diagnostic: Diagnostic
}
