import Testing
import VietnameseText

@Suite struct PagesTests {
    @Test(arguments: VectorTable.rows(vectors, separator: "=>")) func vector(row: [String]) throws {
        let numbers = row[0].split(separator: "/").compactMap { Int($0) }
        #expect(Pages.count(items: numbers[0], perPage: numbers[1]) == Int(row[1]))
    }

    private static let vectors = #"""
        123/10 => 13
        121/10 => 13
        1/10 => 1
        0/10 => 1
        """#

    @Test func fullPages() {
        #expect(Pages.count(items: 120, perPage: 10) == 12)
        #expect(Pages.count(items: 10, perPage: 10) == 1)
        #expect(Pages.count(items: 11, perPage: 10) == 2)
    }
}
