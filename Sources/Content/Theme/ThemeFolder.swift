internal import Diagnostics
internal import Model

/// The files of one theme from one place, and its theme.yaml.
struct ThemeFolder {
    let layer: ThemeLayer
    /// Nil when there is none: a site may change files of a built-in theme without it.
    let themeFile: SourceText?

    private static let templates = "templates/"
    private static let assets = "assets/"
    private static let fileName = "theme.yaml"

    /// The theme called `name` inside the program; nil when there is none.
    static func builtIn(_ name: String, _ files: [BuiltInFile]) throws(SourceRefusal) -> ThemeFolder? {
        let own = files.filter { $0.theme == name }
            .sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
        guard !own.isEmpty else { return nil }
        var contents = Contents()
        for file in own {
            let shown = "bantin:themes/\(name)/\(file.path)"
            try contents.add(file.path, shown) { () throws(SourceRefusal) in
                file.bytes
            } asset: {
                .bytes(file.bytes)
            }
        }
        return contents.folder(name)
    }

    /// The theme in the folder `themes/<name>` of the site at `root`; nil when there is no such folder.
    static func onDisk(_ name: String, root: String) throws(SourceRefusal) -> ThemeFolder? {
        let folder = "themes/" + name
        guard let files = try FileList.files(root: root, folder: folder) else { return nil }
        var contents = Contents()
        for file in files {
            let disk = folder + "/" + file.diskPath
            try contents.add(file.path, folder + "/" + file.path) { () throws(SourceRefusal) in
                try FileList.bytes(root + "/" + disk, file: folder + "/" + file.path)
            } asset: {
                .file(diskPath: disk, size: file.size)
            }
        }
        return contents.folder(name)
    }

    /// Files sorted by the folder they stand in.
    private struct Contents {
        var templates: [ThemeTemplate] = []
        var assets: [ThemeAsset] = []
        var themeFile: SourceText?

        mutating func add(
            _ path: String, _ shown: String, bytes: () throws(SourceRefusal) -> [UInt8],
            asset: () -> ThemeAsset.Content
        ) throws(SourceRefusal) {
            if path == ThemeFolder.fileName {
                themeFile = try SourceDecoder.decode(try bytes(), file: shown, mayBeBlank: true)
            } else if path.hasPrefix(ThemeFolder.templates), path.hasSuffix(".html") {
                let name = String(path.dropFirst(ThemeFolder.templates.count))
                // An empty template is a way to leave a part of the parent's page out.
                let text = try SourceDecoder.decode(try bytes(), file: shown, mayBeBlank: true)
                templates.append(ThemeTemplate(name: name, file: shown, bytes: text.bytes))
            } else if path.hasPrefix(ThemeFolder.assets) {
                let name = String(path.dropFirst(ThemeFolder.assets.count))
                assets.append(ThemeAsset(path: name, content: asset()))
            }
        }

        func folder(_ name: String) -> ThemeFolder {
            ThemeFolder(
                layer: ThemeLayer(name: name, templates: templates, assets: assets), themeFile: themeFile)
        }
    }
}

/// Every file below a folder.
enum FileList {
    struct File {
        /// From the folder, in NFC.
        let path: String
        let diskPath: String
        let size: Int
    }

    /// The files below `folder` of the site at `root`, hidden ones left out, in byte order; nil when there is
    /// no such folder.
    static func files(root: String, folder: String) throws(SourceRefusal) -> [File]? {
        guard FileReader.isFolder(root + "/" + folder) else { return nil }
        var files: [File] = []
        try collect(root: root, folder: folder, below: "", disk: "", depth: 0, into: &files)
        return files.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    }

    /// The bytes of a file that is text.
    static func bytes(_ path: String, file: String) throws(SourceRefusal) -> [UInt8] {
        do throws(FileFailure) {
            return try FileReader.bytes(of: path, limit: SourceDecoder.tooLarge)
        } catch {
            throw error.refusal(of: file)
        }
    }

    /// The names in a folder; one that cannot be read is a refusal.
    static func entries(root: String, folder: String) throws(SourceRefusal) -> [DirectoryEntry] {
        do throws(SystemFailure) {
            return try DirectoryListing.entries(of: root + "/" + folder).filter { !$0.name.hasPrefix(".") }
        } catch {
            throw SourceRefusal(SourceProblem.unreadableFolder(error.code), file: folder)
        }
    }

    /// Links can make a folder endless: so deep nesting is refused as a loop.
    private static let deepest = 16

    private static func collect(
        root: String, folder: String, below: String, disk: String, depth: Int, into files: inout [File]
    ) throws(SourceRefusal) {
        let shown = below.isEmpty ? folder : folder + "/" + below
        guard depth <= deepest else { throw SourceRefusal(FolderProblem.folderLoop, file: shown) }
        for entry in try entries(root: root, folder: disk.isEmpty ? folder : folder + "/" + disk) {
            let path = below.isEmpty ? entry.name : below + "/" + entry.name
            let diskPath = disk.isEmpty ? entry.diskName : disk + "/" + entry.diskName
            switch entry.kind {
            case .folder:
                try collect(
                    root: root, folder: folder, below: path, disk: diskPath, depth: depth + 1, into: &files)
            case .file: files.append(File(path: path, diskPath: diskPath, size: entry.size))
            case .other: throw SourceRefusal(FolderProblem.notAFile, file: folder + "/" + path)
            }
        }
    }
}
