import Diagnostics

/// What can be wrong with sources beside each other.
package enum ArrangeProblem: Problem {
    case sameAddress(path: String, other: String)
    case sameID(id: String, other: String)
    case reservedAddress(path: String)
    case aliasTaken(alias: String, other: String)
    case aliasReserved(String)
    case aliasNotAPath(String)
    case addressWithoutOwner(url: String, id: String)
    case tagsWithOneSlug(owner: String, other: String, slug: String, given: String)
    case noSuchTarget(String, near: String?)
    case noSuchAnchor(anchor: String, file: String, near: String?)
    case linkToDraft(file: String)
    case linkToScheduled(file: String)
    case linkToWithdrawn(file: String)
    case linkToHiddenFile(path: String)
    case noSuchFile(String, near: String?)
    /// Photos of an album with neither alternative text nor caption.
    case photosWithoutText(Int)
    /// `replaced_by` of a document that only itself or earlier ones have.
    case noSuccessor(String)
    /// Two sources that differ in what belongs to them only: `x.md` and `x/index.md`.
    case sameName(other: String)

    /// The kinds of what is said of a source because another is missing, or not shown: all others stay true whatever articles
    /// come, and an article that could make one untrue is not `ArticleInsertion`'s.
    package static let kindsThatArticlesMayEnd: Set<String> = ["link", "link-withdrawn", "file"]

    package var kind: String {
        switch self {
        case .sameAddress, .reservedAddress: "address"
        case .sameID, .sameName: "id"
        case .aliasTaken, .aliasReserved, .aliasNotAPath: "alias"
        case .addressWithoutOwner: "old-address"
        case .tagsWithOneSlug: "tag-slug"
        case .noSuchTarget, .noSuchAnchor, .linkToDraft: "link"
        case .linkToScheduled: "link-scheduled"
        case .linkToWithdrawn, .linkToHiddenFile: "link-withdrawn"
        case .noSuchFile: "file"
        case .photosWithoutText: "alt"
        case .noSuccessor: "replaced-by"
        }
    }
}
