import Testing

@Suite struct PagerTests {
    private static let template = """
        {{ pager.number }}/{{ pager.total_pages }} of {{ pager.total }}:\
        {% for a in pager.items %} {{ a.url }}{% endfor %}|\
        {% for p in pager.window %}{% if p.current %}[{{ p.number }}]{% else %}{{ p.number }}{% endif %} {% endfor %}|\
        {% if pager.first %}first {{ pager.first.url }} {% endif %}\
        {% if pager.previous %}previous {{ pager.previous.url }} {% endif %}\
        {% if pager.next %}next {{ pager.next.url }} {% endif %}\
        {% if pager.last %}last {{ pager.last.url }}{% endif %}
        """

    private func page(_ path: String, articles: Int) -> String? {
        SampleCatalog.render(
            path, of: SampleCatalog.make(articles: articles), categoryTemplate: Self.template)
    }

    @Test func firstPage() {
        let items = (0..<10).map { " /tin-tuc/2024/06/bai-\($0)/" }.joined()
        #expect(
            page("tin-tuc/index.html", articles: 123)
                == "1/13 of 123:\(items)|[1] 2 3 4 |next /tin-tuc/trang/2/ last /tin-tuc/trang/13/")
    }

    @Test func lastPageHoldsTheRest() {
        let items = (120..<123).map { " /tin-tuc/2024/06/bai-\($0)/" }.joined()
        #expect(
            page("tin-tuc/trang/13/index.html", articles: 123)
                == "13/13 of 123:\(items)|10 11 12 [13] |first /tin-tuc/ previous /tin-tuc/trang/12/ ")
    }

    @Test func pageInTheMiddle() throws {
        let text = try #require(page("tin-tuc/trang/7/index.html", articles: 123))
        #expect(
            text.hasSuffix(
                "|4 5 6 [7] 8 9 10 |first /tin-tuc/ previous /tin-tuc/trang/6/ "
                    + "next /tin-tuc/trang/8/ last /tin-tuc/trang/13/"))
    }

    @Test func onePageHasNoNeighbours() {
        #expect(page("tin-tuc/index.html", articles: 0) == "1/1 of 0:|[1] |")
    }
}
