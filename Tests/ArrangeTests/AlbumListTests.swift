import Arrange
import Diagnostics
import Model
import Testing

@Suite struct AlbumListTests {
    private let size = ImageSize(width: 3, height: 2)

    private func album(
        _ name: String, _ date: Timestamp = Sample.time(1), _ change: (inout Album) -> Void = { _ in }
    ) -> Album {
        var album = Album()
        album.source = "content/anh/\(name)/index.md"
        album.id = "anh/\(name)"
        album.folder = "anh/\(name)"
        album.title = name
        album.date = date
        change(&album)
        return album
    }

    private func newsroom(_ albums: [Album]) -> Newsroom {
        let files = ["anh/a/1.jpg", "anh/a/2.jpg", "anh/a/sau/3.jpg", "anh/ab/4.jpg"].map {
            Sample.file($0, image: size)
        }
        return Sample.newsroom(
            pages: [Sample.page("gioi-thieu")], files: files + [Sample.file("anh/a/x.pdf")]
        ) {
            $0.files.sort { $0.path < $1.path }
            $0.albums = albums
        }
    }

    @Test func newestFirst() {
        let catalog = newsroom([album("a"), album("ab", Sample.time(2)), album("c", Sample.time(25))])
            .arranged()
        #expect(catalog.albums.map(\.url) == ["/anh/ab/", "/anh/a/"])
        #expect(catalog.summary.nextDue == Sample.time(25))
    }

    @Test func picturesOfItsFolderFollowThoseThatAreNamed() {
        let named = Album.Photo(picture: Picture(path: "2.jpg", alt: "Sân", caption: "Lễ"), line: 5)
        let albums = newsroom([album("a") { $0.photos = [named] }]).arranged().albums
        #expect(albums[0].photos.map(\.url) == ["/anh/a/2.jpg", "/anh/a/1.jpg", "/anh/a/sau/3.jpg"])
        #expect(albums[0].photos.map(\.caption) == ["Lễ", "", ""])
        #expect(albums[0].photos[0].size == size)
        #expect(albums[0].cover?.url == "/anh/a/2.jpg")
    }

    @Test func picturesOfAnAlbumInsideAreTheOthers() {
        let albums = newsroom([album("a"), album("a/sau", Sample.time(2))]).arranged().albums
        #expect(
            albums.map { $0.photos.map(\.url) } == [["/anh/a/sau/3.jpg"], ["/anh/a/1.jpg", "/anh/a/2.jpg"]])
    }

    @Test func coverByName() {
        let albums = newsroom([album("a") { $0.cover = "sau/3.jpg" }]).arranged().albums
        #expect(albums[0].cover?.url == "/anh/a/sau/3.jpg")
    }

    @Test func photosWithoutWordsAreCounted() {
        let news = newsroom([album("a")])
        #expect(news.report().contains("the album has photos with neither alternative text nor caption: 3"))
        #expect(news.report(in: .vietnamese).contains("album có 3 ảnh không có mô tả và chú thích"))
    }

    @Test func aMissingPhotoIsNamedWithItsLine() {
        let missing = Album.Photo(picture: Picture(path: "9.jpg", alt: "x", caption: ""), line: 7)
        let report = newsroom([album("a") { $0.photos = [missing] }]).report()
        #expect(report.contains("content/anh/a/index.md:7") && report.contains("there is no file `9.jpg`"))
    }

    @Test func photosOfADraftStayAway() {
        let catalog = newsroom([album("a") { $0.isDraft = true }, album("ab")]).arranged()
        #expect(catalog.files.map(\.path) == ["anh/ab/4.jpg"])
    }

    @Test func theLibraryIsAnAddressOnceThereAreAlbums() {
        var news = newsroom([album("a")])
        news.settings.menus = [
            Menu(
                name: "main",
                items: [
                    MenuItem(title: "Ảnh", target: "/anh/", children: [], place: Place(file: "site.yaml"))
                ])
        ]
        #expect(news.arranged().menus[0].items.map(\.url) == ["/anh/"])
        #expect(!news.hasErrors(at: Sample.noon))
    }
}
