import Glibc

/// Paths as the disk knows them: one for each file, whatever names and links lead to it.
enum RealPath {
    /// The real path of what is at `path`, or of where it would be.
    static func of(_ path: String) -> String {
        if let real = realpath(path, nil) {
            defer { free(real) }
            return String(cString: real)
        }
        let parts = path.split(separator: "/").filter { $0 != "." }
        guard let name = parts.last else { return "/" }
        let folder = of("/" + parts.dropLast().joined(separator: "/"))
        return folder == "/" ? "/" + name : folder + "/" + name
    }
}
