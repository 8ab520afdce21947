import Diagnostics
import Model
import Output
import Render

/// Gives the theme's files names that change with their bytes, so that browsers may keep them for ever.
///
/// `css/sen.css` becomes `assets/css/sen.0123456789ab.css`. A style sheet may name other files of the theme
/// in `url(…)`: those names are replaced too, and style sheets get their own names last.
enum AssetPublisher {
    static func publish(
        _ theme: Theme, siteRoot: String, _ diagnostics: inout [Diagnostic]
    ) -> [PublishedAsset] {
        var names: [String: String] = [:]
        var published: [PublishedAsset] = []
        let assets = effective(theme)
        for styleSheets in [false, true] {
            for asset in assets where asset.path.hasSuffix(".css") == styleSheets {
                guard var bytes = read(asset, siteRoot, &diagnostics) else { continue }
                if styleSheets { bytes = StyleSheet.replacing(names, in: bytes, of: asset.path) }
                let path = fingerprinted(asset.path, bytes)
                names[asset.path] = path
                published.append(PublishedAsset(name: asset.path, path: "assets/" + path, content: .bytes(bytes)))
            }
        }
        return published.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    }

    /// Each file once: a later layer's goes before an earlier one's.
    private static func effective(_ theme: Theme) -> [ThemeAsset] {
        var byPath: [String: ThemeAsset] = [:]
        for asset in theme.layers.flatMap(\.assets) { byPath[asset.path] = asset }
        return byPath.values.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    }

    private static func read(
        _ asset: ThemeAsset, _ siteRoot: String, _ diagnostics: inout [Diagnostic]
    ) -> [UInt8]? {
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

/// References in a style sheet.
private enum StyleSheet {
    /// Replaces the paths in `url(…)` that name files of the theme by their published names.
    static func replacing(_ names: [String: String], in bytes: [UInt8], of path: String) -> [UInt8] {
        let mark = Array("url(".utf8)
        var result: [UInt8] = []
        var at = 0
        while let start = bytes[at...].firstRange(of: mark)?.upperBound,
            let end = bytes[start...].firstIndex(of: UInt8(ascii: ")"))
        {
            result += bytes[at..<start]
            result += replaced(names, bytes[start..<end], of: path)
            at = end
        }
        return result + bytes[at...]
    }

    private static func replaced(_ names: [String: String], _ written: ArraySlice<UInt8>, of path: String) -> [UInt8] {
        let text = String(decoding: written, as: UTF8.self)
        let plain = String(text.filter { $0 != "\"" && $0 != "'" && $0 != " " })
        var folder = path.split(separator: "/").dropLast().map(String.init)
        let depth = folder.count
        for part in plain.split(separator: "/") {
            if part == ".." { _ = folder.popLast() } else if part != "." { folder.append(String(part)) }
        }
        guard let name = names[folder.joined(separator: "/")] else { return Array(written) }
        return Array((String(repeating: "../", count: depth) + name).utf8)
    }
}
