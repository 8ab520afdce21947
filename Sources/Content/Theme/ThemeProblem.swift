/// What is wrong with the choice of a theme or with its folder.
enum ThemeProblem: Hashable, Sendable {
    case unknownTheme(String, suggestion: String?, available: [String])
    /// Every theme of the circle, in order, the first one again at the end.
    case parentCircle([String])
    case noThemeFile(String)
}
