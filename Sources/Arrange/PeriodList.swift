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
        var days: [CatalogPeriod] = []
        var start = 0
        for end in 0..<catalog.listedCount {
            let date = catalog.articles[start].date
            if end + 1 < catalog.listedCount, catalog.articles[end + 1].date == date { continue }
            days.append(
                CatalogPeriod(
                    date: date, url: settings.url(settings.dayPath(date)), articles: start..<(end + 1)))
            start = end + 1
        }
        return days
    }

    /// The longer periods that `parts`, which are in order, make up.
    private static func periods(
        of parts: [CatalogPeriod], sameIn same: (CivilDate, CivilDate) -> Bool, url: (CivilDate) -> String
    ) -> [CatalogPeriod] {
        var periods: [CatalogPeriod] = []
        var start = 0
        for end in parts.indices {
            let first = parts[start]
            if end + 1 < parts.count, same(first.date, parts[end + 1].date) { continue }
            var period = CatalogPeriod(
                date: first.date, url: url(first.date),
                articles: first.articles.lowerBound..<parts[end].articles.upperBound)
            period.parts = start..<(end + 1)
            periods.append(period)
            start = end + 1
        }
        return periods
    }
}
