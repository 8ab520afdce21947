import Arrange
import Diagnostics
import Model
import Testing

/// `tags:` in site.yaml.
@Suite struct TagNumbersTests {
    @Test func theGivenNameGoesBeforeTheMostUsed() {
        let catalog = Sample.tagged([["đoàn"], ["ĐOÀN"]], settings: [setting("Đoàn")]).arranged()
        #expect(catalog.tags.map(\.name) == ["Đoàn"] && catalog.tags.map(\.slug) == ["doan"])
    }

    @Test func theGivenSlugIsTheAddress() {
        let catalog = Sample.tagged([["đoàn"]], settings: [setting("Đoàn", slug: "doan-thanh-nien")])
            .arranged()
        #expect(catalog.tags.map(\.url) == ["/the/doan-thanh-nien/"])
    }

    @Test func othersAreMergedInto() {
        let settings = [setting("Công đoàn", slug: "cd", merge: ["CĐ", "Công đoàn viên"])]
        let tags = [["cđ", "Công đoàn"], ["công đoàn viên"], ["Đoàn"]]
        let catalog = Sample.tagged(tags, settings: settings).arranged()
        #expect(catalog.tags.map(\.name) == ["Công đoàn", "Đoàn"])
        #expect(
            catalog.tags.map(\.articles) == [[0, 1], [2]] && catalog.tags.map(\.slug) == ["cd", "doan"])
        #expect(catalog.articles.map(\.tags) == [[0], [0], [1]])
    }

    @Test func anUnusedSettingIsNoTag() {
        #expect(Sample.tagged([["a"]], settings: [setting("b")]).arranged().tags.map(\.name) == ["a"])
    }

    private func setting(_ name: String, slug: String? = nil, merge: [String] = []) -> TagSetting {
        TagSetting(name: name, slug: slug, merge: merge, place: Place(file: "site.yaml"))
    }
}
