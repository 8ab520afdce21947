package import Bytes
package import Diagnostics

/// A function that templates apply with `|`.
///
///     Filter("date", doc: "…", input: [.date], arguments: [.init("pattern", .text, literal: true)],
///            result: .text) { literals throws(FilterError) in
///         let pattern = try Pattern(literals[0])          // once, when the template is compiled
///         return .append { value, _, out in pattern.format(value, into: &out) }
///     }
///
/// Filters are pure: the same input and arguments always give the same result. A filter is never called
/// with `.none` as its input: what is missing stays missing.
package struct Filter: Sendable {
    package struct Argument: Sendable {
        package let name: String
        package let type: ValueType
        /// Used when the template gives none; nil makes the argument required.
        package let fallback: Value?
        /// True when the template must give it as a literal, so that it can be prepared once.
        package let isLiteral: Bool

        package init(_ name: String, _ type: ValueType, default fallback: Value? = nil, literal: Bool = false)
        {
            self.name = name
            self.type = type
            self.fallback = fallback
            isLiteral = literal
        }
    }

    /// What runs for each page.
    package enum Action: Sendable {
        /// Input and arguments (one per declared argument) to result.
        case value(@Sendable (Value, [Value]) -> Value)
        /// Appends the result's text. When the result's type is text it is escaped behind the filter's
        /// back; when it is html it stands as it is.
        case append(@Sendable (Value, [Value], inout ByteBuffer) -> Void)
    }

    /// Makes the action for one use in a template. The argument has one place per declared argument: its
    /// value when it is a literal or the default, else nil.
    package typealias Prepare = @Sendable ([Value?]) throws(FilterError) -> Action

    package let name: String
    package let doc: String
    package let arguments: [Argument]
    let input: Input
    let result: Result
    let prepare: Prepare

    enum Input: Sendable {
        case types([ValueType])
        case list
        /// Whatever has a JSON form: all but objects.
        case plain
        /// Anything, and also nothing.
        case anything
    }

    enum Result: Sendable {
        case type(ValueType)
        /// An element of the input list, which may be empty.
        case element
        case sameAsInput
        /// The input's type without its optional, joined with the first argument's.
        case withoutOptional
    }

    /// A filter whose literal arguments are prepared when a template is compiled.
    package init(
        _ name: String, doc: String, input: [ValueType], arguments: [Argument] = [], result: ValueType,
        prepare: @escaping Prepare
    ) {
        self.init(
            name, doc: doc, input: .types(input), arguments: arguments, result: .type(result),
            prepare: prepare)
    }

    /// A filter that needs no preparation.
    package init(
        _ name: String, doc: String, input: [ValueType], arguments: [Argument] = [], result: ValueType,
        apply: @escaping @Sendable (Value, [Value]) -> Value
    ) {
        self.init(
            name, doc: doc, input: .types(input), arguments: arguments, result: .type(result), apply: apply)
    }

    init(
        _ name: String, doc: String, input: Input, arguments: [Argument] = [], result: Result,
        apply: @escaping @Sendable (Value, [Value]) -> Value
    ) {
        self.init(
            name, doc: doc, input: input, arguments: arguments, result: result,
            prepare: { (_: [Value?]) throws(FilterError) in .value(apply) })
    }

    init(
        _ name: String, doc: String, input: Input, arguments: [Argument] = [], result: Result,
        prepare: @escaping Prepare
    ) {
        self.name = name
        self.doc = doc
        self.input = input
        self.arguments = arguments
        self.result = result
        self.prepare = prepare
    }
}

/// A literal argument that a filter cannot work with; it becomes a diagnostic on that literal.
package struct FilterError: Error {
    /// The place of the argument among the declared ones, from 0.
    package let argument: Int
    package let problem: any Problem

    package init(argument: Int, _ problem: any Problem) {
        self.argument = argument
        self.problem = problem
    }
}
