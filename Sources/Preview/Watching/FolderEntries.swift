internal import Glibc

/// What a folder holds, links followed.
enum FolderEntries {
    /// Names with what the system says of them; none when the folder cannot be read: whoever watches it hears when it
    /// can.
    static func of(_ path: String) -> [(name: String, status: stat)] {
        guard let stream = opendir(path) else { return [] }
        defer { closedir(stream) }
        var entries: [(name: String, status: stat)] = []
        while let entry = readdir(stream) {
            let name = withUnsafeBytes(of: entry.pointee.d_name) {
                String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
            }
            var status = stat()
            if stat(path + "/" + name, &status) == 0 { entries.append((name, status)) }
        }
        return entries
    }
}
