package import Bytes
internal import Diagnostics
internal import Files
internal import Model

/// The stamps of all files of content/.
struct SourceStamps: Sendable {
    /// Those of the articles, in the order of the tree.
    private(set) var articles: [FileStamp]
    private let tree: ContentTree
    private var sum: StampSum

    /// `notes` have the stamps of articles that were read and not stamped before.
    init(of tree: ContentTree, known notes: MemoryNotes? = nil) {
        self.tree = tree
        articles = notes?.stamps(of: tree.articles) ?? tree.articles.map(\.stamp)
        sum = StampSum(at: tree.moment)
        for (source, stamp) in zip(tree.articles, articles) { sum.add(source.path, stamp) }
        for sources in [tree.pages, tree.documents, tree.albums, tree.categories.compactMap(\.index)] {
            for source in sources { sum.add(source.path, source.stamp) }
        }
        for file in tree.files { sum.add(file.path, file.stamp) }
    }

    /// Before the files were asked for their stamps.
    var moment: Int64 { tree.moment }

    /// False when a file was changed so lately that it may change again without a trace.
    var areSettled: Bool { sum.unsettled == 0 }

    /// The same as if the articles and the files at these places were not there.
    func leavingOut(articles: [Int], files: [Int]) -> SourceStamps {
        var stamps = self
        for index in articles { stamps.sum.remove(tree.articles[index].path, self.articles[index]) }
        for index in files { stamps.sum.remove(tree.files[index].path, tree.files[index].stamp) }
        return stamps
    }

    /// As if the article had another stamp.
    mutating func replace(article index: Int, by stamp: FileStamp) {
        sum.remove(tree.articles[index].path, articles[index])
        articles[index] = stamp
        sum.add(tree.articles[index].path, stamp)
    }

    /// Stands for all paths and stamps. What kind of source each is follows from its path and the settings.
    var hash: ContentHash { sum.hash }
}

/// Stands for files and their stamps in whatever order: one can be taken out again without looking at the others.
///
/// A sum of hashes, which says as much as the hash of a list as long as nobody looks for files that make up a certain sum.
private struct StampSum {
    private var (high, low): (UInt64, UInt64) = (0, 0)
    private var count = 0
    /// How many files may change again without a trace.
    private(set) var unsettled = 0
    private let moment: Int64

    /// Stamps are settled at `moment` or not.
    init(at moment: Int64) { self.moment = moment }

    var hash: ContentHash {
        withUnsafeBytes(of: (high, low, UInt64(count))) { ContentHash(of: $0) }
    }

    mutating func add(_ path: String, _ stamp: FileStamp) {
        let hash = Self.hash(path, stamp)
        (high, low) = (high &+ hash.high, low &+ hash.low)
        count += 1
        if !stamp.isSettled(at: moment) { unsettled += 1 }
    }

    /// It was added before.
    mutating func remove(_ path: String, _ stamp: FileStamp) {
        let hash = Self.hash(path, stamp)
        (high, low) = (high &- hash.high, low &- hash.low)
        count -= 1
        if !stamp.isSettled(at: moment) { unsettled -= 1 }
    }

    private static func hash(_ path: String, _ stamp: FileStamp) -> ContentHash {
        withUnsafeBytes(of: (ContentHash(of: path), stamp)) { ContentHash(of: $0) }
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
        writer.write(stamps.hash)
        guard stamps.areSettled, theme?.append(to: &writer, root: root, at: stamps.moment) ?? false
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
