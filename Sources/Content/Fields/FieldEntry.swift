/// A row of the tables that say what front matter and site.yaml may hold: it drives the reader, the
/// messages and the reference.
struct FieldEntry: Sendable {
    let key: String
    /// The Vietnamese name that may be written instead.
    let alias: String?
    let type: FieldType
    let isRequired: Bool
    /// What holds when it is not written, as the reference shows it.
    let fallback: String
    /// A whole line or more, as it may be written.
    let example: String
    let vietnamese: String
    let english: String
    /// The keys inside, when the value is a mapping or a list of them.
    let children: [FieldEntry]

    func isNamed(_ name: String) -> Bool { key == name || alias == name }
}

/// What a value must look like.
enum FieldType: Hashable, Sendable {
    case text
    case date
    case flag
    /// Whole numbers within the range.
    case number(ClosedRange<Int>)
    case texts
    /// A path, or {src, alt, caption}.
    case picture
    case mapping
    /// A text that stands for the mapping's first field, or the mapping.
    case textOrMapping
    case mappings
    case choice([String])
    /// Named values that the theme declares.
    case parameters

    /// Whether a value on one line that starts with `first` is the whole rest of the line.
    ///
    /// A type that can also be written as a YAML list or mapping leaves what starts like YAML to YAML.
    func takesWholeLine(startingWith first: UInt8) -> Bool {
        switch self {
        case .text: true
        case .texts, .picture, .textOrMapping: !Self.openers.contains(first)
        default: false
        }
    }

    private static let openers = Array("[{&*!".utf8)
}
