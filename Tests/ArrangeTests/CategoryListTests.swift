import Arrange
import Diagnostics
import Model
import Testing

@Suite struct CategoryListTests {
    @Test func byOrderThenTitleThenFolder() {
        let news = Sample.newsroom {
            $0.categories = [
                category("a", "Đoàn thể"), category("b", "Thông báo", order: 2), category("c", "Dân vận"),
                category("d", "Hoạt động", order: 1), category("f", "Cùng tên"), category("e", "Cùng tên"),
                category("g", "Ảnh"), category("h", "An sinh"),
            ]
        }
        #expect(news.arranged().categories.map(\.folder) == ["d", "b", "h", "g", "e", "f", "c", "a"])
    }

    @Test func everythingOfTheCategoryIsKept() {
        let news = Sample.newsroom {
            $0.categories = [category("tin-tuc", "Tin tức"), category("b", "Sau")]
            $0.categories[0].description = "Tin các cấp"
            $0.categories[0].pageSize = 5
            $0.settings.pages.list = 12
        }
        let categories = news.arranged().categories
        #expect(categories[1].title == "Tin tức" && categories[1].description == "Tin các cấp")
        #expect(categories[1].url == "/tin-tuc/" && categories.map(\.pageSize) == [12, 5])
        #expect(categories.allSatisfy { $0.articles.isEmpty })
    }

    /// The addresses of a folder with a name for people are made as those of articles are.
    @Test func aFoldersNameBecomesAnAddress() {
        let news = Sample.newsroom([
            Sample.article("Tin tức/a.md"), Sample.article("会议/b.md"), Sample.article("tin_1.x/c.md"),
        ])
        let catalog = news.arranged()
        #expect(catalog.categories.map(\.url).sorted() == ["/muc-bcd617cf/", "/tin-tuc/", "/tin_1.x/"])
        #expect(catalog.article("Tin tức/a")?.url == "/tin-tuc/2024/06/a/")
        #expect(catalog.article("会议/b")?.url == "/muc-bcd617cf/2024/06/b/")
        #expect(news.report() == "")
    }

    @Test func positionsCountInsideTheCategory() {
        let catalog = Sample.newsroom([
            Sample.article("b/1.md", Sample.time(18)), Sample.article("a/2.md", Sample.time(17)),
            Sample.article("b/3.md", Sample.time(16)), Sample.article("b/4.md", Sample.time(15)),
        ]).arranged()
        #expect(catalog.articles.map(\.position) == [0, 0, 1, 2])
        #expect(catalog.articles.map(\.category) == [1, 0, 1, 1])
        #expect(catalog.categories.map(\.articles) == [[1], [0, 2, 3]])
    }

    @Test func pinsLastUntilTheirEnd() {
        let news = Sample.newsroom([
            Sample.article("a/1.md", Sample.time(15)) { $0.pinUntil = Sample.time(20) },
            Sample.article("b/2.md", Sample.time(16)) { $0.pinUntil = Sample.noon },
            Sample.article("b/3.md", Sample.time(17)),
            Sample.article("b/4.md", Sample.time(14)) { $0.pinUntil = Sample.time(19, 13) },
            Sample.article("b/5.md", Sample.time(13)) {
                $0.pinUntil = Sample.time(20)
                $0.expires = Sample.time(18)
            },
        ])
        let catalog = news.arranged()
        #expect(catalog.ids(catalog.pinned) == ["a/1", "b/4"])
        #expect(catalog.categories.map { catalog.ids($0.pinned) } == [["a/1"], ["b/4"]])
        #expect(news.arranged(at: Sample.time(20)).pinned.isEmpty)
    }

    private func category(_ folder: String, _ title: String, order: Int = 0) -> CategorySource {
        var category = CategorySource(folder: folder, title: title, place: Place(file: "content/" + folder))
        category.order = order
        return category
    }
}
