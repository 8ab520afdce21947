/// Reads the expressions of one tag. Precedence is Jinja's: `a if c else b`, `or`, `and`, `not`,
/// comparisons, `+ -`, `~`, `* // %`, `-x`, then `.field`, `[index]`, `|filter` and `is test`.
struct ExpressionParser {
    /// The problem that ended reading.
    struct Stop: Error {
        let problem: TemplateProblem
        let range: Range<Int>
    }

    private var tokens: ArraySlice<Token>
    private var level = 0

    init(_ tokens: ArraySlice<Token>) { self.tokens = tokens }

    static let keywords: Set<String> = [
        "and", "or", "not", "in", "is", "if", "else", "true", "false", "none", "True", "False", "None",
    ]

    // MARK: Words

    var token: Token { tokens.first ?? Token(kind: .end, range: 0..<0) }

    mutating func advance() {
        if tokens.count > 1 { tokens.removeFirst() }
    }

    mutating func accept(_ symbol: String) -> Bool {
        guard token.isSymbol(symbol) else { return false }
        advance()
        return true
    }

    mutating func acceptName(_ name: String) -> Bool {
        guard token.isName(name) else { return false }
        advance()
        return true
    }

    mutating func expect(_ symbol: String) throws(Stop) {
        if !accept(symbol) { throw unexpected(.token(symbol)) }
    }

    mutating func expectName(_ name: String) throws(Stop) {
        if !acceptName(name) { throw unexpected(.token(name)) }
    }

    func expectEnd() throws(Stop) {
        if token.kind != .end { throw unexpected(.endOfTag) }
    }

    /// A name that is not a word of the language.
    mutating func name() throws(Stop) -> Name {
        guard case .name(let text) = token.kind, !Self.keywords.contains(text) else {
            throw unexpected(.name)
        }
        defer { advance() }
        return Name(text: text, range: token.range)
    }

    /// A template's name in quotes.
    mutating func templateName() throws(Stop) -> Name {
        guard case .string(let text) = token.kind else { throw unexpected(.templateName) }
        defer { advance() }
        return Name(text: text, range: token.range)
    }

    func unexpected(_ expected: TemplateProblem.Expected) -> Stop {
        let found =
            switch token.kind {
            case .name(let name): name
            case .int(let number): String(number)
            case .string(let text): "\"\(text)\""
            case .symbol(let symbol): symbol
            case .end: ""
            }
        return Stop(problem: .unexpected(found: found, expected: expected), range: token.range)
    }

    private func made(
        _ kind: ExpressionSyntax.Kind, _ range: Range<Int>, over parts: ExpressionSyntax...,
        arguments: [ArgumentSyntax] = []
    ) throws(Stop) -> ExpressionSyntax {
        let depth = ((parts + arguments.map(\.value)).map(\.depth).max() ?? -1) + 1
        guard depth <= Parser.nestingLimit else {
            throw Stop(problem: .nestedTooDeep(limit: Parser.nestingLimit), range: range)
        }
        return ExpressionSyntax(kind, range, depth: depth)
    }
}

// MARK: Operators

extension ExpressionParser {
    mutating func expression() throws(Stop) -> ExpressionSyntax {
        level += 1
        defer { level -= 1 }
        guard level <= Parser.nestingLimit else {
            throw Stop(problem: .nestedTooDeep(limit: Parser.nestingLimit), range: token.range)
        }
        let value = try disjunction()
        guard acceptName("if") else { return value }
        let condition = try disjunction()
        let otherwise = acceptName("else") ? try expression() : nil
        let last = otherwise ?? condition
        return try made(
            .conditional(value, if: condition, else: otherwise),
            value.range.lowerBound..<last.range.upperBound, over: value, condition, last)
    }

    mutating func disjunction() throws(Stop) -> ExpressionSyntax {
        var left = try conjunction()
        while acceptName("or") { left = try binary(.or, left, try conjunction()) }
        return left
    }

    private mutating func conjunction() throws(Stop) -> ExpressionSyntax {
        var left = try negation()
        while acceptName("and") { left = try binary(.and, left, try negation()) }
        return left
    }

    private mutating func negation() throws(Stop) -> ExpressionSyntax {
        let start = token.range.lowerBound
        var count = 0
        while acceptName("not") { count += 1 }
        var operand = try comparison()
        for _ in 0..<count {
            operand = try made(.not(operand), start..<operand.range.upperBound, over: operand)
        }
        return operand
    }

    private mutating func comparison() throws(Stop) -> ExpressionSyntax {
        var left = try sum()
        while let comparison = acceptComparison() { left = try binary(comparison, left, try sum()) }
        return left
    }

    private mutating func acceptComparison() -> BinaryOperator? {
        if acceptName("in") { return .within }
        if token.isName("not"), tokens.dropFirst().first?.isName("in") ?? false {
            advance()
            advance()
            return .notWithin
        }
        return accept(anyOf: [.equal, .unequal, .less, .lessOrEqual, .greater, .greaterOrEqual])
    }

    private mutating func accept(anyOf operators: [BinaryOperator]) -> BinaryOperator? {
        operators.first { accept($0.rawValue) }
    }

    private mutating func sum() throws(Stop) -> ExpressionSyntax {
        var left = try concatenation()
        while let sign = accept(anyOf: [.plus, .minus]) { left = try binary(sign, left, try concatenation()) }
        return left
    }

    private mutating func concatenation() throws(Stop) -> ExpressionSyntax {
        var left = try product()
        while accept("~") { left = try binary(.concatenate, left, try product()) }
        return left
    }

    private mutating func product() throws(Stop) -> ExpressionSyntax {
        var left = try unary()
        while let sign = accept(anyOf: [.times, .divide, .remainder]) {
            left = try binary(sign, left, try unary())
        }
        return left
    }

    private func binary(
        _ sign: BinaryOperator, _ left: ExpressionSyntax, _ right: ExpressionSyntax
    ) throws(Stop) -> ExpressionSyntax {
        let range = left.range.lowerBound..<right.range.upperBound
        return try made(.binary(sign, left, right), range, over: left, right)
    }

    private mutating func unary() throws(Stop) -> ExpressionSyntax {
        let start = token.range.lowerBound
        guard accept("-") else { return try filtered(try postfix(try primary())) }
        let operand = try postfix(try primary())
        let range = start..<operand.range.upperBound
        return try filtered(try made(.negative(operand), range, over: operand))
    }
}

// MARK: Values

extension ExpressionParser {
    private mutating func primary() throws(Stop) -> ExpressionSyntax {
        let token = token
        switch token.kind {
        case .int(let number): return literal(.int(number))
        case .string(let text): return literal(.text(text))
        case .name("true"), .name("True"): return literal(.bool(true))
        case .name("false"), .name("False"): return literal(.bool(false))
        case .name("none"), .name("None"): return literal(.none)
        case .name(let name) where !Self.keywords.contains(name):
            advance()
            return ExpressionSyntax(.name(name), token.range)
        case .symbol("("): return try parenthesised()
        case .symbol("["): return try list()
        default: throw unexpected(.expression)
        }
    }

    private mutating func literal(_ value: Value) -> ExpressionSyntax {
        defer { advance() }
        return ExpressionSyntax(.literal(value), token.range)
    }

    private mutating func parenthesised() throws(Stop) -> ExpressionSyntax {
        let start = token.range.lowerBound
        advance()
        let inner = try expression()
        let end = token.range.upperBound
        try expect(")")
        return ExpressionSyntax(inner.kind, start..<end, depth: inner.depth)
    }

    private mutating func list() throws(Stop) -> ExpressionSyntax {
        let start = token.range.lowerBound
        advance()
        var elements: [ArgumentSyntax] = []
        while !token.isSymbol("]") {
            elements.append(ArgumentSyntax(name: nil, value: try expression()))
            if !accept(",") { break }
        }
        let end = token.range.upperBound
        try expect("]")
        return try made(.list(elements.map(\.value)), start..<end, arguments: elements)
    }

    /// `.field`, `[index]` and `(arguments)` behind `base`.
    private mutating func postfix(_ base: ExpressionSyntax) throws(Stop) -> ExpressionSyntax {
        var value = base
        let start = base.range.lowerBound
        while true {
            if accept(".") {
                let name = try fieldName()
                value = try made(.field(value, name), start..<name.range.upperBound, over: value)
            } else if token.isSymbol("[") {
                advance()
                let index = try expression()
                let end = token.range.upperBound
                try expect("]")
                value = try made(.index(value, index), start..<end, over: value, index)
            } else if token.isSymbol("(") {
                let (arguments, end) = try arguments()
                value = try made(.call(value, arguments), start..<end, over: value, arguments: arguments)
            } else {
                return value
            }
        }
    }

    /// A field may bear any name, words of the language included.
    private mutating func fieldName() throws(Stop) -> Name {
        guard case .name(let text) = token.kind else { throw unexpected(.name) }
        defer { advance() }
        return Name(text: text, range: token.range)
    }

    /// Filters and tests behind `base`.
    private mutating func filtered(_ base: ExpressionSyntax) throws(Stop) -> ExpressionSyntax {
        var value = base
        let start = base.range.lowerBound
        while true {
            if accept("|") {
                let name = try fieldName()
                let (arguments, end) = try optionalArguments(after: name)
                value = try made(
                    .filter(value, name, arguments), start..<end, over: value, arguments: arguments)
            } else if acceptName("is") {
                value = try test(of: value)
            } else {
                return value
            }
        }
    }

    private mutating func test(of value: ExpressionSyntax) throws(Stop) -> ExpressionSyntax {
        let start = value.range.lowerBound
        let isNegated = acceptName("not")
        let name = try fieldName()
        var (arguments, end) = try optionalArguments(after: name)
        if arguments.isEmpty, case .int(let number) = token.kind {
            arguments = [ArgumentSyntax(name: nil, value: literal(.int(number)))]
            end = arguments[0].value.range.upperBound
        }
        let test = try made(.test(value, name, arguments), start..<end, over: value, arguments: arguments)
        return isNegated ? try made(.not(test), start..<end, over: test) : test
    }

    private mutating func optionalArguments(after name: Name) throws(Stop) -> ([ArgumentSyntax], Int) {
        token.isSymbol("(") ? try arguments() : ([], name.range.upperBound)
    }

    /// Arguments in parentheses, and where they end.
    private mutating func arguments() throws(Stop) -> ([ArgumentSyntax], Int) {
        try expect("(")
        var arguments: [ArgumentSyntax] = []
        while !token.isSymbol(")") {
            arguments.append(try argument())
            if !accept(",") { break }
        }
        let end = token.range.upperBound
        try expect(")")
        return (arguments, end)
    }

    private mutating func argument() throws(Stop) -> ArgumentSyntax {
        guard case .name = token.kind, tokens.dropFirst().first?.isSymbol("=") ?? false else {
            return ArgumentSyntax(name: nil, value: try expression())
        }
        let name = try name()
        try expect("=")
        return ArgumentSyntax(name: name, value: try expression())
    }
}
