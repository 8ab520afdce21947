/// A name in a template and the bytes it stands on.
struct Name {
    let text: String
    let range: Range<Int>
}

/// An expression as it is written, before names and types are known.
struct ExpressionSyntax {
    indirect enum Kind {
        /// Could not be read; the problem is already reported.
        case broken
        case literal(Value)
        case list([ExpressionSyntax])
        case name(String)
        case field(ExpressionSyntax, Name)
        case index(ExpressionSyntax, ExpressionSyntax)
        case call(ExpressionSyntax, [ArgumentSyntax])
        case filter(ExpressionSyntax, Name, [ArgumentSyntax])
        case test(ExpressionSyntax, Name, [ArgumentSyntax])
        case not(ExpressionSyntax)
        case negative(ExpressionSyntax)
        case binary(BinaryOperator, ExpressionSyntax, ExpressionSyntax)
        case conditional(ExpressionSyntax, if: ExpressionSyntax, else: ExpressionSyntax?)
    }

    let kind: Kind
    let range: Range<Int>
    /// Levels of expressions below this one: what a recursive walk needs of the stack.
    let depth: Int

    init(_ kind: Kind, _ range: Range<Int>, depth: Int = 0) {
        self.kind = kind
        self.range = range
        self.depth = depth
    }
}

struct ArgumentSyntax {
    let name: Name?
    let value: ExpressionSyntax
}

enum BinaryOperator: String {
    case or, and
    case equal = "=="
    case unequal = "!="
    case less = "<"
    case lessOrEqual = "<="
    case greater = ">"
    case greaterOrEqual = ">="
    case within = "in"
    case notWithin = "not in"
    case plus = "+"
    case minus = "-"
    case concatenate = "~"
    case times = "*"
    case divide = "//"
    case remainder = "%"
}

/// A statement as it is written.
struct StatementSyntax {
    indirect enum Kind {
        case text([UInt8])
        case output(ExpressionSyntax)
        case condition([Branch], otherwise: [StatementSyntax]?)
        case loop(Name, ExpressionSyntax, body: [StatementSyntax], otherwise: [StatementSyntax]?)
        case set(Name, ExpressionSyntax)
        case block(BlockSyntax)
        case include(Name)
        /// `substitute` is what readers without the fragment see.
        case fragment(Name, substitute: [StatementSyntax])
    }

    struct Branch {
        let condition: ExpressionSyntax
        let body: [StatementSyntax]
    }

    let kind: Kind
    /// The tag that opens it.
    let range: Range<Int>
}

struct BlockSyntax {
    let name: Name
    let body: [StatementSyntax]
}

struct MacroSyntax {
    struct Parameter {
        let name: Name
        let fallback: ExpressionSyntax?
    }

    let name: Name
    let parameters: [Parameter]
    let body: [StatementSyntax]
}

/// `{% import "x" as m %}` with an alias, or the names of `{% from "x" import a as b %}`.
struct ImportSyntax {
    enum Kind {
        case all(alias: Name)
        case names([(name: Name, alias: Name)])
    }

    let template: Name
    let kind: Kind
}

/// A template file after parsing.
final class TemplateFile {
    let source: TemplateSource
    var body: [StatementSyntax] = []
    var parent: Name?
    var imports: [ImportSyntax] = []
    var macros: [MacroSyntax] = []
    /// All blocks of the file, nested ones included, and whether each stands inside another block.
    var blocks: [(block: BlockSyntax, isNested: Bool)] = []

    init(_ source: TemplateSource) { self.source = source }

    func macro(_ name: String) -> MacroSyntax? { macros.first { $0.name.text == name } }

    func block(_ name: String) -> BlockSyntax? { blocks.first { $0.block.name.text == name }?.block }
}
