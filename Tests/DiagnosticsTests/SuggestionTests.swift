import Diagnostics
import Testing

@Suite struct SuggestionTests {
    @Test(
        arguments: [
            ("titel", "title"), ("Title", "title"), ("tite", "title"), ("titlee", "title"), ("dat", "date"),
            ("sumary", "summary"), ("autohrs", "authors"), ("tác-gia", "tác-giả"), ("xyz", nil), ("", nil),
            ("categoy", "category"), ("ti", nil),
        ] as [(String, String?)])
    func nearest(name: String, expected: String?) {
        let names = ["title", "date", "summary", "authors", "category", "tác-giả"]
        #expect(Suggestion.nearest(to: name, among: names) == expected)
    }

    @Test func aSwapOfNeighboursCountsOnce() {
        #expect(Suggestion.nearest(to: "ab", among: ["ba"]) == "ba")
        #expect(Suggestion.nearest(to: "ab", among: ["cd"]) == nil)
    }

    @Test func oneLetterMayAlwaysDiffer() {
        #expect(Suggestion.nearest(to: "a", among: ["b"]) == "b")
        #expect(Suggestion.nearest(to: "", among: ["b"]) == "b")
    }

    @Test func aThirdOfTheLettersMayDiffer() {
        #expect(Suggestion.nearest(to: "abcdefghi", among: ["abcdefxyz"]) == "abcdefxyz")
        #expect(Suggestion.nearest(to: "abcdefghi", among: ["abcdewxyz"]) == nil)
    }

    @Test func tiesGoToTheFirst() {
        #expect(Suggestion.nearest(to: "cat", among: ["bat", "hat", "rat"]) == "bat")
        #expect(Suggestion.nearest(to: "cat", among: ["bat", "cats", "cat"]) == "cat")
    }

    @Test func nothingAmongNothing() {
        #expect(Suggestion.nearest(to: "title", among: []) == nil)
    }

    /// The bounded search finds what the textbook's full table finds.
    @Test func agreesWithTheFullTable() {
        var state: UInt64 = 7
        func word() -> String {
            let scalars = (0..<(1 + next(&state, 8))).map { _ in
                Character(Unicode.Scalar(UInt8(97 + next(&state, 4))))
            }
            return String(scalars)
        }
        for _ in 0..<500 {
            let (name, candidates) = (word(), (0..<5).map { _ in word() })
            let allowed = candidates.filter { distance(name, $0) <= max(1, max(name.count, $0.count) / 3) }
            let expected = allowed.min { distance(name, $0) < distance(name, $1) }
            #expect(Suggestion.nearest(to: name, among: candidates) == expected, "\(name) \(candidates)")
        }
    }

    private func next(_ state: inout UInt64, _ bound: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int(state >> 33) % bound
    }

    private func distance(_ left: String, _ right: String) -> Int {
        let (a, b) = (Array(left), Array(right))
        var table = (0...a.count).map { i in (0...b.count).map { j in i == 0 ? j : (j == 0 ? i : 0) } }
        for i in 1...a.count {
            for j in 1...b.count {
                let cost = a[i - 1] == b[j - 1] ? 0 : 1
                table[i][j] = min(table[i - 1][j] + 1, table[i][j - 1] + 1, table[i - 1][j - 1] + cost)
                if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
                    table[i][j] = min(table[i][j], table[i - 2][j - 2] + 1)
                }
            }
        }
        return table[a.count][b.count]
    }
}
