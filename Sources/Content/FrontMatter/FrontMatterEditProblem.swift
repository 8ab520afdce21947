/// Why a field of front matter is not edited although the front matter is right.
enum FrontMatterEditProblem: Hashable, Sendable {
    /// The field shares lines with others, or its value would change how others are read.
    case inseparable(String)
}
