import Diagnostics

// Inheritance and blocks.
extension Compiler {
    /// Compiles a template with all that it extends.
    func compileChain(from start: TemplateFile) -> Piece {
        let outer = (chain, openBlocks)
        defer { (chain, openBlocks) = outer }
        openBlocks = []
        guard let parents = parents(of: start) else { return .empty }
        chain = parents
        checkBlockNames()
        var pieces: [Piece] = []
        // What a child sets at its top level is known to its parents and all blocks.
        for child in chain.dropLast() {
            inside(child) {
                for statement in child.body {
                    if case .set = statement.kind { pieces.append(compile(statement)) }
                }
            }
        }
        guard let root = chain.last else { return .empty }
        pieces += inside(root) { root.body.map(compile) }
        return timed(root.identity, assemble(pieces, isWhole: true))
    }

    /// `start` and all that it extends; nil when one is missing or they run in a circle.
    private func parents(of start: TemplateFile) -> [TemplateFile]? {
        var chain = [start]
        while let current = chain.last, let name = current.parent {
            let parent = inside(current) { find(name) }
            guard let parent else { return nil }
            if let first = chain.firstIndex(where: { $0 === parent }) {
                let names = (chain[first...] + [parent]).map(\.identity)
                inside(current) { report(.circle(.extends, names), name.range) }
                return nil
            }
            chain.append(parent)
        }
        return chain
    }

    /// A block outside of all other blocks must have one to replace.
    private func checkBlockNames() {
        for (level, file) in chain.dropLast().enumerated() {
            let known = chain[(level + 1)...].flatMap { $0.blocks.map(\.block.name.text) }
            for (block, isNested) in file.blocks where !isNested && !known.contains(block.name.text) {
                let suggestion = Suggestion.nearest(to: block.name.text, among: known)
                inside(file) {
                    report(.unknownBlock(block.name.text, suggestion: suggestion), block.name.range)
                }
            }
        }
    }

    /// Compiles the text that `block` has in the child furthest down.
    func compileBlock(_ block: BlockSyntax) -> Piece {
        let name = block.name.text
        if openBlocks.contains(where: { $0.name == name }) {
            report(.circle(.block, openBlocks.map(\.name) + [name]), block.name.range)
            return .empty
        }
        guard let level = chain.firstIndex(where: { $0.block(name) != nil }) else {
            return compileWhole(block.body)
        }
        return compileBlock(name, at: level)
    }

    private func compileBlock(_ name: String, at level: Int) -> Piece {
        guard let block = chain[level].block(name) else { return .empty }
        openBlocks.append((name, level))
        defer { openBlocks.removeLast() }
        let (outer, own) = (file, chain[level])
        let piece = inside(own) { compileWhole(block.body) }
        return own === outer ? piece : timed(own.identity, piece)
    }

    /// What the next template up the chain has in the open block.
    func compileSuper(_ range: Range<Int>) -> Piece? {
        guard let (name, level) = openBlocks.last else {
            report(.superOutsideBlock, range)
            return nil
        }
        guard let next = chain[(level + 1)...].firstIndex(where: { $0.block(name) != nil }) else {
            report(.superWithoutParent(name), range)
            return nil
        }
        return deeper(range) { compileBlock(name, at: next) }
    }
}
