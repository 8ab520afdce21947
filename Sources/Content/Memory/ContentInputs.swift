package import Bytes
internal import Diagnostics
internal import Files
internal import Model

/// The stamps of all files of content/, in the order of the tree.
struct SourceStamps: Sendable {
    var articles: [FileStamp]
    private let tree: ContentTree
    /// Places of articles and of files that are left out.
    private var missing: (articles: Set<Int>, files: Set<Int>) = ([], [])

    /// `notes` have the stamps of articles that were read and not stamped before.
    init(of tree: ContentTree, known notes: MemoryNotes? = nil) {
        self.tree = tree
        articles = notes?.stamps(of: tree.articles) ?? tree.articles.map(\.stamp)
    }

    /// The same as if the articles and the files at these places were not there.
    func leavingOut(articles: [Int], files: [Int]) -> SourceStamps {
        var stamps = self
        stamps.missing = (Set(articles), Set(files))
        return stamps
    }

    /// Before the files were asked for their stamps.
    var moment: Int64 { tree.moment }

    /// Appends paths and stamps; false when a file was changed so lately that it may change again without a
    /// trace.
    func append(to writer: inout RecordWriter) -> Bool {
        var areSettled = true
        func append(_ paths: some Sequence<(path: String, stamp: FileStamp)>, count: Int) {
            writer.write(count)
            for (path, stamp) in paths {
                writer.write(path)
                writer.write(stamp)
                areSettled = areSettled && stamp.isSettled(at: moment)
            }
        }
        let listed = articles.indices.lazy.filter { !missing.articles.contains($0) }
        append(
            listed.map { (tree.articles[$0].path, articles[$0]) },
            count: articles.count - missing.articles.count)
        for sources in [tree.pages, tree.documents, tree.albums, tree.categories.compactMap(\.index)] {
            append(sources.lazy.map { ($0.path, $0.stamp) }, count: sources.count)
        }
        let files = tree.files.indices.lazy.filter { !missing.files.contains($0) }
        append(
            files.map { (tree.files[$0].path, tree.files[$0].stamp) },
            count: tree.files.count - missing.files.count)
        return areSettled
    }
}

/// Stands for everything that a run reads: equal inputs give an equal site at an equal moment.
package struct ContentInputs: Sendable {
    private let sources: ContentHash
    private let addresses: ContentHash

    /// Nil when files are not settled. `problems`: what the walk found.
    init?(
        context: ContentHash, _ theme: Theme?, _ stamps: SourceStamps, _ problems: [Diagnostic],
        addresses: ContentHash, counts: ContentHash, root: String
    ) {
        var writer = RecordWriter()
        writer.write(context)
        writer.write(counts)
        writer.write(all: problems) { writer, problem in
            writer.write(problem.problem.kind)
            writer.write(problem.place?.file)
        }
        guard stamps.append(to: &writer), theme?.append(to: &writer, root: root, at: stamps.moment) ?? false
        else { return nil }
        sources = ContentHash(of: writer.buffer.bytes)
        self.addresses = addresses
    }

    private init(sources: ContentHash, addresses: ContentHash) {
        self.sources = sources
        self.addresses = addresses
    }

    package var hash: ContentHash { sources.joined(with: addresses) }

    /// The same with another addresses.csv.
    package func replacing(addresses: ContentHash) -> ContentInputs {
        ContentInputs(sources: sources, addresses: addresses)
    }
}

extension Theme {
    /// Appends all its files; false when one of them was changed lately.
    fileprivate func append(to writer: inout RecordWriter, root: String, at moment: Int64) -> Bool {
        var areSettled = true
        writer.write(title)
        writer.write(declarations: settings)
        writer.write(declarations: params)
        for layer in layers {
            writer.write(layer.name)
            writer.write(all: layer.templates) { writer, template in
                writer.write(template.name)
                writer.write(ContentHash(of: template.bytes))
            }
            for asset in layer.assets {
                writer.write(asset.path)
                switch asset.content {
                case .bytes(let bytes): writer.write(ContentHash(of: bytes))
                case .file(let diskPath, _):
                    let stamp = FileStamp.of(root + "/" + diskPath)
                    writer.write(stamp)
                    areSettled = areSettled && stamp.isSettled(at: moment)
                }
            }
        }
        return areSettled
    }
}

extension RecordWriter {
    mutating func write(declarations: [ParameterDeclaration]) {
        write(all: declarations) { writer, declaration in
            writer.write(declaration.kind.rawValue)
            writer.write(Parameter(name: declaration.name, value: declaration.fallback))
        }
    }

    mutating func write(_ stamp: FileStamp) {
        write(Int(stamp.size))
        write(Int(stamp.modified))
        write(Int(stamp.changed))
        write(Int(truncatingIfNeeded: stamp.inode))
    }
}
