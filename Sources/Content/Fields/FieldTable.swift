internal import Diagnostics
internal import Model

/// The fields that make up a `Record`: reads a mapping into it, and lists itself for the reference.
struct FieldTable<Record>: Sendable {
    let fields: [Field<Record>]
    let vocabulary: Vocabulary
    private let positions: [String: Int]
    private let waives: @Sendable (Record) -> Bool

    /// A record for which `waiving` holds is let off its required fields.
    init(
        _ vocabulary: Vocabulary, _ fields: [Field<Record>],
        waiving waives: @escaping @Sendable (Record) -> Bool = { _ in false }
    ) {
        self.fields = fields
        self.waives = waives
        self.vocabulary = vocabulary
        var positions: [String: Int] = [:]
        for (position, field) in fields.enumerated() {
            positions[field.entry.key] = position
            if let alias = field.entry.alias { positions[alias] = position }
        }
        self.positions = positions
    }

    var entries: [FieldEntry] { fields.map(\.entry) }

    /// Reads `entries` into `record`; a missing field is reported at `span`, or on the file's first line.
    ///
    /// `seen` is called with each field that is written, before it is read.
    func read(
        _ entries: [YAMLEntry], into record: inout Record, reader: inout ValueReader,
        missingAt span: YAMLSpan?,
        seen: (FieldEntry, YAMLEntry) -> Void = { _, _ in }
    ) {
        var written: [String?] = Array(repeating: nil, count: fields.count)
        // The fields that unknown keys were probably meant to be: not missing on top.
        var misspelt: [FieldEntry] = []
        // Whether they matter is known when all has been read.
        var blanks: [(problem: FieldProblem, span: YAMLSpan)] = []
        for entry in entries {
            guard let position = positions[entry.key] else {
                let meant = nearest(to: entry.key)
                if let meant { misspelt.append(meant.field) }
                reader.report(
                    FieldProblem.unknownKey(entry.key, suggestion: meant?.name, of: vocabulary),
                    at: entry.keySpan)
                continue
            }
            if let other = written[position] {
                reader.report(FieldProblem.writtenTwice(entry.key, other), at: entry.keySpan)
                continue
            }
            written[position] = entry.key
            let field = fields[position]
            seen(field.entry, entry)
            if field.entry.isRequired, entry.value.isBlank {
                blanks.append((.blank(key: entry.key, example: field.entry.example), entry.keySpan))
            } else {
                field.read(&record, entry.value, &reader)
            }
        }
        if waives(record) { return }
        for blank in blanks { reader.report(blank.problem, at: blank.span) }
        for (field, key) in zip(fields, written) where key == nil && field.entry.isRequired {
            if misspelt.contains(where: { $0.key == field.entry.key }) { continue }
            reader.report(missing(field.entry), at: span)
        }
    }

    /// The name that was probably meant by `key`, and its field.
    private func nearest(to key: String) -> (name: String, field: FieldEntry)? {
        let names = fields.flatMap { [$0.entry.key, $0.entry.alias].compactMap(\.self) }
        guard let name = Suggestion.nearest(to: key, among: names), let position = positions[name] else {
            return nil
        }
        return (name, fields[position].entry)
    }

    private func missing(_ entry: FieldEntry) -> FieldProblem {
        .missing(key: entry.key, alias: entry.alias, example: entry.example, of: vocabulary)
    }
}

/// One field: its row in the reference, and how its value gets into the record.
struct Field<Record>: Sendable {
    typealias Read = @Sendable (inout Record, YAMLNode, inout ValueReader) -> Void

    let entry: FieldEntry
    let read: Read

    init<Value>(
        _ key: String, _ alias: String?, _ type: ValueType<Value>, required: Bool = false,
        default fallback: String = "", example: String, _ vietnamese: String, _ english: String,
        set: @escaping @Sendable (inout Record, Value) -> Void
    ) {
        let entry = FieldEntry(
            key: key, alias: alias, type: type.type, isRequired: required, fallback: fallback,
            example: example, vietnamese: vietnamese, english: english, children: type.children)
        self.entry = entry
        read = { record, node, reader in
            if let value = type.read(node, entry, &reader) { set(&record, value) }
        }
    }
}

extension Field {
    /// A field that has no Vietnamese name.
    init<Value>(
        _ key: String, _ type: ValueType<Value>, required: Bool = false, default fallback: String = "",
        example: String, _ vietnamese: String, _ english: String,
        set: @escaping @Sendable (inout Record, Value) -> Void
    ) {
        self.init(
            key, nil, type, required: required, default: fallback, example: example, vietnamese, english,
            set: set)
    }
}

/// How a node becomes a `Value`.
struct ValueType<Value>: Sendable {
    typealias Read = @Sendable (YAMLNode, FieldEntry, inout ValueReader) -> Value?

    let type: FieldType
    var children: [FieldEntry] = []
    let read: Read
}

/// A value with its place, for what can only be checked later.
struct Located<Value: Sendable>: Sendable {
    let value: Value
    let span: YAMLSpan
}
