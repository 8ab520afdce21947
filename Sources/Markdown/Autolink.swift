/// An address that is a link by itself: `https://…`, `www.…`, `ten@coquan.vn` (GitHub Flavored Markdown's
/// extended autolinks).
struct Autolink {
    enum Scheme {
        /// The address has its own.
        case written
        case http
        case mailto
    }

    let scheme: Scheme
    /// Bytes of the text.
    let range: Range<Int>

    private typealias Text = UnsafeBufferPointer<UInt8>

    /// The address around the `:` of `://`, the first `w` of `www.` or the `@` at `index`; nil when there
    /// is none. It does not reach back beyond `floor`.
    init?(at index: Int, in text: UnsafeBufferPointer<UInt8>, from floor: Int) {
        switch text[index] {
        case UInt8(ascii: ":"): self.init(schemeEnd: index, text, floor)
        case UInt8(ascii: "@"): self.init(sign: index, text, floor)
        default: self.init(www: index, text)
        }
    }

    private init?(schemeEnd colon: Int, _ text: Text, _ floor: Int) {
        guard colon + 3 < text.count, text[colon + 1] == slash, text[colon + 2] == slash else { return nil }
        let length =
            Self.ends(with: "https", at: colon, text) ? 5 : Self.ends(with: "http", at: colon, text) ? 4 : 0
        let start = colon - length
        guard length > 0, start >= floor, Self.mayStart(at: start, text),
            let end = Self.end(host: colon + 3, text)
        else { return nil }
        self.init(scheme: .written, range: start..<end)
    }

    private init?(www start: Int, _ text: Text) {
        guard start + 4 < text.count, text[start + 3] == dot, Self.ends(with: "www", at: start + 3, text),
            Self.mayStart(at: start, text), let end = Self.end(host: start, text)
        else { return nil }
        self.init(scheme: .http, range: start..<end)
    }

    private init?(sign: Int, _ text: Text, _ floor: Int) {
        var start = sign
        while start > floor, Self.isLocalPart(text[start - 1]) { start -= 1 }
        var end = sign + 1
        while end < text.count, Self.isHost(at: end, text) { end += 1 }
        while end > sign + 1, text[end - 1] == dot { end -= 1 }
        let host = text[(sign + 1)..<end]
        guard start < sign, host.contains(dot), let last = host.last, last != hyphen, last != underscore,
            end == text.count || text[end] != UInt8(ascii: "@")
        else { return nil }
        self.init(scheme: .mailto, range: start..<end)
    }

    private init(scheme: Scheme, range: Range<Int>) {
        self.scheme = scheme
        self.range = range
    }

    private static func ends(with word: StaticString, at end: Int, _ text: Text) -> Bool {
        let length = word.utf8CodeUnitCount
        guard end >= length else { return false }
        return (0..<length).allSatisfy { text[end - length + $0] | 0x20 == word.utf8Start[$0] }
    }

    /// An address starts the text, or follows white space, a quote or one of `*`, `_`, `~`, `(`.
    private static func mayStart(at index: Int, _ text: Text) -> Bool {
        guard index > 0 else { return true }
        switch text[index - 1] {
        case UInt8(ascii: "*"), underscore, UInt8(ascii: "~"), UInt8(ascii: "("), UInt8(ascii: "\""):
            return true
        case let byte where byte >= 0x80:
            return (2...3).contains {
                index >= $0 && text[index - $0] >= 0xC0 && isBorder(at: index - $0, text)
            }
        case let byte: return byte <= UInt8(ascii: " ")
        }
    }

    /// Where an address with its host at `start` ends; nil when the host is none.
    private static func end(host start: Int, _ text: Text) -> Int? {
        var end = start
        while end < text.count, isHost(at: end, text) { end += 1 }
        guard isDomain(text[start..<end]) else { return nil }
        while end < text.count, !isBorder(at: end, text) { end += 1 }
        return trimmedEnd(start..<end, text)
    }

    /// Parts joined by dots, at least two, none empty, no underscore in the last two.
    private static func isDomain(_ host: Slice<Text>) -> Bool {
        var parts = host.split(separator: dot, omittingEmptySubsequences: false)
        if parts.last?.isEmpty ?? false { parts.removeLast() }
        return parts.count >= 2 && !parts.contains(where: \.isEmpty)
            && !parts.suffix(2).contains { $0.contains(underscore) }
    }

    /// Without punctuation at the end, closing parentheses that nothing in the address opens, and what
    /// looks like a character reference.
    private static func trimmedEnd(_ range: Range<Int>, _ text: Text) -> Int {
        var end = range.upperBound
        let closing = UInt8(ascii: ")")
        var balance = text[range].reduce(0) { $0 + ($1 == UInt8(ascii: "(") ? 1 : $1 == closing ? -1 : 0) }
        while end > range.lowerBound {
            switch text[end - 1] {
            case closing where balance < 0:
                balance += 1
                end -= 1
            case UInt8(ascii: "?"), UInt8(ascii: "!"), dot, UInt8(ascii: ","), UInt8(ascii: ":"),
                UInt8(ascii: "*"), underscore, UInt8(ascii: "~"), UInt8(ascii: "'"), UInt8(ascii: "\""):
                end -= 1
            case UInt8(ascii: ";"):
                end = startOfReference(range.lowerBound..<end, text) ?? end - 1
            default: return end
            }
        }
        return end
    }

    /// The `&` of `&name;` at the end of `range`.
    private static func startOfReference(_ range: Range<Int>, _ text: Text) -> Int? {
        var at = range.upperBound - 2
        while at > range.lowerBound, text[at].isAlphanumeric { at -= 1 }
        return at >= range.lowerBound && text[at] == UInt8(ascii: "&") && at < range.upperBound - 2 ? at : nil
    }

    private static func isHost(at index: Int, _ text: Text) -> Bool {
        let byte = text[index]
        if byte >= 0x80 { return !isBorder(at: index, text) }
        return byte.isAlphanumeric || byte == dot || byte == hyphen || byte == underscore
    }

    /// White space, `<`, and beyond GitHub's rule the no-break space, typographic quotes and the ellipsis,
    /// which stand right behind an address in Vietnamese prose.
    private static func isBorder(at index: Int, _ text: Text) -> Bool {
        let next = (
            index + 1 < text.count ? text[index + 1] : 0, index + 2 < text.count ? text[index + 2] : 0
        )
        switch text[index] {
        case 0xC2: return next.0 == 0xA0 || next.0 == 0xAB || next.0 == 0xBB
        case 0xE2: return next.0 == 0x80 && (next.1 <= 0x8F || 0x98...0xA6 ~= next.1 || next.1 == 0xAF)
        case let byte: return byte <= UInt8(ascii: " ") || byte == UInt8(ascii: "<")
        }
    }

    private static func isLocalPart(_ byte: UInt8) -> Bool {
        byte.isAlphanumeric || byte == dot || byte == hyphen || byte == underscore
            || byte == UInt8(ascii: "+")
    }
}

private let dot = UInt8(ascii: ".")
private let hyphen = UInt8(ascii: "-")
private let slash = UInt8(ascii: "/")
private let underscore = UInt8(ascii: "_")
