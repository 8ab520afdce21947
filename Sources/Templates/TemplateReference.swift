/// The reference for theme authors, made from the types, so that it cannot say what is not so.
package enum TemplateReference {
    /// The whole reference as Markdown.
    package static func markdown(schema: Schema) -> String {
        let parts = [
            language + "\n", loopFields(), tests(), filters(schema), pages(schema), objects(schema),
        ]
        return parts.joined(separator: "\n")
    }

    // MARK: Tables

    private static func table(_ head: [String], _ rows: [[String]]) -> String {
        func line(_ cells: [String]) -> String {
            "| "
                + cells.map {
                    $0.split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|")
                }
                .joined(separator: " | ") + " |\n"
        }
        let rule = "|" + String(repeating: "---|", count: head.count) + "\n"
        return line(head) + rule + rows.map(line).joined()
    }

    private static func loopFields() -> String {
        let rows = LoopExpression.Field.allCases.map { ["`loop.\($0.rawValue)`", $0.type.reference, $0.doc] }
        return "## Fields of `loop`\n\n" + table(["field", "type", "meaning"], rows)
    }

    private static func tests() -> String {
        let rows = Compiler.Test.allCases.map { ["`is \($0.usage)`", $0.doc] }
        return "## Tests\n\n`is not` asks for the contrary.\n\n" + table(["test", "true when"], rows)
    }

    private static func filters(_ schema: Schema) -> String {
        let intro = """
            ## Filters

            Filters stand behind a value and may follow one another: `{{ article.title | truncate(60) | upper }}`.
            Arguments are given by place or by name. What is missing passes through a filter and stays missing, but
            for `default` and `json`.


            """
        let rows = schema.filters.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }.map {
            ["`\($0.usage)`", $0.inputReference, $0.resultReference, $0.doc]
        }
        return intro + table(["filter", "of", "gives", "meaning"], rows)
    }

    private static func pages(_ schema: Schema) -> String {
        var out = "## Pages\n\nEvery page is made by one template, which sees these variables"
        out += schema.globals.isEmpty ? ".\n\n" : " and, as all templates do, the following.\n\n"
        if !schema.globals.isEmpty { out += variables(schema.globals) + "\n" }
        for page in schema.pages {
            out += "### `\(page.template)`\n\n\(page.doc)\n\n"
            if !page.variables.isEmpty { out += variables(page.variables) + "\n" }
        }
        return out.trimmingEnd()
    }

    private static func variables(_ variables: [Variable]) -> String {
        table(
            ["variable", "type", "meaning"], variables.map { ["`\($0.name)`", $0.type.reference, $0.doc] })
    }

    private static func objects(_ schema: Schema) -> String {
        var out = "## Objects\n\n"
        for object in schema.objects {
            out += "### \(object.name)\n\n\(object.doc)\n\n"
            let rows = object.fields.map { ["`\($0.name)`", $0.type.reference, $0.doc] }
            out += table(["field", "type", "meaning"], rows) + "\n"
        }
        return out.trimmingEnd()
    }
}

extension String {
    /// Without the empty line at the end.
    fileprivate func trimmingEnd() -> String { hasSuffix("\n\n") ? String(dropLast()) : self }
}

// MARK: Words

extension ValueType {
    /// The type as a theme author reads it; `?` marks what may be missing.
    fileprivate var reference: String {
        switch self {
        case _ where isNothing: "anything"
        case .bool: "true/false"
        case .int: "number"
        case .text: "text"
        case .html: "HTML"
        case .date: "date"
        case .object(let name): "[\(name)](#\(name))"
        case .list(let element): element.isNothing ? "list" : "list of \(element.reference)"
        case .optional(let inner): inner.reference + "?"
        }
    }
}

extension Filter {
    /// The name with its arguments: `truncate(length, end="…")`.
    fileprivate var usage: String {
        guard !arguments.isEmpty else { return name }
        let words = arguments.map { argument in
            argument.fallback.map { "\(argument.name)=\($0.written)" } ?? argument.name
        }
        return name + "(" + words.joined(separator: ", ") + ")"
    }

    fileprivate var inputReference: String {
        switch input {
        case .types(let types): types.map(\.reference).joined(separator: ", ")
        case .list: "list"
        case .plain: "anything but objects"
        case .anything: "anything"
        }
    }

    fileprivate var resultReference: String {
        switch result {
        case .type(let type): type.reference
        case .element: "an element?"
        case .sameAsInput: "list"
        case .withoutOptional: "the same, never missing"
        }
    }
}

extension Value {
    /// As a template writes it.
    fileprivate var written: String {
        switch self {
        case .text(let text), .html(let text): "\"\(text)\""
        case .int(let number), .date(let number): String(number)
        case .bool(let flag): flag ? "true" : "false"
        case .none, .markup, .object, .list: "none"
        }
    }
}

extension LoopExpression.Field {
    fileprivate var doc: String {
        switch self {
        case .index: "The number of the turn, from 1."
        case .index0: "The number of the turn, from 0."
        case .first: "True in the first turn."
        case .last: "True in the last turn."
        case .length: "How many turns there are."
        case .revindex: "How many turns are left, this one counted."
        case .revindex0: "How many turns are left, this one not counted."
        }
    }
}
