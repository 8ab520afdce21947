internal import Model
internal import VietnameseText

/// What is wrong with a key or a value of front matter, site.yaml or theme.yaml.
enum FieldProblem: Hashable, Sendable {
    case unknownKey(String, suggestion: String?, of: Vocabulary)
    /// A field and its Vietnamese name both written.
    case writtenTwice(String, String)
    case missing(key: String, alias: String?, example: String, of: Vocabulary)
    /// A required field with nothing behind its name.
    case blank(key: String, example: String)
    case wrongType(key: String, expected: FieldType, example: String)
    case outOfRange(key: String, range: ClosedRange<Int>)
    case notAChoice(key: String, choices: [String], suggestion: String?)
    /// The text as written.
    case date(String, DateProblem)
    case invalidDatePattern(String)
    /// ISO weekdays: 1 is Monday.
    case weekdayMismatch(written: Int, actual: Int)
    case invalidID(suggestion: String)
    case invalidSlug(suggestion: String)
    case unknownCategory(String, suggestion: String?)
    case undeclaredParameter(String, suggestion: String?, known: [String])
    case wrongParameterType(String, expected: Parameter.Kind)
    case invalidURL(String)
    case unknownZone(String)
    case invalidPathWord(key: String)
    case repeatedPathWord(String, first: String, second: String)
    case invalidPermalink(String)
    /// `from` is not before `to`.
    case emptyWindow
}

/// Which table of names a key was looked up in.
enum Vocabulary: Hashable, Sendable {
    case frontMatter
    case site
    case theme
    case counts
}
