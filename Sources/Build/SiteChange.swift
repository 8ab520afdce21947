import Bytes
import Files
import Model
import Output

/// A file of public/ that a build added, changed or removed, with its address.
package struct SiteChange: Sendable, Hashable {
    package enum Kind: String, Sendable {
        case added, changed, removed
    }

    package let kind: Kind
    /// From public/: `tin-tuc/index.html`.
    package let path: String
    /// From the host's root, with the site's base, percent-encoded: `/tin-tuc/`.
    package let url: String
    /// In bytes; 0 for a file that was removed.
    package let size: Int

    package init(kind: Kind, path: String, url: String, size: Int) {
        self.kind = kind
        self.path = path
        self.url = url
        self.size = size
    }

    /// A JSON object on one line, without a line end.
    package var json: String {
        "{\"change\":\"\(kind.rawValue)\",\"url\":\(Self.quoted(url)),\"path\":\(Self.quoted(path)),\"size\":\(size)}"
    }

    private static func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\\": quoted.unicodeScalars += ["\\", scalar]
            case "\u{0}"..<" ", "\u{7F}":
                quoted += "\\u00" + Digits.hexadecimal(scalar.value)
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }
}

extension BuildReport {
    /// What the run of `request` changed in its output folder, in the order of the paths' bytes.
    package func changes(_ request: BuildRequest) -> [SiteChange] {
        guard let output else { return [] }
        func changes(_ paths: [String], _ kind: SiteChange.Kind) -> [SiteChange] {
            paths.map { path in
                let size = kind == .removed ? 0 : Self.size(of: request.destination + "/" + path)
                return SiteChange(kind: kind, path: path, url: settings.urlPath(ofFile: path), size: size)
            }
        }
        let all =
            changes(output.added, .added) + changes(output.changed, .changed)
            + changes(output.removed, .removed)
        return all.sorted { $0.path.precedesInBytes($1.path) }
    }

    /// 0 for a file that somebody has taken away since.
    private static func size(of path: String) -> Int { max(0, Int(FileStamp.of(path).size)) }
}

extension Settings {
    /// The address of a file of public/, from the host's root.
    fileprivate func urlPath(ofFile path: String) -> String {
        let index = "index.html"
        let isIndex = path.utf8.elementsEqual(index.utf8) || path.hasSuffix("/" + index)
        return url("/" + PercentEncoding.encode(isIndex ? String(path.dropLast(index.count)) : path))
    }
}

extension Digits {
    /// `value`, below 256, in two hexadecimal digits.
    fileprivate static func hexadecimal(_ value: UInt32) -> String {
        let digits = String(value, radix: 16)
        return digits.count < 2 ? "0" + digits : digits
    }
}
