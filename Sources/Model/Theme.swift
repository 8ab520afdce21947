/// A theme as it was found: the value between Content and Render.
package struct Theme: Sendable {
    /// What `theme:` in site.yaml says.
    package var name = ""
    /// For people; the name when theme.yaml gives no title.
    package var title = ""
    /// The farthest parent first: what stands later replaces what stands before.
    package var layers: [ThemeLayer] = []
    /// What `theme_settings:` in site.yaml may set.
    package var settings: [ParameterDeclaration] = []
    /// What `params:` in front matter may set.
    package var params: [ParameterDeclaration] = []

    package init() {}
}

/// The files of one theme from one place: inside the program, or a folder of the site.
package struct ThemeLayer: Sendable {
    /// The theme's name; a site's own changes to a built-in theme are a layer of the same name.
    package let name: String
    /// In byte order of their names.
    package let templates: [ThemeTemplate]
    /// In byte order of their paths.
    package let assets: [ThemeAsset]

    package init(name: String, templates: [ThemeTemplate], assets: [ThemeAsset]) {
        self.name = name
        self.templates = templates
        self.assets = assets
    }
}

package struct ThemeTemplate: Sendable {
    /// From the theme's templates/: what `{% include %}` and `{% extends %}` name.
    package let name: String
    /// For diagnostics: `themes/sen/templates/base.html`, with `bantin:` before it when it is built in.
    package let file: String
    /// Valid UTF-8 in NFC, lines ended by LF.
    package let bytes: [UInt8]

    package init(name: String, file: String, bytes: [UInt8]) {
        self.name = name
        self.file = file
        self.bytes = bytes
    }
}

package struct ThemeAsset: Sendable {
    package enum Content: Sendable {
        case bytes([UInt8])
        /// From the site's folder, as the disk spells it.
        case file(diskPath: String, size: Int)
    }

    /// From the theme's assets/.
    package let path: String
    package let content: Content

    package init(path: String, content: Content) {
        self.path = path
        self.content = content
    }
}

/// A line of `settings:` or `params:` in theme.yaml.
package struct ParameterDeclaration: Sendable, Hashable {
    package let name: String
    package let kind: Parameter.Kind
    /// `.absent` when theme.yaml gives no default.
    package let fallback: Parameter.Value

    package init(name: String, kind: Parameter.Kind, fallback: Parameter.Value) {
        self.name = name
        self.kind = kind
        self.fallback = fallback
    }
}

/// A file of a theme inside the program.
package struct BuiltInFile: Sendable {
    /// The theme's name.
    package let theme: String
    /// From the theme's folder: `theme.yaml`, `templates/base.html`.
    package let path: String
    package let bytes: [UInt8]

    package init(theme: String, path: String, bytes: [UInt8]) {
        self.theme = theme
        self.path = path
        self.bytes = bytes
    }
}
