import Diagnostics

// Filters and tests.
extension Compiler {
    func checkFilter(
        _ inputSyntax: ExpressionSyntax, _ name: Name, _ arguments: [ArgumentSyntax]
    ) -> Checked {
        let input = check(inputSyntax)
        let values = arguments.map { check($0.value) }
        guard let filter = schema.filter(name.text) else {
            let suggestion = Suggestion.nearest(to: name.text, among: schema.filters.map(\.name))
            report(.unknownFilter(name.text, suggestion: suggestion), name.range)
            return .broken
        }
        let declared = filter.arguments.map { ($0.name, $0.fallback == nil) }
        guard let order = match(arguments, name.text, declared, name.range) else { return .broken }
        guard let type = input.type else { return .broken }
        guard filter.accepts(type) else {
            report(.wrongInput(filter: name.text, type, accepted: filter.acceptedTypes), inputSyntax.range)
            return .broken
        }
        let checked = zip(filter.arguments, order).map { argument, place in
            place.map { checkArgument(argument, of: filter, values[$0], arguments[$0]) }
                ?? Checked.constant(argument.fallback ?? .none, argument.type)
        }
        guard checked.allSatisfy({ $0.type != nil }),
            let result = filter.resultType(of: type, arguments: checked.compactMap(\.type))
        else {
            if let value = checked.first?.type {
                report(.mixedTypes(type.plain, value), arguments[0].value.range)
            }
            return .broken
        }
        return apply(filter, to: input, result, checked) { place in
            order[place].map { arguments[$0].value.range } ?? name.range
        }
    }

    private func checkArgument(
        _ argument: Filter.Argument, of filter: Filter, _ value: Checked, _ syntax: ArgumentSyntax
    ) -> Checked {
        guard let type = value.type else { return .broken }
        guard argument.type.isNothing || type.fits(argument.type) else {
            report(
                .wrongArgument(callee: filter.name, argument: argument.name, type, expected: argument.type),
                syntax.value.range)
            return .broken
        }
        if argument.isLiteral, value.expression.constant == nil {
            report(.literalNeeded(callee: filter.name, argument: argument.name), syntax.value.range)
            return .broken
        }
        return value
    }

    private func apply(
        _ filter: Filter, to input: Checked, _ result: ValueType, _ arguments: [Checked],
        rangeOf: (Int) -> Range<Int>
    ) -> Checked {
        let action: Filter.Action
        do throws(FilterError) {
            action = try filter.prepare(arguments.map(\.expression.constant))
        } catch {
            report(error.problem, rangeOf(error.argument))
            return .broken
        }
        let values = FilterArguments(arguments.map(\.expression))
        let expression: Expression
        switch action {
        case .value(let apply):
            expression = FilterExpression(input.expression, values, takesNone: filter.takesNone, apply)
        case .append(let append):
            expression = AppendingFilterExpression(
                input.expression, values, takesNone: filter.takesNone, isHTML: result.plain == .html, append)
        }
        let checked = Checked(expression: expression, type: result, weight: 3).adding(input)
        return arguments.reduce(checked) { $0.adding($1) }
    }

    /// For each declared parameter the place of its argument; nil after a problem was reported.
    func match(
        _ arguments: [ArgumentSyntax], _ callee: String, _ declared: [(name: String, isRequired: Bool)],
        _ range: Range<Int>
    ) -> [Int?]? {
        var order = [Int?](repeating: nil, count: declared.count)
        for (place, argument) in arguments.enumerated() {
            guard let target = parameter(argument, place, callee, declared.map(\.name)) else { return nil }
            guard order[target] == nil else {
                let name = declared[target].name
                report(
                    .duplicateArgument(callee: callee, argument: name),
                    argument.name?.range ?? argument.value.range)
                return nil
            }
            order[target] = place
        }
        for (target, parameter) in declared.enumerated() where parameter.isRequired && order[target] == nil {
            report(.missingArgument(callee: callee, argument: parameter.name), range)
            return nil
        }
        return order
    }

    private func parameter(
        _ argument: ArgumentSyntax, _ place: Int, _ callee: String, _ declared: [String]
    ) -> Int? {
        guard let name = argument.name else {
            if place < declared.count { return place }
            report(.tooManyArguments(callee: callee, limit: declared.count), argument.value.range)
            return nil
        }
        if let target = declared.firstIndex(of: name.text) { return target }
        let suggestion = Suggestion.nearest(to: name.text, among: declared)
        report(.unknownArgument(callee: callee, argument: name.text, suggestion: suggestion), name.range)
        return nil
    }
}

// MARK: Types of filters

extension Filter {
    /// True for the filters that do something with what is missing.
    var takesNone: Bool {
        switch input {
        case .anything, .plain: true
        case .types, .list: false
        }
    }

    func accepts(_ type: ValueType) -> Bool {
        if type.isNothing { return true }
        return switch input {
        case .anything: true
        case .list: type.element != nil
        case .plain: Self.isPlain(type)
        case .types(let accepted):
            accepted.contains { $0 == type.plain || ($0.element?.isNothing ?? false) && type.element != nil }
        }
    }

    private static func isPlain(_ type: ValueType) -> Bool {
        switch type.plain {
        case .object: false
        case .list(let element): element.isNothing || isPlain(element)
        default: true
        }
    }

    var acceptedTypes: [ValueType] {
        switch input {
        case .types(let types): types
        case .list: [.list(.nothing)]
        case .plain: [.text, .html, .int, .bool, .date]
        case .anything: []
        }
    }

    /// The result for an input of `type`; nil when the argument of `default` does not go with it.
    func resultType(of type: ValueType, arguments: [ValueType]) -> ValueType? {
        let isOptional = type.isOptional && !takesNone
        switch result {
        case .type(let result): return isOptional ? result.optional : result
        case .element: return type.element?.optional ?? .nothing
        case .sameAsInput: return type
        case .withoutOptional:
            return type.isNothing ? arguments.first : ValueType.join(type.plain, arguments.first ?? .nothing)
        }
    }
}

// MARK: Tests

extension Compiler {
    enum Test: String, CaseIterable {
        case defined, undefined, none, odd, even, divisibleby, empty

        /// With its arguments.
        var usage: String { self == .divisibleby ? "divisibleby(n)" : rawValue }

        var doc: String {
            switch self {
            case .defined: "the variable is known here and not missing"
            case .undefined: "it is not"
            case .none: "the value is missing"
            case .odd: "the number is odd"
            case .even: "the number is even"
            case .divisibleby: "the number can be divided by `n` without remainder"
            case .empty: "the text, HTML or list is empty or missing"
            }
        }
    }

    func checkTest(_ syntax: ExpressionSyntax, _ name: Name, _ arguments: [ArgumentSyntax]) -> Checked {
        switch Test(rawValue: name.text) {
        case .defined, .undefined, .some(.none): checkPresence(syntax, name, arguments)
        case .odd, .even, .divisibleby: checkDivisible(syntax, name, arguments)
        case .empty: checkEmpty(syntax, name, arguments)
        case nil: reportUnknownTest(syntax, name)
        }
    }

    private func reportUnknownTest(_ syntax: ExpressionSyntax, _ name: Name) -> Checked {
        _ = check(syntax)
        report(
            .unknownTest(
                name.text, suggestion: Suggestion.nearest(to: name.text, among: Test.allCases.map(\.rawValue))
            ),
            name.range)
        return .broken
    }

    private func checkPresence(_ syntax: ExpressionSyntax, _ name: Name, _ arguments: [ArgumentSyntax])
        -> Checked
    {
        guard match(arguments, name.text, [], name.range) != nil else { return .broken }
        let asksForSomething = name.text == "defined"
        if name.text != "none", case .name(let variable) = syntax.kind, resolve(variable) == nil {
            return presence(true, asksForSomething)
        }
        if case .name(let variable) = syntax.kind, case .loop? = resolve(variable)?.source {
            return presence(false, asksForSomething)
        }
        let operand = check(syntax)
        guard let type = operand.type else { return .broken }
        if !type.isOptional { return presence(false, asksForSomething) }
        let isNone = IsNoneExpression(operand.expression)
        var result = Checked(
            expression: asksForSomething ? NotExpression(isNone) : isNone, type: .bool,
            dependencies: operand.dependencies, weight: operand.weight)
        if let path = operand.path {
            if asksForSomething { result.whenTrue = [path] } else { result.whenFalse = [path] }
        }
        if operand.known == false { result.known = !asksForSomething }
        return result
    }

    /// The answer of a test that types alone decide.
    private func presence(_ isNone: Bool, _ asksForSomething: Bool) -> Checked {
        var result = Checked.constant(.bool(isNone != asksForSomething), .bool)
        result.known = isNone != asksForSomething
        return result
    }

    private func checkDivisible(_ syntax: ExpressionSyntax, _ name: Name, _ arguments: [ArgumentSyntax])
        -> Checked
    {
        let operand = checkTestInput(syntax, name, [.int])
        let isGeneral = name.text == "divisibleby"
        guard match(arguments, name.text, isGeneral ? [("n", true)] : [], name.range) != nil else {
            return .broken
        }
        let divisor =
            arguments.first.map { checkOperand($0.value, name.text, .int) } ?? .constant(.int(2), .int)
        if let first = arguments.first, case .int(0)? = divisor.expression.constant {
            report(.divisionByZero, first.value.range)
        }
        let divisible = DivisibleExpression(operand.expression, by: divisor.expression)
        let expression: Expression = name.text == "odd" ? NotExpression(divisible) : divisible
        return Checked(expression: expression, type: .bool).adding(operand).adding(divisor)
    }

    private func checkEmpty(_ syntax: ExpressionSyntax, _ name: Name, _ arguments: [ArgumentSyntax])
        -> Checked
    {
        let operand = checkTestInput(syntax, name, [.text, .html, .list(.nothing)])
        guard match(arguments, name.text, [], name.range) != nil else { return .broken }
        var result = Checked(expression: NotExpression(operand.expression), type: .bool).adding(operand)
        result.whenFalse = operand.whenTrue
        return result
    }

    private func checkTestInput(_ syntax: ExpressionSyntax, _ name: Name, _ accepted: [ValueType]) -> Checked
    {
        let operand = check(syntax)
        guard let type = operand.type, !type.isNothing else { return operand }
        let fits =
            accepted.contains(type.plain) || (type.element != nil && accepted.contains { $0.element != nil })
        if !fits {
            report(.wrongTestInput(test: name.text, type, accepted: accepted), syntax.range)
        } else if type.isOptional, accepted == [.int] {
            report(.optionalOperand(text(syntax)), syntax.range)
        }
        return operand
    }
}
