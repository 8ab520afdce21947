import Diagnostics
import Output

/// Shows the source line of diagnostics that know only its number.
///
/// Stages after Content keep no source text; the few files that need it are read once more, here at the
/// edge.
enum Excerpts {
    static func filled(_ diagnostics: [Diagnostic], root: String) -> [Diagnostic] {
        var lines: [String: [ArraySlice<UInt8>]] = [:]
        return diagnostics.map { diagnostic in
            guard diagnostic.excerpt == nil, let place = diagnostic.place, place.line > 0 else {
                return diagnostic
            }
            let text = lines[place.file] ?? read(root + "/" + place.file)
            lines[place.file] = text
            guard place.line <= text.count else { return diagnostic }
            let line = String(decoding: text[place.line - 1], as: UTF8.self)
            return Diagnostic(
                diagnostic.severity, diagnostic.problem, at: place, excerpt: line, related: diagnostic.related)
        }
    }

    /// The lines of a file; none when it cannot be read, since the diagnostic itself says enough.
    private static func read(_ path: String) -> [ArraySlice<UInt8>] {
        let bytes: [UInt8]
        do { bytes = try WholeFile.read(path) } catch { return [] }
        return bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map { line in
            line.last == UInt8(ascii: "\r") ? line.dropLast() : line
        }
    }
}
