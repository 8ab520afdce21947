import Foundation

/// The part of a web address made from a title: `Nghị quyết số 10-NQ/ĐUK` becomes `nghi-quyet-so-10-nq-duk`.
package enum Slug {
    /// The longest slug, in bytes.
    package static let maximumLength = 80

    /// `text` as lower case ASCII letters and digits joined by single hyphens, cut at a hyphen to at most
    /// `maximumLength`; the empty string when nothing is left.
    ///
    /// The rule is: compatibility decomposition, đ and ð to d, drop marks and invisible format characters,
    /// lower case, and a hyphen for every run of anything else. Each scalar maps by itself, so text of known
    /// scalars needs no decomposition.
    package static func make(_ text: String) -> String {
        if let slug = fold(text.unicodeScalars, unknown: { _ in nil }) { return slug }
        let decomposed = text.decomposedStringWithCompatibilityMapping
        return fold(decomposed.unicodeScalars, unknown: foldByCategory) ?? ""
    }

    private enum Folded {
        case keep(UInt8)
        case separate
        case drop
    }

    /// nil as soon as `unknown` has no answer.
    private static func fold(
        _ scalars: String.UnicodeScalarView, unknown: (Unicode.Scalar) -> Folded?
    ) -> String? {
        var slug: [UInt8] = []
        slug.reserveCapacity(maximumLength + 2)
        var isSeparated = false
        for scalar in scalars where slug.count <= maximumLength {
            guard let folded = known(scalar) ?? unknown(scalar) else { return nil }
            switch folded {
            case .keep(let byte):
                if isSeparated, !slug.isEmpty { slug.append(hyphen) }
                slug.append(byte)
                isSeparated = false
            case .separate: isSeparated = true
            case .drop: break
            }
        }
        return String(decoding: cut(slug), as: UTF8.self)
    }

    private static func known(_ scalar: Unicode.Scalar) -> Folded? {
        if let letter = VietnameseLetter(scalar) { return .keep(letter.base) }
        switch scalar.value {
        case 0x30...0x39: return .keep(UInt8(scalar.value))
        case 0xD0, 0xF0: return .keep(UInt8(ascii: "d"))  // Eth, typed for Đ
        case 0xAD, 0x300...0x36F: return .drop  // soft hyphen, combining marks
        case 0..<0x80, 0xA0, 0x2010...0x2026: return .separate  // no-break space, dashes, quotes, ellipsis
        default: return nil
        }
    }

    private static func foldByCategory(_ scalar: Unicode.Scalar) -> Folded? {
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .format: .drop
        default: .separate
        }
    }

    /// At most `maximumLength` bytes, whole words if there is more than one.
    private static func cut(_ slug: [UInt8]) -> ArraySlice<UInt8> {
        guard slug.count > maximumLength else { return slug[...] }
        let end = slug[...maximumLength].lastIndex(of: hyphen)
        return slug[..<(end ?? maximumLength)]
    }

    private static let hyphen = UInt8(ascii: "-")
}
