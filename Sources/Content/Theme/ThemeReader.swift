internal import Diagnostics
internal import Model

/// Finds a theme, its parents, and the site's own files for each of them.
struct ThemeReader {
    private let root: String
    private let builtIn: [BuiltInFile]
    private var theme = Theme()
    private var diagnostics: [Diagnostic] = []
    /// The themes whose parents are being read, the site's first.
    private var chain: [String] = []

    /// The theme `settings` names, for the site at `root`. Nil when it cannot be used, which is reported.
    static func read(
        _ name: String, namedAt origin: Diagnostic.Origin, root: String, builtIn: [BuiltInFile]
    ) -> (Theme?, [Diagnostic]) {
        var reader = ThemeReader(root: root, builtIn: builtIn)
        reader.theme.name = name
        do throws(SourceRefusal) {
            try reader.add(name, origin)
        } catch {
            reader.diagnostics.append(error.diagnostic)
        }
        return (reader.diagnostics.hasErrors ? nil : reader.theme, reader.diagnostics)
    }

    private init(root: String, builtIn: [BuiltInFile]) {
        self.root = root
        self.builtIn = builtIn
    }

    /// Adds the layers of the theme `name`, those of its parents first.
    private mutating func add(_ name: String, _ origin: Diagnostic.Origin) throws(SourceRefusal) {
        let inside = try ThemeFolder.builtIn(name, builtIn)
        let available = try names()
        guard available.contains(name) else {
            let suggestion = Suggestion.nearest(to: name, among: available)
            throw origin.refusal(
                ThemeProblem.unknownTheme(name, suggestion: suggestion, available: available))
        }
        let own = try ThemeFolder.onDisk(name, root: root)
        guard inside?.themeFile != nil || own?.themeFile != nil else {
            throw SourceRefusal(ThemeProblem.noThemeFile(name), file: "themes/" + name)
        }
        chain.append(name)
        var draft = ThemeDraft()
        var parentText: SourceText?
        for file in [inside?.themeFile, own?.themeFile].compactMap(\.self) {
            try read(file, into: &draft)
            if draft.parent != nil { parentText = file }
        }
        if let parent = draft.parent, let parentText { try addParent(parent, parentText) }
        declare(draft)
        theme.title = draft.title.isEmpty ? name : draft.title
        theme.layers += [inside?.layer, own?.layer].compactMap(\.self)
    }

    private mutating func addParent(_ parent: Located<String>, _ text: SourceText) throws(SourceRefusal) {
        let reader = ValueReader(text: text, firstLine: 1, zone: .utc)
        let origin = Diagnostic.Origin(place: reader.place(of: parent.span), text: text)
        guard !chain.contains(parent.value) else {
            throw origin.refusal(ThemeProblem.parentCircle(chain + [parent.value]))
        }
        try add(parent.value, origin)
    }

    private mutating func read(_ text: SourceText, into draft: inout ThemeDraft) throws(SourceRefusal) {
        let entries = try YAMLDocument.entries(text, 0..<text.bytes.count, firstLine: 1)
        var reader = ValueReader(text: text, firstLine: 1, zone: .utc)
        var file = ThemeDraft()
        ThemeFields.table.read(entries, into: &file, reader: &reader, missingAt: nil)
        diagnostics += reader.diagnostics
        draft.title = file.title.isEmpty ? draft.title : file.title
        draft.parent = file.parent ?? draft.parent
        draft.settings = Self.merged(draft.settings, file.settings)
        draft.params = Self.merged(draft.params, file.params)
    }

    private mutating func declare(_ draft: ThemeDraft) {
        theme.settings = Self.merged(theme.settings, draft.settings)
        theme.params = Self.merged(theme.params, draft.params)
    }

    /// `base` with what `changes` declares anew in its place, the rest after it.
    private static func merged(
        _ base: [ParameterDeclaration], _ changes: [ParameterDeclaration]
    ) -> [ParameterDeclaration] {
        var merged = base
        for change in changes {
            if let at = merged.firstIndex(where: { $0.name == change.name }) {
                merged[at] = change
            } else {
                merged.append(change)
            }
        }
        return merged
    }

    /// Every theme there is, in byte order.
    private func names() throws(SourceRefusal) -> [String] {
        var names = Set(builtIn.map(\.theme))
        if FileReader.isFolder(root + "/themes") {
            for entry in try FileList.entries(root: root, folder: "themes") where entry.kind == .folder {
                names.insert(entry.name)
            }
        }
        return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }
}

extension Diagnostic {
    /// Where a name that leads nowhere is written.
    struct Origin {
        let place: Place
        /// Nil when the name is a default and stands nowhere.
        let text: SourceText?

        func refusal(_ problem: any Problem) -> SourceRefusal {
            let excerpt = text.map { $0.excerpt(at: $0.offset(ofLine: place.line)) }
            return SourceRefusal(Diagnostic(.error, problem, at: place, excerpt: excerpt))
        }
    }
}
