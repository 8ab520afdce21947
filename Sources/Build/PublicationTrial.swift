import Bytes
import Diagnostics
import Model

/// A source as it will be once it is published, tried on what was read: its file is not touched before the
/// whole site is found to be right, and messages speak of the file as it is.
struct PublicationTrial: Sendable {
    let file: String
    let plan: PublicationPlan

    func apply(to newsroom: inout Newsroom, _ found: inout [Diagnostic]) {
        if let index = newsroom.articles.firstIndex(where: { $0.source.utf8.elementsEqual(file.utf8) }) {
            if plan.date != nil { forgiveMissingDate(&newsroom.articles[index], &found) }
            plan.apply(to: &newsroom.articles[index])
            newsroom.articles[index].metadataDigest = .unknown
        }
        if let index = newsroom.pages.firstIndex(where: { $0.source.utf8.elementsEqual(file.utf8) }) {
            newsroom.pages[index].isDraft = false
        }
    }

    /// What the date will mend is no error. Fields inside others are called `date`, too.
    private func forgiveMissingDate(_ article: inout Article, _ found: inout [Diagnostic]) {
        let line = max(article.place(of: "date").line, 1)
        found.removeAll { diagnostic in
            diagnostic.problem.kind == "missing-date" && diagnostic.place?.file == file
                && diagnostic.place?.line == line
        }
        article.isDamaged = found.contains { $0.severity == .error && $0.place?.file == file }
    }
}

extension [Diagnostic] {
    /// What is about to be published is checked as strictly as `check` does it; other files as in a build.
    func tightened(for file: String) -> [Diagnostic] {
        map { diagnostic in
            guard diagnostic.severity == .warning, diagnostic.place?.file == file,
                Checks.kinds.contains(diagnostic.problem.kind)
            else { return diagnostic }
            var tightened = diagnostic
            tightened.severity = .error
            return tightened
        }
    }
}

extension Checks {
    /// The kinds of problems whose severity `checks:` in site.yaml decides.
    fileprivate static let kinds = ["link", "file", "alt"]
}
