import Bytes
import Diagnostics

/// All template files, found by the names that templates use.
struct Library {
    private let files: [TemplateFile]
    private var byName: [String: TemplateFile] = [:]
    private var byLayer: [String: TemplateFile] = [:]

    /// Parses `sources`; later layers override earlier ones.
    init(_ sources: [TemplateSource], _ diagnostics: inout [Diagnostic]) {
        var files: [TemplateFile] = []
        for source in sources {
            let (file, problems) = Parser.parse(source)
            diagnostics += problems
            files.append(file)
            byName[source.name] = file
            byLayer[source.layer + "/" + source.name] = file
        }
        self.files = files
    }

    /// `sen/article.html` names the file of a layer, `article.html` the one that overrides all others.
    subscript(name: String) -> TemplateFile? { byLayer[name] ?? byName[name] }

    /// The names by which `{% fragment %}` finds files, in byte order.
    var fragmentNames: [String] {
        let (folder, ending) = ("fragments/", ".html")
        return Set(files.map(\.source.name)).filter { $0.hasPrefix(folder) && $0.hasSuffix(ending) }
            .map { String($0.dropFirst(folder.count).dropLast(ending.count)) }.sorted()
    }

    /// The hash of the names and texts of the files with these identities.
    func fingerprint(of identities: Set<String>) -> ContentHash {
        var bytes = ByteBuffer()
        for file in files where identities.contains(file.identity) {
            bytes.append(file.identity)
            bytes.append(0 as UInt8)
            bytes.append(ContentHash(of: file.source.text.bytes))
        }
        return ContentHash(of: bytes.bytes)
    }

    /// The existing name that is most like `name`.
    func suggestion(for name: String) -> String? {
        Suggestion.nearest(to: name, among: Set(files.map(\.source.name)).sorted() + byLayer.keys.sorted())
    }
}

extension TemplateFile {
    /// What tells this file from all others.
    var identity: String { source.layer + "/" + source.name }
}
