import Model
import Testing

@testable import Visits

/// The acceptance tests of docs/visits.md that are rules alone: each has its number there.
struct HitRulesTests {
    private static let site = "https://congdoan.example.vn"
    private static let chrome =
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/128.0.0.0 Safari/537.36"
    private static let zalo =
        "Mozilla/5.0 (Linux; Android 12; CPH2269; wv) AppleWebKit/537.36 Chrome/124.0 Mobile Safari/537.36 Zalo android/24060112"
    private static let facebook =
        "Mozilla/5.0 (iPhone; CPU iPhone OS 16_6 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148 [FBAN/FBIOS;FBAV/467.0]"

    private static let day = CivilDate(year: 2026, month: 11, day: 22)!

    /// Rules with a count of what they let through.
    private struct Counting {
        var rules: HitRules
        var now: UInt32 = 10_000
        var day = HitRulesTests.day
        private(set) var visits = 0
        private(set) var views = 0

        init(_ change: (inout VisitSettings) -> Void = { _ in }) {
            var settings = VisitSettings()
            settings.origins = [HitRulesTests.site]
            change(&settings)
            rules = HitRules(settings)
        }

        @discardableResult
        mutating func hit(
            _ article: Int32? = nil, agent: String = HitRulesTests.chrome, address: String = "203.0.113.5",
            _ change: (inout Hit, inout HitSource) -> Void = { _, _ in }
        ) -> HitVerdict {
            var hit = Hit(article: article == nil ? "" : "bai")
            var source = HitSource(
                address: NetworkAddress(address)!, agent: agent, origin: HitRulesTests.site)
            change(&hit, &source)
            let verdict = rules.decide(hit, from: source, article: article, at: now, on: day)
            if case .counted(let visit, let view, _) = verdict {
                visits += visit ? 1 : 0
                views += view ? 1 : 0
            }
            return verdict
        }

        var counts: [Int] { [visits, views] }
    }

    @Test("1: one page loaded ten times") func reloads() {
        var counting = Counting()
        for _ in 0..<10 {
            counting.hit(1)
            counting.now += 1
        }
        #expect(counting.counts == [1, 1])
    }

    @Test("2: two browsers behind one address") func twoBrowsers() {
        var counting = Counting()
        counting.hit(1)
        counting.hit(1, agent: Self.zalo)
        #expect(counting.counts == [2, 2])
    }

    @Test("3: two articles") func twoArticles() {
        var counting = Counting()
        counting.hit(1)
        counting.hit(2)
        counting.hit(1)
        counting.hit(2)
        #expect(counting.counts == [1, 2])
    }

    @Test("4: again after half an hour", arguments: [(29 * 60 + 59, [1, 1]), (31 * 60, [2, 2])])
    func later(_ seconds: Int, _ counts: [Int]) {
        var counting = Counting()
        counting.hit(1)
        counting.now += UInt32(seconds)
        counting.hit(1)
        #expect(counting.counts == counts)
    }

    /// A session lasts as long as there is less than half an hour between two pages.
    @Test func readingForLong() {
        var counting = Counting()
        for _ in 0..<10 {
            counting.hit(1)
            counting.now += 20 * 60
        }
        #expect(counting.counts == [1, 1])
    }

    @Test(
        "5: programs",
        arguments: [
            "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
            "facebookexternalhit/1.1", "curl/8.5.0", "",
        ])
    func programs(_ agent: String) {
        var counting = Counting()
        counting.hit(1, agent: agent)
        #expect(counting.counts == [0, 0])
    }

    @Test("6: browsers inside of Facebook and Zalo", arguments: [zalo, facebook])
    func browsersInApps(_ agent: String) {
        var counting = Counting()
        counting.hit(1, agent: agent)
        #expect(counting.counts == [1, 1])
    }

    @Test("7: pages fetched ahead") func prefetch() {
        var counting = Counting()
        counting.hit(1) { $1.isPrefetch = true }
        #expect(counting.counts == [0, 0])
        counting.hit(1)
        #expect(counting.counts == [1, 1])
    }

    @Test("13: a new salt at midnight") func midnight() {
        var counting = Counting()
        counting.hit(1)
        counting.day = CivilDate(year: 2026, month: 11, day: 23)!
        counting.hit(1)
        #expect(counting.counts == [2, 2])
        #expect(counting.rules.liveSessions == 1)
    }

    @Test("15: an article that nobody knows") func unknown() {
        var counting = Counting()
        let verdict = counting.hit { hit, _ in hit.article = "bay" }
        guard case .refused(.unknownArticle) = verdict else {
            Issue.record("\(verdict)")
            return
        }
        #expect(counting.rules.liveSessions == 0)
    }

    @Test("16: five times in a second") func tooFast() {
        var counting = Counting()
        for article in 1...4 { counting.hit(Int32(article)) }
        let fifth = counting.hit(5)
        guard case .refused(.tooFast) = fifth else {
            Issue.record("\(fifth)")
            return
        }
        counting.now += 1
        counting.hit(5)
        #expect(counting.counts == [1, 5])
    }

    @Test(arguments: [nil, "https://other.example", "https://congdoan.example.vn.other.example", "null"])
    func foreignPages(_ origin: String?) {
        var counting = Counting()
        let verdict = counting.hit(1) { $1.origin = origin }
        guard case .refused(.foreignOrigin) = verdict else {
            Issue.record("\(verdict)")
            return
        }
    }

    /// No key is kept of those who ask for it: what the browser says of the page decides.
    @Test(arguments: [
        (true, true, [1, 1]), (true, false, [0, 1]), (false, false, [0, 0]), (false, true, [1, 0]),
    ])
    func withoutKey(_ isNavigation: Bool, _ isArrival: Bool, _ counts: [Int]) {
        var counting = Counting()
        counting.hit(1) { hit, source in
            source.wantsNoKey = true
            (hit.isNavigation, hit.isArrival) = (isNavigation, isArrival)
        }
        #expect(counting.counts == counts)
        #expect(counting.rules.liveSessions == 0)
    }

    @Test func aFloodIsNotCounted() {
        var counting = Counting { $0.newPerMinute = 100 }
        for number in 0..<300 { counting.hit(1, address: "10.0.\(number / 200).\(number % 200)") }
        #expect(counting.counts == [100, 100])
        #expect(counting.rules.isFrozen(at: counting.now))
        // Those who were here before go on.
        counting.hit(2, address: "10.0.0.0")
        #expect(counting.counts == [100, 101])
        counting.now += 60
        #expect(!counting.rules.isFrozen(at: counting.now))
        counting.hit(1, address: "10.9.9.9")
        #expect(counting.counts == [101, 102])
    }

    @Test func whoLeftTakesNoRoom() {
        var counting = Counting()
        for number in 0..<200 { counting.hit(1, address: "10.0.0.\(number)") }
        #expect(counting.rules.liveSessions == 200)
        counting.now += 40 * 60
        counting.hit(1)
        #expect(counting.rules.liveSessions == 1)
    }

    @Test func whatCouldNotBeKeptIsCountedLater() {
        var counting = Counting()
        guard case .counted(_, _, let key?) = counting.hit(1) else {
            Issue.record("not counted")
            return
        }
        counting.hit(2)
        counting.rules.takeBack(key, visit: true, view: 1)
        counting.now += 1
        counting.hit(1)
        counting.hit(2)
        // The visit and the first article once more; the second one was kept.
        #expect(counting.counts == [2, 3])
    }

    @Test(arguments: [false, true]) func oneAddressWithManyBrowsersIsNoCrowd(wantsNoKey: Bool) {
        var counting = Counting()
        for number in 0..<1_000 {
            counting.hit(1, agent: Self.chrome + " \(number)") { _, source in source.wantsNoKey = wantsNoKey }
        }
        #expect(counting.counts == [200, 200])
        // The others of its network have the same.
        counting.hit(1, address: "2001:db8::1")
        for number in 0..<1_000 {
            counting.hit(1, agent: Self.chrome + " \(number)", address: "2001:db8::\(number + 2)")
        }
        #expect(counting.counts == [400, 400])
    }

    @Test func whoHasNoKeyIsPartOfAFlood() {
        var counting = Counting { $0.newPerMinute = 100 }
        for number in 0..<300 {
            counting.hit(1, address: "10.0.\(number / 200).\(number % 200)") { _, source in
                source.wantsNoKey = true
            }
        }
        #expect(counting.counts == [100, 100])
        #expect(counting.rules.isFrozen(at: counting.now))
    }
}
