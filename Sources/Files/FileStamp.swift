package import Glibc

/// What the disk says of a file without reading it: a file whose stamp has not changed has not changed,
/// once the stamp is settled.
package struct FileStamp: Hashable, Sendable {
    /// In bytes; -1 in `unknown`.
    package var size: Int64
    /// mtime, in nanoseconds since 1970.
    package var modified: Int64
    /// ctime, in nanoseconds since 1970.
    package var changed: Int64
    package var inode: UInt64

    package init(size: Int64, modified: Int64, changed: Int64, inode: UInt64) {
        self.size = size
        self.modified = modified
        self.changed = changed
        self.inode = inode
    }

    /// Equal to the stamp of no file.
    package static let unknown = FileStamp(size: -1, modified: 0, changed: 0, inode: 0)

    /// Clocks of file systems tick in steps of up to 10 ms: a file that is changed twice within a step has
    /// the same times after both. Twice the longest step is on the safe side.
    package static let settlingTime: Int64 = 20_000_000

    /// True when a change after `moment` (nanoseconds since 1970) is sure to give the file another stamp.
    package func isSettled(at moment: Int64) -> Bool {
        self != .unknown && max(modified, changed) <= moment - Self.settlingTime
    }

    /// This stamp when it is settled at `moment`, else `unknown`.
    package func settled(at moment: Int64) -> FileStamp {
        isSettled(at: moment) ? self : .unknown
    }

    /// The present moment by the clock that stamps files.
    package static var now: Int64 {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return time.nanoseconds
    }
}

extension FileStamp {
    /// The stamp of what `path` leads to; `unknown` when there is nothing.
    package static func of(_ path: String) -> FileStamp {
        var status = stat()
        return stat(path, &status) == 0 ? FileStamp(status) : .unknown
    }

    package init(_ status: stat) {
        size = Int64(status.st_size)
        modified = status.st_mtim.nanoseconds
        changed = status.st_ctim.nanoseconds
        inode = UInt64(status.st_ino)
    }
}

extension stat {
    package var isRegularFile: Bool { st_mode & S_IFMT == S_IFREG }
    package var isFolder: Bool { st_mode & S_IFMT == S_IFDIR }
}

extension timespec {
    fileprivate var nanoseconds: Int64 { Int64(tv_sec) &* 1_000_000_000 &+ Int64(tv_nsec) }
}
