/// FNV-1a with 32 bits: the short digits in addresses that have no letters to be made of.
///
/// Chosen because it is simple, published and will never change: addresses must stay. It is not used
/// where collisions would do harm.
package enum FNV1a {
    package static func hash(_ text: String) -> UInt32 {
        text.utf8.reduce(0x811C_9DC5) { ($0 ^ UInt32($1)) &* 0x0100_0193 }
    }

    /// The last `digits` (at most 8) hexadecimal digits of the hash, lower case.
    package static func hex(_ text: String, digits: Int) -> String {
        let all = String(hash(text), radix: 16)
        return String((String(repeating: "0", count: 8 - all.utf8.count) + all).suffix(digits))
    }
}
