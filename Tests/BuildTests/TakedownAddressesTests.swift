import Build
import Content
import Model
import Testing

@Suite struct TakedownAddressesTests {
    private func addresses(_ lines: [(String, String)], isReadable: Bool = true) -> [String] {
        var article = Article()
        article.id = "x"
        article.category = "tin-tuc"
        article.slug = "dai-hoi"
        article.date = Timestamp(
            CivilTime(date: CivilDate(year: 2026, month: 11, day: 21)!), in: .vietnam)
        var site = SiteReading()
        site.isReadable = isReadable
        site.addresses = lines.map { Address(id: $0.0, url: $0.1) }
        return TakedownAddresses.of(article, site)
    }

    private let current = "/tin-tuc/2026/11/dai-hoi/"

    @Test func areTheCurrentOneAndThoseRemembered() {
        #expect(addresses([]) == [current])
        #expect(addresses([("x", current), ("x", "/cu/"), ("y", "/khac/")]) == ["/cu/", current])
    }

    @Test func leaveOutWhatBecameAnothers() {
        #expect(addresses([("x", "/cu/"), ("y", "/cu/")]) == [current])
        #expect(addresses([("y", current)]) == [])
    }

    @Test func keepWhatIsOursAgain() {
        #expect(addresses([("x", current), ("y", current)]) == [current])
    }

    @Test func printVersionsGoWithTheirPages() {
        var site = SiteReading()
        site.settings.words.print = "ban-in"
        site.addresses = [Address(id: "y", url: "/cu/ban-in/")]
        var article = Article()
        article.id = "x"
        #expect(TakedownAddresses.prints(of: [current, "/cu/"], article, site) == ["\(current)ban-in/"])
    }

    /// Without settings nobody knows the pattern of addresses.
    @Test func areOnlyThoseRememberedWithoutSettings() {
        #expect(addresses([("x", "/cu/")], isReadable: false) == ["/cu/"])
        #expect(addresses([("x", "/cu/"), ("y", "/cu/")], isReadable: false) == [])
    }

    @Test func haveTheirPageInPublic() {
        #expect(TakedownAddresses.file(of: current) == "tin-tuc/2026/11/dai-hoi/index.html")
    }
}
