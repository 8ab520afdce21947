import Arrange
import Bytes
import Diagnostics
import Model
import Testing

@Suite struct TagSlugsTests {
    @Test(arguments: [
        ("Bà", "Bá", "ba", "bá"), ("Đảng", "đang", "dang", "đang"), ("đang", "Đảng", "dang", "đảng"),
    ])
    func theTagWithMoreArticlesHasTheSlug(owner: String, other: String, slug: String, key: String) {
        let news = Sample.tagged([[other], [owner], [owner]])
        let digits = slug + "-" + FNV1a.hex(key, digits: 4)
        let tags = news.arranged().tags
        #expect(tags.first { $0.name == owner }?.url == "/the/\(slug)/")
        #expect(tags.first { $0.name == other }?.url == "/the/\(digits)/")
        #expect(
            news.report() == """
                content/tin-tuc/bai-1000.md:6: warning: the tags “\(owner)” and “\(other)” share the address \
                `\(slug)`; “\(other)” gets `\(digits)`
                  remedy: give one of the tags a `slug` under `tags` in site.yaml

                """)
    }

    @Test func tiesGoByTheKey() {
        let catalog = Sample.tagged([["Bá", "Bà"]]).arranged()
        #expect(catalog.tags.map(\.name) == ["Bà", "Bá"] && catalog.tags[0].slug == "ba")
    }

    @Test func ofThreeTwoHaveDigits() {
        let slugs = Sample.tagged([["Bá"], ["Bà", "Ba"], ["Bá"], ["Bá", "Bà"]]).arranged().tags.map(\.slug)
        #expect(slugs == ["ba-" + FNV1a.hex("ba", digits: 4), "ba-" + FNV1a.hex("bà", digits: 4), "ba"])
    }

    @Test func aSlugInSiteYAMLEndsTheClash() {
        let setting = TagSetting(name: "Đảng", slug: "dang-bo", merge: [], place: Place(file: "site.yaml"))
        let news = Sample.tagged([["Đảng", "đang"]], settings: [setting])
        #expect(news.report() == "" && news.arranged().tags.map(\.slug) == ["dang", "dang-bo"])
    }

    // MARK: addresses.csv

    @Test func whatWasPublishedStays() {
        let before = Sample.tagged([["Đảng"], ["Đảng"], ["đang"]]).arranged()
        let lines = before.newAddresses.filter { $0.id.hasPrefix("the/") }
        let digits = ["đang", "đảng"].map { "dang-" + FNV1a.hex($0, digits: 4) }
        #expect(
            Set(lines) == [
                Address(id: "the/" + digits[0], url: "/the/\(digits[0])/"),
                Address(id: "the/" + digits[1], url: "/the/dang/"),
            ])
        // Now the other tag has more articles, and then the only ones.
        let after = Sample.tagged([["Đảng"], ["đang"], ["đang"]], addresses: lines).arranged()
        #expect(after.tags.map(\.slug) == [digits[0], "dang"])
        #expect(after.newAddresses.allSatisfy { !$0.id.hasPrefix("the/") })
        let alone = Sample.tagged([["đang"]], addresses: lines)
        #expect(alone.arranged().tags.map(\.slug) == [digits[0]] && alone.report() == "")
    }

    @Test func aTagWithoutArticlesIsNotMissed() {
        let lines = [Address(id: "the/dang-1a2b", url: "/the/dang/")]
        #expect(Sample.tagged([["khác"]], addresses: lines).report() == "")
    }

    @Test func tagsThatMeetNobodyHaveNoLines() {
        #expect(Sample.tagged([["a", "b"]]).arranged().newAddresses.map(\.id) == ["tin-tuc/bai-1000"])
    }
}
