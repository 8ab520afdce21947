/// What a text is refused for by the YAML reader.
enum YAMLProblem: Hashable, Sendable {
    case syntax(YAMLFault)
    case anchor
    case alias
    case tag
    case manyDocuments
    case duplicateKey(String)
    case keyNotText
    case tooDeep
    /// The document is a text or a list where `key: value` lines are expected.
    case notMapping
}

/// What libyaml's English sentences mean to a writer.
enum YAMLFault: Hashable, Sendable {
    case colonInValue
    case missingColon
    case unclosedQuote
    case unclosedBracket
    case indentation
    case character
    case escape
    /// A sentence of libyaml that has no translation here.
    case other(String)

    /// Faults that libyaml notices lines after the place where they were made.
    var isNoticedLate: Bool { self == .unclosedQuote || self == .unclosedBracket || self == .missingColon }

    init(detail: String, context: String) {
        self = Self.known[detail] ?? .other(detail)
        if context == "while scanning a quoted scalar" { self = .unclosedQuote }
    }

    private static let known: [String: YAMLFault] = [
        "mapping values are not allowed in this context": .colonInValue,
        "could not find expected ':'": .missingColon,
        "found unexpected end of stream": .unclosedQuote,
        "found unexpected document indicator": .unclosedQuote,
        "did not find expected ',' or ']'": .unclosedBracket,
        "did not find expected ',' or '}'": .unclosedBracket,
        "did not find expected node content": .unclosedBracket,
        "did not find expected key": .indentation,
        "did not find expected '-' indicator": .indentation,
        "block sequence entries are not allowed in this context": .indentation,
        "found character that cannot start any token": .character,
        "control characters are not allowed": .character,
        "found unknown escape character": .escape,
        "did not find expected hexdecimal number": .escape,
        "found invalid Unicode character escape code": .escape,
    ]
}
