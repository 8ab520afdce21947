import Diagnostics

// Statements, and the scope of names in them.
extension Compiler {
    /// Compiles statements that stand in a scope of their own: a loop's body, a block, a macro.
    func compileWhole(_ statements: [StatementSyntax]) -> Piece {
        let (names, present) = (scope.names, scope.present)
        defer { (scope.names, scope.present) = (names, present) }
        return assemble(statements.map(compile), isWhole: true)
    }

    func compile(_ statement: StatementSyntax) -> Piece {
        switch statement.kind {
        case .text(let bytes): Piece(content: .text(bytes))
        case .output(let expression): compileOutput(expression)
        case .condition(let branches, let otherwise):
            deeper(statement.range) { compileIf(branches, otherwise) } ?? .empty
        case .loop(let name, let list, let body, let otherwise):
            deeper(statement.range) { compileLoop(name, list, body, otherwise) } ?? .empty
        case .set(let name, let value): compileSet(name, value)
        case .block(let block): deeper(statement.range) { compileBlock(block) } ?? .empty
        case .include(let name): deeper(statement.range) { compileInclude(name, statement.range) } ?? .empty
        case .fragment(let name, let substitute):
            deeper(statement.range) { compileFragment(name, substitute, statement.range) } ?? .empty
        }
    }

    private func compileOutput(_ syntax: ExpressionSyntax) -> Piece {
        if case .call(let callee, let arguments) = syntax.kind, arguments.isEmpty,
            case .name("super") = callee.kind
        {
            return compileSuper(syntax.range) ?? .empty
        }
        let checked = check(syntax)
        if let type = checked.type, !isPrintable(type) { report(.cannotPrint(type), syntax.range) }
        if let constant = checked.expression.constant, checked.type != nil {
            return Piece(content: .text(Array(Value.rendered { $0.append(printing: constant) }.utf8)))
        }
        return Piece(
            content: .node(printing(checked, syntax)), dependencies: checked.dependencies,
            weight: checked.weight + 1)
    }

    /// A fragment is replaced as a whole, not the markup in it.
    private func printing(_ checked: Checked, _ syntax: ExpressionSyntax) -> Node {
        guard case .field = syntax.kind, checked.isReplaced, !isInFragment else {
            return PrintNode(checked.expression)
        }
        markupUses.shown += 1
        return MarkupNode(checked.expression)
    }

    func isPrintable(_ type: ValueType) -> Bool {
        type.isNothing || [.text, .html, .int].contains(type.plain)
    }

    private func compileSet(_ name: Name, _ syntax: ExpressionSyntax) -> Piece {
        // `{% set outer = loop %}` keeps the outer loop's knowledge for the inner one.
        if case .name(let other) = syntax.kind, let binding = resolve(other), case .loop = binding.source {
            scope.names[name.text] = binding
            return .empty
        }
        let checked = check(syntax)
        if let constant = checked.expression.constant {
            scope.names[name.text] = constantBinding(constant, checked.type)
            return .empty
        }
        let slot = scope.newSlot()
        let binding = makeVariable(slot, checked)
        scope.names[name.text] = binding
        return Piece(
            content: .node(SetNode(slot, checked.expression)), dependencies: checked.dependencies,
            weight: checked.weight, assigned: [binding.path.root])
    }

    /// A variable that holds what `checked` yields.
    private func makeVariable(_ slot: Int, _ checked: Checked) -> Binding {
        let binding = bind(
            .slot(slot), checked.type, recurs: checked.path.map(isKey) ?? true, places: checked.places)
        origins[binding.path.root] = checked.origin
        return binding
    }

    func constantBinding(_ value: Value, _ type: ValueType?) -> Binding {
        let path = bind(.slot(0), type, recurs: false).path
        return Binding(source: .constant(value), type: type, path: path)
    }
}

// MARK: if

extension Compiler {
    /// A branch after compilation, and the names that it leaves behind.
    private struct Arm {
        var condition: Checked?
        var piece: Piece
        let names: [String: Binding]
    }

    func compileIf(_ branches: [StatementSyntax.Branch], _ otherwise: [StatementSyntax]?) -> Piece {
        let (names, present) = (scope.names, scope.present)
        defer { scope.present = present }
        var arms: [Arm] = []
        var isDecided = false
        for branch in branches where !isDecided {
            let condition = check(branch.condition)
            // Types rule the branch out: what is in it would not fit them.
            if condition.known != false {
                let known = scope.present
                scope.present.formUnion(condition.whenTrue)
                arms.append(compileArm(condition, branch.body, names))
                scope.present = known
            }
            scope.present.formUnion(condition.whenFalse)
            isDecided = condition.known == true
        }
        if !isDecided { arms.append(compileArm(nil, otherwise ?? [], names)) }
        return join(&arms, outer: names)
    }

    private func compileArm(_ condition: Checked?, _ body: [StatementSyntax], _ outer: [String: Binding])
        -> Arm
    {
        defer { scope.names = outer }
        let piece = assemble(body.map(compile), isWhole: false)
        return Arm(condition: condition, piece: piece, names: scope.names)
    }

    private func join(_ arms: inout [Arm], outer: [String: Binding]) -> Piece {
        var dependencies = Dependencies.none
        for arm in arms {
            dependencies.formUnion(arm.piece.dependencies)
            if let condition = arm.condition { dependencies.formUnion(condition.dependencies) }
        }
        let assigned = mergeNames(&arms, outer, dependencies)
        let conditional = arms.compactMap { arm in arm.condition.map { ($0.expression, arm.piece.makeNode()) }
        }
        let otherwise = arms.first { $0.condition == nil }?.piece.makeNode()
        let weight = arms.reduce(1) { $0 + $1.piece.weight + ($1.condition?.weight ?? 0) }
        let memories = arms.flatMap(\.piece.memories)
        return Piece(
            content: .node(IfNode(conditional, otherwise: otherwise)), dependencies: dependencies,
            weight: weight,
            memories: memories, assigned: assigned)
    }

    /// Gives each name that a branch set one slot for all branches, and adds the copying to the branches.
    private func mergeNames(
        _ arms: inout [Arm], _ outer: [String: Binding], _ dependencies: Dependencies
    ) -> [Int] {
        var changed: Set<String> = []
        for arm in arms {
            for (name, binding) in arm.names where outer[name]?.path != binding.path { changed.insert(name) }
        }
        var copies = arms.map { [$0.piece.makeNode()] }
        let assigned = changed.sorted().map { name in
            // An include's scope does not hold the names of its caller.
            let bindings = arms.map { $0.names[name] ?? resolve(name) }
            let (type, conflict) = mergedType(bindings)
            let slot = scope.newSlot()
            let places = bindings.flatMap { $0?.places ?? [] }
            var merged = bind(.slot(slot), type, recurs: true, places: places)
            merged.conflict = conflict
            origins[merged.path.root] = .values(kept(name, bindings, dependencies))
            scope.names[name] = merged
            for index in arms.indices {
                copies[index].append(SetNode(slot, bindings[index]?.expression ?? ConstantExpression(.none)))
            }
            return merged.path.root
        }
        for index in arms.indices where !assigned.isEmpty {
            arms[index].piece.content = .node(SequenceNode(copies[index]))
        }
        return assigned
    }

    /// `dependencies` and what the name depends on in branches that leave it as it was.
    private func kept(
        _ name: String, _ bindings: [Binding?], _ dependencies: Dependencies
    ) -> Dependencies {
        var result = dependencies
        for case let binding? in bindings where binding.path == resolve(name)?.path {
            if binding.expression.constant == nil { result.insert(binding.path) }
        }
        return result
    }

    /// The type that holds what every branch sets, or two types that do not go together; a branch that
    /// sets nothing leaves nothing.
    private func mergedType(_ bindings: [Binding?]) -> (ValueType?, conflict: (ValueType, ValueType)?) {
        var types: [ValueType] = []
        for binding in bindings {
            if let conflict = binding?.conflict { return (nil, conflict) }
            guard let type = binding == nil ? .nothing : binding?.type else { return (nil, nil) }
            types.append(type)
        }
        guard var merged = types.first else { return (nil, nil) }
        for type in types.dropFirst() {
            guard let joined = ValueType.join(merged, type) else { return (nil, (merged, type)) }
            merged = joined
        }
        return (merged, nil)
    }
}

// MARK: for

extension Compiler {
    func compileLoop(
        _ name: Name, _ listSyntax: ExpressionSyntax, _ body: [StatementSyntax],
        _ otherwise: [StatementSyntax]?
    ) -> Piece {
        let list = check(listSyntax)
        let element = list.type?.element
        if let type = list.type, element == nil, !type.isNothing { report(.notAList(type), listSyntax.range) }
        let (names, present) = (scope.names, scope.present)
        defer { (scope.names, scope.present) = (names, present) }
        let item = bind(.slot(scope.newSlot()), element, recurs: true, places: list.places)
        let loop = bind(.slot(scope.newSlot()), .int, recurs: false)
        guard case .slot(let itemSlot) = item.source, case .slot(let index) = loop.source else {
            return .empty
        }
        let slots = LoopSlots(item: itemSlot, index: index, count: scope.newSlot())
        scope.names[name.text] = item
        scope.names["loop"] = Binding(
            source: .loop(index: slots.index, count: slots.count), type: .int, path: loop.path)
        let turn = assemble(body.map(compile), isWhole: true)
        (scope.names, scope.present) = (names, present)
        let rest = otherwise.map(compileWhole)
        let node = ForNode(list.expression, slots, body: turn.makeNode(), otherwise: rest?.makeNode())
        // Who knows the list knows its elements, and which turn it is.
        let inner = turn.dependencies.replacing { root in
            root == item.path.root || root == loop.path.root ? .values(list.dependencies) : nil
        }
        return Piece(
            content: .node(node),
            dependencies: list.dependencies.union(inner).union(rest?.dependencies ?? .none),
            weight: 4 + list.weight + 4 * turn.weight + (rest?.weight ?? 0),
            memories: turn.memories + (rest?.memories ?? []))
    }
}
