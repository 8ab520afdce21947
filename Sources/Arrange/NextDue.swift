import Model

/// When the site changes by itself: the moment at which it should be built again.
struct NextDue {
    private let moment: Timestamp
    private var due: Timestamp?

    /// The earliest moment after T at which the site would come out different; nil when there is none.
    static func after(_ moment: Timestamp, _ newsroom: Newsroom, _ sorting: ArticleSorting) -> Timestamp? {
        var next = NextDue(moment: moment)
        for (index, state) in sorting.states.enumerated() where state != .draft && state != .withdrawn {
            // Field by field, as everything that runs for every article.
            let listed = Window(from: newsroom.articles[index].date, until: newsroom.articles[index].expires)
            next.consider(listed, pinUntil: newsroom.articles[index].pinUntil)
        }
        for document in newsroom.documents where !document.isDraft {
            for time in document.dueTimes { next.consider(time) }
        }
        for album in newsroom.albums where !album.isDraft { next.consider(album.date) }
        for slogan in newsroom.settings.slogans { next.consider(slogan.window) }
        for banner in newsroom.settings.banners { next.consider(banner.window) }
        return next.due
    }

    /// The same for one article that is shown or will be.
    static func after(_ moment: Timestamp, _ article: Article) -> Timestamp? {
        var next = NextDue(moment: moment)
        next.consider(Window(from: article.date, until: article.expires), pinUntil: article.pinUntil)
        return next.due
    }

    static func earlier(_ first: Timestamp?, _ second: Timestamp?) -> Timestamp? {
        guard let first, let second else { return first ?? second }
        return min(first, second)
    }

    private init(moment: Timestamp) { self.moment = moment }

    /// Pins and the news sitemap matter only while the article is listed: from its date until it expires.
    private mutating func consider(_ listed: Window, pinUntil unpinned: Timestamp?) {
        consider(listed.from)
        consider(listed.until)
        if let date = listed.from {
            let leavesNews = Timestamp(seconds: date.seconds + Catalog.newsHours * 3600)
            if listed.contains(leavesNews) { consider(leavesNews) }
        }
        if let unpinned, listed.contains(unpinned) { consider(unpinned) }
    }

    private mutating func consider(_ window: Window) {
        if let from = window.from, let until = window.until, from >= until { return }
        consider(window.from)
        consider(window.until)
    }

    private mutating func consider(_ time: Timestamp?) {
        guard let time, time > moment else { return }
        due = min(due ?? time, time)
    }
}
