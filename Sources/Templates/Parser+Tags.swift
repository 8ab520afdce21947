import Diagnostics

// The tags: each reads its words, and its body up to its end tag.
extension Parser {
    private static let tags = [
        "if", "for", "set", "extends", "block", "include", "import", "from", "macro", "raw",
        "fragment",
    ]
    private static let unsupported: Set<String> = [
        "call", "filter", "with", "autoescape", "do", "trans", "while", "break", "continue",
    ]

    /// Reads one tag and what belongs to it; nil when it leaves no statement.
    mutating func parseTag(_ name: String, _ stretch: Stretch) throws(Abandoned) -> StatementSyntax? {
        switch name {
        case "if": return try parseIf(stretch)
        case "for": return try parseFor(stretch)
        case "set": return parseSet(stretch)
        case "block": return try parseBlock(stretch)
        case "include": return parseInclude(stretch)
        case "fragment": return try parseFragment(stretch)
        case "macro": try parseMacro(stretch)
        case "extends": parseExtends(stretch)
        case "import": parseImport(stretch)
        case "from": parseFromImport(stretch)
        default: reportTag(name, stretch)
        }
        return nil
    }

    private mutating func reportTag(_ name: String, _ stretch: Stretch) {
        guard let token = stretch.tokens.first, !stretch.isBroken || !name.isEmpty else { return }
        if name.isEmpty {
            report(ExpressionParser(stretch.tokens[...]).unexpected(.name).problem, token.range)
        } else if Self.endTags.values.contains(name) || ["else", "elif", "endraw", "endset"].contains(name) {
            report(.unexpectedTag(name, inside: openTags.last), token.range)
        } else if Self.unsupported.contains(name) {
            report(.unsupportedTag(name), token.range)
        } else {
            let known = Self.tags + Self.endTags.values.sorted() + ["else", "elif"]
            report(.unknownTag(name, suggestion: Suggestion.nearest(to: name, among: known)), token.range)
        }
    }

    /// Reads a body inside `tag`, which stands at `opening`.
    private mutating func parseBody(
        of tag: String, _ opening: Stretch, until ends: Set<String>
    ) throws(Abandoned) -> [StatementSyntax] {
        openTags.append(tag)
        defer { openTags.removeLast() }
        guard openTags.count <= Self.nestingLimit else {
            report(.nestedTooDeep(limit: Self.nestingLimit), opening.range)
            throw Abandoned()
        }
        return try parseBody(until: ends)
    }

    /// Takes the end tag of the tag at `opening`, or reports that there is none.
    private mutating func takeEnd(of tag: String, _ opening: Stretch) -> Bool {
        let end = Self.endTags[tag] ?? ""
        guard let stretch = stretches.first, stretch.tokens.first?.isName(end) ?? false else {
            // A tag that could not be read is reported already.
            if !opening.isBroken, !(isCutShort && stretches.isEmpty) {
                report(.unclosedTag(tag, end: end), opening.range)
            }
            return false
        }
        stretches.removeFirst()
        // `{% endblock name %}` may repeat the name.
        if stretch.tokens.count > 2, tag != "block", tag != "macro" {
            report(
                ExpressionParser(stretch.tokens.dropFirst()).unexpected(.endOfTag).problem,
                stretch.tokens[1].range)
        }
        return true
    }
}

// MARK: if, for

extension Parser {
    private mutating func parseIf(_ opening: Stretch) throws(Abandoned) -> StatementSyntax {
        var branches: [StatementSyntax.Branch] = []
        var otherwise: [StatementSyntax]?
        var stretch = opening
        repeat {
            let condition = words(of: stretch, Self.anyExpression) ?? ExpressionSyntax(.broken, stretch.range)
            let body = try parseBody(of: "if", opening, until: ["elif", "else", "endif"])
            branches.append(StatementSyntax.Branch(condition: condition, body: body))
            guard let next = stretches.first, next.tokens.first?.isName("elif") ?? false else { break }
            stretch = stretches.removeFirst()
        } while true
        if takeElse() { otherwise = try parseBody(of: "if", opening, until: ["endif"]) }
        _ = takeEnd(of: "if", opening)
        return StatementSyntax(kind: .condition(branches, otherwise: otherwise), range: opening.range)
    }

    private mutating func takeElse() -> Bool {
        guard let stretch = stretches.first, stretch.tokens.first?.isName("else") ?? false else {
            return false
        }
        stretches.removeFirst()
        _ = words(of: stretch) { (_: inout ExpressionParser) throws(ExpressionParser.Stop) in }
        return true
    }

    private mutating func parseFor(_ opening: Stretch) throws(Abandoned) -> StatementSyntax {
        let head = words(of: opening, Self.loopHead)
        let body = try parseBody(of: "for", opening, until: ["else", "endfor"])
        let otherwise = takeElse() ? try parseBody(of: "for", opening, until: ["endfor"]) : nil
        _ = takeEnd(of: "for", opening)
        let (name, list) =
            head ?? (Name(text: "", range: opening.range), ExpressionSyntax(.broken, opening.range))
        return StatementSyntax(
            kind: .loop(name, list, body: body, otherwise: otherwise), range: opening.range)
    }

    private static func loopHead(
        _ parser: inout ExpressionParser
    ) throws(ExpressionParser.Stop) -> (Name, ExpressionSyntax) {
        let name = try parser.name()
        try parser.expectName("in")
        let list = try parser.disjunction()
        if parser.token.isName("if") {
            throw ExpressionParser.Stop(problem: .loopCondition, range: parser.token.range)
        }
        return (name, list)
    }
}

// MARK: set, block, include, fragment, macro

extension Parser {
    private mutating func parseSet(_ stretch: Stretch) -> StatementSyntax? {
        typealias Parts = (Name, ExpressionSyntax)
        let parts = words(of: stretch) {
            (parser: inout ExpressionParser) throws(ExpressionParser.Stop) -> Parts in
            let name = try parser.name()
            try parser.expect("=")
            return (name, try parser.expression())
        }
        if let (name, value) = parts { return StatementSyntax(kind: .set(name, value), range: stretch.range) }
        // The name is known even when its value is not: what reads it must not be reported too.
        guard stretch.tokens.count > 1, case .name(let text) = stretch.tokens[1].kind else { return nil }
        let name = Name(text: text, range: stretch.tokens[1].range)
        return StatementSyntax(
            kind: .set(name, ExpressionSyntax(.broken, stretch.range)), range: stretch.range)
    }

    private static func anyName(_ parser: inout ExpressionParser) throws(ExpressionParser.Stop) -> Name {
        try parser.name()
    }

    private static func anyTemplateName(
        _ parser: inout ExpressionParser
    ) throws(ExpressionParser.Stop) -> Name {
        try parser.templateName()
    }

    private mutating func parseBlock(_ opening: Stretch) throws(Abandoned) -> StatementSyntax? {
        let name = words(of: opening, Self.anyName)
        let isNested = openTags.contains("block")
        let body = try parseBody(of: "block", opening, until: ["endblock"])
        _ = takeEnd(of: "block", opening)
        guard let name else { return nil }
        let block = BlockSyntax(name: name, body: body)
        if file.block(name.text) != nil {
            report(.duplicateBlock(name.text), name.range)
        } else {
            file.blocks.append((block, isNested))
        }
        return StatementSyntax(kind: .block(block), range: opening.range)
    }

    private mutating func parseInclude(_ stretch: Stretch) -> StatementSyntax? {
        guard let name = words(of: stretch, Self.anyTemplateName) else { return nil }
        return StatementSyntax(kind: .include(name), range: stretch.range)
    }

    private mutating func parseFragment(_ opening: Stretch) throws(Abandoned) -> StatementSyntax? {
        let name = words(of: opening, Self.anyTemplateName)
        let body = try parseBody(of: "fragment", opening, until: ["endfragment"])
        _ = takeEnd(of: "fragment", opening)
        return name.map {
            StatementSyntax(kind: .fragment($0, substitute: body), range: opening.range)
        }
    }

    private mutating func parseExtends(_ stretch: Stretch) {
        guard let name = words(of: stretch, Self.anyTemplateName) else { return }
        if file.parent != nil {
            report(.duplicateExtends, stretch.range)
        } else {
            file.parent = name
        }
    }

    private mutating func parseMacro(_ opening: Stretch) throws(Abandoned) {
        let head = words(of: opening, Self.macroHead)
        let body = try parseBody(of: "macro", opening, until: ["endmacro"])
        _ = takeEnd(of: "macro", opening)
        guard let (name, parameters) = head else { return }
        for (index, parameter) in parameters.enumerated()
        where parameters[..<index].contains(where: { $0.name.text == parameter.name.text }) {
            report(.duplicateParameter(parameter.name.text), parameter.name.range)
        }
        if file.macro(name.text) != nil {
            report(.duplicateMacro(name.text), name.range)
        } else {
            file.macros.append(MacroSyntax(name: name, parameters: parameters, body: body))
        }
    }

    private static func macroHead(
        _ parser: inout ExpressionParser
    ) throws(ExpressionParser.Stop) -> (Name, [MacroSyntax.Parameter]) {
        let name = try parser.name()
        var parameters: [MacroSyntax.Parameter] = []
        try parser.expect("(")
        while !parser.token.isSymbol(")") {
            let parameter = try parser.name()
            let fallback = parser.accept("=") ? try parser.expression() : nil
            parameters.append(MacroSyntax.Parameter(name: parameter, fallback: fallback))
            if !parser.accept(",") { break }
        }
        try parser.expect(")")
        return (name, parameters)
    }
}

// MARK: import

extension Parser {
    private mutating func parseImport(_ stretch: Stretch) {
        let read = words(of: stretch) {
            (parser: inout ExpressionParser) throws(ExpressionParser.Stop) -> ImportSyntax in
            let template = try parser.templateName()
            try parser.expectName("as")
            return ImportSyntax(template: template, kind: .all(alias: try parser.name()))
        }
        if let read { file.imports.append(read) }
    }

    private mutating func parseFromImport(_ stretch: Stretch) {
        let read = words(of: stretch) {
            (parser: inout ExpressionParser) throws(ExpressionParser.Stop) -> ImportSyntax in
            let template = try parser.templateName()
            try parser.expectName("import")
            var names: [(name: Name, alias: Name)] = []
            repeat {
                let name = try parser.name()
                names.append((name, parser.acceptName("as") ? try parser.name() : name))
            } while parser.accept(",")
            return ImportSyntax(template: template, kind: .names(names))
        }
        if let read { file.imports.append(read) }
    }
}
