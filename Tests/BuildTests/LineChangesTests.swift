import Build
import Testing

struct LineChangesTests {
    private func changes(_ old: String, _ new: String) -> LineChanges {
        LineChanges(from: Array(old.utf8), to: Array(new.utf8))
    }

    @Test func linesThatComeAndGo() {
        let change = changes(
            "---\ntitle: A\ndate: 1\ndraft: true\n---\nx\n", "---\ntitle: A\ndate: 2\n---\nx\n")
        #expect(change.removed == ["date: 1", "draft: true"])
        #expect(change.added == ["date: 2"])
    }

    @Test func lineEndsAreNoPartOfLines() {
        let change = changes("a\r\nb\r\n", "a\r\nc\r\nd\r\n")
        #expect(change.removed == ["b"])
        #expect(change.added == ["c", "d"])
    }

    @Test(arguments: ["", "a", "a\nb\n"])
    func sameTexts(text: String) { #expect(changes(text, text).isEmpty) }

    @Test func textsThatShareNothing() {
        #expect(changes("a\nb", "").removed == ["a", "b"])
        #expect(changes("a\na\na", "a\na").removed == ["a"])
        #expect(changes("", "x").added == ["x"])
    }

    /// A body of a megabyte must not be compared line by line with itself.
    @Test func longTexts() {
        let body = String(repeating: "dòng\n", count: 200_000)
        #expect(changes("draft: true\n" + body, body).removed == ["draft: true"])
    }
}
