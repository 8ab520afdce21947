/// The table of theme.yaml for docs/templates.md, made from the table that the reader uses.
package enum ThemeFileReference {
    package static func markdown() -> String {
        FieldReference.table(ThemeFields.table.entries)
    }
}
