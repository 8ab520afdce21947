/// One word of the language inside `{{ }}` or `{% %}`.
struct Token {
    enum Kind: Equatable {
        case name(String)
        case int(Int)
        case string(String)
        case symbol(String)
        case end
    }

    let kind: Kind
    let range: Range<Int>

    func isName(_ text: String) -> Bool { kind == .name(text) }
    func isSymbol(_ text: String) -> Bool { kind == .symbol(text) }
}

/// A stretch of a template file: text, or the words between two delimiters.
struct Stretch {
    enum Kind {
        case text([UInt8])
        case output
        case tag
    }

    let kind: Kind
    /// With its delimiters.
    let range: Range<Int>
    /// Ends in a token of kind `.end`; empty for text.
    let tokens: [Token]
    /// True when its words could not all be read; the problem is already reported.
    let isBroken: Bool
}
