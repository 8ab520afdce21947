internal import Glibc
internal import Threads

/// A look at what stands in the output folder, on a thread of its own, while the site is read and arranged.
///
/// Nothing is changed by it. A file that somebody changes after the look keeps the stamp it had in the records, so
/// that the next build reads it.
package final class OutputLook: Sendable {
    private let result: Background<Result<LastBuild, OutputFailure>>

    /// Nil when there is no output folder.
    init?(_ output: Output) {
        guard access(output.destination, F_OK) == 0 else { return nil }
        result = Background {
            Result { () throws(OutputFailure) in
                let folder = try Folder(making: output.destination, output.fileSystem)
                var last = try LastBuild(
                    in: folder, cache: try RecordCache(siteRoot: output.siteRoot, output: folder))
                last.look(in: folder, threads: output.threads)
                return last
            }
        }
    }

    /// Waits for what was found.
    func last() throws(OutputFailure) -> LastBuild { try result.value().get() }

    /// Waits until everything has been looked at.
    package func wait() { _ = result.value() }
}
