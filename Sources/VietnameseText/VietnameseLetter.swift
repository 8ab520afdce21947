/// A letter that Vietnamese text is written with, taken apart: base letter, mark, tone and case.
///
/// This one table is behind slugs, tag keys, sort keys and letter case, so that they cannot disagree.
/// It holds ASCII's letters and the precomposed letters of Vietnamese; everything else takes the slow
/// path of whoever asks.
struct VietnameseLetter: Equatable {
    /// The sign that makes another letter of the alphabet; raw values rank the letters of one base.
    enum Mark: UInt8 { case none, breve, circumflex, horn, stroke }

    /// The six tones in the order of the CLDR collation `vi`.
    enum Tone: UInt8, CaseIterable { case level, grave, hook, tilde, acute, dot }

    /// The ASCII letter under all signs, in lower case.
    let base: UInt8
    let mark: Mark
    let tone: Tone
    let isUpper: Bool
    let scalar: Unicode.Scalar
    /// The same letter in the other case.
    let otherCase: Unicode.Scalar

    /// The letter `scalar` stands for; nil when the table does not have it.
    init?(_ scalar: Unicode.Scalar) {
        guard let position = Self.position(of: scalar.value), let letter = Self.table[position] else {
            return nil
        }
        self = letter
    }

    /// The same letter and case under another tone; nil when that is not written, as on consonants.
    func with(_ tone: Tone) -> VietnameseLetter? {
        Self.table.lazy.compactMap { $0 }.first {
            $0.base == base && $0.mark == mark && $0.isUpper == isUpper && $0.tone == tone
        }
    }

    private init(_ scalar: Unicode.Scalar, _ row: Row, _ tone: Tone, isUpper: Bool, otherCase: Unicode.Scalar)
    {
        base = UInt8(row.base.value)
        mark = row.mark
        self.tone = tone
        self.isUpper = isUpper
        self.scalar = scalar
        self.otherCase = otherCase
    }
}

extension VietnameseLetter {
    /// ASCII to U+01B0 (ư), then U+1EA0 (Ạ) to U+1EF9 (ỹ), without the gap between.
    private static let table: [VietnameseLetter?] = {
        var table = [VietnameseLetter?](repeating: nil, count: lowCount + highRange.count)
        for letter in rows.flatMap(letters) {
            if let position = position(of: letter.scalar.value) { table[position] = letter }
        }
        return table
    }()

    private static let lowCount = 0x1B1
    private static let highRange: Range<UInt32> = 0x1EA0..<0x1EFA

    private static func position(of value: UInt32) -> Int? {
        if value < lowCount { return Int(value) }
        return highRange.contains(value) ? Int(value - highRange.lowerBound) + lowCount : nil
    }

    private static func letters(of row: Row) -> [VietnameseLetter] {
        zip(Tone.allCases, zip(row.lower.unicodeScalars, row.upper.unicodeScalars)).flatMap { tone, pair in
            [
                VietnameseLetter(pair.0, row, tone, isUpper: false, otherCase: pair.1),
                VietnameseLetter(pair.1, row, tone, isUpper: true, otherCase: pair.0),
            ]
        }
    }

    /// One letter of the alphabet under as many tones as it takes, in the order of `Tone`.
    private struct Row {
        let base: Unicode.Scalar
        let mark: Mark
        let lower: String
        let upper: String
    }

    private static let rows: [Row] = {
        let consonants = "bcdfghjklmnpqrstvwxz".unicodeScalars.map { base in
            Row(base: base, mark: .none, lower: String(base), upper: base.properties.uppercaseMapping)
        }
        return consonants + [
            Row(base: "d", mark: .stroke, lower: "đ", upper: "Đ"),
            Row(base: "a", mark: .none, lower: "aàảãáạ", upper: "AÀẢÃÁẠ"),
            Row(base: "a", mark: .breve, lower: "ăằẳẵắặ", upper: "ĂẰẲẴẮẶ"),
            Row(base: "a", mark: .circumflex, lower: "âầẩẫấậ", upper: "ÂẦẨẪẤẬ"),
            Row(base: "e", mark: .none, lower: "eèẻẽéẹ", upper: "EÈẺẼÉẸ"),
            Row(base: "e", mark: .circumflex, lower: "êềểễếệ", upper: "ÊỀỂỄẾỆ"),
            Row(base: "i", mark: .none, lower: "iìỉĩíị", upper: "IÌỈĨÍỊ"),
            Row(base: "o", mark: .none, lower: "oòỏõóọ", upper: "OÒỎÕÓỌ"),
            Row(base: "o", mark: .circumflex, lower: "ôồổỗốộ", upper: "ÔỒỔỖỐỘ"),
            Row(base: "o", mark: .horn, lower: "ơờởỡớợ", upper: "ƠỜỞỠỚỢ"),
            Row(base: "u", mark: .none, lower: "uùủũúụ", upper: "UÙỦŨÚỤ"),
            Row(base: "u", mark: .horn, lower: "ưừửữứự", upper: "ƯỪỬỮỨỰ"),
            Row(base: "y", mark: .none, lower: "yỳỷỹýỵ", upper: "YỲỶỸÝỴ"),
        ]
    }()
}
