/// What has changed in a site's folder since the last time.
struct SiteChange: Sendable, Equatable {
    /// From the site's folder: files and folders that appeared, were written, or went. Of a folder that appeared,
    /// anything below it may be new.
    var paths: Set<String> = []
    /// True when more happened than could be noted: anything may have changed.
    var isEverything = false

    var isEmpty: Bool { paths.isEmpty && !isEverything }

    mutating func formUnion(_ other: SiteChange) {
        paths.formUnion(other.paths)
        isEverything = isEverything || other.isEverything
    }
}

/// Somebody who tells what changes in a site's folder, until it is stopped.
protocol SiteWatch: AnyObject, Sendable {
    /// Returns when nothing is told any more.
    func stop()
}
