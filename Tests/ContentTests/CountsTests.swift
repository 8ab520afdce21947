import Bytes
import Content
import Model
import Testing

/// counts.json that is right.
struct CountsTests {
    private func counts(_ text: String) throws -> Counts? {
        let (newsroom, _, diagnostics) = try SiteFolder(["counts.json": text]).read()
        #expect(diagnostics.isEmpty)
        return newsroom.counts
    }

    @Test func withoutTheFileNothingIsCounted() throws {
        #expect(try SiteFolder().read().0.counts == nil)
    }

    @Test func everything() throws {
        let counts = try #require(
            try counts(
                """
                {"version": 1, "total": 1000000000000000, "as_of": "2026-11-01T06:00:00+07:00",
                 "articles": {"tin-tuc/x": 152, "\\u0111\\ud83c\\udf38\\n": 0}, "most_read": {"days": 30, "ids": ["b", "a"]}}
                """))
        #expect(counts.total == 1_000_000_000_000_000)
        #expect(counts.asOf == Timestamp(seconds: 1_793_487_600))
        #expect(counts.articles == [ExactText("tin-tuc/x"): 152, ExactText("đ🌸\n"): 0])
        #expect(counts.mostRead.days == 30)
        #expect(counts.mostRead.ids == ["b", "a"])
    }

    @Test(arguments: [
        "{\"version\":1,\"total\":0}", " {\n\"total\" : 0 , \"version\" : 1 }\r\n",
        "\u{FEFF}{\"version\": 1, \"total\": 0, \"articles\": {}, \"most_read\": {\"days\": 1, \"ids\": []}}",
    ])
    func little(_ text: String) throws {
        let counts = try #require(try counts(text))
        #expect(counts.total == 0 && counts.asOf == nil && counts.articles.isEmpty)
        #expect(counts.mostRead.ids.isEmpty)
    }
}
