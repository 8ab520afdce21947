import Diagnostics
import Glibc

/// Where the output may go: never over or into what the site is made of.
enum SitePlace {
    static func check(_ request: BuildRequest) -> [Diagnostic] {
        guard let output = request.output.map(resolved) else { return [] }
        let root = resolved(request.root)
        if root == output || root.hasPrefix(output == "/" ? output : output + "/") {
            return [Diagnostic(.error, BuildProblem.outputHoldsSite(output: output))]
        }
        for folder in ["content", "themes"] {
            let source = resolved(root + "/" + folder)
            guard output == source || output.hasPrefix(source + "/") else { continue }
            return [Diagnostic(.error, BuildProblem.outputInside(output: output, folder: folder + "/"))]
        }
        return []
    }

    /// The path without links, `.` and `..`; of a path that does not exist, its existing part resolved.
    private static func resolved(_ path: String) -> String {
        if let real = realpath(path, nil) {
            defer { free(real) }
            return String(cString: real)
        }
        guard let slash = path.lastIndex(of: "/"), slash > path.startIndex else { return path }
        let parent = resolved(String(path[..<slash]))
        return (parent == "/" ? "" : parent) + path[slash...]
    }
}
