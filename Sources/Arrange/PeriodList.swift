import Model

/// Days, months and years that have news: since articles are in date order, each is a range of them.
enum PeriodList {
    static func fill(_ catalog: inout Catalog) {
        let settings = catalog.settings
        let dates = catalog.articles[..<catalog.listedCount].map(\.date)
        catalog.days = periods(dates, count: dates.count, sameIn: { $0 == $1 }) {
            settings.url(settings.dayPath($0))
        }
        catalog.months = periods(
            dates, count: dates.count, sameIn: { $0.year == $1.year && $0.month == $1.month }
        ) {
            settings.url(settings.monthPath($0))
        }
        catalog.years = periods(dates, count: dates.count, sameIn: { $0.year == $1.year }) {
            settings.url(settings.yearPath($0))
        }
        nest(catalog.days, in: &catalog.months)
        nest(catalog.months, in: &catalog.years)
    }

    private static func periods(
        _ dates: [CivilDate], count: Int, sameIn same: (CivilDate, CivilDate) -> Bool,
        url: (CivilDate) -> String
    ) -> [CatalogPeriod] {
        var periods: [CatalogPeriod] = []
        var start = 0
        for index in 0..<count where index + 1 == count || !same(dates[index], dates[index + 1]) {
            periods.append(
                CatalogPeriod(date: dates[start], url: url(dates[start]), articles: start..<(index + 1)))
            start = index + 1
        }
        return periods
    }

    /// Both lists are in the same order, so that the parts of each period stand together.
    private static func nest(_ parts: [CatalogPeriod], in periods: inout [CatalogPeriod]) {
        var part = 0
        for index in periods.indices {
            let first = part
            while part < parts.count, parts[part].articles.upperBound <= periods[index].articles.upperBound {
                part += 1
            }
            periods[index].parts = first..<part
        }
    }
}
