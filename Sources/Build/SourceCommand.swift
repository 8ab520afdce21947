import Content
import Diagnostics
import Output

/// What a command that changes one source found and did.
package struct SourceReport<Outcome: Sendable>: Sendable {
    package var build: BuildReport
    /// Nil when the source was left as it was.
    package var outcome: Outcome?
}

/// What a command would do, and the lines of the source that it would change.
package struct Rehearsal<Outcome: Sendable>: Sendable {
    package let outcome: Outcome
    package let changes: LineChanges
}

/// The frame of a command that changes one source and builds: lock, find, work.
enum SourceCommand {
    /// Does `work` on the source that `name` means to a user in the folder `current`, with the site's lock
    /// held under the name `command`. What is refused becomes a report; a failing machine is thrown.
    static func run<Outcome>(
        _ command: String, _ request: BuildRequest, source name: String, from current: String,
        onWait: (SiteLock.Holder) -> Void,
        _ work: (SingleSource) throws(SourceEditFailure) -> SourceReport<Outcome>
    ) throws -> SourceReport<Outcome> {
        guard WholeFile.exists(request.root + "/site.yaml") else {
            return SourceReport(build: SiteBuild.check(request))
        }
        let lock = try SiteLock(siteRoot: request.root, command: command, onWait: onWait)
        return try withExtendedLifetime(lock) {
            try look(request, source: name, from: current, work)
        }
    }

    /// The same for work that changes nothing, or that holds the lock.
    static func look<Outcome>(
        _ request: BuildRequest, source name: String, from current: String,
        _ work: (SingleSource) throws(SourceEditFailure) -> SourceReport<Outcome>
    ) throws -> SourceReport<Outcome> {
        do throws(SourceEditFailure) {
            return try work(try find(name, from: current, request.root))
        } catch {
            switch error {
            case .refused(let diagnostic):
                return SourceReport(build: BuildReport(refusing: diagnostic, root: request.root))
            case .machine(let failure): throw failure
            }
        }
    }

    private static func find(
        _ name: String, from current: String, _ root: String
    ) throws(SourceEditFailure) -> SingleSource {
        do throws(SingleSourceRefusal) {
            return try SingleSource.read(
                root: root, named: name, from: current, builtInThemes: BuiltInThemes.files)
        } catch {
            throw .refused(error.diagnostic)
        }
    }
}

extension BuildReport {
    /// A run that ended before anything was built.
    fileprivate init(refusing diagnostic: Diagnostic, root: String) {
        self.init()
        diagnostics = [diagnostic]
        settings = SiteReading.read(root: root, builtInThemes: BuiltInThemes.files).settings
    }
}
