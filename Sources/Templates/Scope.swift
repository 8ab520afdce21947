/// A name's meaning.
struct Binding {
    enum Source {
        case global(Int)
        case slot(Int)
        case constant(Value)
        case loop(index: Int, count: Int)
    }

    let source: Source
    /// nil when a problem was reported: what is read of it raises no second one.
    let type: ValueType?
    /// The way to it: just its own variable.
    let path: Dependencies.Path
    /// The places its value may come from.
    var places: [ReadNode] = []
    /// The types that branches set it to, when no type holds both: an error where it is read.
    var conflict: (ValueType, ValueType)?
    /// True for globals and variables of the page.
    var isGiven = false

    var expression: Expression {
        switch source {
        case .global(let index): GlobalExpression(index)
        case .slot(let slot): SlotExpression(slot)
        case .constant(let value): ConstantExpression(value)
        case .loop: ConstantExpression(.none)
        }
    }
}

/// The variables of the page, include or macro that is being compiled.
final class Scope {
    var names: [String: Binding] = [:]
    /// Paths of optional type that are known to hold something here.
    var present: Set<Dependencies.Path> = []
    /// For an include: the same as its caller knew it of the variables that the include reads.
    var inherited: Set<Dependencies.Path> = []
    private(set) var slots = 0
    /// Slots of the deepest part that is called from here.
    var calledSlots = 0
    var calls: [CallNode] = []
    /// Fields read, as `type.field`.
    var reads: Set<String> = []
    /// The files whose text is in the compiled form, by identity.
    var files: Set<String> = []
    /// True when a field is read of an object of which nobody knows where it comes from.
    var readsUnknown = false
    /// What is read of each global, by its number.
    var globals: [ReadNode] = []

    /// For an include: where its names come from.
    let caller: Scope?
    var captures: [Capture] = []
    /// Names that were looked for in vain.
    var missing: Set<String> = []

    init(caller: Scope? = nil) { self.caller = caller }

    var allPresent: Set<Dependencies.Path> { present.union(inherited) }

    func isPresent(_ path: Dependencies.Path) -> Bool { present.contains(path) || inherited.contains(path) }

    func newSlot() -> Int {
        slots += 1
        return slots - 1
    }

    /// Tells calls where the slots of what they call begin.
    func close() {
        for call in calls { call.callerSlots = slots }
    }
}

/// A variable of the caller that an include reads.
struct Capture {
    let name: String
    /// As the include sees it.
    let binding: Binding
    /// All that the compiled form depends on.
    let signature: Signature

    struct Signature: Equatable {
        let type: ValueType?
        let source: String
        let recurs: Bool
        /// Ways from the variable to optionals that are known to hold something.
        let present: Set<[Dependencies.Step]>
    }
}
