import Diagnostics
import Model
import Testing

/// Layers and declarations of themes.
struct ThemeTests {
    private static let builtIn = [
        BuiltInFile(
            theme: "sen", path: "theme.yaml",
            bytes: Array("title: Sen\nsettings: [{name: color, type: text, default: red}]\n".utf8)),
        BuiltInFile(theme: "sen", path: "templates/base.html", bytes: Array("base".utf8)),
        BuiltInFile(theme: "sen", path: "assets/css/a.css", bytes: Array("css".utf8)),
        BuiltInFile(theme: "other", path: "theme.yaml", bytes: []),
    ]

    @Test func aSiteOverridesFilesOfABuiltInTheme() throws {
        let site = try SiteFolder(["themes/sen/templates/base.html": "", "themes/sen/README.md": "x"])
        let (_, theme, diagnostics) = site.read(builtIn: Self.builtIn)
        #expect(diagnostics.isEmpty)
        #expect(theme.title == "Sen")
        #expect(theme.layers.map(\.name) == ["sen", "sen"])
        #expect(
            theme.layers.flatMap(\.templates).map(\.file) == [
                "bantin:themes/sen/templates/base.html", "themes/sen/templates/base.html",
            ])
        #expect(theme.layers[0].assets.map(\.path) == ["css/a.css"])
        #expect(theme.layers[1].templates[0].bytes.isEmpty)
    }

    @Test func aChildThemeComesAfterItsParent() throws {
        let site = try SiteFolder([
            "site.yaml": SiteFolder.siteFile + "theme: con\ntheme_settings: {size: 3}\n",
            "themes/con/theme.yaml":
                "parent: sen\nsettings:\n  - {name: size, type: number}\n  - {name: wide, type: flag}\n",
            "themes/con/templates/tin/a.html": "a", "themes/con/assets/b.css": "bb",
        ])
        let (newsroom, theme, diagnostics) = site.read(builtIn: Self.builtIn)
        #expect(diagnostics.isEmpty)
        #expect(theme.title == "con")
        #expect(theme.layers.map(\.name) == ["sen", "con"])
        #expect(theme.layers[1].templates.map(\.name) == ["tin/a.html"])
        guard case .file("themes/con/assets/b.css", 2) = theme.layers[1].assets[0].content else {
            Issue.record("the asset is a file of the site")
            return
        }
        #expect(newsroom.settings.theming.map(\.name) == ["color", "size", "wide"])
        #expect(newsroom.settings.theming.map(\.value) == [.text("red"), .number(3), .absent(.flag)])
    }

    @Test func parametersOfAnArticle() throws {
        let site = try SiteFolder([
            "themes/sen/theme.yaml":
                "params: [{name: wide, type: flag, default: true}, {name: note, type: text}, {name: list, type: list}]",
            "content/tin-tuc/x.md":
                "---\ntitle: a\ndate: 1/1/2024\nparams:\n  list: [a, b]\n  note: Ghi chú: #1\n---\n",
        ])
        let (newsroom, _, diagnostics) = site.read(builtIn: Self.builtIn)
        #expect(diagnostics.isEmpty)
        #expect(
            newsroom.articles[0].parameters.map(\.value) == [.flag(true), .absent(.text), .absent(.list)])
        #expect(
            newsroom.articles[1].parameters.map(\.value) == [
                .flag(true), .text("Ghi chú: #1"), .list(["a", "b"]),
            ])
    }
}
