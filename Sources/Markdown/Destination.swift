/// What kind of place the destination of a link names.
enum Destination {
    typealias Text = UnsafeBufferPointer<UInt8>

    /// Whether `url` has a scheme or starts with `//`: it is written as it stands and never looked up.
    static func isExternal(_ url: Text) -> Bool {
        url.starts(with: "//".utf8) || schemeLength(url) > 0
    }

    /// Whether `url` leads to another web site.
    static func isWeb(_ url: Text) -> Bool {
        url.starts(with: "//".utf8) || hasScheme("http", url) || hasScheme("https", url)
    }

    /// Addresses that can run programs or read the reader's disk: what cmark leaves out in its safe mode.
    static func isDangerous(_ url: Text) -> Bool {
        if hasScheme("javascript", url) || hasScheme("vbscript", url) || hasScheme("file", url) {
            return true
        }
        guard hasScheme("data", url) else { return false }
        let type = String(decoding: url.dropFirst(5).prefix(10), as: UTF8.self).lowercased()
        return !["image/png", "image/gif", "image/jpeg", "image/webp"].contains { type.hasPrefix($0) }
    }

    /// CommonMark's schemes: a letter and 1 to 31 letters, digits, `+`, `.`, `-`, then a colon.
    private static func schemeLength(_ url: Text) -> Int {
        guard let first = url.first, first.isLetter else { return 0 }
        let length = url.prefix(33).prefix { $0.isAlphanumeric || "+.-".utf8.contains($0) }.count
        return 2...32 ~= length && length < url.count && url[length] == UInt8(ascii: ":") ? length : 0
    }

    private static func hasScheme(_ name: StaticString, _ url: Text) -> Bool {
        let length = name.utf8CodeUnitCount
        guard url.count > length, url[length] == UInt8(ascii: ":") else { return false }
        return (0..<length).allSatisfy { url[$0] | 0x20 == name.utf8Start[$0] }
    }
}
