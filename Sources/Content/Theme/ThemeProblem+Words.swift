internal import Diagnostics

extension ThemeProblem: Problem {
    var kind: String { "theme" }

    func message(in language: Language) -> String {
        switch (self, language) {
        case (.unknownTheme(let name, _, _), .vietnamese): "không có giao diện `\(name)`"
        case (.unknownTheme(let name, _, _), .english): "there is no theme `\(name)`"
        case (.parentCircle(let names), .vietnamese):
            "các giao diện là cha của nhau thành vòng: \(names.joined(separator: " → "))"
        case (.parentCircle(let names), .english):
            "the themes are parents in a circle: \(names.joined(separator: " → "))"
        case (.noThemeFile(let name), .vietnamese): "giao diện `\(name)` không có theme.yaml"
        case (.noThemeFile(let name), .english): "the theme `\(name)` has no theme.yaml"
        }
    }

    func remedy(in language: Language) -> String? {
        switch (self, language) {
        case (.unknownTheme(_, let name?, _), .vietnamese): "ý bạn là `\(name)`?"
        case (.unknownTheme(_, let name?, _), .english): "did you mean `\(name)`?"
        case (.unknownTheme(_, nil, let names), .vietnamese): "chọn trong: \(names.joined(separator: ", "))"
        case (.unknownTheme(_, nil, let names), .english): "choose from: \(names.joined(separator: ", "))"
        case (.parentCircle, .vietnamese): "bỏ `parent:` ở một trong các giao diện này"
        case (.parentCircle, .english): "remove `parent:` from one of these themes"
        case (.noThemeFile(let name), .vietnamese):
            "tạo `themes/\(name)/theme.yaml` với dòng `title: \(name)`"
        case (.noThemeFile(let name), .english):
            "make `themes/\(name)/theme.yaml` with the line `title: \(name)`"
        }
    }
}
