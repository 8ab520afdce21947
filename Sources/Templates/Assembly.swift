// Puts statements together and decides which parts of a page are remembered.
extension Compiler {
    /// A part that costs less than this is not worth looking up by an object's number.
    private static let keyedThreshold = 8
    /// The same for a part that only reads `site`: it is copied without being looked up.
    private static let constantThreshold = 3
    private static let mostKeys = 2

    /// Statements that are remembered, or not, together.
    private struct Run {
        var pieces: [Piece]
        /// nil: cannot be remembered. Empty: the same on every page.
        var keys: [Dependencies.Path]?
        var isText: Bool { pieces.allSatisfy(\.isText) }
        var weight: Int { pieces.reduce(0) { $0 + $1.weight } }
    }

    /// Joins `pieces` to one. `isWhole` says that nothing outside reads what they set.
    func assemble(_ pieces: [Piece], isWhole: Bool) -> Piece {
        let pieces = joiningTexts(pieces)
        let assigned = pieces.flatMap(\.assigned)
        let whole = expanded(
            pieces.reduce(into: Dependencies.none) { $0.formUnion($1.dependencies) }, assigned)
        var joined: Piece
        if isWhole, let keys = keys(of: whole), isWorthwhile(keys, pieces.reduce(0) { $0 + $1.weight }) {
            joined = remembered(pieces, keys)
        } else {
            joined = sequence(runs(pieces).flatMap(render))
        }
        joined.dependencies = whole
        joined.assigned = isWhole ? [] : assigned
        return joined
    }

    /// What `dependencies` are outside of the statements that set `assigned`.
    private func expanded(_ dependencies: Dependencies, _ assigned: [Int]) -> Dependencies {
        var result = dependencies
        // Each variable depends only on earlier ones, so that from last to first one replacement is enough.
        for root in assigned.reversed() {
            result = result.replacing { $0 == root ? origins[root] : nil }
        }
        return result
    }

    private func joiningTexts(_ pieces: [Piece]) -> [Piece] {
        var joined: [Piece] = []
        var text: [UInt8] = []
        for piece in pieces {
            if case .text(let bytes) = piece.content {
                text += bytes
                continue
            }
            if !text.isEmpty { joined.append(Piece(content: .text(text))) }
            text = []
            joined.append(piece)
        }
        if !text.isEmpty { joined.append(Piece(content: .text(text))) }
        return joined
    }

    private func sequence(_ pieces: [Piece]) -> Piece {
        if pieces.count == 1 { return pieces[0] }
        if pieces.isEmpty { return .empty }
        return Piece(
            content: .node(SequenceNode(pieces.map { $0.makeNode() })),
            weight: pieces.reduce(0) { $0 + $1.weight }, memories: pieces.flatMap(\.memories))
    }
}

extension Compiler {
    /// Gives the remembered parts their numbers; they are not remembered before.
    func numberMemories() {
        for (number, node) in memories.filter({ !$0.isRedundant }).enumerated() { node.part = number }
    }
}

// MARK: Runs

extension Compiler {
    private func runs(_ pieces: [Piece]) -> [Run] {
        var runs: [Run] = []
        for piece in pieces {
            let keys = piece.assigned.isEmpty ? keys(of: piece.dependencies) : nil
            guard var last = runs.popLast() else {
                runs.append(Run(pieces: [piece], keys: keys))
                continue
            }
            if piece.isText || last.keys.map(Set.init) == keys.map(Set.init) {
                last.pieces.append(piece)
            } else if last.isText {
                last = Run(pieces: last.pieces + [piece], keys: keys)
            } else if let joined = joinedKeys(last, Run(pieces: [piece], keys: keys)) {
                last = Run(pieces: last.pieces + [piece], keys: joined)
            } else {
                runs.append(last)
                last = Run(pieces: [piece], keys: keys)
            }
            runs.append(last)
        }
        return runs
    }

    /// A small run joins a neighbour that is remembered by the same objects and more.
    private func joinedKeys(_ left: Run, _ right: Run) -> [Dependencies.Path]? {
        guard let a = left.keys, let b = right.keys else { return nil }
        if Set(b).isSubset(of: a), !isWorthwhile(b, right.weight) { return a }
        if Set(a).isSubset(of: b), !isWorthwhile(a, left.weight) { return b }
        return nil
    }

    private func isWorthwhile(_ keys: [Dependencies.Path], _ weight: Int) -> Bool {
        weight >= (keys.isEmpty ? Self.constantThreshold : Self.keyedThreshold)
    }

    private func render(_ run: Run) -> [Piece] {
        guard let keys = run.keys, isWorthwhile(keys, run.weight) else { return run.pieces }
        return [remembered(run.pieces, keys)]
    }

    private func remembered(_ pieces: [Piece], _ keys: [Dependencies.Path]) -> Piece {
        let body = sequence(pieces)
        // What lies inside and is known by the same objects would be kept twice; inside of what is rendered
        // once, everything is.
        for inner in body.memories where keys.isEmpty || Set(inner.keys) == Set(keys) {
            inner.isRedundant = true
        }
        let node = MemoryNode(keys: keys, expressions: keys.map(expression(of:)), body: body.makeNode())
        memories.append(node)
        return Piece(content: .node(node), weight: 2, memories: body.memories + [node])
    }
}

// MARK: Keys

extension Compiler {
    /// The objects that determine what depends on `dependencies`: nil when there are none that recur, or
    /// too many.
    func keys(of dependencies: Dependencies) -> [Dependencies.Path]? {
        guard !dependencies.isUnknown else { return nil }
        let paths = dependencies.essential.filter { !isConstant($0) }
        guard paths.count <= Self.mostKeys, paths.allSatisfy(isKey) else { return nil }
        return paths
    }

    /// True for what is the same on all pages.
    private func isConstant(_ path: Dependencies.Path) -> Bool {
        if case .global = roots[path.root].place { path.shared.allSatisfy { $0 } } else { false }
    }

    /// True for an object that turns up again: not for the page's own subject.
    func isKey(_ path: Dependencies.Path) -> Bool {
        guard path.shared.last ?? false else { return false }
        return !path.steps.isEmpty || (roots[path.root].recurs && roots[path.root].type?.objectName != nil)
    }

    /// The expression that reads the object at `path`.
    private func expression(of path: Dependencies.Path) -> Expression {
        var expression: Expression
        switch roots[path.root].place {
        case .global(let index): expression = GlobalExpression(index)
        case .slot(let slot): expression = SlotExpression(slot)
        }
        var type = roots[path.root].type?.plain
        for step in path.steps {
            switch step {
            case .field(let name):
                guard let field = type?.objectName.flatMap(schema.object)?.field(name) else {
                    return Expression()
                }
                expression = FieldExpression(expression, field.read)
                type = field.type.plain
            case .index(let index):
                expression = IndexExpression(expression, ConstantExpression(.int(index)))
                type = type?.element?.plain
            }
        }
        return expression
    }
}

extension ObjectType {
    func field(_ name: String) -> Field? { fields.first { $0.name == name } }
}
