import Testing
import VietnameseText

@Suite struct GroupingTests {
    @Test(arguments: VectorTable.rows(vectors, separator: "=>")) func vector(row: [String]) throws {
        #expect(Grouping.string(try #require(Int(row[0]))) == row[1])
    }

    private static let vectors = #"""
        6498589 => 6.498.589
        14589 => 14.589
        1234567890 => 1.234.567.890
        """#

    @Test(arguments: [
        (0, "0"), (7, "7"), (999, "999"), (1_000, "1.000"), (80_300, "80.300"), (1_000_001, "1.000.001"),
        (-12_345, "-12.345"), (Int.max, "9.223.372.036.854.775.807"), (Int.min, "-9.223.372.036.854.775.808"),
    ])
    func edge(number: Int, expected: String) {
        #expect(Grouping.string(number) == expected)
    }

    @Test func otherSeparators() {
        #expect(Grouping.string(1_234_567, separator: "\u{202f}") == "1\u{202f}234\u{202f}567")
        #expect(Grouping.string(14_589, separator: "") == "14589")
    }
}
