internal import Files
internal import Glibc
internal import Threads

/// Hears of changes from the system (inotify), on a thread of its own.
final class NotifiedWatch: SiteWatch {
    private let notices: SystemNotices
    private let thread: Background<Void>

    /// Nil where the system does not notify, or not of so many folders. `onChange` is called on the watch's thread,
    /// once for each burst.
    init?(_ site: WatchedSite, onChange: @escaping @Sendable (SiteChange) -> Void) {
        guard let notices = SystemNotices(site, onChange: onChange) else { return nil }
        self.notices = notices
        thread = Background { notices.run() }
    }

    deinit { stop() }

    func stop() {
        notices.end()
        thread.value()
    }
}

/// The queue of the system's notices.
///
/// inotify watches single folders: those that appear are added, with all below them. What was written between the
/// appearance of a folder and its watch is not told by file; the folder stands for it.
///
/// `@unchecked Sendable`: after `init`, the one thread of `run` alone uses what is not constant.
private final class SystemNotices: @unchecked Sendable {
    private let site: WatchedSite
    private let onChange: @Sendable (SiteChange) -> Void
    private let events: Int32
    private let bell: Bell
    /// The folders by their watches, from the site's folder; the site's folder itself is empty.
    private var folders: [Int32: String] = [:]
    /// True when a folder could not be watched: the system allows so many.
    private var isIncomplete = false

    private static let mask = UInt32(
        IN_CLOSE_WRITE | IN_MODIFY | IN_ATTRIB | IN_MOVED_TO | IN_MOVED_FROM | IN_CREATE | IN_DELETE
            | IN_ONLYDIR)

    init?(_ site: WatchedSite, onChange: @escaping @Sendable (SiteChange) -> Void) {
        self.site = site
        self.onChange = onChange
        guard let bell = Bell() else { return nil }
        self.bell = bell
        events = inotify_init1(Int32(IN_NONBLOCK) | Int32(IN_CLOEXEC))
        guard events >= 0 else { return nil }
        watchAll()
        if isIncomplete { return nil }
    }

    deinit {
        if events >= 0 { close(events) }
    }

    /// Makes `run` return; may be called on any thread, and more than once.
    func end() { bell.ring() }
}

// MARK: Folders

extension SystemNotices {
    private func watchAll() {
        for number in folders.keys { inotify_rm_watch(events, number) }
        folders.removeAll()
        watch("", recursively: false)
        for tree in WatchedSite.trees { watch(tree, recursively: true) }
    }

    /// Forgets `folder` and all below it: it has gone, or has another name.
    private func unwatch(_ folder: String) {
        for (number, path) in folders where path == folder || path.hasPrefix(folder + "/") {
            inotify_rm_watch(events, number)
            folders[number] = nil
        }
    }

    private func watch(_ folder: String, recursively: Bool) {
        let path = site.root + "/" + folder
        let number = inotify_add_watch(events, path, Self.mask)
        if number < 0 {
            // A folder that has gone meanwhile is told of by the one it was in.
            if errno == ENOSPC || errno == ENOMEM { isIncomplete = true }
            return
        }
        // A folder has one watch, whatever links lead to it; a link back to a folder above would never end.
        guard folders[number] == nil else { return }
        folders[number] = folder
        guard recursively else { return }
        // Hidden folders hold no sources.
        for (name, status) in FolderEntries.of(path) where status.isFolder && !name.hasPrefix(".") {
            watch(folder + "/" + name, recursively: true)
        }
    }
}

// MARK: Events

extension SystemNotices {
    /// Tells of changes until `end` is called.
    func run() {
        var gathering = Gathering()
        while true {
            var waiting = [
                pollfd(fd: bell.descriptor, events: Int16(POLLIN), revents: 0),
                pollfd(fd: events, events: Int16(POLLIN), revents: 0),
            ]
            let timeout = gathering.wait(at: .now).map { Int32($0) } ?? -1
            if poll(&waiting, 2, timeout) < 0, errno != EINTR { return }
            if waiting[0].revents != 0 { return }
            gathering.add(read(), at: .now)
            if let change = gathering.take(at: .now) { onChange(change) }
        }
    }

    /// All events that there are.
    private func read() -> SiteChange {
        var change = SiteChange()
        withUnsafeTemporaryAllocation(byteCount: 1 << 16, alignment: 8) { buffer in
            while true {
                let count = Glibc.read(events, buffer.baseAddress, buffer.count)
                if count <= 0 { return }
                var at = 0
                while at < count { at += note(UnsafeRawBufferPointer(buffer), at: at, &change) }
            }
        }
        return change
    }

    /// Notes the event at `at`; returns its size.
    private func note(_ bytes: UnsafeRawBufferPointer, at: Int, _ change: inout SiteChange) -> Int {
        let number = bytes.loadUnaligned(fromByteOffset: at, as: Int32.self)
        let mask = bytes.loadUnaligned(fromByteOffset: at + 4, as: UInt32.self)
        let length = Int(bytes.loadUnaligned(fromByteOffset: at + 12, as: UInt32.self))
        let name = String(decoding: bytes[(at + 16)..<(at + 16 + length)].prefix { $0 != 0 }, as: UTF8.self)
        note(Event(mask: mask), of: number, name, &change)
        return 16 + length
    }

    private struct Event {
        let mask: UInt32

        func has(_ flag: Int32) -> Bool { mask & UInt32(bitPattern: flag) != 0 }
    }

    private func note(_ event: Event, of number: Int32, _ name: String, _ change: inout SiteChange) {
        if event.has(IN_Q_OVERFLOW) {
            change.isEverything = true
            watchAll()
            return
        }
        guard let folder = folders[number] else { return }
        if event.has(IN_IGNORED) {
            folders[number] = nil
            return
        }
        guard !name.isEmpty else { return }
        let isOurs = folder.isEmpty ? WatchedSite.contains(name) : !PassingFile.isNamed(name)
        guard isOurs else { return }
        let path = folder.isEmpty ? name : folder + "/" + name
        change.paths.insert(path)
        if event.has(IN_MOVED_FROM) { unwatch(path) }
        // A link to a folder comes as a file.
        if event.has(IN_CREATE) || event.has(IN_MOVED_TO) { watch(path, recursively: true) }
    }
}
