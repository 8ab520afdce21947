internal import Synchronization
package import Templates

/// The templates of a site, for each thread its own where many pages are rendered.
///
/// Threads that render from one copy count references to the same nodes and readers all the time, and the counts
/// are in memory for which they fight: that took 4 % of a build. Compiling a theme takes three milliseconds.
package final class TemplateCopies: Sendable {
    /// What templates there are, for whoever renders nothing.
    let first: TemplateSet
    private let isTaken = Atomic(false)
    private let compile: @Sendable () -> TemplateSet?

    /// `compile` makes `first` once more; without it, all share one.
    package init(_ first: TemplateSet, compile: @escaping @Sendable () -> TemplateSet? = { nil }) {
        self.first = first
        self.compile = compile
    }

    /// Whether pages have parts in common: when one changes, all pages do.
    package var haveParts: Bool { !first.partNames.isEmpty }

    /// A copy that nobody else has; for the first that asks without any work.
    func take() -> TemplateSet {
        if !isTaken.exchange(true, ordering: .relaxed) { return first }
        return compile() ?? first
    }
}
