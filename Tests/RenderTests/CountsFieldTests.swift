import Bytes
import Model
import Testing

@Suite struct CountsFieldTests {
    private func catalog(_ ids: [String] = []) -> Catalog {
        var catalog = SampleCatalog.make(articles: 3)
        catalog.sources[1].baselineViews = 1000
        var counts = Counts()
        counts.total = 6_498_589
        counts.articles = [ExactText("tin-tuc/bai-1"): 152, ExactText("tin-tuc/khong-con"): 9]
        counts.mostRead.days = 30
        counts.mostRead.ids = ids
        catalog.counts = counts
        return catalog
    }

    private func article(_ index: Int, of catalog: Catalog, _ template: String) -> String? {
        SampleCatalog.render(
            "tin-tuc/2024/06/bai-\(index)/index.html", of: catalog, articleTemplate: template)
    }

    @Test func viewsAreThoseCountedAndThoseBroughtAlong() {
        let template = "{{ article.view_count }}|{{ article.views }}"
        #expect(article(1, of: catalog(), template) == "1152|1000")
        #expect(article(0, of: catalog(), template) == "0|0")
    }

    @Test func nothingIsShownWhenNobodyCounts() {
        var catalog = catalog(["tin-tuc/bai-1"])
        catalog.counts = nil
        let template =
            "{{ article.view_count }}{{ site.visits }}{{ site.visits_date | iso }}{{ site.most_read_days }}{% for a in site.most_read %}x{% endfor %}{{ 'có' if site.is_counted else 'không' }}"
        #expect(article(1, of: catalog, template) == "không")
    }

    @Test func theVisitsDigitByDigit() {
        let template = "{% for d in site.visits | digits %}[{{ d }}]{% endfor %} {{ site.visits | number }}"
        #expect(article(0, of: catalog(), template) == "[6][4][9][8][5][8][9] 6.498.589")
    }

    /// Those that are not listed are passed over.
    @Test func theMostReadInTheirOrder() {
        var catalog = catalog(["tin-tuc/bai-2", "tin-tuc/khong-con", "tin-tuc/bai-1", "tin-tuc/bai-0"])
        catalog.listedCount = 2
        let template = "{% for a in site.most_read %}{{ a.id }} {% endfor %}{{ site.most_read_days }}"
        #expect(article(0, of: catalog, template) == "tin-tuc/bai-1 tin-tuc/bai-0 30")
    }
}
