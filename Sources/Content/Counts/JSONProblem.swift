/// What is wrong with a JSON file.
enum JSONProblem: Hashable, Sendable {
    case expected(Expectation)
    case unclosedText
    case lineEndInText
    case badEscape
    case badNumber
    case tooDeep
    /// A name, or an item of a list of names, that was there already.
    case repeated(String)
    case wrongType(key: String, expected: JSONType)
    /// Of a list of texts, which is called so.
    case itemNotText(String)
    case wrongVersion(Int)

    /// What JSON wants at a place.
    enum Expectation: Hashable, Sendable {
        case value, object, key, colon, commaOrBrace, commaOrBracket, end
    }
}

enum JSONType: Hashable, Sendable {
    case object, array, text, number
}

/// The first thing that keeps a text from being JSON.
struct JSONFault: Error {
    let problem: JSONProblem
    let range: Range<Int>
}
