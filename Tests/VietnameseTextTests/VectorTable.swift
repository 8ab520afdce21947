import TestSupport

/// A table of test rows kept as text, one row a line, with `\uXXXX` for characters that do not show.
enum VectorTable {
    /// The rows, each split at `separator`, trimmed of ASCII spaces and decoded.
    static func rows(_ table: String, separator: String) -> [[String]] {
        table.split(separator: "\n").map { line in
            fields(String(line), separator).map { decode(trim($0)) }
        }
    }

    private static func fields(_ line: String, _ separator: String) -> [Substring] {
        line.split(separator: separator, omittingEmptySubsequences: false)
    }

    private static func trim(_ field: Substring) -> Substring {
        var field = field
        while field.first == " " { field.removeFirst() }
        while field.last == " " { field.removeLast() }
        return field
    }

    private static func decode(_ field: Substring) -> String {
        let parts = field.split(separator: "\\u", omittingEmptySubsequences: false)
        return parts.dropFirst().reduce(into: String(parts[0])) { text, part in
            let code = UInt32(part.prefix(4), radix: 16).flatMap(Unicode.Scalar.init)
            text.unicodeScalars.append(code!)
            text.unicodeScalars.append(contentsOf: part.dropFirst(4).unicodeScalars)
        }
    }
}

/// Text made of the letters, spaces and signs of Vietnamese headlines.
enum RandomText {
    private static let alphabet = Array(
        """
        aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵ\
        AÀẢÃÁẠĂẮÂẤBDĐEÊẾIÍOÓÔỐƠỚUÚƯỨYÝ0123456789    -–,.:“”()
        """.unicodeScalars
    )

    static func vietnamese(_ random: inout SeededRandom, maximumLength: Int = 40) -> String {
        let length = Int.random(in: 0...maximumLength, using: &random)
        var text = String.UnicodeScalarView()
        for _ in 0..<length { text.append(alphabet.randomElement(using: &random)!) }
        return String(text)
    }
}
