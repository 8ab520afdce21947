internal import Diagnostics
internal import Files
internal import Model
internal import VietnameseText

/// Finds the source that a user names, however it is written: from the current folder, from the site's or
/// from content/; a folder for the `index.md` in it; with or without `.md`; accents composed or not.
struct SourceFinder {
    private let content: String
    private let root: String

    init(root: String) {
        self.root = root
        content = root + "/content"
    }

    /// The source that `name` means to a user in the folder `current`.
    func find(_ name: String, from current: String) throws(SourceRefusal) -> SourcePath {
        let places = name.hasPrefix("/") ? [name] : [current, root, content].map { $0 + "/" + name }
        let paths = places.compactMap(pathInContent)
        for path in paths where !path.isEmpty {
            for ending in ["", "/index.md", ".md"] {
                if let disk = diskPath(of: path + ending), isFile(disk) {
                    return try checked(
                        SourcePath(path: UnicodeNormalization.nfc(path + ending), diskPath: disk), name)
                }
            }
        }
        throw refusal(of: name, isOutside: paths.isEmpty || isAnywhereElse(name, current))
    }

    // MARK: Paths

    /// The path from content/ of what is at `place`; nil when that is elsewhere.
    private func pathInContent(_ place: String) -> String? {
        if let path = Self.rest(of: Self.plain(place), below: Self.plain(content)) { return path }
        guard let real = RealPath.existing(place), let folder = RealPath.existing(content) else { return nil }
        return Self.rest(of: Self.parts(real), below: Self.parts(folder))
    }

    private static func rest(of path: [String], below folder: [String]) -> String? {
        guard path.starts(with: folder) else { return nil }
        return path.dropFirst(folder.count).joined(separator: "/")
    }

    /// The names on the way to `path`, in NFC, with `.` and `..` followed.
    private static func plain(_ path: String) -> [String] {
        var names: [String] = []
        for name in parts(UnicodeNormalization.nfc(path)) where name != "." {
            if name == ".." { _ = names.popLast() } else { names.append(name) }
        }
        return names
    }

    private static func parts(_ path: String) -> [String] { path.split(separator: "/").map(String.init) }

    /// `path` as the disk spells it; nil when nothing is there.
    private func diskPath(of path: String) -> String? {
        var found: [String] = []
        for name in Self.parts(path) {
            guard let spelled = spelling(of: name, in: ([content] + found).joined(separator: "/")) else {
                return nil
            }
            found.append(spelled)
        }
        return found.joined(separator: "/")
    }

    private func spelling(of name: String, in folder: String) -> String? {
        if FileReader.exists(folder + "/" + name) { return name }
        let wanted = UnicodeNormalization.nfc(name)
        // A folder that cannot be listed holds nothing that could be found.
        let entries = (try? DirectoryListing.entries(of: folder)) ?? []
        return entries.first { $0.name.utf8.elementsEqual(wanted.utf8) }?.diskName
    }

    private func isFile(_ disk: String) -> Bool {
        FileReader.exists(content + "/" + disk) && !FileReader.isFolder(content + "/" + disk)
    }

    // MARK: Refusals

    /// Refuses files that are no articles and no standing pages.
    private func checked(_ source: SourcePath, _ name: String) throws(SourceRefusal) -> SourcePath {
        let parts = Self.parts(source.path)
        guard case .source = FileKind(name: parts.last ?? ""), parts.count > 1, parts.last != "_index.md",
            ![ContentFolder.documents, ContentFolder.albums].contains(parts[0])
        else { throw Self.refuse(.notAnArticle(source.file)) }
        return source
    }

    private func isAnywhereElse(_ name: String, _ current: String) -> Bool {
        let place = name.hasPrefix("/") ? name : current + "/" + name
        return FileReader.exists(place) && pathInContent(place) == nil
    }

    private func refusal(of name: String, isOutside: Bool) -> SourceRefusal {
        if isOutside { return Self.refuse(.outsideContent(name)) }
        let wanted = UnicodeNormalization.nfc(name)
        let path = wanted.hasPrefix("content/") ? String(wanted.dropFirst("content/".count)) : wanted
        let near = Suggestion.nearest(to: path.hasSuffix(".md") ? path : path + ".md", among: sources(in: ""))
        return Self.refuse(.notFound(name, suggestion: near.map { "content/" + $0 }))
    }

    /// Every source in the folder `path` of content/, for suggestions: the links between folders are not
    /// followed twice.
    private func sources(in path: String, depth: Int = 0) -> [String] {
        guard depth < 16 else { return [] }
        let folder = path.isEmpty ? content : content + "/" + path
        // What cannot be listed is not suggested.
        let entries = (try? DirectoryListing.entries(of: folder, nameSuffices: FileKind.isPlainSource)) ?? []
        return entries.flatMap { entry in
            let inner = path.isEmpty ? entry.name : path + "/" + entry.name
            if entry.name.hasPrefix(".") || entry.name.hasPrefix("_") { return [String]() }
            if entry.kind == .folder { return sources(in: inner, depth: depth + 1) }
            return FileKind.isPlainSource(entry.name) ? [inner] : []
        }
    }

    private static func refuse(_ problem: SourceNameProblem) -> SourceRefusal {
        SourceRefusal(Diagnostic(.error, problem))
    }
}
