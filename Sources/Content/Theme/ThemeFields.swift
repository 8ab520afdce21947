internal import Diagnostics
internal import Model

/// theme.yaml while it is read.
struct ThemeDraft {
    var title = ""
    var parent: Located<String>?
    var settings: [ParameterDeclaration] = []
    var params: [ParameterDeclaration] = []
}

/// What theme.yaml may say.
enum ThemeFields {
    static let table = FieldTable<ThemeDraft>(
        .theme,
        [
            Field(
                "title", .text, default: "tên thư mục / the folder's name", example: "title: Sen",
                "Tên giao diện", "The theme's name for people"
            ) { $0.title = $1 },
            Field(
                "parent", .locatedText, example: "parent: sen",
                "Giao diện mà giao diện này sửa đổi", "The theme that this one changes"
            ) { $0.parent = $1 },
            Field(
                "settings", .declarations, example: "settings: [{name: color, type: text, default: red}]",
                "Giá trị mà theme_settings trong site.yaml có thể đặt",
                "What theme_settings in site.yaml may set"
            ) { $0.settings = $1 },
            Field(
                "params", .declarations, example: "params: [{name: wide, type: flag}]",
                "Giá trị mà params trong bài có thể đặt", "What params in front matter may set"
            ) { $0.params = $1 },
        ])

    fileprivate static let declaration = FieldTable<DeclarationDraft>(
        .theme,
        [
            Field(
                "name", .text, required: true, example: "name: color",
                "Tên", "The name"
            ) { $0.name = $1 },
            Field(
                "type", .choice(["text", "number", "flag", "list"]), required: true, example: "type: text",
                "Kiểu: chữ, số, có/không, danh sách", "The type"
            ) { $0.kind = Parameter.Kind(rawValue: $1) ?? .text },
            Field(
                "default", .anything, example: "default: red",
                "Giá trị khi không ghi", "The value where nothing is written"
            ) { $0.fallback = $1 },
        ])
}

private struct DeclarationDraft {
    var name = ""
    var kind = Parameter.Kind.text
    var fallback: YAMLNode?
}

extension ValueType<YAMLNode> {
    /// Whatever is written: its type depends on another field.
    fileprivate static var anything: Self {
        ValueType(type: .text) { node, _, _ in node }
    }
}

extension ValueType<[ParameterDeclaration]> {
    fileprivate static var declarations: Self {
        .records(ThemeFields.declaration, DeclarationDraft()) { draft, _, reader in
            let bare = ParameterDeclaration(name: draft.name, kind: draft.kind, fallback: .absent(draft.kind))
            let value = draft.fallback.flatMap { reader.value(of: bare, $0) }
            return ParameterDeclaration(name: draft.name, kind: draft.kind, fallback: value ?? bare.fallback)
        }
    }
}
