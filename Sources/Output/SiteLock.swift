internal import Glibc

/// The one process that may change a site's files: `.bantin/lock`, held until the value is gone or the
/// process ends, however it ends.
///
/// An advisory lock of the system (`flock`): a left-over file locks nothing.
package struct SiteLock: ~Copyable {
    /// Who holds a lock.
    package struct Holder: Sendable, Hashable {
        package let pid: Int32
        /// What it is doing, as it was typed: `bantin build`.
        package let command: String
        /// For how many seconds.
        package let seconds: Int

        package init(pid: Int32, command: String, seconds: Int) {
            self.pid = pid
            self.command = command
            self.seconds = seconds
        }
    }

    /// In seconds.
    package static let usualWait = 30.0

    private let descriptor: Int32

    /// Takes the lock of the site in `siteRoot`, and waits up to `wait` seconds for another process to let go.
    ///
    /// `command` is what others are told while it is held. `onWait` is called once when there is somebody to
    /// wait for.
    package init(
        siteRoot: String, command: String, wait: Double = usualWait, onWait: (Holder) -> Void = { _ in }
    ) throws(SiteLockFailure) {
        let path = siteRoot + "/.bantin/lock"
        mkdir(siteRoot + "/.bantin", 0o755)
        let deadline = Self.now + wait
        var isWaiting = false
        while true {
            if let taken = try Self.take(path) {
                descriptor = taken
                break
            }
            let holder = Self.holder(path)
            if Self.now >= deadline { throw .locked(by: holder) }
            if !isWaiting, let holder { onWait(holder) }
            isWaiting = true
            usleep(20_000)
        }
        sign(command)
    }

    deinit {
        // Whoever takes the lock next is not mistaken for this process before it has signed.
        _ = ftruncate(descriptor, 0)
        close(descriptor)
    }

    /// Nil while another process holds the lock.
    private static func take(_ path: String) throws(SiteLockFailure) -> Int32? {
        let file = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
        guard file >= 0 else { throw .cannotLock(path: path, errno: errno) }
        if flock(file, LOCK_EX | LOCK_NB) == 0 {
            if isStill(file, at: path) { return file }
            close(file)
            return nil
        }
        let cause = errno
        close(file)
        if cause == EWOULDBLOCK || cause == EINTR { return nil }
        throw .cannotLock(path: path, errno: cause)
    }

    /// False when somebody deleted `.bantin/` meanwhile: a lock on a file without a name keeps nobody out.
    private static func isStill(_ file: Int32, at path: String) -> Bool {
        var mine = stat()
        var named = stat()
        return fstat(file, &mine) == 0 && stat(path, &named) == 0 && mine.st_ino == named.st_ino
            && mine.st_dev == named.st_dev
    }

    private static var now: Double {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}

// MARK: - Who holds it

extension SiteLock {
    /// Three lines: process id, the second since 1970 at which it took the lock, command.
    private func sign(_ command: String) {
        let text = "\(getpid())\n\(time(nil))\n\(command)\n"
        // The text only tells others whom they wait for: the lock holds without it, on a full disk, too.
        _ = ftruncate(descriptor, 0)
        _ = text.withCString { pwrite(descriptor, $0, strlen($0), 0) }
    }

    /// Nil when the holder has not signed yet.
    private static func holder(_ path: String) -> Holder? {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { return nil }
        defer { close(file) }
        var bytes = [UInt8](repeating: 0, count: 1024)
        let count = bytes.withUnsafeMutableBytes { read(file, $0.baseAddress, $0.count) }
        let lines = String(decoding: bytes.prefix(max(count, 0)), as: UTF8.self)
            .split(separator: "\n", omittingEmptySubsequences: false)
        guard lines.count >= 4, let pid = Int32(lines[0]), let since = Int(lines[1]) else { return nil }
        return Holder(pid: pid, command: String(lines[2]), seconds: max(0, time(nil) - since))
    }
}
