import Content
import Diagnostics
import Model

extension Settings {
    /// What the command line says goes before what site.yaml says.
    mutating func apply(_ request: BuildRequest, _ diagnostics: inout [Diagnostic]) {
        if let text = request.baseURL {
            if let url = SiteURL(parsing: text) {
                self.url = url
            } else {
                diagnostics.append(Diagnostic(.error, BuildProblem.badBaseURL(text)))
            }
        }
        if request.strict { checks.tighten() }
    }
}

extension Checks {
    /// `check` treats as errors what `build` warns of.
    fileprivate mutating func tighten() {
        if links == .warn { links = .error }
        if files == .warn { files = .error }
        if alt == .warn { alt = .error }
    }
}

extension [Diagnostic] {
    /// Gives problems that Content finds the severity that `checks:` asks for.
    func leveled(_ checks: Checks) -> [Diagnostic] {
        compactMap { diagnostic in
            guard diagnostic.problem.kind == "alt" else { return diagnostic }
            guard let severity = checks.alt.severity else { return nil }
            var leveled = diagnostic
            leveled.severity = severity
            return leveled
        }
    }
}
