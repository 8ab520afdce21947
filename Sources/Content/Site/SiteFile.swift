internal import Diagnostics
internal import Model

/// site.yaml, parsed and not yet understood: the theme it names decides what it may set.
struct SiteFile {
    static let name = "site.yaml"

    let text: SourceText
    private let entries: [YAMLEntry]

    /// Reads the one of the site at `root`.
    init(root: String) throws(SourceRefusal) {
        let path = root + "/" + Self.name
        guard FileReader.exists(path) else {
            throw SourceRefusal(SiteProblem.noSiteFile, file: Self.name)
        }
        try self.init(try FileList.bytes(path, file: Self.name))
    }

    /// Parses the bytes of site.yaml.
    init(_ bytes: [UInt8]) throws(SourceRefusal) {
        text = try SourceDecoder.decode(bytes, file: Self.name)
        entries = try YAMLDocument.entries(text, 0..<text.bytes.count, firstLine: 1)
    }

    /// The theme's name, and where it is written.
    var theme: (name: String, origin: Diagnostic.Origin) {
        guard let entry = entries.first(where: { $0.key == "theme" }),
            case .scalar(let name, _) = entry.value.value, !entry.value.isNull
        else { return (Settings().theme, .init(place: Place(file: Self.name), text: nil)) }
        return (name, .init(place: reader(zone: .vietnam).place(of: entry.value.span), text: text))
    }

    /// The settings, with defaults for what is not written or wrong;
    /// `declarations` are the theme's, nil when it has none that can be trusted.
    func settings(_ declarations: [ParameterDeclaration]?) -> (Settings, [Diagnostic]) {
        var settings = Settings()
        settings.theming = (declarations ?? []).map(\.unset)
        var reader = reader(zone: zone)
        reader.declarations = declarations
        SiteFields.table.read(entries, into: &settings, reader: &reader, missingAt: nil)
        return (settings, reader.diagnostics)
    }

    /// Dates may stand above the zone that they are in, so it is looked up first; the table reports a wrong
    /// one.
    private var zone: ZoneOffset {
        guard let entry = entries.first(where: { $0.key == "zone" }),
            case .scalar(let name, _) = entry.value.value
        else { return .vietnam }
        return ZoneOffset(name: name) ?? .vietnam
    }

    private func reader(zone: ZoneOffset) -> ValueReader {
        ValueReader(text: text, firstLine: 1, zone: zone)
    }
}
