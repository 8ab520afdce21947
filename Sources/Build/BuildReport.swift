package import Diagnostics
package import Model
package import Output

/// What a run found and did.
package struct BuildReport: Sendable {
    package var diagnostics: [Diagnostic] = []
    package var summary = CatalogSummary()
    package var settings = Settings()
    /// The build moment T.
    package var moment = Timestamp(seconds: 0)
    /// Lines that addresses.csv gets when public/ is written.
    var newAddresses: [Address] = []
    /// Nil when nothing was written: there were errors, or nothing was to be written.
    package var output: OutputReport?
    package var times: [StageTime] = []
    /// Whether the build was compared with one from nothing, and the first difference.
    package var isVerified = false
    /// True when it was to be compared, but with errors a build from nothing gives nothing.
    package var isBeyondVerifying = false
    package var difference: OutputDifference?
    /// The plan that was written: whoever asked for the build decides when its memory is given back.
    package var plan: Plan?

    /// Whether a site that was built before has lost its addresses.csv.
    package var lostAddresses = false

    package init() {}

    package init(_ diagnostics: [Diagnostic]) { self.diagnostics = diagnostics }

    package var hasErrors: Bool { diagnostics.hasErrors }

    /// True when the command line was wrong, not the site.
    package var isWrongUsage: Bool {
        diagnostics.contains { $0.severity == .error && $0.problem.kind == BuildProblem.usage }
    }
}

/// How long a step of the pipeline took.
package struct StageTime: Sendable {
    package let name: String
    package let milliseconds: Double
}

/// Times the steps of a run, one after another.
struct Stopwatch {
    private(set) var times: [StageTime] = []
    private var last = ContinuousClock.now

    /// Ends the step that began when the last one ended.
    mutating func lap(_ name: String) {
        let now = ContinuousClock.now
        let parts = (now - last).components
        let milliseconds = Double(parts.seconds) * 1e3 + Double(parts.attoseconds) / 1e15
        times.append(StageTime(name: name, milliseconds: milliseconds))
        last = now
    }
}
