import Files
import Glibc
package import Output

/// The file that `build --changes` writes to, or a pipe or device that somebody reads.
package struct ChangesFile {
    /// As the user wrote it.
    private let name: String
    private let path: String

    /// `path` is absolute.
    package init(_ name: String, at path: String) {
        self.name = name
        self.path = path
    }

    /// Why it must not be written to; nil when it may. Asked before anything is built: afterwards the changes would be
    /// told by nobody.
    package func problem(siteRoot: String) -> BuildProblem? {
        if status?.isFolder ?? false { return .changesIsFolder(name) }
        return isSource(of: RealPath.of(siteRoot)) ? .changesIsSource(name) : nil
    }

    /// Replaces the file, whole or not at all; what a link leads to is replaced, and the link stays.
    package func write(_ text: String) throws(OutputFailure) {
        if let status, !status.isRegularFile { return try WholeFile.append(Array(text.utf8), to: path) }
        try WholeFile.write(Array(text.utf8), to: RealPath.of(path))
    }

    private var status: stat? {
        var status = stat()
        return stat(path, &status) == 0 ? status : nil
    }

    private func isSource(of root: String) -> Bool {
        let path = RealPath.of(path)
        return ["site.yaml", "addresses.csv", "counts.json"].contains { path == root + "/" + $0 }
            || ["content", "themes", "visits"].contains { path.hasPrefix(root + "/" + $0 + "/") }
    }
}
