package import Glibc

/// The system calls by which Output changes and reads the disk, each as the C library has it: the result is
/// negative and `errno` is set when it fails.
///
/// A value of closures, so that a test can make any single call fail; on the hot path it costs an indirect
/// call beside a system call.
package struct FileSystem: Sendable {
    package typealias Path = UnsafePointer<CChar>

    package var open: @Sendable (_ folder: Int32, Path, _ flags: Int32, _ mode: mode_t) -> Int32
    package var read: @Sendable (_ file: Int32, UnsafeMutableRawPointer, _ count: Int) -> Int
    package var write: @Sendable (_ file: Int32, UnsafeRawPointer, _ count: Int) -> Int
    package var close: @Sendable (_ file: Int32) -> Int32
    /// `fstat`.
    package var status: @Sendable (_ file: Int32, UnsafeMutablePointer<stat>) -> Int32
    /// `fstatat` without following a symbolic link at the end of the path.
    package var statusAt: @Sendable (_ folder: Int32, Path, UnsafeMutablePointer<stat>) -> Int32
    package var makeFolder: @Sendable (_ folder: Int32, Path, _ mode: mode_t) -> Int32
    package var rename: @Sendable (_ folder: Int32, _ from: Path, _ to: Path) -> Int32
    /// `unlinkat`; `AT_REMOVEDIR` in `flags` removes an empty folder.
    package var unlink: @Sendable (_ folder: Int32, Path, _ flags: Int32) -> Int32
    /// `fsync`: the file, or the names in the folder, survive a power cut.
    package var flush: @Sendable (_ file: Int32) -> Int32
    /// `syncfs`: everything that was written to the file system of `folder` survives a power cut.
    package var sync: @Sendable (_ folder: Int32) -> Int32

    /// The disk itself.
    package static let real = FileSystem(
        open: { openat($0, $1, $2, $3) },
        read: { Glibc.read($0, $1, $2) },
        write: { Glibc.write($0, $1, $2) },
        close: { Glibc.close($0) },
        status: { fstat($0, $1) },
        statusAt: { fstatat($0, $1, $2, AT_SYMLINK_NOFOLLOW) },
        makeFolder: { mkdirat($0, $1, $2) },
        rename: { renameat($0, $1, $0, $2) },
        unlink: { unlinkat($0, $1, $2) },
        flush: { fsync($0) },
        sync: { syncfs($0) })
}

/// `syncfs(2)`, which the C library has and Swift's Glibc module hides behind `_GNU_SOURCE`.
@_silgen_name("syncfs")
private func syncfs(_ folder: Int32) -> Int32
