internal import Diagnostics
internal import Model

extension ValueType<[Parameter]> {
    /// The values of what the theme declares, in its order, with its defaults for what is not written.
    static var parameters: Self {
        ValueType(type: .parameters) { node, field, reader in
            guard let entries = reader.entries(node, field), let declarations = reader.declarations else {
                return nil
            }
            for entry in entries where !declarations.contains(where: { $0.name == entry.key }) {
                let names = declarations.map(\.name)
                let suggestion = Suggestion.nearest(to: entry.key, among: names)
                let problem = FieldProblem.undeclaredParameter(
                    entry.key, suggestion: suggestion, known: names)
                reader.report(problem, at: entry.keySpan)
            }
            return declarations.map { declaration in
                let entry = entries.first { $0.key == declaration.name }
                let value = entry.flatMap { reader.value(of: declaration, $0.value) }
                return Parameter(name: declaration.name, value: value ?? declaration.fallback)
            }
        }
    }
}

extension ValueReader {
    /// The value of a declared parameter; nil when it is empty or has another type, which is reported.
    mutating func value(of declaration: ParameterDeclaration, _ node: YAMLNode) -> Parameter.Value? {
        guard !node.isNull else { return nil }
        let value: Parameter.Value? =
            switch (declaration.kind, node.value) {
            case (.text, .scalar(let text, _)): .text(text)
            case (.number, .scalar(let text, _)): Int(text).map(Parameter.Value.number)
            case (.flag, .scalar(let text, _)): FlagWord.value(of: text).map(Parameter.Value.flag)
            case (.list, .sequence(let items)): Self.texts(items).map(Parameter.Value.list)
            default: nil
            }
        if value == nil {
            let problem = FieldProblem.wrongParameterType(declaration.name, expected: declaration.kind)
            report(problem, at: node.span)
        }
        return value
    }

    /// The texts of scalar nodes; nil when one of them is none.
    private static func texts(_ items: [YAMLNode]) -> [String]? {
        var texts: [String] = []
        for item in items {
            guard case .scalar(let text, _) = item.value else { return nil }
            texts.append(text)
        }
        return texts
    }
}

extension ParameterDeclaration {
    /// The parameter as it is where nothing is written.
    var unset: Parameter { Parameter(name: name, value: fallback) }
}
