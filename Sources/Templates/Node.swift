import Bytes

/// A compiled statement. Nodes are made by the compiler and never change once their template set is
/// handed out, so threads may share them: that is why the classes here are `@unchecked Sendable`.
class Node: @unchecked Sendable {
    func render(_ frame: Frame, to out: inout ByteBuffer) {}
}

final class TextNode: Node, @unchecked Sendable {
    private let bytes: [UInt8]

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    override func render(_ frame: Frame, to out: inout ByteBuffer) { out.append(bytes) }
}

final class PrintNode: Node, @unchecked Sendable {
    private let expression: Expression

    init(_ expression: Expression) { self.expression = expression }

    override func render(_ frame: Frame, to out: inout ByteBuffer) { expression.print(frame, to: &out) }
}

/// Shows markup that can be replaced in the page.
final class MarkupNode: Node, @unchecked Sendable {
    private let expression: Expression

    init(_ expression: Expression) { self.expression = expression }

    override func render(_ frame: Frame, to out: inout ByteBuffer) {
        let value = expression.value(frame)
        let start = out.count
        out.append(printing: value)
        guard case .markup(let markup) = value else { return }
        let shown = UnsafeRawBufferPointer(rebasing: out.bytes[start...])
        frame.renderer.places.append(Placement(markup.content(shown), at: start))
    }
}

extension Markup {
    /// Where it is shown as these bytes. Nobody finds markup without a key again.
    fileprivate func content(_ shown: UnsafeRawBufferPointer) -> Placement.Content {
        guard let key else { return .hidden }
        return .markup(
            Placement.Markup(
                key: key, size: shown.count, check: ContentHash(of: shown).check,
                fills: fills.map(\.bytes.count)))
    }
}

final class SequenceNode: Node, @unchecked Sendable {
    private let nodes: [Node]
    /// The same nodes, not counted: all threads walk them, and counting references for each step would make
    /// them fight over the nodes' cache lines.
    private let steps: UnsafeMutableBufferPointer<Unmanaged<Node>>

    init(_ nodes: [Node]) {
        self.nodes = nodes
        steps = .allocate(capacity: nodes.count)
        for (index, node) in nodes.enumerated() {
            steps.initializeElement(at: index, to: .passUnretained(node))
        }
    }

    deinit { steps.deallocate() }

    override func render(_ frame: Frame, to out: inout ByteBuffer) {
        for step in steps { step._withUnsafeGuaranteedRef { $0.render(frame, to: &out) } }
    }
}

final class IfNode: Node, @unchecked Sendable {
    private let branches: [(condition: Expression, body: Node)]
    private let otherwise: Node?

    init(_ branches: [(condition: Expression, body: Node)], otherwise: Node?) {
        self.branches = branches
        self.otherwise = otherwise
    }

    override func render(_ frame: Frame, to out: inout ByteBuffer) {
        for branch in branches where branch.condition.isTrue(frame) {
            branch.body.render(frame, to: &out)
            return
        }
        otherwise?.render(frame, to: &out)
    }
}

final class SetNode: Node, @unchecked Sendable {
    private let slot: Int
    private let expression: Expression

    init(_ slot: Int, _ expression: Expression) {
        self.slot = slot
        self.expression = expression
    }

    override func render(_ frame: Frame, to out: inout ByteBuffer) {
        frame.slots[slot] = expression.value(frame)
    }
}

/// The slots of a loop: its variable, the number of the turn from 0, and how many turns there are.
struct LoopSlots {
    let item: Int
    let index: Int
    let count: Int
}

final class ForNode: Node, @unchecked Sendable {
    private let list: Expression
    private let slots: LoopSlots
    private let body: Node
    private let otherwise: Node?

    init(_ list: Expression, _ slots: LoopSlots, body: Node, otherwise: Node?) {
        self.list = list
        self.slots = slots
        self.body = body
        self.otherwise = otherwise
    }

    override func render(_ frame: Frame, to out: inout ByteBuffer) {
        guard case .list(let list) = list.value(frame), list.count > 0 else {
            otherwise?.render(frame, to: &out)
            return
        }
        frame.slots[slots.count] = .int(list.count)
        switch list {
        case .objects(let numbers):
            for (turn, number) in numbers.enumerated() { render(turn, .object(Int(number)), frame, to: &out) }
        case .range(let range):
            for (turn, number) in range.enumerated() { render(turn, .object(number), frame, to: &out) }
        case .values(let values):
            for (turn, value) in values.enumerated() { render(turn, value, frame, to: &out) }
        }
    }

    @inline(__always)
    private func render(_ turn: Int, _ value: Value, _ frame: Frame, to out: inout ByteBuffer) {
        frame.slots[slots.index] = .int(turn)
        frame.slots[slots.item] = value
        body.render(frame, to: &out)
    }
}

/// A part that is remembered by at most two objects.
final class MemoryNode: Node, @unchecked Sendable {
    /// The number of the part in its template set; nil when it is not to be remembered.
    var part: Int?
    /// True when a part around it is remembered by the same objects, so that this one would be kept twice.
    var isRedundant = false
    let keys: [Dependencies.Path]
    private let expressions: [Expression]
    private let body: Node

    init(keys: [Dependencies.Path], expressions: [Expression], body: Node) {
        self.keys = keys
        self.expressions = expressions
        self.body = body
    }

    override func render(_ frame: Frame, to out: inout ByteBuffer) {
        guard let part else { return body.render(frame, to: &out) }
        guard let first = number(0, frame) else { return body.render(frame, to: &out) }
        if expressions.count < 2 {
            let memory = frame.renderer.memory
            let entry = memory.entry(part, first)
            if entry.isPresent { return frame.renderer.copy(entry, to: &out) }
            let (start, places) = (out.count, frame.renderer.places.count)
            body.render(frame, to: &out)
            memory.keep(part, first, out.bytes[start...], frame.renderer.places(from: places, after: start))
        } else {
            guard let second = number(1, frame) else { return body.render(frame, to: &out) }
            renderPair(part, first, second, frame, to: &out)
        }
    }

    private func renderPair(
        _ part: Int, _ first: Int, _ second: Int, _ frame: Frame, to out: inout ByteBuffer
    ) {
        let memory = frame.renderer.memory
        let entry = memory.entry(part, first, second)
        if entry.isPresent { return frame.renderer.copy(entry, to: &out) }
        let (start, places) = (out.count, frame.renderer.places.count)
        body.render(frame, to: &out)
        memory.keep(
            part, first, second, out.bytes[start...], frame.renderer.places(from: places, after: start))
    }

    /// The number of a key's object, -1 for no object or no key; nil when it cannot be remembered.
    @inline(__always)
    private func number(_ index: Int, _ frame: Frame) -> Int? {
        guard index < expressions.count else { return -1 }
        guard case .object(let number) = expressions[index].value(frame) else { return -1 }
        return number >= 0 && number <= Memory.largestNumber ? number : nil
    }
}

/// A fragment that is part of the page.
final class FragmentNode: Node, @unchecked Sendable {
    let name: String
    /// Its number in the template set, which is known when all templates are compiled.
    var number = 0
    private let body: Node

    init(_ name: String, _ body: Node) {
        self.name = name
        self.body = body
    }

    override func render(_ frame: Frame, to out: inout ByteBuffer) {
        frame.renderer.places.append(Placement(.fragment(number), at: out.count))
        body.render(frame, to: &out)
    }
}

/// A macro or include, compiled for the types of its variables.
final class Part: @unchecked Sendable {
    /// Slots of the part itself, and with those of all that it calls.
    var ownSlots = 0
    var allSlots = 0
    var body = Node()
}

/// Calls a part with values for its first slots.
final class CallNode: Node, @unchecked Sendable {
    /// How many slots the caller has; known when the caller is compiled to its end.
    var callerSlots = 0
    private let part: Part
    private let arguments: [(slot: Int, value: Expression)]

    init(_ part: Part, _ arguments: [(slot: Int, value: Expression)]) {
        self.part = part
        self.arguments = arguments
    }

    override func render(_ frame: Frame, to out: inout ByteBuffer) {
        let called = frame.called(after: callerSlots)
        for argument in arguments { called.slots[argument.slot] = argument.value.value(frame) }
        part.body.render(called, to: &out)
    }
}
