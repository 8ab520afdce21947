package import Bytes

extension ByteBuffer {
    /// Appends `value` as JSON that is safe inside `<script>` and in attributes with single quotes.
    mutating func append(json value: Value) {
        switch value {
        case .none, .object: append("null")
        case .bool(let flag): append(flag ? "true" : "false")
        case .int(let number), .date(let number): append(decimal: number)
        case .text(let text), .html(let text): append(jsonString: text)
        case .markup: append(jsonString: value.plainText)
        case .list(let list):
            append(UInt8(ascii: "["))
            for index in 0..<list.count {
                if index > 0 { append(UInt8(ascii: ",")) }
                append(json: list[index])
            }
            append(UInt8(ascii: "]"))
        }
    }

    /// Appends `text` as a JSON string, safe in the same places.
    package mutating func append(jsonString text: String) {
        append(UInt8(ascii: "\""))
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": append("\\\"")
            case "\\": append("\\\\")
            case "\n": append("\\n")
            case "\r": append("\\r")
            case "\t": append("\\t")
            case "<", ">", "&", "'", "\u{2028}", "\u{2029}", "\u{0}"..<" ", "\u{7F}":
                append(jsonEscape: scalar.value)
            default: for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter { append(byte) }
            }
        }
        append(UInt8(ascii: "\""))
    }

    private mutating func append(jsonEscape value: UInt32) {
        let digits = Array("0123456789ABCDEF".utf8)
        append("\\u")
        for shift in [12, 8, 4, 0] { append(digits[Int(value >> UInt32(shift)) & 15]) }
    }
}
