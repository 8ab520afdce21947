import Bytes
import Diagnostics

/// Checks templates against the types of a schema and compiles them.
///
/// One walk over the syntax does both: every expression gets a type, a compiled form, and what it depends
/// on. Includes and macros are compiled once per combination of types they are used with. From what
/// statements depend on, `assemble` finds the parts that are worth remembering.
final class Compiler {
    /// How many tags, includes and macros may lie within each other, counted over files.
    static let depthLimit = 200

    let schema: Schema
    let library: Library
    /// Whether parts take their time, see `TemplateProfile`.
    private let isTimed: Bool
    private(set) var diagnostics: [Diagnostic] = []
    private var planner: ReadPlanner

    /// Variables of the analysis; a `Dependencies.Path` names them by position.
    var roots: [Root] = []
    /// Where the values of variables come from that `set` made or a branch.
    var origins: [Int: Dependencies.Origin] = [:]
    var memories: [MemoryNode] = []

    // What is being compiled.
    var page = ""
    var scope = Scope()
    var file: TemplateFile
    /// The template and what it extends, the furthest parent last.
    var chain: [TemplateFile] = []
    /// The block that is open and how far up the chain its text comes from.
    var openBlocks: [(name: String, level: Int)] = []
    /// The includes and calls that led here, outermost first.
    var callers: [Place] = []
    /// The includes and macros that are open, by identity and shown name.
    var active: [(identity: String, name: String)] = []
    var depth = 0
    /// True inside of a fragment: a page's own variables are out of reach there.
    var isInFragment = false

    var instances: [String: [Instance]] = [:]
    /// The fragments that some template uses, by name.
    var fragments: [String: Instance] = [:]
    /// Where they are part of pages.
    var fragmentNodes: [FragmentNode] = []
    /// How often templates read fields that are replaced in pages, and how often only to show them.
    var markupUses = (read: 0, shown: 0)
    private var checkedImports: Set<String> = []
    private var reported: Set<[Place]> = []
    /// A part that many files include is wrong once.
    private var wordings: Set<Wording> = []

    init(_ schema: Schema, _ library: Library, isTimed: Bool = false) {
        self.isTimed = isTimed
        self.schema = schema
        self.library = library
        planner = ReadPlanner(schema)
        file = TemplateFile(TemplateSource(name: "", layer: "", text: SourceText(file: "", bytes: [])))
    }

    // MARK: Problems

    /// Reports `problem` on `range` of the current file. One place shows one problem: a parent template is
    /// compiled for every kind of page, but mended once.
    func report(_ problem: TemplateProblem, _ range: Range<Int>) {
        report(problem as any Problem, range)
    }

    func report(_ problem: any Problem, _ range: Range<Int>) {
        let text = file.source.text
        let diagnostic = text.diagnostic(
            .error, problem, at: range.lowerBound, length: range.count, related: callers.reversed())
        guard let place = diagnostic.place, reported.insert([place] + callers).inserted,
            wordings.insert(Wording(place: place, message: problem.message(in: .english))).inserted
        else { return }
        diagnostics.append(diagnostic)
    }

    func reportMissingTemplate(_ kind: PageKind) {
        let problem = TemplateProblem.missingPageTemplate(page: kind.name, template: kind.template)
        diagnostics.append(Diagnostic(.error, problem))
    }

    func place(_ range: Range<Int>) -> Place {
        file.source.text.place(at: range.lowerBound, length: range.count)
    }

    // MARK: Files

    /// The file that a tag names; reports when there is none.
    func find(_ name: Name) -> TemplateFile? {
        if let found = library[name.text] { return found }
        report(.missingTemplate(name.text, suggestion: library.suggestion(for: name.text)), name.range)
        return nil
    }

    /// Runs `body` with `file` as the current file, after its imports were checked.
    func inside<Result>(_ file: TemplateFile, _ body: () -> Result) -> Result {
        let outer = self.file
        defer { self.file = outer }
        self.file = file
        scope.files.insert(file.identity)
        if checkedImports.insert(file.identity).inserted { checkImports() }
        return body()
    }

    private func checkImports() {
        for entry in file.imports {
            guard let target = find(entry.template), case .names(let names) = entry.kind else { continue }
            for (name, _) in names where target.macro(name.text) == nil {
                let known = target.macros.map(\.name.text)
                report(
                    .unknownFunction(name.text, suggestion: Suggestion.nearest(to: name.text, among: known)),
                    name.range)
            }
        }
    }

    /// `piece`, which is written in the file or macro `name`.
    func timed(_ name: String, _ piece: Piece) -> Piece {
        guard isTimed else { return piece }
        var timed = piece
        timed.content = .node(TimedNode(name, piece.makeNode()))
        return timed
    }

    /// Runs `body` one level deeper; reports and gives nil when that is too deep.
    func deeper<Result>(_ range: Range<Int>, _ body: () -> Result) -> Result? {
        guard depth < Self.depthLimit else {
            report(.nestedTooDeep(limit: Self.depthLimit), range)
            return nil
        }
        depth += 1
        defer { depth -= 1 }
        return body()
    }
}

// MARK: Pages

extension Compiler {
    /// Compiles the template of a page kind; nil when it is missing or was cut short by a circle.
    func compile(_ kind: PageKind, for set: TemplateSet.Identity) -> Template? {
        guard let start = library[kind.template] else {
            if kind.isRequired { reportMissingTemplate(kind) }
            return nil
        }
        page = kind.name
        scope = Scope()
        bindGlobals(in: scope)
        var places: [ReadNode] = []
        for variable in kind.variables {
            let binding = given(bind(.slot(scope.newSlot()), variable.type, recurs: variable.recurs))
            places += binding.places
            scope.names[variable.name] = binding
        }
        let piece = compileChain(from: start)
        scope.close()
        return Template(
            set: set, body: piece.makeNode(), variableCount: kind.variables.count,
            slotCount: scope.slots + scope.calledSlots, reads: scope.reads.sorted(),
            reading: reading(of: kind, places))
    }

    /// The templates of the fragments, by name.
    func compileFragments(for set: TemplateSet.Identity) -> [String: Template] {
        let numbers = Dictionary(uniqueKeysWithValues: zip(fragments.keys.sorted(), 0...))
        for node in fragmentNodes { node.number = numbers[node.name] ?? 0 }
        return fragments.mapValues { instance in
            Template(
                set: set, body: instance.part.body, variableCount: 0, slotCount: instance.part.allSlots,
                reads: instance.reads.sorted(), reading: reading(of: instance))
        }
    }

    /// Binds the globals in the scope of a page or a macro.
    func bindGlobals(in scope: Scope) {
        for (index, variable) in schema.globals.enumerated() {
            let binding = bind(.global(index), variable.type, recurs: true)
            scope.names[variable.name] = given(binding)
            scope.globals += binding.places
        }
    }

    /// What the page that has just been compiled reads; nil when that is not known.
    private func reading(of kind: PageKind, _ places: [ReadNode]) -> Template.Reading? {
        guard !scope.readsUnknown, let globals = plans(scope.globals, schema.globals),
            let variables = plans(places, kind.variables)
        else { return nil }
        return Template.Reading(
            identity: identity(of: scope.files), globals: globals, variables: variables)
    }

    private func reading(of fragment: Instance) -> Template.Reading? {
        guard !fragment.readsUnknown, let globals = plans(fragment.globals, schema.globals) else {
            return nil
        }
        return Template.Reading(
            identity: identity(of: fragment.files), globals: globals, variables: [])
    }

    /// Stands for the text of these files and for all that the schema puts into their compiled form.
    private func identity(of files: Set<String>) -> ContentHash {
        var bytes = ByteBuffer()
        bytes.append(library.fingerprint(of: files))
        bytes.append(schema.fragments.seed)
        bytes.append(0 as UInt8)
        bytes.append(schema.filterSeed)
        return ContentHash(of: bytes.bytes)
    }

    private func plans(_ nodes: [ReadNode], _ variables: [Variable]) -> [ReadPlan?]? {
        var plans: [ReadPlan?] = []
        for (node, variable) in zip(nodes, variables) {
            guard let type = variable.type.innermostObject else {
                plans.append(nil)
                continue
            }
            guard let plan = planner.plan(node, of: type) else { return nil }
            plans.append(plan)
        }
        return plans
    }

    private func given(_ binding: Binding) -> Binding {
        var binding = binding
        binding.isGiven = true
        return binding
    }

    /// A new variable, whose value comes from `places` or, when there are none, from outside.
    func bind(
        _ place: Root.Place, _ type: ValueType?, recurs: Bool, places: [ReadNode]? = nil
    ) -> Binding {
        let places = places ?? [ReadNode()]
        roots.append(Root(place: place, type: type, recurs: recurs))
        let shared = type.map(schema.isShared) ?? true
        let path = Dependencies.Path(root: roots.count - 1, shared: [shared])
        switch place {
        case .global(let index):
            return Binding(source: .global(index), type: type, path: path, places: places)
        case .slot(let slot): return Binding(source: .slot(slot), type: type, path: path, places: places)
        }
    }
}

/// What a diagnostic says, and where.
private struct Wording: Hashable {
    let place: Place
    let message: String
}
