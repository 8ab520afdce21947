import Bytes
import Diagnostics
import Model
import Output
import Render

/// Gives the theme's files names that change with their bytes, so that browsers may keep them for ever.
///
/// `css/sen.css` becomes `assets/css/sen.0123456789ab.css`. A style sheet names other files of the theme: those
/// names are replaced, so a style sheet gets its own name after the files it names have theirs.
struct AssetPublisher {
    private let siteRoot: String
    /// Each file once: a later layer's goes before an earlier one's.
    private let assets: [String: ThemeAsset]
    private var published: [String: PublishedAsset] = [:]
    /// The files that are being read: style sheets that wait for the files they name. What could not be read
    /// stays here, so that it is reported once.
    private var waiting: Set<String> = []
    private var diagnostics: [Diagnostic] = []

    static func publish(
        _ theme: Theme, siteRoot: String, _ diagnostics: inout [Diagnostic]
    ) -> [PublishedAsset] {
        var publisher = AssetPublisher(theme, siteRoot: siteRoot)
        let paths = publisher.assets.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        let published = paths.compactMap { publisher.publish($0) }
        diagnostics += publisher.diagnostics
        return published
    }

    private init(_ theme: Theme, siteRoot: String) {
        self.siteRoot = siteRoot
        assets = Dictionary(theme.layers.flatMap(\.assets).map { ($0.path, $0) }) { _, later in later }
    }

    /// Nil for a file that is not there, for one that cannot be read, and in a circle of style sheets.
    private mutating func publish(_ path: String) -> PublishedAsset? {
        if let published = published[path] { return published }
        guard let asset = assets[path], waiting.insert(path).inserted, var bytes = read(asset) else {
            return nil
        }
        if path.hasSuffix(".css") { bytes = StyleSheet.replacing(in: bytes, of: path) { publish($0)?.path } }
        waiting.remove(path)
        let name = "assets/" + Self.fingerprinted(path, bytes)
        published[path] = PublishedAsset(name: path, path: name, content: .bytes(bytes))
        return published[path]
    }

    private mutating func read(_ asset: ThemeAsset) -> [UInt8]? {
        switch asset.content {
        case .bytes(let bytes): return bytes
        case .file(let diskPath, _):
            do { return try WholeFile.read(siteRoot + "/" + diskPath) } catch {
                diagnostics.append(Diagnostic(.error, BuildProblem.cannotReadAsset(path: diskPath)))
                return nil
            }
        }
    }

    private static func fingerprinted(_ path: String, _ bytes: [UInt8]) -> String {
        let digits = ContentHash(of: bytes).hex.prefix(12)
        let start = path.lastIndex(of: "/").map(path.index(after:)) ?? path.startIndex
        guard let dot = path[start...].lastIndex(of: "."), dot > start else { return "\(path).\(digits)" }
        return "\(path[..<dot]).\(digits)\(path[dot...])"
    }
}
