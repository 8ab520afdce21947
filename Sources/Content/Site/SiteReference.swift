/// The text of docs/site-yaml.md, made from the table that the reader uses.
package enum SiteReference {
    package static func markdown() -> String {
        """
        # site.yaml

        The settings of the portal, in YAML. Two are required:

        ```
        title: Công đoàn tỉnh Thái Hòa
        url: https://congdoan.example.vn/
        ```

        Everything else has a default. A text with a colon followed by a space, or with ` #`, stands in quotes.
        Unknown settings are errors.

        \(FieldReference.table(SiteFields.table.entries))
        """
    }
}
