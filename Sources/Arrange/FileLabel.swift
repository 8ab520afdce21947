import Model

/// What stands behind the link to a file: ` (PDF, 120 KB)`.
enum FileLabel {
    static func text(_ file: SourceFile) -> String {
        let kind = kind(of: file.path)
        return kind.isEmpty ? " (\(size(file.size)))" : " (\(kind), \(size(file.size)))"
    }

    /// `PDF`; empty for a name that tells none.
    static func kind(of path: String) -> String {
        let parts = LinkPath.name(of: path).split(separator: ".")
        guard parts.count > 1, let kind = parts.last else { return "" }
        return kind.uppercased()
    }

    /// Decimal units as file managers show them, with a decimal comma.
    static func size(_ bytes: Int) -> String {
        let kilobytes = (bytes + 500) / 1000
        if kilobytes < 1000 { return "\(max(1, kilobytes)) KB" }
        let tenths = (bytes + 50_000) / 100_000
        return tenths % 10 == 0 ? "\(tenths / 10) MB" : "\(tenths / 10),\(tenths % 10) MB"
    }
}
