internal import Glibc

/// Keeps a second writer away from a store until the value is gone or the process ends, however it ends.
final class StoreLock: Sendable {
    private let descriptor: Int32

    init(_ path: String, store: String) throws(VisitStoreFailure) {
        let file = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
        guard file >= 0 else { throw .cannotWrite(path, errno) }
        guard flock(file, LOCK_EX | LOCK_NB) == 0 else {
            close(file)
            throw .inUse(store)
        }
        descriptor = file
    }

    deinit { close(descriptor) }
}
