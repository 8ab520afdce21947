import Diagnostics
import Files

/// Where the output may go: never over or into what the site is made of.
enum SitePlace {
    static func check(_ request: BuildRequest) -> [Diagnostic] {
        guard let output = request.output.map(RealPath.of) else { return [] }
        let root = RealPath.of(request.root)
        if root == output || root.hasPrefix(output == "/" ? output : output + "/") {
            return [Diagnostic(.error, BuildProblem.outputHoldsSite(output: output))]
        }
        for folder in ["content", "themes"] {
            let source = RealPath.of(root + "/" + folder)
            guard output == source || output.hasPrefix(source + "/") else { continue }
            return [Diagnostic(.error, BuildProblem.outputInside(output: output, folder: folder + "/"))]
        }
        return []
    }
}
