/// Số, ký hiệu of official documents: `10-NQ/ĐUK`, `74/2024/NĐ-CP`, `52 HD/CNĐT`.
package enum DocumentNumber {
    /// What two spellings of one number have in common: capitals, and one hyphen for whatever stands between
    /// letters and digits. `52 hd/cnđt` and `52-HD/CNĐT` both give `52-HD-CNĐT`. Empty without letters and digits.
    package static func key(of number: String) -> String {
        var key = ""
        var isBroken = false
        for scalar in VietnameseCase.upper(UnicodeNormalization.nfc(number)).unicodeScalars {
            guard scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) else {
                isBroken = !key.isEmpty
                continue
            }
            if isBroken { key.append("-") }
            isBroken = false
            key.unicodeScalars.append(scalar)
        }
        return key
    }
}
