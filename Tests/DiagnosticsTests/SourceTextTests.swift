import Diagnostics
import Testing

@Suite struct SourceTextTests {
    private let source = SourceText(file: "a.md", bytes: Array("tiêu đề\nhội\n\ncuối".utf8))

    @Test(arguments: [
        (0, 1, 1), (2, 1, 3), (4, 1, 4), (6, 1, 6), (11, 1, 8), (12, 2, 1), (13, 2, 2), (16, 2, 3),
        (17, 2, 4),
        (18, 3, 1), (19, 4, 1), (25, 4, 5), (99, 4, 5), (-1, 1, 1),
    ])
    func placeCountsCharacters(offset: Int, line: Int, column: Int) {
        let place = source.place(at: offset)
        #expect(place == Place(file: "a.md", line: line, column: column, length: 1))
    }

    @Test(arguments: [(3, 2), (7, 6), (9, 8), (10, 8), (14, 13), (15, 13)])
    func insideACharacterIsTheCharacter(offset: Int, start: Int) {
        #expect(source.place(at: offset) == source.place(at: start))
    }

    @Test(arguments: [(0, 5, 4), (0, 99, 7), (12, 99, 3), (18, 4, 1), (25, 4, 1), (0, 0, 1)])
    func lengthCountsCharactersOfTheLine(offset: Int, length: Int, expected: Int) {
        #expect(source.place(at: offset, length: length).length == expected)
    }

    @Test(arguments: [
        (0, "tiêu đề"), (11, "tiêu đề"), (12, "hội"), (18, ""), (20, "cuối"), (99, "cuối"), (-4, "tiêu đề"),
    ])
    func excerpt(offset: Int, expected: String) {
        #expect(source.excerpt(at: offset) == expected)
    }

    @Test func aCarriageReturnBelongsToTheLineEnd() {
        let windows = SourceText(file: "a", bytes: Array("một\r\nhai\r\nb\r".utf8))
        #expect(windows.excerpt(at: 0) == "một" && windows.excerpt(at: 6) == "một")
        #expect(windows.excerpt(at: 7) == "hai")
        #expect(windows.place(at: 7, length: 99) == Place(file: "a", line: 2, column: 1, length: 3))
        #expect(windows.excerpt(at: 12) == "b\r")
    }

    @Test func invalidBytesAreShownAsReplacements() {
        let broken = SourceText(file: "a", bytes: [0x61, 0xFF, 0x62])
        #expect(broken.excerpt(at: 0) == "a\u{FFFD}b")
        #expect(broken.place(at: 2).column == 3)
    }

    @Test(arguments: [(1, 0), (2, 12), (3, 18), (4, 19), (5, 25)])
    func offsetOfALine(line: Int, offset: Int) {
        #expect(source.offset(ofLine: line) == offset)
    }

    @Test func anEmptyFileHasOneLine() {
        let empty = SourceText(file: "a", bytes: [])
        #expect(empty.place(at: 0) == Place(file: "a", line: 1, column: 1))
        #expect(empty.excerpt(at: 0) == "" && empty.offset(ofLine: 1) == 0)
    }

    @Test func aDiagnosticHasPlaceAndLine() {
        let other = Place(file: "b.md", line: 2)
        let diagnostic = source.diagnostic(.warning, SampleProblem(), at: 12, length: 5, related: [other])
        #expect(diagnostic.severity == .warning)
        #expect(diagnostic.place == Place(file: "a.md", line: 2, column: 1, length: 3))
        #expect(diagnostic.excerpt == "hội" && diagnostic.related == [other])
    }
}
