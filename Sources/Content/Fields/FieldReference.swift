/// Prints tables of fields as Markdown, for people: both languages side by side.
enum FieldReference {
    static func table(_ fields: [FieldEntry]) -> String {
        let head = """
            | key | also | value | default | example | meaning | ý nghĩa |
            |---|---|---|---|---|---|---|

            """
        return head + rows(fields, inside: "").joined(separator: "\n") + "\n"
    }

    private static func rows(_ fields: [FieldEntry], inside outer: String) -> [String] {
        fields.flatMap { field in
            [row(field, inside: outer)] + rows(field.children, inside: outer + field.key + ".")
        }
    }

    private static func row(_ field: FieldEntry, inside outer: String) -> String {
        let cells = [
            code(outer + field.key), field.alias.map(code) ?? "", field.type.english,
            field.isRequired ? "**required**" : field.fallback, code(field.example), field.english,
            field.vietnamese,
        ]
        return "| " + cells.joined(separator: " | ") + " |"
    }

    private static func code(_ text: String) -> String { "`\(text)`" }
}
