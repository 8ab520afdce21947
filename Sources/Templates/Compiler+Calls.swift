import Diagnostics

/// An include or macro compiled for certain types.
struct Instance {
    let part: Part
    let captures: [Capture]
    /// Names that the include looked for in vain.
    let missing: Set<String>
    /// For a macro: the types of its arguments, as one text.
    let arguments: String
    /// In terms of the part's own variables.
    let dependencies: Dependencies
    let weight: Int
    let reads: Set<String>
    let files: Set<String>
    let readsUnknown: Bool
    /// What it reads of each global.
    let globals: [ReadNode]
}

// MARK: Includes

extension Compiler {
    func compileInclude(_ name: Name, _ range: Range<Int>) -> Piece {
        guard let target = find(name) else { return .empty }
        let identity = identity(of: target.identity)
        guard enter(identity, name.text, .include, name.range) else { return .empty }
        defer { active.removeLast() }
        let known = instances[identity]?.first(where: matches)
        return call(known ?? makeInclude(target, identity, range))
    }

    /// Opens a part; reports and gives false when it is open already.
    func enter(
        _ identity: String, _ name: String, _ circle: TemplateProblem.Circle, _ range: Range<Int>
    ) -> Bool {
        if let first = active.firstIndex(where: { $0.identity == identity }) {
            report(.circle(circle, active[first...].map(\.name) + [name]), range)
            return false
        }
        active.append((identity, name))
        return true
    }

    /// True when the include's variables mean the same here as where it was compiled.
    private func matches(_ instance: Instance) -> Bool {
        instance.missing.allSatisfy { resolve($0) == nil }
            && instance.captures.allSatisfy { capture in
                resolve(capture.name).map { signature(of: $0, in: scope) == capture.signature } ?? false
            }
    }

    private func makeInclude(_ target: TemplateFile, _ identity: String, _ range: Range<Int>) -> Instance {
        let inner = Scope(caller: scope)
        inner.globals = schema.globals.map { _ in ReadNode() }
        return makeInstance(identity, inner, "", calledFrom: range) {
            compileChain(from: target)
        }
    }

    /// What `part` is compiled as: in a fragment markup cannot be replaced, see `printing`.
    private func identity(of part: String) -> String { isInFragment ? part + " in a fragment" : part }

    /// Compiles `body` in `inner` and keeps it for other callers.
    func makeInstance(
        _ identity: String, _ inner: Scope, _ arguments: String, calledFrom range: Range<Int>,
        _ body: () -> Piece
    ) -> Instance {
        let outer = (scope, callers, openBlocks, chain)
        callers.append(place(range))
        scope = inner
        let piece = body()
        inner.close()
        (scope, callers, openBlocks, chain) = outer
        let part = Part()
        part.body = piece.makeNode()
        part.ownSlots = inner.slots
        part.allSlots = inner.slots + inner.calledSlots
        let instance = Instance(
            part: part, captures: inner.captures, missing: inner.missing, arguments: arguments,
            dependencies: piece.dependencies, weight: piece.weight, reads: inner.reads, files: inner.files,
            readsUnknown: inner.readsUnknown, globals: inner.globals)
        instances[identity, default: []].append(instance)
        return instance
    }

    func call(_ instance: Instance) -> Piece {
        var values: [(slot: Int, value: Expression)] = []
        var origins: [Int: Dependencies.Origin] = [:]
        for capture in instance.captures {
            guard let outer = resolve(capture.name) else { continue }
            switch (capture.binding.source, outer.source) {
            case (.slot(let slot), _): values.append((slot, outer.expression))
            case (.loop(let index, let count), .loop(let outerIndex, let outerCount)):
                values.append((index, SlotExpression(outerIndex)))
                values.append((count, SlotExpression(outerCount)))
            default: continue
            }
            hand(outer.places, outer.type, to: capture.binding)
            origins[capture.binding.path.root] = .path(outer.path)
        }
        return call(instance, values, origins)
    }

    private func call(
        _ instance: Instance, _ values: [(slot: Int, value: Expression)],
        _ origins: [Int: Dependencies.Origin]
    ) -> Piece {
        let node = CallNode(instance.part, values)
        scope.calls.append(node)
        scope.calledSlots = max(scope.calledSlots, instance.part.allSlots)
        scope.reads.formUnion(instance.reads)
        scope.files.formUnion(instance.files)
        scope.readsUnknown = scope.readsUnknown || instance.readsUnknown
        for (mine, read) in zip(scope.globals, instance.globals) { mine.merge(read) }
        return Piece(
            content: .node(node), dependencies: instance.dependencies.replacing { origins[$0] },
            weight: instance.weight + 1)
    }
}

extension Compiler {
    /// What the part reads of its variable is read where the caller has the value from.
    private func hand(_ places: [ReadNode], _ type: ValueType?, to variable: Binding) {
        for place in places { variable.places.forEach(place.merge) }
        if places.isEmpty, let type, !type.isNothing, type.innermostObject != nil {
            scope.readsUnknown = true
        }
    }
}

// MARK: Names

extension Compiler {
    /// What `name` means here; nil when nothing.
    func resolve(_ name: String) -> Binding? { resolve(name, in: scope) }

    private func resolve(_ name: String, in scope: Scope) -> Binding? {
        if let binding = scope.names[name] { return binding }
        if let capture = scope.captures.first(where: { $0.name == name }) { return capture.binding }
        guard let caller = scope.caller else { return nil }
        guard let outer = resolve(name, in: caller) else {
            scope.missing.insert(name)
            return nil
        }
        return capture(name, outer, from: caller, in: scope)
    }

    /// Makes the caller's `outer` a variable of the include.
    private func capture(_ name: String, _ outer: Binding, from caller: Scope, in scope: Scope) -> Binding {
        let signature = signature(of: outer, in: caller)
        var binding = outer
        switch outer.source {
        case .constant: break
        case .global(let index): binding.places = [scope.globals[index]]
        case .slot: binding = bind(.slot(scope.newSlot()), outer.type, recurs: signature.recurs)
        case .loop:
            let index = scope.newSlot()
            let path = bind(.slot(index), .int, recurs: false).path
            binding = Binding(source: .loop(index: index, count: scope.newSlot()), type: .int, path: path)
        }
        binding.isGiven = outer.isGiven
        binding.conflict = outer.conflict
        scope.captures.append(Capture(name: name, binding: binding, signature: signature))
        // Bindings stand for whole variables, so the way behind the variable is the same on both sides.
        for path in caller.allPresent where path.root == outer.path.root {
            scope.inherited.insert(
                Dependencies.Path(root: binding.path.root, steps: path.steps, shared: path.shared))
        }
        return binding
    }

    private func signature(of binding: Binding, in caller: Scope) -> Capture.Signature {
        let source =
            switch binding.source {
            case .global(let index): "global \(index)"
            case .constant(let value): "constant \(value)"
            case .slot: "slot"
            case .loop: "loop"
            }
        let present = caller.allPresent.filter { $0.root == binding.path.root }
        return Capture.Signature(
            type: binding.type, source: source, recurs: isKey(binding.path),
            present: Set(present.map(\.steps)))
    }
}

// MARK: Macros

extension Compiler {
    /// Finds the macro that `name`, or `module.name`, calls.
    private func macro(_ callee: ExpressionSyntax) -> (MacroSyntax, TemplateFile)? {
        switch callee.kind {
        case .name(let name): return macro(named: name, callee.range)
        case .field(let base, let name):
            guard case .name(let alias) = base.kind else { break }
            return macro(named: name, inModule: alias, base.range)
        default: break
        }
        report(.notAFunction, callee.range)
        return nil
    }

    private func macro(named name: String, _ range: Range<Int>) -> (MacroSyntax, TemplateFile)? {
        if let own = file.macro(name) { return (own, file) }
        var known = file.macros.map(\.name.text) + ["super"]
        for entry in file.imports {
            guard case .names(let names) = entry.kind else { continue }
            known += names.map(\.alias.text)
            guard let match = names.first(where: { $0.alias.text == name }) else { continue }
            // A missing file or macro is reported at the import.
            guard let target = library[entry.template.text] else { return nil }
            return target.macro(match.name.text).map { ($0, target) }
        }
        report(.unknownFunction(name, suggestion: Suggestion.nearest(to: name, among: known)), range)
        return nil
    }

    private func macro(
        named name: Name, inModule alias: String, _ range: Range<Int>
    ) -> (MacroSyntax, TemplateFile)? {
        var known: [String] = []
        for entry in file.imports {
            guard case .all(let module) = entry.kind else { continue }
            known.append(module.text)
            guard module.text == alias else { continue }
            guard let target = library[entry.template.text] else { return nil }
            if let macro = target.macro(name.text) { return (macro, target) }
            let macros = target.macros.map(\.name.text)
            report(
                .unknownFunction(name.text, suggestion: Suggestion.nearest(to: name.text, among: macros)),
                name.range)
            return nil
        }
        report(.unknownFunction(alias, suggestion: Suggestion.nearest(to: alias, among: known)), range)
        return nil
    }

    /// Checks a call of a macro or of `super()`.
    func checkCall(_ callee: ExpressionSyntax, _ arguments: [ArgumentSyntax], _ range: Range<Int>) -> Checked
    {
        if case .name("super") = callee.kind {
            guard match(arguments, "super", [], range) != nil else { return .broken }
            return compileSuper(range).map(captured) ?? .broken
        }
        let values = arguments.map { check($0.value) }
        guard let (macro, target) = macro(callee),
            let order = match(
                arguments, macro.name.text, macro.parameters.map { ($0.name.text, $0.fallback == nil) }, range
            )
        else { return .broken }
        let identity = identity(of: target.identity + ":" + macro.name.text)
        guard enter(identity, macro.name.text, .macro, callee.range) else { return .broken }
        defer { active.removeLast() }
        return deeper(range) {
            captured(compileCall(macro, target, identity, order.map { $0.map { values[$0] } }, range))
        } ?? .broken
    }

    private func captured(_ piece: Piece) -> Checked {
        Checked(
            expression: CaptureExpression(piece.makeNode()), type: .html, dependencies: piece.dependencies,
            weight: piece.weight)
    }

    private func compileCall(
        _ macro: MacroSyntax, _ target: TemplateFile, _ identity: String, _ values: [Checked?],
        _ range: Range<Int>
    ) -> Piece {
        let key = values.map(argumentKey).joined(separator: ", ")
        let instance =
            instances[identity]?.first { $0.arguments == key }
            ?? makeMacro(macro, target, identity, values, key, range)
        var slots: [(slot: Int, value: Expression)] = []
        var origins: [Int: Dependencies.Origin] = [:]
        for (capture, value) in zip(instance.captures, values) {
            guard let value, case .slot(let slot) = capture.binding.source else { continue }
            slots.append((slot, value.expression))
            hand(value.places, value.type, to: capture.binding)
            origins[capture.binding.path.root] = value.origin
        }
        return call(instance, slots, origins)
    }

    /// All that a macro's compiled form depends on in one of its arguments.
    private func argumentKey(_ value: Checked?) -> String {
        guard let value else { return "-" }
        let type = value.type.map { "\($0)" } ?? "?"
        if let constant = value.expression.constant { return "\(type) = \(constant)" }
        return type + (value.path.map(isKey) ?? true ? " recurs" : "")
    }

    private func makeMacro(
        _ macro: MacroSyntax, _ target: TemplateFile, _ identity: String, _ values: [Checked?], _ key: String,
        _ range: Range<Int>
    ) -> Instance {
        let inner = Scope()
        bindGlobals(in: inner)
        return makeInstance(identity, inner, key, calledFrom: range) {
            (openBlocks, chain) = ([], [])
            return inside(target) {
                let defaults = zip(macro.parameters, values).map { bindParameter($0, $1) }
                return timed(identity, assemble(defaults + macro.body.map(compile), isWhole: true))
            }
        }
    }

    /// Binds a parameter to an argument of the type of `value`, or to its default.
    private func bindParameter(_ parameter: MacroSyntax.Parameter, _ value: Checked?) -> Piece {
        let name = parameter.name.text
        var piece = Piece.empty
        let binding: Binding
        if let value, let constant = value.expression.constant {
            binding = constantBinding(constant, value.type)
        } else if let value {
            binding = bind(.slot(scope.newSlot()), value.type, recurs: value.path.map(isKey) ?? true)
        } else {
            let fallback = parameter.fallback ?? ExpressionSyntax(.literal(.none), parameter.name.range)
            let set = StatementSyntax(kind: .set(parameter.name, fallback), range: parameter.name.range)
            piece = compile(set)
            binding = scope.names[name] ?? constantBinding(.none, nil)
        }
        scope.names[name] = binding
        let signature = Capture.Signature(type: binding.type, source: "", recurs: false, present: [])
        scope.captures.append(Capture(name: name, binding: binding, signature: signature))
        return piece
    }
}
