import Diagnostics

// Types of expressions, and their compiled forms.
extension Compiler {
    func check(_ syntax: ExpressionSyntax) -> Checked {
        switch syntax.kind {
        case .broken: .broken
        case .literal(let value): Checked.constant(value, value.literalType)
        case .list(let elements): checkList(elements, syntax.range)
        case .name(let name): checkName(name, syntax.range)
        case .field(let base, let name): checkField(base, name)
        case .index(let list, let index): checkIndex(list, index)
        case .call(let callee, let arguments): checkCall(callee, arguments, syntax.range)
        case .filter(let input, let name, let arguments): checkFilter(input, name, arguments)
        case .test(let operand, let name, let arguments): checkTest(operand, name, arguments)
        case .not(let operand): checkNot(operand)
        case .negative(let operand): checkNegative(operand)
        case .binary(let sign, let left, let right): checkBinary(sign, left, right)
        case .conditional(let yes, let condition, let no): checkConditional(yes, condition, no)
        }
    }

    // MARK: Names

    private func checkName(_ name: String, _ range: Range<Int>) -> Checked {
        guard let binding = resolve(name) else {
            reportUnknown(name, range)
            return .broken
        }
        if case .loop = binding.source {
            report(.cannotPrint(.object("loop")), range)
            return .broken
        }
        if let (left, right) = binding.conflict { report(.mixedTypes(left, right), range) }
        if binding.isGiven, binding.type?.objectName == nil { scope.reads.insert(name) }
        return valueOf(binding)
    }

    private func valueOf(_ binding: Binding) -> Checked {
        if let constant = binding.expression.constant {
            return Checked(expression: binding.expression, type: binding.type, weight: 0).truth(constant)
        }
        var dependencies = Dependencies.none
        dependencies.insert(binding.path)
        let checked = Checked(
            expression: binding.expression, type: binding.type, dependencies: dependencies,
            path: binding.path, places: binding.places)
        return narrowed(checked)
    }

    /// Takes the optional away where it is known that there is something, and says what truth tells.
    private func narrowed(_ checked: Checked) -> Checked {
        guard let path = checked.path, let type = checked.type, type.isOptional else { return checked }
        var result = checked
        if scope.isPresent(path) { result.type = type.plain }
        result.whenTrue = [path]
        return result
    }

    private func reportUnknown(_ name: String, _ range: Range<Int>) {
        if file.macro(name) != nil || isImported(name) { return report(.macroWithoutCall(name), range) }
        if isInFragment, isPageVariable(name) { return report(.pageVariableInFragment(name), range) }
        var names = Set(scope.names.keys).union(scope.captures.map(\.name))
        var caller = scope.caller
        while let outer = caller {
            names.formUnion(outer.names.keys)
            caller = outer.caller
        }
        let suggestion = Suggestion.nearest(to: name, among: names.sorted())
        report(.unknownVariable(name, page: page, suggestion: suggestion), range)
    }

    private func isImported(_ name: String) -> Bool {
        file.imports.contains { entry in
            switch entry.kind {
            case .all(let alias): alias.text == name
            case .names(let names): names.contains { $0.alias.text == name }
            }
        }
    }
}

// MARK: Fields and elements

extension Compiler {
    private func checkField(_ baseSyntax: ExpressionSyntax, _ name: Name) -> Checked {
        if case .name(let variable) = baseSyntax.kind, let binding = resolve(variable),
            case .loop(let index, let count) = binding.source
        {
            return checkLoopField(name, index, count, binding)
        }
        let base = check(baseSyntax)
        guard let type = base.type, !type.isNothing else { return .broken }
        if type.isOptional {
            report(.fieldOfOptional(name.text, path: text(baseSyntax)), baseSyntax.range)
        }
        guard case .object(let typeName) = type.plain, let object = schema.object(typeName) else {
            report(.fieldOfPlainValue(name.text, of: type.plain), name.range)
            return .broken
        }
        guard let field = object.field(name.text) else {
            let suggestion = Suggestion.nearest(to: name.text, among: object.fields.map(\.name))
            report(.unknownField(name.text, of: type.plain, suggestion: suggestion), name.range)
            return .broken
        }
        scope.reads.insert(typeName + "." + field.name)
        if base.places.isEmpty { scope.readsUnknown = true }
        if field.isReplaced { markupUses.read += 1 }
        return read(field, of: base, isShared: object.shared)
    }

    private func read(_ field: Field, of base: Checked, isShared: Bool) -> Checked {
        var result = Checked(
            expression: FieldExpression(base.expression, field.read), type: field.type,
            places: base.places.map { $0.field(field.name) }, weight: base.weight + 1)
        result.isReplaced = field.isReplaced
        if let variable = base.expression as? SlotExpression {
            result.expression = SlotFieldExpression(variable.slot, field.read)
        }
        guard let path = base.path else {
            result.dependencies = isShared ? base.dependencies : .unknown
            return result
        }
        let next = path.appending(.field(field.name), shared: schema.isShared(field.type))
        result.path = next
        // An object is known by its own number, all else by that of the object which holds it.
        result.dependencies.insert(field.type.objectName == nil ? path : next)
        return narrowed(result)
    }

    private func checkLoopField(_ name: Name, _ index: Int, _ count: Int, _ binding: Binding) -> Checked {
        guard let field = LoopExpression.Field(rawValue: name.text) else {
            let known = LoopExpression.Field.allCases.map(\.rawValue)
            let suggestion = Suggestion.nearest(to: name.text, among: known)
            report(.unknownField(name.text, of: .object("loop"), suggestion: suggestion), name.range)
            return .broken
        }
        var dependencies = Dependencies.none
        dependencies.insert(binding.path)
        return Checked(
            expression: LoopExpression(field, index: index, count: count), type: field.type,
            dependencies: dependencies)
    }

    private func checkIndex(_ listSyntax: ExpressionSyntax, _ indexSyntax: ExpressionSyntax) -> Checked {
        let list = check(listSyntax)
        let index = checkOperand(indexSyntax, "[]", .int)
        guard let type = list.type else { return .broken }
        if type.isOptional, !type.isNothing {
            report(.fieldOfOptional("[]", path: text(listSyntax)), listSyntax.range)
        }
        guard case .list(let element) = type.plain else {
            if !type.isNothing { report(.notAList(type), listSyntax.range) }
            return .broken
        }
        var result = Checked(
            expression: IndexExpression(list.expression, index.expression), type: element.optional,
            dependencies: list.dependencies.union(index.dependencies), places: list.places,
            weight: list.weight + index.weight + 1)
        if let path = list.path, case .int(let position)? = index.expression.constant {
            let next = path.appending(.index(position), shared: schema.isShared(element))
            result.path = next
            if element.objectName != nil {
                result.dependencies = .none
                result.dependencies.insert(next)
            }
        }
        return narrowed(result)
    }

    private func checkList(_ elements: [ExpressionSyntax], _ range: Range<Int>) -> Checked {
        let checked = elements.map(check)
        var type = ValueType.nothing
        for (index, element) in checked.enumerated() {
            guard let elementType = element.type else { return .broken }
            guard index > 0 else {
                type = elementType
                continue
            }
            guard let joined = ValueType.join(type, elementType) else {
                report(.mixedTypes(type, elementType), elements[index].range)
                return .broken
            }
            type = joined
        }
        let constants = checked.compactMap(\.expression.constant)
        let expression: Expression =
            constants.count == checked.count
            ? ConstantExpression(.list(.values(constants))) : ListExpression(checked.map(\.expression))
        return checked.reduce(Checked(expression: expression, type: .list(type))) { $0.adding($1) }
    }

    /// The source of an expression, to be shown in a message.
    func text(_ syntax: ExpressionSyntax) -> String {
        String(decoding: file.source.text.bytes[syntax.range], as: UTF8.self)
    }
}

extension Value {
    /// The type of a value that is written in a template.
    var literalType: ValueType {
        switch self {
        case .bool: .bool
        case .int: .int
        case .text: .text
        case .html, .markup: .html
        case .date: .date
        case .none, .object, .list: .nothing
        }
    }
}

extension LoopExpression.Field {
    var type: ValueType {
        switch self {
        case .first, .last: .bool
        case .index, .index0, .length, .revindex, .revindex0: .int
        }
    }
}

extension Checked {
    /// The truth of a constant `none`: what is only done when there is something is not compiled.
    func truth(_ constant: Value) -> Checked {
        var result = self
        if constant.isNone { result.known = false }
        return result
    }
}
