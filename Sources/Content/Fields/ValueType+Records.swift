extension ValueType {
    /// A mapping read by `table`, starting from `blank`.
    static func record<Record: Sendable>(
        _ table: FieldTable<Record>, _ blank: Record, _ make: @escaping @Sendable (Record) -> Value
    ) -> Self {
        ValueType(type: .mapping, children: table.entries) { node, field, reader in
            guard let entries = reader.entries(node, field) else { return nil }
            return make(read(entries, at: node.span, table, blank, &reader))
        }
    }

    /// A mapping, or a text that stands for one of its fields.
    static func textOrRecord<Record: Sendable>(
        _ table: FieldTable<Record>, _ blank: Record, type: FieldType = .textOrMapping,
        text: @escaping @Sendable (String) -> Value, _ make: @escaping @Sendable (Record) -> Value
    ) -> Self {
        ValueType(type: type, children: table.entries) { node, field, reader in
            guard case .mapping(let entries) = node.value else { return reader.string(node, field).map(text) }
            return make(read(entries, at: node.span, table, blank, &reader))
        }
    }

    /// A list of mappings read by `table`.
    static func records<Record: Sendable, Item>(
        _ table: FieldTable<Record>, _ blank: Record,
        _ make: @escaping @Sendable (Record, YAMLNode, inout ValueReader) -> Item
    ) -> Self where Value == [Item] {
        ValueType(type: .mappings, children: table.entries) { node, field, reader in
            reader.items(node, field).compactMap { item in
                guard let entries = reader.entries(item, field) else { return nil }
                return make(read(entries, at: item.span, table, blank, &reader), item, &reader)
            }
        }
    }

    private static func read<Record>(
        _ entries: [YAMLEntry], at span: YAMLSpan, _ table: FieldTable<Record>, _ blank: Record,
        _ reader: inout ValueReader
    ) -> Record {
        var record = blank
        table.read(entries, into: &record, reader: &reader, missingAt: span)
        return record
    }
}
