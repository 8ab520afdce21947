/// Letter case without a locale: the same on every machine.
package enum VietnameseCase {
    /// `text` in lower case by Unicode's full mapping, scalar by scalar.
    package static func lower(_ text: String) -> String {
        map(text, fromUpper: true, otherwise: \.properties.lowercaseMapping)
    }

    /// `text` in upper case by Unicode's full mapping, scalar by scalar.
    package static func upper(_ text: String) -> String {
        map(text, fromUpper: false, otherwise: \.properties.uppercaseMapping)
    }

    private static func map(
        _ text: String, fromUpper: Bool, otherwise: (Unicode.Scalar) -> String
    ) -> String {
        var mapped: [UInt8] = []
        mapped.reserveCapacity(text.utf8.count)
        for scalar in text.unicodeScalars {
            if let letter = VietnameseLetter(scalar) {
                mapped.append(utf8: letter.isUpper == fromUpper ? letter.otherCase : scalar)
            } else if scalar.isASCII {
                mapped.append(UInt8(scalar.value))
            } else {
                mapped.append(contentsOf: otherwise(scalar).utf8)
            }
        }
        return String(decoding: mapped, as: UTF8.self)
    }
}
