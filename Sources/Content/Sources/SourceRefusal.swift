internal import Diagnostics

/// A source that cannot be used at all, with the one thing that is wrong with it.
struct SourceRefusal: Error {
    let diagnostic: Diagnostic

    init(_ diagnostic: Diagnostic) {
        self.diagnostic = diagnostic
    }

    /// Concerns the whole file.
    init(_ problem: any Problem, file: String) {
        diagnostic = Diagnostic(.error, problem, at: Place(file: file))
    }
}
