import Bytes

/// `==`, `<` and their kin on values of one type.
final class ComparisonExpression: Condition, @unchecked Sendable {
    private let sign: BinaryOperator
    private let left: Expression
    private let right: Expression

    init(_ sign: BinaryOperator, _ left: Expression, _ right: Expression) {
        self.sign = sign
        self.left = left
        self.right = right
    }

    override func isTrue(_ frame: Frame) -> Bool {
        let (a, b) = (left.value(frame), right.value(frame))
        return switch sign {
        case .equal: Value.same(a, b)
        case .unequal: !Value.same(a, b)
        case .less: Value.order(a, b) < 0
        case .lessOrEqual: Value.order(a, b) <= 0
        case .greater: Value.order(a, b) > 0
        default: Value.order(a, b) >= 0
        }
    }
}

/// `a in b`: an element of a list, or a part of a text.
final class ContainsExpression: Condition, @unchecked Sendable {
    private let part: Expression
    private let whole: Expression
    private let isNegated: Bool

    init(_ part: Expression, in whole: Expression, isNegated: Bool) {
        self.part = part
        self.whole = whole
        self.isNegated = isNegated
    }

    override func isTrue(_ frame: Frame) -> Bool { contains(frame) != isNegated }

    private func contains(_ frame: Frame) -> Bool {
        let part = part.value(frame)
        switch whole.value(frame) {
        case .list(let list): return (0..<list.count).contains { Value.same(list[$0], part) }
        case .text(let text): return !part.isNone && TextForm.contains(text, part.plainText)
        default: return false
        }
    }
}

/// Whole numbers. Division and remainder round down as in Jinja; dividing by 0 gives 0, and what is too
/// large for 64 bits wraps around, because rendering never fails.
final class ArithmeticExpression: Expression, @unchecked Sendable {
    private let sign: BinaryOperator
    private let left: Expression
    private let right: Expression

    init(_ sign: BinaryOperator, _ left: Expression, _ right: Expression) {
        self.sign = sign
        self.left = left
        self.right = right
    }

    override func value(_ frame: Frame) -> Value {
        let (a, b) = (left.value(frame).number, right.value(frame).number)
        return switch sign {
        case .plus: .int(a &+ b)
        case .minus: .int(a &- b)
        case .times: .int(a &* b)
        case .divide: .int(Self.quotient(a, b))
        default: .int(a &- Self.quotient(a, b) &* b)
        }
    }

    private static func quotient(_ a: Int, _ b: Int) -> Int {
        if b == 0 { return 0 }
        if b == -1 { return 0 &- a }
        let quotient = a / b
        return a % b != 0 && (a < 0) != (b < 0) ? quotient - 1 : quotient
    }
}

/// `a ~ b`: both as text, or as HTML when one of them is HTML (the other is escaped).
final class ConcatenationExpression: Expression, @unchecked Sendable {
    private let left: Expression
    private let right: Expression
    private let isHTML: Bool

    init(_ left: Expression, _ right: Expression, isHTML: Bool) {
        self.left = left
        self.right = right
        self.isHTML = isHTML
    }

    override func value(_ frame: Frame) -> Value {
        if isHTML { return frame.renderer.capture { print(frame, to: &$0) } }
        return .text(left.value(frame).plainText + right.value(frame).plainText)
    }

    override func print(_ frame: Frame, to out: inout ByteBuffer) {
        left.print(frame, to: &out)
        right.print(frame, to: &out)
    }
}

// MARK: Tests

final class IsNoneExpression: Condition, @unchecked Sendable {
    private let operand: Expression

    init(_ operand: Expression) { self.operand = operand }

    override func isTrue(_ frame: Frame) -> Bool { operand.value(frame).isNone }
}

/// `is divisibleby(n)`; `odd` and `even` are made of it.
final class DivisibleExpression: Condition, @unchecked Sendable {
    private let operand: Expression
    private let divisor: Expression

    init(_ operand: Expression, by divisor: Expression) {
        self.operand = operand
        self.divisor = divisor
    }

    override func isTrue(_ frame: Frame) -> Bool {
        let divisor = divisor.value(frame).number.magnitude
        return divisor != 0 && operand.value(frame).number.magnitude % divisor == 0
    }
}

// MARK: Filters

/// A filter that yields a value.
final class FilterExpression: Expression, @unchecked Sendable {
    private let input: Expression
    private let arguments: FilterArguments
    private let takesNone: Bool
    private let apply: @Sendable (Value, [Value]) -> Value

    init(
        _ input: Expression, _ arguments: FilterArguments, takesNone: Bool,
        _ apply: @escaping @Sendable (Value, [Value]) -> Value
    ) {
        self.input = input
        self.arguments = arguments
        self.takesNone = takesNone
        self.apply = apply
    }

    override func value(_ frame: Frame) -> Value {
        let value = input.value(frame)
        if value.isNone, !takesNone { return .none }
        return apply(value, arguments.values(frame))
    }
}

/// A filter that writes.
final class AppendingFilterExpression: Expression, @unchecked Sendable {
    private let input: Expression
    private let arguments: FilterArguments
    private let takesNone: Bool
    private let isHTML: Bool
    private let append: @Sendable (Value, [Value], inout ByteBuffer) -> Void

    init(
        _ input: Expression, _ arguments: FilterArguments, takesNone: Bool, isHTML: Bool,
        _ append: @escaping @Sendable (Value, [Value], inout ByteBuffer) -> Void
    ) {
        self.input = input
        self.arguments = arguments
        self.takesNone = takesNone
        self.isHTML = isHTML
        self.append = append
    }

    override func value(_ frame: Frame) -> Value {
        let value = input.value(frame)
        if value.isNone, !takesNone { return .none }
        let text = Value.rendered { append(value, arguments.values(frame), &$0) }
        return isHTML ? .html(text) : .text(text)
    }

    override func print(_ frame: Frame, to out: inout ByteBuffer) {
        let value = input.value(frame)
        if value.isNone, !takesNone { return }
        let start = out.count
        append(value, arguments.values(frame), &out)
        if !isHTML { out.escape(from: start) }
    }
}

/// The arguments of a filter; literals are put in their list once.
struct FilterArguments: Sendable {
    private let expressions: [Expression]
    private let constants: [Value]?

    init(_ expressions: [Expression]) {
        self.expressions = expressions
        let known = expressions.compactMap(\.constant)
        constants = known.count == expressions.count ? known : nil
    }

    func values(_ frame: Frame) -> [Value] { constants ?? expressions.map { $0.value(frame) } }
}
