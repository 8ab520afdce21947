import Diagnostics

/// Why an article is not published, or not withdrawn.
package enum PublicationProblem: Error, Hashable {
    case withdrawn
    /// It is to be published later, and readers have it already.
    case isOut
    case momentForPage
    /// Somebody saved the file while it was checked.
    case changedMeanwhile
    /// To be withdrawn, and nobody has seen it.
    case neverPublished
    case pageWithdrawal
    case noReason
}
