import Model

/// Days, months and years that have news: since articles are in date order, each is a range of them.
enum PeriodList {
    static func fill(_ catalog: inout Catalog) {
        let settings = catalog.settings
        catalog.days = days(of: catalog)
        catalog.months = periods(of: catalog.days, sameIn: { $0.year == $1.year && $0.month == $1.month }) {
            settings.url(settings.monthPath($0))
        }
        catalog.years = periods(of: catalog.months, sameIn: { $0.year == $1.year }) {
            settings.url(settings.yearPath($0))
        }
    }

    private static func days(of catalog: Catalog) -> [CatalogPeriod] {
        let settings = catalog.settings
        let days = runs(catalog.listedCount) { catalog.articles[$0].date == catalog.articles[$1].date }
        return days.map { articles in
            let date = catalog.articles[articles.lowerBound].date
            return CatalogPeriod(date: date, url: settings.url(settings.dayPath(date)), articles: articles)
        }
    }

    /// The longer periods that `parts`, which are in order, make up.
    private static func periods(
        of parts: [CatalogPeriod], sameIn same: (CivilDate, CivilDate) -> Bool, url: (CivilDate) -> String
    ) -> [CatalogPeriod] {
        runs(parts.count) { same(parts[$0].date, parts[$1].date) }.map { run in
            let (first, last) = (parts[run.lowerBound], parts[run.upperBound - 1])
            return CatalogPeriod(
                date: first.date, url: url(first.date),
                articles: first.articles.lowerBound..<last.articles.upperBound, parts: run)
        }
    }

    /// The runs of neighbours that are the same, among so many.
    private static func runs(_ count: Int, same: (Int, Int) -> Bool) -> [Range<Int>] {
        var runs: [Range<Int>] = []
        var start = 0
        for end in 1..<max(count + 1, 1) where end == count || !same(start, end) {
            runs.append(start..<end)
            start = end
        }
        return runs
    }
}
