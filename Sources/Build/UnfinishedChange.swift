package import Diagnostics
import Output

/// The machine failed after a command had changed its source: the same command, given again, does what is left.
package struct UnfinishedChange: Error, Problem {
    let cause: OutputFailure
    /// From the site's folder.
    let file: String

    package var kind: String { cause.kind }

    package func message(in language: Language) -> String { cause.message(in: language) }

    package func remedy(in language: Language) -> String? {
        let rest =
            language == .vietnamese
            ? "`\(file)` đã được ghi rồi: xong thì làm lại đúng việc này để làm nốt phần còn lại"
            : "`\(file)` has been changed already: then do the same again, and the rest is done"
        return cause.remedy(in: language).map { $0 + "; " + rest } ?? rest
    }
}
