import Diagnostics

/// What can be wrong in the body of a source.
package enum MarkdownProblem: Problem, Equatable {
    case rawHTML
    case unsafeLink(destination: String)
    case missingAlt(image: String)
    case altIsCaption(image: String)
    case undefinedNote(label: String)
    case unusedNote(label: String)
    case repeatedNote(label: String, firstLine: Int)
    case unknownBlock(name: String, suggestion: String?)
    case unclosedBlock(name: String)
    case strayBlockEnd
    case blockArgument(name: String, argument: String)
    case videoWithoutFile
    case headerColumns
    case notAnImage
    case notALink

    package var kind: String {
        switch self {
        case .rawHTML: "raw-html"
        case .unsafeLink: "unsafe-link"
        case .missingAlt: "alt"
        case .altIsCaption: "alt-same"
        case .undefinedNote, .unusedNote, .repeatedNote: "footnote"
        default: "block"
        }
    }
}
