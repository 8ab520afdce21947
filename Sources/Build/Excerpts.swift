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
                diagnostic.severity, diagnostic.problem, at: place.pointing(to: diagnostic.mark, in: line),
                excerpt: line, related: diagnostic.related)
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

extension Place {
    /// The place of `mark` on the line; of a link's destination, where it stands in parentheses.
    fileprivate func pointing(to mark: String?, in line: String) -> Place {
        guard column == 0, let mark, !mark.isEmpty else { return self }
        let inParentheses = line.firstRange(of: "(" + mark)
        guard let range = inParentheses ?? line.firstRange(of: mark) else { return self }
        let start =
            line.distance(from: line.startIndex, to: range.lowerBound) + (inParentheses == nil ? 1 : 2)
        return Place(file: file, line: self.line, column: start, length: mark.count)
    }
}
