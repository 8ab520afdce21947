package import Model
internal import VietnameseText

// Settings whose text has a grammar: addresses, path words, the zone.

extension ValueType<SiteURL> {
    static var siteURL: Self {
        ValueType(type: .text) { node, field, reader in
            guard let text = reader.string(node, field) else { return nil }
            if let url = SiteURL(parsing: text) { return url }
            reader.report(FieldProblem.invalidURL(text), at: node.span)
            return nil
        }
    }
}

extension SiteURL {
    /// Reads `http(s)://host[:port][/path]`; nil for anything else.
    package init?(parsing text: String) {
        let bytes = Array(text.utf8)
        let schemes = ["https://", "http://"]
        guard let scheme = schemes.first(where: { bytes.starts(with: $0.utf8) }) else { return nil }
        let host = bytes.dropFirst(scheme.utf8.count).prefix { $0 != UInt8(ascii: "/") }
        let path = bytes[host.endIndex...]
        guard let first = host.first, first.isLetterOrDigit, host.allSatisfy(\.isHostByte),
            path.allSatisfy(\.isPathByte)
        else { return nil }
        let slash = path.last == UInt8(ascii: "/") ? "" : "/"
        self.init(
            origin: scheme + String(decoding: host, as: UTF8.self),
            basePath: String(decoding: path, as: UTF8.self) + slash)
    }
}

extension UInt8 {
    fileprivate var isLetterOrDigit: Bool {
        switch self {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
        default: false
        }
    }

    fileprivate var isHostByte: Bool {
        isLetterOrDigit || self == UInt8(ascii: ".") || self == UInt8(ascii: "-") || self == UInt8(ascii: ":")
    }

    fileprivate var isPathByte: Bool {
        isHostByte || self == UInt8(ascii: "/") || self == UInt8(ascii: "_") || self == UInt8(ascii: "~")
            || self == UInt8(ascii: "%")
    }
}

extension ValueType<ZoneOffset> {
    static var zone: Self {
        ValueType(type: .text) { node, field, reader in
            guard let text = reader.string(node, field) else { return nil }
            if let zone = ZoneOffset(name: text) { return zone }
            reader.report(FieldProblem.unknownZone(text), at: node.span)
            return nil
        }
    }
}

extension ValueType<String> {
    /// One segment of an address.
    static var pathWord: Self {
        ValueType(type: .text) { node, field, reader in
            guard let text = reader.string(node, field) else { return nil }
            if AddressWord.isSegment(text) { return text }
            reader.report(FieldProblem.invalidPathWord(key: field.key), at: node.span)
            return nil
        }
    }

    static var slug: Self {
        ValueType(type: .text) { node, field, reader in
            guard let text = reader.string(node, field) else { return nil }
            if AddressWord.isSlug(text) { return text }
            reader.report(FieldProblem.invalidSlug(suggestion: Slug.make(text)), at: node.span)
            return nil
        }
    }

    static var datePattern: Self {
        ValueType(type: .text) { node, field, reader in
            guard let text = reader.string(node, field) else { return nil }
            do throws(DatePatternError) {
                _ = try DatePattern(text)
                return text
            } catch {
                reader.report(FieldProblem.invalidDatePattern(text), at: node.span)
                return nil
            }
        }
    }

    /// Starts and ends with `/`, names known parts only, and tells articles apart.
    static var permalink: Self {
        ValueType(type: .text) { node, field, reader in
            guard let text = reader.string(node, field) else { return nil }
            if AddressWord.isPermalink(text) { return text }
            reader.report(FieldProblem.invalidPermalink(text), at: node.span)
            return nil
        }
    }
}

/// The grammar of what addresses are made of.
enum AddressWord {
    /// `[a-z0-9-]{1,80}`, with a letter or digit at both ends.
    static func isSlug(_ text: String) -> Bool {
        let bytes = text.utf8
        guard let first = bytes.first, let last = bytes.last, bytes.count <= Slug.maximumLength else {
            return false
        }
        let hyphen = UInt8(ascii: "-")
        return first != hyphen && last != hyphen && bytes.allSatisfy(isSlugByte)
    }

    /// `[a-z0-9-]{1,64}`.
    static func isID(_ text: String) -> Bool {
        1...64 ~= text.utf8.count && text.utf8.allSatisfy(isSlugByte)
    }

    /// `[a-z0-9._-]{1,64}`, not starting with a dot.
    static func isSegment(_ text: String) -> Bool {
        let bytes = text.utf8
        return 1...64 ~= bytes.count && bytes.first != UInt8(ascii: ".")
            && bytes.allSatisfy { isSlugByte($0) || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "_") }
    }

    static func isPermalink(_ text: String) -> Bool {
        guard text.utf8.count > 1, text.utf8.first == UInt8(ascii: "/"), text.utf8.last == UInt8(ascii: "/")
        else { return false }
        let segments = text.dropFirst().dropLast().split(separator: "/", omittingEmptySubsequences: false)
        guard segments.allSatisfy({ isPattern($0) }) else { return false }
        return segments.contains { $0 == ":slug" || $0 == ":id" }
    }

    private static func isPattern(_ segment: Substring) -> Bool {
        placeholders.contains(String(segment)) || isSegment(String(segment))
    }

    private static let placeholders = [":category", ":year", ":month", ":day", ":slug", ":id"]

    static func isSlugByte(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x61...0x7A, 0x2D: true
        default: false
        }
    }
}
