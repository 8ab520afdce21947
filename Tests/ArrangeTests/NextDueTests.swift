import Arrange
import Diagnostics
import Model
import Testing

@Suite struct NextDueTests {
    private func due(_ articles: [Article], at moment: Timestamp = Sample.noon, drafts: Bool = false)
        -> Timestamp?
    {
        Sample.newsroom(articles).arranged(at: moment, drafts: drafts).summary.nextDue
    }

    /// So old that it left the news sitemap long ago.
    private func old(_ change: (inout Article) -> Void) -> [Article] {
        [Sample.article("a/1.md", Sample.time(1), change)]
    }

    @Test func nothingIsDue() {
        #expect(due([]) == nil)
        #expect(due(old { _ in }) == nil)
    }

    @Test func aDate() {
        #expect(
            due([Sample.article("a/1.md", Sample.time(21)), Sample.article("a/2.md", Sample.time(20))])
                == Sample.time(20))
    }

    @Test func theNewsSitemapEndsAfter48Hours() {
        #expect(due([Sample.article("a/1.md", Sample.time(19, 8))]) == Sample.time(21, 8))
        #expect(due([Sample.article("a/1.md", Sample.time(17, 12))]) == nil)
        #expect(due([Sample.article("a/1.md", Sample.time(17, 13))]) == Sample.time(19, 13))
    }

    @Test func anEnd() {
        #expect(due(old { $0.expires = Sample.time(25) }) == Sample.time(25))
        #expect(due(old { $0.expires = Sample.noon }) == nil)
    }

    @Test func aPinsEnd() {
        #expect(due(old { $0.pinUntil = Sample.time(25) }) == Sample.time(25))
        #expect(due(old { $0.pinUntil = Sample.noon }) == nil)
    }

    @Test func whatHappensToAnArticleThatIsNotListedChangesNothing() {
        #expect(
            due(
                old {
                    $0.pinUntil = Sample.time(25)
                    $0.expires = Sample.time(10)
                }) == nil)
        #expect(due([Sample.article("a/1.md", Sample.time(19, 8)) { $0.expires = Sample.noon }]) == nil)
        let early = Sample.article("a/1.md", Sample.time(25)) { $0.pinUntil = Sample.time(22) }
        #expect(due([early]) == Sample.time(25))
    }

    @Test func draftsAndWithdrawnArticlesWait() {
        let draft = Sample.article("a/1.md", Sample.time(20)) { $0.isDraft = true }
        #expect(due([draft]) == nil && due([draft], drafts: true) == Sample.time(20))
        #expect(due([Sample.article("a/1.md", Sample.time(20)) { $0.withdrawal = .sample }]) == nil)
    }

    @Test(
        arguments: [
            (Sample.time(20), Sample.time(22), Sample.time(20)),
            (Sample.time(18), Sample.time(22), Sample.time(22)),
            (Sample.time(17), Sample.time(18), nil), (nil, Sample.time(23), Sample.time(23)),
            (Sample.time(24), nil, Sample.time(24)), (nil, nil, nil), (Sample.time(25), Sample.time(25), nil),
            (Sample.time(26), Sample.time(25), nil),
        ] as [(Timestamp?, Timestamp?, Timestamp?)])
    func windows(from: Timestamp?, until: Timestamp?, expected: Timestamp?) {
        let window = Window(from: from, until: until)
        let slogan = Sample.newsroom { $0.settings.slogans = [Slogan(text: "Chào mừng", window: window)] }
        #expect(slogan.arranged().summary.nextDue == expected)
        let banner = Sample.newsroom(files: [Sample.file("a.jpg")]) {
            let place = Place(file: "site.yaml")
            $0.settings.banners = [
                Banner(slot: "top", image: "a.jpg", alt: "", target: "", window: window, place: place)
            ]
        }
        #expect(banner.arranged().summary.nextDue == expected)
    }

    @Test func theEarliestOfAll() {
        let news = Sample.newsroom([
            Sample.article("a/1.md", Sample.time(22)),
            Sample.article("a/2.md", Sample.time(1)) { $0.expires = Sample.time(23) },
        ]) { $0.settings.slogans = [Slogan(text: "", window: Window(until: Sample.time(21)))] }
        #expect(news.arranged().summary.nextDue == Sample.time(21))
    }
}

extension NextDueTests {
    /// Asked for alone, without the site being arranged, it is the same.
    @Test func aloneIsThatOfTheWholeSite() {
        let newsroom = Sample.newsroom([
            Sample.article("a/1.md", Sample.time(21)), Sample.article("a/2.md", Sample.time(1)),
        ])
        for moment in [Sample.time(1), Sample.noon, Sample.time(25)] {
            let alone = Arrangement.nextDue(newsroom, ArrangeOptions(moment: moment))
            #expect(alone == newsroom.arranged(at: moment).summary.nextDue)
        }
        #expect(Arrangement.nextDue(newsroom, ArrangeOptions(moment: Sample.noon)) == Sample.time(21))
    }
}
