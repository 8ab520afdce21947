import Build
import Glibc

/// What a browser on another machine has to know of a site to see its preview.
///
/// It is kept in the site's `.bantin/preview-token`, so that the addresses that editors have saved are good after a
/// restart. Who deletes the file makes a new one necessary for everybody.
enum PreviewToken {
    private static let length = 32

    /// The token of the site in the folder `root`; a new one, for this run alone, when it cannot be kept.
    static func ofSite(_ root: String) -> String {
        let folder = root + "/.bantin"
        let path = folder + "/preview-token"
        if let kept = read(path) { return kept }
        let token = Access.random()
        mkdir(folder, 0o755)
        write(token, path)
        return token
    }

    /// Nil when there is none, or something else.
    private static func read(_ path: String) -> String? {
        guard let bytes = try? WholeFile.read(path) else { return nil }
        let text = String(decoding: bytes, as: UTF8.self).filter { !$0.isWhitespace }
        let isToken = text.utf8.count == length && text.allSatisfy { $0.isHexDigit && !$0.isUppercase }
        return isToken ? text : nil
    }

    /// For this user alone to read.
    private static func write(_ token: String, _ path: String) {
        unlink(path)
        let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard file >= 0 else { return }
        defer { close(file) }
        // Half a token is none, and replaced at the next start.
        _ = Array("\(token)\n".utf8).withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
    }
}
