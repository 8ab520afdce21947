/// Whole numbers as Vietnamese writes them: `6.498.589`.
package enum Grouping {
    /// `number` in decimal digits, in groups of three from the right with `separator` between them.
    package static func string(_ number: Int, separator: String = ".") -> String {
        var bytes: [UInt8] = []
        append(number, separator: separator, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Appends what `string(_:separator:)` gives, in UTF-8.
    package static func append(_ number: Int, separator: String = ".", to output: inout [UInt8]) {
        if number < 0 { output.append(UInt8(ascii: "-")) }
        appendGroups(number.magnitude, separator, to: &output)
    }

    private static func appendGroups(_ number: UInt, _ separator: String, to output: inout [UInt8]) {
        guard number >= 1_000 else { return output.append(decimal: Int(number)) }
        appendGroups(number / 1_000, separator, to: &output)
        output.append(contentsOf: separator.utf8)
        output.append(decimal: Int(number % 1_000), width: 3)
    }
}
