package import Diagnostics

/// One template file of a theme.
package struct TemplateSource: Sendable {
    /// The path inside the theme's templates: `article.html`, `parts/item.html`.
    package let name: String
    /// The theme it belongs to: `sen`.
    package let layer: String
    /// The bytes, and the path that diagnostics show.
    package let text: SourceText

    package init(name: String, layer: String, text: SourceText) {
        self.name = name
        self.layer = layer
        self.text = text
    }
}
