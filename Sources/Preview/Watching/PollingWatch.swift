internal import Files
internal import Glibc
internal import Threads

/// Looks at all files again and again, where the system does not tell of changes: network folders, some containers.
final class PollingWatch: SiteWatch {
    private let bell: Bell
    private let thread: Background<Void>

    /// Milliseconds between two looks.
    static let pause: Int32 = 500

    /// Nil when the system has no more descriptors. `onChange` is called on the watch's thread.
    init?(_ site: WatchedSite, onChange: @escaping @Sendable (SiteChange) -> Void) {
        guard let bell = Bell() else { return nil }
        self.bell = bell
        let start = Snapshot(of: site)
        thread = Background {
            var last = start
            while !bell.isHeard(within: Self.pause) {
                let now = Snapshot(of: site)
                let change = now.change(since: last)
                last = now
                if !change.isEmpty { onChange(change) }
            }
        }
    }

    deinit { stop() }

    func stop() {
        bell.ring()
        thread.value()
    }
}

/// The stamps of all files of a site.
private struct Snapshot {
    private var stamps: [String: FileStamp] = [:]

    init(of site: WatchedSite) {
        for file in WatchedSite.files { note(file, in: site) }
        for tree in WatchedSite.trees { walk(tree, in: site, above: []) }
    }

    private mutating func note(_ path: String, in site: WatchedSite) {
        let stamp = FileStamp.of(site.root + "/" + path)
        if stamp != .unknown { stamps[path] = stamp }
    }

    /// `above` are the inodes of the folders around: a link back to one of them would never end.
    private mutating func walk(_ folder: String, in site: WatchedSite, above: Set<UInt>) {
        for (name, status) in FolderEntries.of(site.root + "/" + folder) where !PassingFile.isNamed(name) {
            if !status.isFolder {
                stamps[folder + "/" + name] = FileStamp(status)
            } else if !above.contains(status.st_ino) {
                walk(folder + "/" + name, in: site, above: above.union([status.st_ino]))
            }
        }
    }

    func change(since earlier: Snapshot) -> SiteChange {
        var change = SiteChange()
        for (path, stamp) in stamps where earlier.stamps[path] != stamp { change.paths.insert(path) }
        for path in earlier.stamps.keys where stamps[path] == nil { change.paths.insert(path) }
        return change
    }
}
