package import Model

extension Arrangement {
    /// The earliest moment after the options' at which the site changes by itself; nil when there is none.
    ///
    /// Nothing is arranged for it.
    package static func nextDue(_ newsroom: Newsroom, _ options: ArrangeOptions) -> Timestamp? {
        let sorting = ArticleSorting(newsroom.articles, options, zone: newsroom.settings.zone)
        return NextDue.after(options.moment, newsroom, sorting)
    }
}
