import Bytes
import Diagnostics

/// Guesses which path the writer of a broken link meant.
///
/// Made when the first link is found broken. Comparing spellings is a walk through a folder, so it is done
/// for the first 20 only: a site with thousands of broken links has another trouble than spelling.
struct PathSuggestions {
    static let limit = 20

    private var left = Self.limit
    private var byName: [ExactText: String] = [:]
    private var byFolder: [ExactText: [String]] = [:]

    /// `paths` are those of sources and files, from content/.
    init(_ paths: [String]) {
        for path in paths.map(Self.page).sorted(by: { $0.precedesInBytes($1) }) {
            let name = LinkPath.name(of: path)
            let key = ExactText(String(name))
            if byName[key] == nil { byName[key] = path }
            byFolder[Self.folder(of: path, name), default: []].append(String(name))
        }
    }

    /// A path of the same name elsewhere, else the nearest spelling in the same folder; nil when there is
    /// neither, or when enough has been guessed.
    mutating func nearest(to path: String) -> String? {
        guard left > 0 else { return nil }
        left -= 1
        let path = Self.page(path)
        let name = LinkPath.name(of: path)
        if let same = byName[ExactText(String(name))] { return same }
        let (stem, ending) = Self.split(name)
        let names = byFolder[Self.folder(of: path, name)] ?? []
        // Endings would make short names look alike.
        let alike = names.map { (name: $0, parts: Self.split($0[...])) }
            .filter { ending.isEmpty || $0.parts.ending == ending }
        let near = Suggestion.nearest(to: stem, among: alike.map(\.parts.stem))
        return alike.first { $0.parts.stem == near }.map { path.dropLast(name.count) + $0.name }
    }

    /// A name without its ending, and the ending with its point.
    private static func split(_ name: Substring) -> (stem: String, ending: String) {
        guard let point = name.utf8.lastIndex(of: UInt8(ascii: ".")), point > name.startIndex else {
            return (String(name), "")
        }
        return (String(name[..<point]), String(name[point...]))
    }

    /// A folder's `index.md` is known by the name of the folder.
    private static func page(_ path: String) -> String {
        path.hasSuffix("/index.md") ? String(path.dropLast(9)) : path
    }

    private static func folder(of path: String, _ name: Substring) -> ExactText {
        ExactText(String(path.dropLast(name.count)))
    }
}
