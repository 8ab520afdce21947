import Diagnostics

// Fragments: parts that see only what is the same on all pages, so that they can be files of their own.
extension Compiler {
    /// The name of a fragment is part of its address.
    private static func isFragmentName(_ name: String) -> Bool {
        !name.isEmpty
            && name.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
                    UInt8(ascii: "-"):
                    true
                default: false
                }
            }
    }

    private static func templateName(ofFragment name: String) -> String { "fragments/\(name).html" }

    /// Compiles the fragment, and what stands in its place until it is there, in every style: a theme is not
    /// right with one setting of a site and wrong with another.
    func compileFragment(_ name: Name, _ substitute: [StatementSyntax], _ range: Range<Int>) -> Piece {
        let instance = fragment(name, range)
        let address = schema.fragments.address(of: name.text)
        if case .script = schema.fragments {
            let body = compileWhole(substitute)
            return assemble(
                [.text("<div data-fragment=\"\(address)\">"), body, .text("</div>")], isWhole: true)
        }
        check(substitute)
        if case .server = schema.fragments {
            return .text("<!--# include virtual=\"\(address)\" -->")
        }
        return instance.map { embed($0, name.text) } ?? .empty
    }

    /// The fragment as a part of the page. What it reads is not what the page reads: that its bytes have changed
    /// is seen by themselves.
    private func embed(_ instance: Instance, _ name: String) -> Piece {
        let call = CallNode(instance.part, [])
        scope.calls.append(call)
        scope.calledSlots = max(scope.calledSlots, instance.part.allSlots)
        scope.reads.formUnion(instance.reads)
        let node = FragmentNode(name, call)
        fragmentNodes.append(node)
        return Piece(
            content: .node(node), dependencies: instance.dependencies, weight: instance.weight + 1)
    }

    /// Checks statements that leave nothing on the page: what they read is not what the page reads.
    private func check(_ statements: [StatementSyntax]) {
        let outer = scope
        scope = Scope(caller: outer)
        scope.globals = schema.globals.map { _ in ReadNode() }
        _ = compileWhole(statements)
        scope.close()
        scope = outer
    }

    private func fragment(_ name: Name, _ range: Range<Int>) -> Instance? {
        if isInFragment {
            report(.fragmentInFragment(name.text), range)
            return nil
        }
        guard Self.isFragmentName(name.text) else {
            report(.badFragmentName(name.text), name.range)
            return nil
        }
        if let known = fragments[name.text] { return known }
        guard let target = library[Self.templateName(ofFragment: name.text)] else {
            let suggestion = Suggestion.nearest(to: name.text, among: library.fragmentNames)
            report(.missingFragment(name.text, suggestion: suggestion), name.range)
            return nil
        }
        guard enter(target.identity, name.text, .include, name.range) else { return nil }
        defer { active.removeLast() }
        let instance = makeFragment(target, range)
        fragments[name.text] = instance
        return instance
    }

    private func makeFragment(_ target: TemplateFile, _ range: Range<Int>) -> Instance {
        let inner = Scope()
        bindGlobals(in: inner)
        let outer = page
        (page, isInFragment) = (target.source.name, true)
        defer { (page, isInFragment) = (outer, false) }
        return makeInstance("fragment " + target.identity, inner, "", calledFrom: range) {
            compileChain(from: target)
        }
    }

    /// True for what only pages of some kind have.
    func isPageVariable(_ name: String) -> Bool {
        schema.pages.contains { $0.variables.contains { $0.name == name } }
    }
}

extension Piece {
    fileprivate static func text(_ text: String) -> Piece { Piece(content: .text(Array(text.utf8))) }
}

extension FragmentStyle {
    /// Tells styles apart that put different bytes into pages.
    var seed: String {
        switch self {
        case .inline: "inline"
        case .server(let folder): "server " + folder
        case .script(let folder): "script " + folder
        }
    }

    /// Where the fragment is asked for; empty when it is in the page.
    fileprivate func address(of name: String) -> String {
        switch self {
        case .inline: ""
        case .server(let folder), .script(let folder): folder + name + ".html"
        }
    }
}
