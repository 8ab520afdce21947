import Build
import Diagnostics
import Files
import Glibc
import Logging
import Model
import Output
import Threads

/// Builds the portal when something falls due: what is scheduled appears at its hour, what expires goes.
///
/// An article with errors stays as it was; when nothing can be built, the portal stays as it is.
struct Timetable {
    let request: BuildRequest
    let logger: Logger

    /// Seconds until a build that failed is tried again.
    private static let patience = 60

    func run() async {
        var due: Timestamp? = now
        var seen = FileStamp.unknown
        while !Task.isCancelled {
            let found = stamp
            if let moment = due, moment <= now {
                due = await build()
            } else if found != seen {
                // Something was built, perhaps by somebody else: what they scheduled is not known here.
                due = await nextDue()
            }
            seen = found
            try? await Task.sleep(for: .seconds(1))
        }
    }

    private var now: Timestamp { Timestamp(seconds: time(nil)) }

    /// The stamp of the list of files, which every build writes.
    private var stamp: FileStamp {
        FileStamp.of((request.output ?? request.root + "/public") + "/.bantin-files")
    }

    private func nextDue() async -> Timestamp? {
        var request = request
        request.now = now
        return await Threads.value(of: { [request] in SiteInventory.read(request).nextDue })
    }

    /// Gives the moment at which to build again.
    private func build() async -> Timestamp? {
        var request = request
        request.now = now
        request.lastGood = true
        let outcome = await Threads.value(of: { [request] in Result { try SiteBuild.run(request) } })
        let later = Timestamp(seconds: now.seconds + Self.patience)
        switch outcome {
        case .failure(let error):
            logger.error("build failed", metadata: ["cause": "\(error)"])
            return later
        case .success(let report):
            let errors = report.diagnostics.filter { $0.severity == .error }
            for error in errors.prefix(20) {
                logger.error(
                    "content",
                    metadata: [
                        "file": "\(error.place?.file ?? "")",
                        "cause": "\(error.problem.message(in: .english))",
                    ])
            }
            guard let output = report.output else { return later }
            logger.info(
                "built",
                metadata: [
                    "added": "\(output.added.count)", "changed": "\(output.changed.count)",
                    "removed": "\(output.removed.count)", "errors": "\(errors.count)",
                ])
            return report.summary.nextDue
        }
    }
}
