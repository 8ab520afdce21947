internal import Glibc

/// Paths as the disk knows them: one for each file, whatever names and links lead to it.
package enum RealPath {
    /// The real path of what is at `path`; nil when nothing is.
    package static func existing(_ path: String) -> String? {
        guard let real = realpath(path, nil) else { return nil }
        defer { free(real) }
        return String(cString: real)
    }

    /// The real path of what is at `path`, or of where it would be. `path` is absolute.
    package static func of(_ path: String) -> String {
        if let real = existing(path) { return real }
        let parts = path.split(separator: "/").filter { $0 != "." }
        guard let name = parts.last else { return "/" }
        let folder = of("/" + parts.dropLast().joined(separator: "/"))
        return folder == "/" ? "/" + name : folder + "/" + name
    }
}
