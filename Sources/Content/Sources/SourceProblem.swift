/// What makes a file unusable before anything in it is understood.
enum SourceProblem: Hashable, Sendable {
    case empty
    /// Bytes.
    case tooLarge(Int)
    case nulByte
    case invalidUTF8(UInt8)
    case controlCharacter(UInt8)
    case conflictMarker
    case noFrontMatter
    case unclosedFrontMatter
    /// A line that was meant to be `---` and is not exactly that.
    case wrongDelimiter
    case tabIndentation
    /// The text between the quotes.
    case smartQuotes(String)
    /// The machine's error number.
    case unreadableFile(Int32)
    case unreadableFolder(Int32)
}
