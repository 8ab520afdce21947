import Bytes

/// A compiled expression. It never changes once its template set is handed out, so threads may share it.
class Expression: @unchecked Sendable {
    func value(_ frame: Frame) -> Value { .none }

    func isTrue(_ frame: Frame) -> Bool { value(frame).isTrue }

    /// Appends the value as a page shows it.
    func print(_ frame: Frame, to out: inout ByteBuffer) { out.append(printing: value(frame)) }

    /// The value when it is known before rendering.
    var constant: Value? { nil }
}

/// An expression that yields true or false.
class Condition: Expression, @unchecked Sendable {
    final override func value(_ frame: Frame) -> Value { .bool(isTrue(frame)) }
    override func isTrue(_ frame: Frame) -> Bool { false }
}

// MARK: Reading

final class ConstantExpression: Expression, @unchecked Sendable {
    private let stored: Value

    init(_ value: Value) { stored = value }

    override func value(_ frame: Frame) -> Value { stored }
    override var constant: Value? { stored }
}

final class GlobalExpression: Expression, @unchecked Sendable {
    private let index: Int

    init(_ index: Int) { self.index = index }

    override func value(_ frame: Frame) -> Value {
        let globals = frame.renderer.globals
        return index < globals.count ? globals[index] : .none
    }
}

final class SlotExpression: Expression, @unchecked Sendable {
    let slot: Int

    init(_ slot: Int) { self.slot = slot }

    override func value(_ frame: Frame) -> Value { frame.slots[slot] }
}

final class FieldExpression: Expression, @unchecked Sendable {
    private let base: Expression
    private let read: Reader

    init(_ base: Expression, _ read: @escaping Reader) {
        self.base = base
        self.read = read
    }

    override func value(_ frame: Frame) -> Value {
        guard case .object(let number) = base.value(frame) else { return .none }
        return frame.world._withUnsafeGuaranteedRef { read($0, number) }
    }
}

/// A field of a variable: the most frequent expression, without the copy of the variable.
final class SlotFieldExpression: Expression, @unchecked Sendable {
    private let slot: Int
    private let read: Reader

    init(_ slot: Int, _ read: @escaping Reader) {
        self.slot = slot
        self.read = read
    }

    override func value(_ frame: Frame) -> Value {
        guard case .object(let number) = frame.slots[slot] else { return .none }
        return frame.world._withUnsafeGuaranteedRef { read($0, number) }
    }
}

final class IndexExpression: Expression, @unchecked Sendable {
    private let list: Expression
    private let index: Expression

    init(_ list: Expression, _ index: Expression) {
        self.list = list
        self.index = index
    }

    /// Negative positions count from the end, as in Jinja.
    override func value(_ frame: Frame) -> Value {
        guard case .list(let list) = list.value(frame) else { return .none }
        let position = index.value(frame).number
        return list[position < 0 ? position &+ list.count : position]
    }
}

final class ListExpression: Expression, @unchecked Sendable {
    private let elements: [Expression]

    init(_ elements: [Expression]) { self.elements = elements }

    override func value(_ frame: Frame) -> Value { .list(.values(elements.map { $0.value(frame) })) }
}

/// What `loop` knows of the current turn.
final class LoopExpression: Expression, @unchecked Sendable {
    enum Field: String, CaseIterable {
        case index, index0, first, last, length, revindex, revindex0
    }

    private let field: Field
    private let index: Int
    private let count: Int

    init(_ field: Field, index: Int, count: Int) {
        self.field = field
        self.index = index
        self.count = count
    }

    override func value(_ frame: Frame) -> Value {
        let turn = frame.slots[index].number
        let turns = frame.slots[count].number
        return switch field {
        case .index: .int(turn + 1)
        case .index0: .int(turn)
        case .first: .bool(turn == 0)
        case .last: .bool(turn == turns - 1)
        case .length: .int(turns)
        case .revindex: .int(turns - turn)
        case .revindex0: .int(turns - turn - 1)
        }
    }
}

// MARK: Choosing

final class NotExpression: Condition, @unchecked Sendable {
    private let operand: Expression

    init(_ operand: Expression) { self.operand = operand }

    override func isTrue(_ frame: Frame) -> Bool { !operand.isTrue(frame) }
}

/// `a and b`: `b` when `a` is true, else nothing.
final class AndExpression: Expression, @unchecked Sendable {
    private let left: Expression
    private let right: Expression
    private let isBool: Bool

    init(_ left: Expression, _ right: Expression, isBool: Bool) {
        self.left = left
        self.right = right
        self.isBool = isBool
    }

    override func isTrue(_ frame: Frame) -> Bool { left.isTrue(frame) && right.isTrue(frame) }

    override func value(_ frame: Frame) -> Value {
        if isBool { return .bool(isTrue(frame)) }
        return left.isTrue(frame) ? right.value(frame) : .none
    }
}

/// `a or b`: the first that is true, else `b`.
final class OrExpression: Expression, @unchecked Sendable {
    private let left: Expression
    private let right: Expression
    private let isBool: Bool

    init(_ left: Expression, _ right: Expression, isBool: Bool) {
        self.left = left
        self.right = right
        self.isBool = isBool
    }

    override func isTrue(_ frame: Frame) -> Bool { left.isTrue(frame) || right.isTrue(frame) }

    override func value(_ frame: Frame) -> Value {
        if isBool { return .bool(isTrue(frame)) }
        let value = left.value(frame)
        return value.isTrue ? value : right.value(frame)
    }
}

final class ConditionalExpression: Expression, @unchecked Sendable {
    private let condition: Expression
    private let yes: Expression
    private let no: Expression

    init(_ condition: Expression, _ yes: Expression, _ no: Expression) {
        self.condition = condition
        self.yes = yes
        self.no = no
    }

    private func chosen(_ frame: Frame) -> Expression { condition.isTrue(frame) ? yes : no }

    override func value(_ frame: Frame) -> Value { chosen(frame).value(frame) }
    override func isTrue(_ frame: Frame) -> Bool { chosen(frame).isTrue(frame) }
    override func print(_ frame: Frame, to out: inout ByteBuffer) { chosen(frame).print(frame, to: &out) }
}

/// What a macro or `super()` writes.
final class CaptureExpression: Expression, @unchecked Sendable {
    private let node: Node

    init(_ node: Node) { self.node = node }

    override func value(_ frame: Frame) -> Value { frame.renderer.capture { node.render(frame, to: &$0) } }
    override func print(_ frame: Frame, to out: inout ByteBuffer) { node.render(frame, to: &out) }
}
